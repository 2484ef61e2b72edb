"""Days as a solver reckons with them: year, month and day, and hardly any division.

A day is placed by 372 · year + 31 · month + day, which orders days though it leaves holes. Then
years, months and days of a year are sums, and only days later need to carry: a few days a month at
a time, and many by the number of the day in its year.
"""

from datetime import date

from attrs import frozen

from hjemmel.backends.symbolic.logic import Bit, Size, at_most, conj, disj, either, equal, negation
from hjemmel.backends.symbolic.space import Space
from hjemmel.core.calendar import EARLIEST, LATEST

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 1
_SHORT = (3, 5, 8, 10)
_CARRIED = 28
_FEW = 3 * _CARRIED
_A_YEAR = 365
_NO_LEAP = tuple(year for year in range(1600, 2500, 100) if year % 400)


@frozen(eq=False)
class Day:
    """A day by its place, and by year, month and day where they are known; those last two are
    counted from 0."""

    place: Size
    parts: tuple[Size, Size, Size] | None = None


def dated(year: Size, month: Size, day: Size) -> Day:
    """A day by its parts."""
    return Day(372 * year + 31 * month + day, (year, month, day))


def day_of(written: date) -> Day:
    """A known day."""
    return dated(written.year, written.month - 1, written.day - 1)


def place_of(day: date) -> int:
    """Where a known day stands among all days."""
    return 372 * day.year + 31 * (day.month - 1) + day.day - 1


def day_at(place: int) -> date:
    """The known day that stands so."""
    year, rest = divmod(place, 372)
    return date(year, rest // 31 + 1, rest % 31 + 1)


def open_day(space: Space, name: str) -> Day:
    """Any day that a case may name."""
    year = space.whole(f"{name}.år", EARLIEST.year, LATEST.year)
    month, day = space.whole(f"{name}.måned", 0, 11), space.whole(f"{name}.dag", 0, 30)
    space.hold([_is_below(day, length_of(year, month))])
    return dated(year, month, day)


def in_parts(space: Space, day: Day) -> tuple[Size, Size, Size]:
    """Year, month and day, found from the place where they are not known."""
    if day.parts is not None:
        return day.parts
    name = f"dag!{day.place.get_id()}"
    year = space.whole(f"{name}.år", 1500, 2500)
    month, rest = space.whole(f"{name}.måned", 0, 11), space.whole(f"{name}.dag", 0, 30)
    space.hold([dated(year, month, rest).place == day.place])
    return year, month, rest


def chosen(bit: Bit, then: Day, otherwise: Day) -> Day:
    """The first where the bit is set, else the other."""
    place = either(bit, then.place, otherwise.place)
    if then.parts is None or otherwise.parts is None:
        return Day(place)
    year, month, day = (
        either(bit, *pair) for pair in zip(then.parts, otherwise.parts, strict=True)
    )
    return Day(place, (year, month, day))


def months_later(of: tuple[Size, Size, Size], months: int) -> tuple[Day, Day]:
    """The same date so many months on: rounded down, and rounded up."""
    year, month = _carried(of, months)
    length, day = length_of(year, month), of[2]
    fits = _is_below(day, length)
    down = dated(year, month, either(fits, day, length - 1))
    # The months without the day are never in December.
    return down, dated(year, either(fits, month, month + 1), either(fits, day, 0))


def days_later(of: tuple[Size, Size, Size], days: int) -> Day:
    """So many days on, a month at a time, or by the year where they are many."""
    if abs(days) > _FEW:
        return _by_the_year(of, days)
    while days:
        step = max(-_CARRIED, min(_CARRIED, days))
        days -= step
        of = _onwards(of, step) if step > 0 else _backwards(of, -step)
    return dated(*of)


def _onwards(of: tuple[Size, Size, Size], step: int) -> tuple[Size, Size, Size]:
    year, month, day = of
    length = length_of(year, month)
    fits = _is_below(day + step, length)
    next_year, next_month = _carried(of, 1)
    return (
        either(fits, year, next_year),
        either(fits, month, next_month),
        day + step - either(fits, 0, length),
    )


def _backwards(of: tuple[Size, Size, Size], step: int) -> tuple[Size, Size, Size]:
    year, month, day = of
    fits = at_most(step, day)
    last_year, last_month = _carried(of, -1)
    length = length_of(last_year, last_month)
    return (
        either(fits, year, last_year),
        either(fits, month, last_month),
        day - step + either(fits, 0, length),
    )


def _by_the_year(of: tuple[Size, Size, Size], days: int) -> Day:
    """The year so many whole years on, and there the number of the day, which may lie outside it.

    What the whole years leave is less than a year, and the leap days among them are not many: so
    the day is in the year that is met, in the one before, or in one of the two after.
    """
    year, month, day = of
    years, rest = divmod(days, _A_YEAR)
    met = year + years
    number = _first_of(month, year) + day + rest - (_leaps_before(met) - _leaps_before(year))
    for _ in range(2):
        length = _year_length(met)
        is_after = at_most(length, number)
        number, met = number - either(is_after, length, 0), met + either(is_after, 1, 0)
    is_before = at_most(number, -1)
    length = _year_length(met - 1)
    number, met = number + either(is_before, length, 0), met - either(is_before, 1, 0)
    return dated(met, *_on_the_day(number, met))


def _leaps_before(year: Size) -> Size:
    """The leap days of all years before one."""
    last = year - 1
    return _floor(last, 4) - _floor(last, 100) + _floor(last, 400)


def _floor(size: Size, by: int) -> Size:
    return size // by if isinstance(size, int) else size / by


def _first_of(month: Size, year: Size) -> Size:
    """The number of a month's first day in its year."""
    return sum(either(at_most(each, month), length_of(year, each - 1), 0) for each in range(1, 12))


def _on_the_day(number: Size, year: Size) -> tuple[Size, Size]:
    """The month and the day that has a number in the year."""
    begins: Size = 0
    month, before = 0, 0
    for each in range(11):
        length = length_of(year, each)
        begins = begins + length
        is_past = at_most(begins, number)
        month, before = month + either(is_past, 1, 0), before + either(is_past, length, 0)
    return month, number - before


def _carried(of: tuple[Size, Size, Size], months: int) -> tuple[Size, Size]:
    """The year and month so many months on."""
    (year, month, _), (years, rest) = of, divmod(months, 12)
    if not rest:
        return year + years, month
    over = at_most(12 - rest, month)
    return year + years + either(over, 1, 0), month + rest - either(over, 12, 0)


def _is_below(left: Size, right: Size) -> Bit:
    return negation(at_most(right, left))


def length_of(year: Size, month: Size) -> Size:
    """The days of a month."""
    if isinstance(month, int):
        return _of_february(year) if month == _FEBRUARY else _LENGTHS[month]
    is_short = disj([equal(month, each) for each in _SHORT])
    rest = either(is_short, 30, 31)
    return either(equal(month, _FEBRUARY), _of_february(year), rest)


def _year_length(year: Size) -> Size:
    return _A_YEAR - _LENGTHS[_FEBRUARY] + _of_february(year)


def _of_february(year: Size) -> Size:
    fourth = equal(year % 4, 0)
    return either(conj([fourth, *(negation(equal(year, e)) for e in _NO_LEAP)]), 29, 28)
