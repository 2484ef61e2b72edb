"""A day as people write one is read where it can be no other; else it is no day."""

from datetime import date

import pytest

from hjemmel.source.days import read_day, unsure_days

DAY = date(2027, 1, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31. januar 2027", "31 januar 2027", "31.januar 2027", " 31. Januar 2027 ", "31. jan. 2027",
        "den 31. januar 2027", "31.01.2027", "31.1.2027", "2027-01-31", "20270131",
    ],
)  # fmt: skip
def test_the_same_day(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["31.1.27", "31/1 2027", "31. februar 2027", "31.13.2027", "31. januar", "januar 2027",
     "1. ja 2027", "31. januar 2027 nr. 4", "", "i dag"],
)  # fmt: skip
def test_no_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "written", "likely"),
    [
        ("fra 31/1-27 til", "31/1-27", DAY),
        ("31.1.27", "31.1.27", DAY),
        ("31/1 2027", "31/1 2027", DAY),
        ("2027/1/31", "2027/1/31", DAY),
        ("31/13-27", "31/13-27", None),
    ],
)
def test_what_may_be_several_days(text: str, written: str, likely: date | None) -> None:
    [found] = unsure_days(text)
    assert (found.written, found.likely) == (written, likely)


@pytest.mark.parametrize(
    "text", ["31.01.2027", "2027-01-31", "§ 4-1-2", "nr. 1.2", "1-2", "1.2.3.4"]
)
def test_what_is_a_day_or_none_is_not_unsure(text: str) -> None:
    assert list(unsure_days(text)) == []
