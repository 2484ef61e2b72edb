"""Working days by the calendar of a rulebook.

A day of the calendar's years is a working day unless it is a Saturday, a Sunday or one of the
days off that the calendar names. Of a day outside those years nothing is known.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from attrs import field, frozen

from hjemmel.source.span import NOWHERE, Span

_ONE = timedelta(days=1)
_SATURDAY = 5


@frozen
class DayOff:
    """A day that is no working day, in one year or in all of them, and what it is called."""

    month: int
    day: int
    year: int | None = None
    name: str = ""


@frozen(slots=False, cache_hash=True)
class Calendar:
    """The days off from the first day of a year to the last day of another."""

    name: str
    first: int
    last: int
    days_off: tuple[DayOff, ...] = ()
    span: Span = field(default=NOWHERE, eq=False)

    def covers(self, day: date) -> bool:
        """Whether the day is in the years of the calendar."""
        return self.first <= day.year <= self.last

    def is_off(self, day: date) -> bool:
        """Whether a day that the calendar covers is no working day."""
        return day.weekday() >= _SATURDAY or day in self.named

    @cached_property
    def named(self) -> Mapping[date, str]:
        """The days off that the calendar names, with what they are called."""
        found: dict[date, str] = {}
        for each in self.days_off:
            years = range(self.first, self.last + 1) if each.year is None else (each.year,)
            found |= {date(year, each.month, each.day): each.name for year in years}
        return found

    @cached_property
    def working(self) -> tuple[date, ...]:
        """All working days, in order."""
        start = date(self.first, 1, 1)
        count = (date(self.last, 12, 31) - start).days + 1
        days = (start + timedelta(days=number) for number in range(count))
        return tuple(day for day in days if not self.is_off(day))


@frozen
class InCalendar:
    """A number, and the calendar that it is counted in."""

    number: int
    calendar: Calendar


def working_days_later(day: date, count: InCalendar) -> date | None:
    """The so-manieth working day after a day, or before it where the number is negative.

    None where a day that must be counted is outside the calendar.
    """
    return _counted(day + (_ONE if count.number > 0 else -_ONE), count)


def working_days_from(day: date, count: InCalendar) -> date | None:
    """As `working_days_later`, where the day itself counts if it is a working day."""
    return _counted(day, count)


def _counted(first: date, count: InCalendar) -> date | None:
    """The so-manieth working day from and with the first that may be counted."""
    days = count.calendar.working
    if not count.calendar.covers(first):
        return None
    forward = bisect_left(days, first) + count.number - 1
    at = forward if count.number > 0 else bisect_right(days, first) + count.number
    return days[at] if 0 <= at < len(days) else None


def end_of_run(day: date, run: InCalendar) -> date:
    """The first day, from a day on, that is not known to be of a kind.

    The kind is working days where the number is 1, and days off where it is 0.
    """
    while run.calendar.covers(day) and run.calendar.is_off(day) == (run.number == 0):
        day += _ONE
    return day
