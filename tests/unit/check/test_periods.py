"""Wordings follow each other day by day."""

from datetime import date

import pytest

from hjemmel.check.periods import check_periods
from hjemmel.source.span import Span

DAYS = {
    "møtes": (("2011-01-01", "2021-12-31"), ("2022-01-01", None), ()),
    "samme dag i begge": (("2011-01-01", "2022-01-01"), ("2022-01-01", None), ("NTR401",)),
    "den første uten slutt": (("2011-01-01", None), ("2022-01-01", None), ("NTR401",)),
    "samme første dag": (("2011-01-01", "2011-01-01"), ("2011-01-01", None), ("NTR401",)),
    "én dag imellom": (("2011-01-01", "2021-12-30"), ("2022-01-01", None), ("NTR402",)),
    "over skuddag": (("2011-01-01", "2024-02-28"), ("2024-03-01", None), ("NTR402",)),
    "én dags ordlyd": (("2011-01-01", "2011-01-01"), ("2011-01-02", "2011-01-02"), ()),
    "år 4202": (("2011-01-01", "2021-12-31"), ("4202-01-01", None), ("NTR407",)),
    "slutter i år 9999": (("2011-01-01", "2021-12-31"), ("2022-01-01", "9999-12-31"), ("NTR407",)),
    "bakvendt": (("2011-01-01", "2010-12-31"), ("2022-01-01", None), ("NTR405",)),
}


def _period(days: tuple[str, str | None], line: int) -> tuple[date, date | None, Span]:
    first, last = days
    return (
        date.fromisoformat(first),
        date.fromisoformat(last) if last else None,
        Span("regler.ntr", line, 1, 5),
    )


@pytest.mark.parametrize("name", DAYS)
def test_holes_and_overlaps(name: str) -> None:
    """A day has one wording: not two, and between the first and the last not none."""
    first, second, expected = DAYS[name]
    periods = [_period(first, 1), _period(second, 2)]
    assert tuple(each.code for each in check_periods(periods)) == expected


@pytest.mark.parametrize("name", DAYS)
def test_the_order_written_does_not_matter(name: str) -> None:
    """The finding is the same when the later wording is written first."""
    first, second, expected = DAYS[name]
    periods = [_period(second, 2), _period(first, 1)]
    assert tuple(each.code for each in check_periods(periods)) == expected


def test_before_the_first_and_after_the_last_there_may_be_none() -> None:
    """A norm may begin and end."""
    assert check_periods([_period(("2022-01-01", "2023-12-31"), 1)]) == []
