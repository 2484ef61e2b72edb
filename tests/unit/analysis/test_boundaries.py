"""The values at which a rule may change its mind."""

from datetime import date

from hjemmel.analysis.boundaries.constants import Constants
from hjemmel.core.nodes import Apply, Fact, Literal, Op
from hjemmel.core.types import Date, Whole, Year
from hjemmel.core.working_days import Calendar, DayOff

START = Fact("tjeneste", "start", Date())
YEAR_OF_START = Apply(Op.YEAR_OF, (START, Literal(0, Whole())))
YEAR_AFTER = Apply(Op.YEARS_LATER, (YEAR_OF_START, Literal(1, Whole())))


def test_a_day_is_on_each_side_of_a_year_that_its_own_is_held_against() -> None:
    """The year after that of the start is 2021 from the first day of 2020, and not before."""
    found = Constants((YEAR_AFTER, YEAR_OF_START, Literal(2021, Year()))).near(Date())
    assert {date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)} <= {*found}


def test_a_year_that_no_day_is_held_against_adds_no_days() -> None:
    """Fewer days are fewer cases to go through."""
    found = Constants((Literal(2021, Year()), Literal(date(2022, 1, 1), Date()))).near(Date())
    assert found == (date(2021, 12, 31), date(2022, 1, 1), date(2022, 1, 2))


def test_days_off_are_tried_after_each_boundary_and_where_a_day_of_the_year_is_one() -> None:
    """1 March is a Saturday in 2025; the first working day is the 3rd, and the last to be late."""
    first_of_march = Apply(Op.DAY_IN_YEAR, (Fact("rapport", "år", Year()), Literal(301, Whole())))
    by = Calendar("kalender", 2011, 2035, (DayOff(5, 1),))
    working = Apply(Op.WORKING_DAYS_FROM, (first_of_march, Literal(1, Whole())))
    at = Constants((working, first_of_march, Literal(date(2024, 2, 29), Date())), by)
    days = {*at.near(Date())}
    assert {2024, 2025} <= {*at.near(Year())}
    assert {date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 3), date(2025, 3, 4)} <= days
    assert {date(2024, 3, 2), date(2024, 5, 1)} <= days
    assert date(2035, 5, 1) not in days
