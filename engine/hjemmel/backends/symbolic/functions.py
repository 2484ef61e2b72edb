"""The functions of the core on open values: sums where they are sums, else what they answer.

What counts working days is the core's own answer for every day of the calendar, as a tree of
comparisons. All others are written over year, month and day.
"""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import z3
from attrs import field, frozen

from hjemmel.backends.symbolic.days import (
    Day,
    dated,
    days_later,
    in_parts,
    length_of,
    months_later,
    place_of,
)
from hjemmel.backends.symbolic.logic import Bit, Size, at_most, conj, either, equal
from hjemmel.backends.symbolic.space import Space
from hjemmel.core.nodes import Op
from hjemmel.core.operators import FUNCTIONS, OPERATORS, Sense
from hjemmel.core.types import Days
from hjemmel.core.working_days import Calendar

_ONE = timedelta(days=1)
_EDGE = date(2023, 1, 31)
"""A day that the month after it does not have."""

Answer = Callable[[date], date | None]


@frozen(eq=False)
class Table:
    """What a growing function of a day answers: runs of days with one answer, or each itself.

    `answered` are the first and the last place at which there is an answer, if there is any, and
    `tree` the answer at the place `at_place`, in a context of its own, made when it is needed.
    """

    firsts: list[int]
    runs: list[int | None]
    answered: tuple[int, int] | None
    years: range
    at_place: Any

    @cached_property
    def tree(self) -> Any:
        """What it answers, as a tree of comparisons."""
        return self._among(0, len(self.runs))

    def _among(self, start: int, stop: int) -> Any:
        if stop - start == 1:
            found, like = self.runs[start], self.at_place
            return like if found is None else z3.IntVal(found, like.ctx)
        middle = (start + stop) // 2
        later = self.at_place >= self.firsts[middle]
        return z3.If(later, self._among(middle, stop), self._among(start, middle))

    def at(self, place: int) -> int:
        """The place of the answer at a known place."""
        found = self.runs[bisect_right(self.firsts, place) - 1]
        return place if found is None else found

    def value(self, place: Size) -> Size:
        """The place of the answer."""
        of, tree = (each.translate(place.ctx) for each in (self.at_place, self.tree))
        return z3.substitute(tree, (of, place))

    def answers(self, place: Size) -> Bit:
        """Whether there is one."""
        if self.answered is None:
            return False
        return conj([at_most(self.answered[0], place), at_most(place, self.answered[1])])


@frozen(eq=False)
class Tables:
    """The functions that ask a calendar: each is asked for every day of it, once."""

    place: Any = field(factory=lambda: z3.Int("sted", z3.Context()))
    made: dict[Any, Table] = field(factory=dict)

    def of(self, function: Op, argument: Any) -> Table:
        """What a function answers."""
        key = (function, argument)
        if key not in self.made:
            asked = FUNCTIONS[function]
            self.made[key] = _table(argument.calendar, lambda day: asked(day, argument), self.place)
        return self.made[key]


def _table(calendar: Calendar, answer: Answer, at_place: Any) -> Table:
    """The answers of a function on every day of a calendar, and those right beside it."""
    day, last = date(calendar.first, 1, 1) - _ONE, date(calendar.last, 12, 31) + _ONE
    firsts, runs, answered = [0], list[int | None]([None]), list[int]()
    while day <= last:
        found, place = answer(day), place_of(day)
        if found is not None:
            answered.append(place)
        to = None if found is None or found == day else place_of(found)
        if to != runs[-1]:
            firsts.append(place)
            runs.append(to)
        day += _ONE
    if runs[-1] is not None:
        firsts.append(place_of(last) + 1)
        runs.append(None)
    ends = (answered[0], answered[-1]) if answered else None
    years = range(calendar.first - 1, calendar.last + 2)
    return Table(firsts, runs, ends, years, at_place)


@frozen(eq=False)
class Functions:
    """The functions of one question."""

    space: Space
    tables: Tables

    def value(self, function: Op, argument: Any, of: Any) -> Any:
        """What a function gives; anything where it gives nothing."""
        match OPERATORS[function].sense:
            case Sense.MOVED:
                return self._moved(function, argument, of)
            case Sense.DAY_IN_YEAR:
                return dated(of, argument // 100 - 1, argument % 100 - 1)
            case Sense.YEAR_OF:
                return in_parts(self.space, of)[0]
            case Sense.PERIOD_OF:
                return self._period(of, argument)
            case Sense.END_OF:
                return self._end(of, argument)
            case Sense.YEARS_LATER:
                return of + argument
            case Sense.TIMES:
                return of * argument
            case _:  # one that asks the calendar
                return Day(self._by_calendar(self.tables.of(function, argument), of))

    def answers(self, function: Op, argument: Any, of: Any) -> Bit:
        """Whether a function that asks the calendar gives anything."""
        return self.tables.of(function, argument).answers(of.place)

    def _by_calendar(self, table: Table, of: Day) -> Size:
        """The place of the answer; of a day that is the same in every year, by the year."""
        if isinstance(of.place, int):
            return table.at(of.place)
        if of.parts is None or not all(isinstance(each, int) for each in of.parts[1:]):
            return table.value(of.place)
        year, month, day = of.parts
        found = of.place
        for each in table.years:
            place = dated(each, month, day).place
            answer = table.at(place)
            if answer != place:
                found = either(equal(year, each), answer, found)
        return found

    def _moved(self, function: Op, argument: int, of: Day) -> Day:
        parts = in_parts(self.space, of)
        if OPERATORS[function].unit == Days():
            return days_later(parts, argument)
        down, up = months_later(parts, argument)
        return up if FUNCTIONS[function](_EDGE, 1).day == 1 else down

    def _period(self, of: Day, months: int) -> Size:
        year, month, _ = in_parts(self.space, of)
        quarters = [at_most(first, month) for first in range(months, 12, months)]
        if months == 1:
            return 12 * year + month
        return 12 // months * year + sum(either(each, 1, 0) for each in quarters)

    def _end(self, of: Size, months: int) -> Day:
        """The last day of a period: its year, and which it is in it, are found from its number."""
        each_year = 12 // months
        if each_year == 1:
            return dated(of, 11, 30)
        if isinstance(of, int):
            year, rest = divmod(of, each_year)
        else:
            name = f"tidsrom!{of.get_id()}"
            year = self.space.whole(f"{name}.år", 1500, 2500)
            rest = self.space.whole(f"{name}.nr", 0, each_year - 1)
            self.space.hold([each_year * year + rest == of])
        month = months * rest + months - 1
        return dated(year, month, length_of(year, month) - 1)
