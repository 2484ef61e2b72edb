"""Arithmetic on days and years. All functions grow with their first argument."""

from datetime import date, timedelta
from decimal import Context, Decimal

EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)
"""Days a case may name; far enough inside `date` that no sum of them leaves it."""

_EXACT = Context(prec=80)
"""Room for any product of two numbers that a case or rule can name."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


def _length(year: int, month: int) -> int:
    """The days of a month. Not from the standard library, whose calendar takes long to import."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (leap and month == _FEBRUARY)


def months_later_down(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def months_later_up(day: date, months: int) -> date:
    """The same day of a later month, or the first day of the next where it has none."""
    down = months_later_down(day, months)
    return down if down.day == day.day else down + timedelta(days=1)


def days_later(day: date, days: int) -> date:
    """The day a number of days later (or earlier)."""
    return day + timedelta(days=days)


def day_in_year(year: int, month_and_day: int) -> date:
    """The day of a year, with month and day written as month × 100 + day; never 29 February."""
    return date(year, month_and_day // 100, month_and_day % 100)


def year_of(day: date) -> int:
    """The calendar year of a day."""
    return day.year


def period_of(day: date, months: int) -> int:
    """The quarter (of 3 months) or the month (of 1) that a day is in, counted from year 0."""
    return (day.year * 12 + day.month - 1) // months


def end_of(period: int, months: int) -> date:
    """The last day of a year, quarter or month, by how many months it is."""
    year, month = divmod((period + 1) * months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def steps(first: int, last: int) -> int:
    """How many there are from the first to the last, both counted; none where it is after."""
    return max(0, last - first + 1)


def years_later(year: int, years: int) -> int:
    """The year a number of years later (or earlier)."""
    return year + years


def times(number: int | Decimal, factor: int) -> int | Decimal:
    """An exact multiple; the factor is never negative."""
    return number * factor if isinstance(number, int) else _EXACT.multiply(number, Decimal(factor))
