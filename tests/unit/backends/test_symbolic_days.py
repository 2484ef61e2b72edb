"""Days later, as a solver reckons: as the calendar does, however far, and in a few steps."""

from datetime import date, timedelta

import pytest
import z3
from hypothesis import example, given
from hypothesis import strategies as st

from hjemmel.backends.symbolic.days import day_at, days_later, open_day, place_of
from hjemmel.backends.symbolic.space import Space


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)), st.integers(-20_000, 20_000))
@example(date(2023, 12, 31), 366)
@example(date(2024, 2, 29), 365)
@example(date(1900, 3, 1), -85)
def test_a_known_day(day: date, days: int) -> None:
    """Over ends of months and years, leap days, and centuries that have none."""
    found = days_later((day.year, day.month - 1, day.day - 1), days)
    assert day_at(found.place) == day + timedelta(days)


@pytest.mark.parametrize("days", [84, 85, 365, 366, 3_653, -365, -1_000])
def test_a_day_that_is_open(days: int) -> None:
    """There is one such day so many days before each, and it is found."""
    for wanted in (date(2024, 2, 29), date(2100, 3, 1), date(2023, 12, 31)):
        space = Space()
        begun = open_day(space, "dag")
        assert begun.parts is not None
        later = days_later(begun.parts, days)
        solver = z3.SimpleSolver(ctx=space.context)
        solver.add(*space.valid, later.place == place_of(wanted))
        assert solver.check() == z3.sat
        place = solver.model().eval(begun.place).as_long()
        assert day_at(place) == wanted - timedelta(days)
