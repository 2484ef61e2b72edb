"""A boundary that is a day, or known only within a span."""

from datetime import date

import pytest

from hjemmel.source.moment import (
    Moment,
    moment,
    moment_in_words,
    month_of,
    period_in_words,
    year_of,
)

WORDS = {
    "1. januar 2024": moment(date(2024, 1, 1)),
    "en dag i 2022": year_of(2022),
    "en dag i mars 2025": month_of(2025, 3),
    "en dag i desember 2025": month_of(2025, 12),
    "en dag mellom 1. januar 2024 og 5. april 2024": Moment(date(2024, 1, 1), date(2024, 4, 5)),
    "en dag mellom 1. januar 2024 og 29. februar 2024": Moment(date(2024, 1, 1), date(2024, 2, 29)),
}


@pytest.mark.parametrize("words", WORDS)
def test_in_words(words: str) -> None:
    """In the shortest way that says which days it may be."""
    found = WORDS[words]
    assert found is not None
    assert moment_in_words(found) == words


def test_the_day_before_and_after() -> None:
    """Of a span, both ends move."""
    after = month_of(2024, 2).day_after
    assert after == Moment(date(2024, 2, 2), date(2024, 3, 1))
    assert after.day_before == month_of(2024, 2)


def test_a_period_in_words() -> None:
    """Without a first or a last day it has no limit there."""
    assert period_in_words(None, None) == "uten tidsgrense"
    assert period_in_words(None, year_of(2022)) == "til og med en dag i 2022"
    known = moment(date(2024, 1, 1))
    assert period_in_words(known, None) == "fra 1. januar 2024"
