"""Months and years where the same date is not to be had."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from hjemmel.core import calendar
from hjemmel.core.operators import FUNCTIONS

# from, months, rounded down, rounded up
MONTHS = [
    (date(2024, 1, 15), 1, date(2024, 2, 15), date(2024, 2, 15)),
    (date(2024, 1, 31), 1, date(2024, 2, 29), date(2024, 3, 1)),
    (date(2023, 1, 31), 1, date(2023, 2, 28), date(2023, 3, 1)),
    (date(2023, 1, 29), 1, date(2023, 2, 28), date(2023, 3, 1)),
    (date(2024, 1, 29), 1, date(2024, 2, 29), date(2024, 2, 29)),
    (date(2024, 2, 29), 12, date(2025, 2, 28), date(2025, 3, 1)),
    (date(2024, 2, 29), 48, date(2028, 2, 29), date(2028, 2, 29)),
    (date(2024, 2, 29), -12, date(2023, 2, 28), date(2023, 3, 1)),
    (date(2024, 3, 31), -1, date(2024, 2, 29), date(2024, 3, 1)),
    (date(2024, 3, 31), 1, date(2024, 4, 30), date(2024, 5, 1)),
    (date(2024, 12, 31), 1, date(2025, 1, 31), date(2025, 1, 31)),
    (date(2024, 1, 31), -1, date(2023, 12, 31), date(2023, 12, 31)),
    (date(2024, 1, 31), -2, date(2023, 11, 30), date(2023, 12, 1)),
    (date(2024, 12, 31), 2, date(2025, 2, 28), date(2025, 3, 1)),
    (date(2024, 5, 31), 0, date(2024, 5, 31), date(2024, 5, 31)),
    (date(1899, 12, 31), 2, date(1900, 2, 28), date(1900, 3, 1)),
    (date(1999, 12, 31), 2, date(2000, 2, 29), date(2000, 3, 1)),
]


@pytest.mark.parametrize(("day", "months", "down", "up"), MONTHS)
def test_months_later(day: date, months: int, down: date, up: date) -> None:
    """The last day of the month, or the first of the next, where it has no such date."""
    assert calendar.months_later_down(day, months) == down
    assert calendar.months_later_up(day, months) == up


@pytest.mark.parametrize("name", ["måneder_etter_ned", "måneder_etter_opp"])
@pytest.mark.parametrize("months", [-13, -12, -1, 1, 6, 12])
def test_months_grow_with_the_day(name: str, months: int) -> None:
    """A later day never gives an earlier one; intervals rest on that."""
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(800)]
    later = [FUNCTIONS[name](day, months) for day in days]
    assert all(one <= other for one, other in pairwise(later))


def test_days_later() -> None:
    """Over the leap day, both ways."""
    assert calendar.days_later(date(2024, 2, 28), 1) == date(2024, 2, 29)
    assert calendar.days_later(date(2023, 2, 28), 1) == date(2023, 3, 1)
    assert calendar.days_later(date(2024, 3, 1), -1) == date(2024, 2, 29)


def test_a_day_in_a_year() -> None:
    """Month and day are written together."""
    assert calendar.day_in_year(2024, 1231) == date(2024, 12, 31)
    assert calendar.day_in_year(2024, 301) == date(2024, 3, 1)


def test_years() -> None:
    """The year of a day, and years on."""
    assert calendar.year_of(date(2024, 12, 31)) == 2024
    assert calendar.years_later(2024, -1) == 2023


def test_no_sum_leaves_the_calendar() -> None:
    """From the last day a case may name, a century more is still a day."""
    assert calendar.months_later_up(calendar.LATEST, 1200) == date(2299, 12, 31)
    assert calendar.months_later_down(calendar.EARLIEST, -1200) == date(1700, 1, 1)
