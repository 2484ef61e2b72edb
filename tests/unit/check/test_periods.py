"""Wordings follow each other day by day."""

from datetime import date

import pytest

from hjemmel.check.periods import Lasting, check_periods, ends
from hjemmel.source.moment import Moment
from hjemmel.source.span import Span

DAYS = {
    "møtes": (("2011-01-01", "2021-12-31"), ("2022-01-01", None), ()),
    "samme dag i begge": (("2011-01-01", "2022-01-01"), ("2022-01-01", None), ("NTR401",)),
    "den første til den neste begynner": (("2011-01-01", None), ("2022-01-01", None), ()),
    "samme første dag": (("2011-01-01", "2011-01-01"), ("2011-01-01", None), ("NTR401",)),
    "begge uten slutt": (("2011-01-01", None), ("2011-01-01", None), ("NTR401",)),
    "én dag imellom": (("2011-01-01", "2021-12-30"), ("2022-01-01", None), ("NTR402",)),
    "over skuddag": (("2011-01-01", "2024-02-28"), ("2024-03-01", None), ("NTR402",)),
    "én dags ordlyd": (("2011-01-01", "2011-01-01"), ("2011-01-02", "2011-01-02"), ()),
    "år 4202": (("2011-01-01", "2021-12-31"), ("4202-01-01", None), ("NTR407",)),
    "slutter i år 9999": (("2011-01-01", "2021-12-31"), ("2022-01-01", "9999-12-31"), ("NTR407",)),
    "bakvendt": (("2011-01-01", "2010-12-31"), ("2022-01-01", None), ("NTR405",)),
    "i et tidsrom": (("2011-01-01", None), ("2022-01-01..2022-04-05", None), ()),
    "begge sider av et tidsrom": (
        ("2011-01-01", "2021-12-31..2022-04-04"),
        ("2022-01-01..2022-04-05", None),
        (),
    ),
    "to tidsrom for samme grense": (
        ("2011-01-01", "2021-12-31..2022-03-31"),
        ("2022-01-01..2022-04-05", None),
        ("NTR401",),
    ),
    "hull før et tidsrom": (
        ("2011-01-01", "2021-12-30"),
        ("2022-01-01..2022-04-05", None),
        ("NTR402",),
    ),
    "hvilken som er først": (
        ("2021-01-01..2022-03-31", None),
        ("2022-01-01..2022-04-05", None),
        ("NTR401",),
    ),
    "bakvendt tidsrom": (("2011-01-01", None), ("2022-04-05..2022-01-01", None), ("NTR405",)),
    "tidsrom i år 4202": (("2011-01-01", None), ("2022-04-05..4202-01-01", None), ("NTR407",)),
}


def _moment(text: str) -> Moment:
    first, _, last = text.partition("..")
    return Moment(date.fromisoformat(first), date.fromisoformat(last or first))


def _period(days: tuple[str, str | None], line: int) -> Lasting:
    first, last = days
    place = Span("regler.ntr", line, 1, 5)
    return Lasting(_moment(first), _moment(last) if last else None, place)


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


def test_without_a_last_day_it_lasts_until_the_next_begins() -> None:
    """The last day is known as well as the first day of what follows; the last has none."""
    first, second = (
        _period(("2011-01-01", None), 1),
        _period(("2022-01-01..2022-04-05", None), 2),
    )
    assert ends([second, first]) == {
        first.span: _moment("2021-12-31..2022-04-04"),
        second.span: None,
    }
