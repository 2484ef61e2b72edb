"""Values as a Norwegian reader writes them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hjemmel.core import types
from hjemmel.words.values import day_of_year, listed, shown


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (date(2024, 3, 15), types.Date(), "15. mars 2024"),
        (123450, types.Money(), "1 234,50 kroner"),
        (50000, types.Money(), "500 kroner"),
        (-5, types.Money(), "-0,05 kroner"),
        (60, types.Months(), "5 år"),
        (18, types.Months(), "18 måneder"),
        (1, types.Months(), "1 måned"),
        (0, types.Months(), "0 måneder"),
        (1, types.Days(), "1 dag"),
        (30, types.Days(), "30 dager"),
        (2024, types.Year(), "2024"),
        (1234567, types.Whole(), "1 234 567"),
        (Decimal("1234.50"), types.Fraction(), "1 234,50"),
        (Decimal("-0.5"), types.Fraction(), "-0,5"),
        (True, types.Truth(), "ja"),
        (False, types.Assessed("departementet"), "nei"),
        ("Helse Vest", types.Enumerated("region"), "Helse Vest"),
        ((date(2024, 5, 1), None), types.Date(), "ikke utført"),
        ((2, None), types.Whole(), "minst 2"),
        ((None, 3), types.Whole(), "høyst 3"),
        ((1, 2), types.Whole(), "1 til 2"),
        ((2, 2), types.Whole(), "2"),
    ],
)
def test_a_value_is_shown_by_its_type(value: Any, kind: types.Type, text: str) -> None:
    """Dates in words, kroner and not øre, years where months make years."""
    assert shown(value, kind) == text


def test_a_list_of_words_ends_with_og() -> None:
    """One, two and three."""
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a og b", "a, b og c"]


def test_a_day_of_the_year_has_no_year() -> None:
    """Month × 100 + day."""
    assert day_of_year(115) == "15. januar"
