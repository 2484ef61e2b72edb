"""The ordered values at which a rule may change its mind: its constants, and one step either way.

Days are also moved by the rule's own functions, from its constants and from a leap day, since «ett
år etter» makes a boundary wherever the day it counts from may be.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import cached_property
from itertools import islice, pairwise, product

from attrs import frozen

from hjemmel.core.calendar import EARLIEST, LATEST, day_in_year, end_of, period_of
from hjemmel.core.nodes import Apply, Fact, Literal, Node, Op, Value
from hjemmel.core.operators import FUNCTIONS, OPERATORS, Sense
from hjemmel.core.types import (
    Date,
    Days,
    Fraction,
    Month,
    Months,
    Quarter,
    Type,
    Year,
    is_ordered,
    months_in,
)
from hjemmel.core.working_days import Calendar, InCalendar
from hjemmel.facts.faults import Mistake
from hjemmel.facts.numbers import FIRST_YEAR, LARGEST, LAST_YEAR, fraction

LEAP = date(2024, 2, 29)
_ONE = timedelta(days=1)
_STEPS = (-1, 0, 1)
_EXACT = Context(prec=80)
_SATURDAY, _WEEK = 5, 7


@frozen(slots=False)
class Constants:
    """The ordered values of some clauses, and the calendar by which they count working days."""

    nodes: tuple[Node, ...]
    calendar: Calendar | None = None

    def near(self, kind: Type) -> tuple[Value, ...]:
        """The values of a type that are at, right before or right after a boundary."""
        match kind:
            case Date():
                return self._days
            case Year():
                near = {year + step for year in self._years for step in _STEPS}
                return tuple(sorted(each for each in near if FIRST_YEAR <= each <= LAST_YEAR))
            case Quarter() | Month():
                return self._periods(kind)
            case Fraction():
                return self._fractions
            case _:
                found = {int(str(e.value)) for e in self._literals if e.type == kind} or {1}
                near = {each + step for each in found for step in _STEPS}
                least = 0 if isinstance(kind, (Months, Days)) else -LARGEST
                return tuple(sorted(each for each in near if least <= each <= LARGEST))

    @cached_property
    def _fractions(self) -> tuple[Decimal, ...]:
        """Between two numbers there is always a third: so the ones halfway are near too."""
        written = (str(each.value) for each in self._literals if isinstance(each.type, Fraction))
        at = sorted({Decimal(each) for each in written}) or [Decimal(1)]
        halfway = (_EXACT.multiply(_EXACT.add(*two), Decimal("0.5")) for two in pairwise(at))
        near = {*at, _EXACT.subtract(at[0], Decimal(1)), _EXACT.add(at[-1], Decimal(1)), *halfway}
        return tuple(sorted(each for each in near if _can_be_told(each)))

    @cached_property
    def _literals(self) -> tuple[Literal, ...]:
        return tuple(e for e in self.nodes if isinstance(e, Literal) and is_ordered(e.type))

    @cached_property
    def _calls(self) -> tuple[tuple[Op, int], ...]:
        """Each function of the clauses with its constant."""
        return tuple(dict.fromkeys(_calls(self.nodes)))

    def _of(self, sense: Sense) -> tuple[tuple[Op, int], ...]:
        """The calls of functions of one sense."""
        return tuple(call for call in self._calls if OPERATORS[call[0]].sense is sense)

    @cached_property
    def _seeds(self) -> set[date]:
        """Where days are counted from: written days, and a leap day where any are counted."""
        found = {each.value for each in self._literals if isinstance(each.value, date)}
        if self._of(Sense.MOVED) or not found or self._compares_days:
            found.add(LEAP)
        return found

    @cached_property
    def _compares_days(self) -> bool:
        """Whether two days of the case are held against each other."""
        return any(
            isinstance(each, Apply) and len(each.arguments) > 1
            and all(isinstance(e, Fact) and isinstance(e.type, Date) for e in each.arguments[:2])
            for each in self.nodes
        )  # fmt: skip

    @cached_property
    def _years(self) -> set[int]:
        written = {each.value for each in self._literals if isinstance(each.type, Year)}
        steps = {0} | {step for _, step in self._of(Sense.YEARS_LATER)}
        turning = {year - step for year, step in product(self._turning_years, steps)}
        return {each.year for each in self._seeds} | {int(str(e)) for e in written} | turning

    @cached_property
    def _new_years(self) -> set[date]:
        """The first day of each year at which a year asked for, or one counted from it, changes."""
        if not self._of(Sense.YEAR_OF):
            return set()
        steps = {0} | {step for _, step in self._of(Sense.YEARS_LATER)}
        written = {int(str(e.value)) for e in self._literals if isinstance(e.type, Year)}
        at = {year - step for year, step in product(written, steps)}
        return {date(year + step, 1, 1) for year, step in product(at, _STEPS)}

    @cached_property
    def _by(self) -> Calendar | None:
        """The calendar, where working days are asked for."""
        asked = (isinstance(e, Apply) and OPERATORS[e.operator].by_calendar for e in self.nodes)
        return self.calendar if any(asked) else None

    @cached_property
    def _around_days_off(self) -> set[date]:
        """The ends of the calendar, and after each boundary the first days off, of each sort."""
        by = self._by
        if by is None:
            return set()
        ends = date(by.first, 1, 1), date(by.last, 12, 31)
        named = sorted(day for day in by.named if day.weekday() < _SATURDAY)
        found = set(ends)
        for start in (each for each in self._seeds if by.covers(each)):
            found.add(start + (_SATURDAY - start.weekday()) % _WEEK * _ONE)
            found |= set(named[bisect_left(named, start) :][:1])
        return found

    @cached_property
    def _turning_years(self) -> set[int]:
        """The nearest years in which a day of the year is a day off, and is none."""
        by, latest = self._by, max((each.year for each in self._seeds), default=LEAP.year)
        if by is None:
            return set()
        years = sorted(range(by.first, by.last + 1), key=lambda year: (abs(year - latest), year))
        found: set[int] = set()
        for (_, constant), is_off in product(self._of(Sense.DAY_IN_YEAR), (True, False)):
            alike = (year for year in years if by.is_off(day_in_year(year, constant)) is is_off)
            found |= set(islice(alike, 1))
        return found

    def _counted(self, days: set[date]) -> set[date]:
        """The days that are some working days from others."""
        by = self._by
        if by is None:
            return set()
        calls = product(self._of(Sense.WORKING_DAYS), days)
        counted = (
            FUNCTIONS[function](day, InCalendar(number, by)) for (function, number), day in calls
        )
        return {day for day in counted if day is not None}

    def _periods(self, kind: Quarter | Month) -> tuple[int, ...]:
        """Quarters or months at a boundary, written or that of a written day."""
        written = {int(str(each.value)) for each in self._literals if each.type == kind}
        found = written | {period_of(each, months_in(kind)) for each in self._seeds}
        return tuple(sorted({each + step for each in found for step in _STEPS}))

    @cached_property
    def _ends(self) -> set[date]:
        """The last days of years, quarters and months that are asked for."""
        asked = {months for _, months in self._of(Sense.END_OF)}
        asked |= {months for _, months in self._of(Sense.PERIOD_OF)}
        found = {end_of(period_of(seed, months), months)
                 for seed, months in product(self._seeds, asked)}  # fmt: skip
        for each in self._literals:
            if isinstance(each.type, (Quarter, Month)) or (asked and isinstance(each.type, Year)):
                found.add(end_of(int(str(each.value)), months_in(each.type)))
        return found

    @cached_property
    def _days(self) -> tuple[date, ...]:
        found = self._seeds | self._new_years | self._ends
        for (function, constant), seed in product(self._of(Sense.MOVED), self._seeds):
            found.add(FUNCTIONS[function](seed, constant))
        found |= self._around_days_off
        years = {each.year + step for each, step in product(self._seeds, _STEPS)}
        for (_, constant), year in product(
            self._of(Sense.DAY_IN_YEAR), years | self._turning_years
        ):
            found.add(day_in_year(year, constant))
        found |= self._counted(found)
        near = {day + step for day in found for step in (-_ONE, timedelta(), _ONE)}
        return tuple(sorted(each for each in near if EARLIEST <= each <= LATEST))


def _can_be_told(number: Decimal) -> bool:
    """Whether a case may give the number."""
    return not isinstance(fraction(number), Mistake)


def _calls(nodes: Iterable[Node]) -> Iterator[tuple[Op, int]]:
    for each in nodes:
        if isinstance(each, Apply) and len(each.arguments) > 1:
            constant = each.arguments[1]
            if isinstance(constant, Literal) and isinstance(constant.value, int):
                yield each.operator, constant.value
