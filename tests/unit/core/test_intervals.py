"""Comparison between intervals, the row «frist», and functions of one end at a time."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hjemmel.backends.plain import Plain
from hjemmel.core.operators import OPERATORS

VALUE = {"+": (True, False), "-": (False, True), "?": (False, False)}
ALGEBRA = Plain()


def meaning(operator: str, *arguments: Any) -> Any:
    """The meaning of an operator on plain values."""
    return OPERATORS[operator].meaning(ALGEBRA, *arguments)


# left, right: = ≥ ≤ > <
COMPARISONS = [
    ((2, 2), (2, 2), "+ + + - -"),
    ((1, 1), (2, 2), "- - + - +"),
    ((2, 2), (1, 1), "- + - + -"),
    ((None, None), (2, 2), "? ? ? ? ?"),
    ((2, 2), (None, None), "? ? ? ? ?"),
    ((None, None), (None, None), "? ? ? ? ?"),
    ((1, 3), (2, 2), "? ? ? ? ?"),
    ((1, 2), (2, 2), "? ? + - ?"),
    ((2, 3), (2, 2), "? + ? ? -"),
    ((1, 2), (3, 4), "- - + - +"),
    ((3, 4), (1, 2), "- + - + -"),
    ((1, 3), (2, 4), "? ? ? ? ?"),
    ((1, 2), (2, 3), "? ? + - ?"),
    ((2, None), (2, 2), "? + ? ? -"),
    ((3, None), (2, 2), "- + - + -"),
    ((1, None), (2, 2), "? ? ? ? ?"),
    ((0, None), (0, 0), "? + ? ? -"),
    ((2, None), (1, 2), "? + ? ? -"),
    ((2, None), (2, None), "? ? ? ? ?"),
    ((None, 2), (2, 2), "? ? + - ?"),
    ((None, 1), (2, None), "- - + - +"),
]


@pytest.mark.parametrize(("left", "right", "expected"), COMPARISONS)
def test_a_comparison_holds_when_all_pairs_satisfy_it(left: Any, right: Any, expected: str) -> None:
    """And fails when no pair does."""
    operators = ("lik", "minst", "høyst", "mer_enn", "mindre_enn")
    found = [meaning(each, left, right) for each in operators]
    assert found == [VALUE[each] for each in expected.split()]


@pytest.mark.parametrize(("left", "right", "expected"), COMPARISONS)
def test_days_are_compared_as_numbers_are(left: Any, right: Any, expected: str) -> None:
    """The words for days have the meaning of the words for numbers."""
    days = [tuple(each and date(2024, 1, each + 1) if each is not None else None for each in pair)
            for pair in (left, right)]  # fmt: skip
    found = [meaning(each, *days) for each in ("lik", "tidligst", "senest", "etter", "før")]
    assert found == [VALUE[each] for each in expected.split()]


def test_decimals_are_exact() -> None:
    """0.1 · 3 is 0.3."""
    tenth = (Decimal("0.1"), Decimal("0.1"))
    thrice = meaning("ganger", tenth, 3)
    assert meaning("lik", thrice, (Decimal("0.30"), Decimal("0.30"))) == VALUE["+"]


def test_a_product_of_decimals_is_never_rounded() -> None:
    """Excess precision is an error, or the product is exact; it is never another number."""
    third = Decimal("0.3333333333333333333333333333")
    product = meaning("ganger", (third, third), 7)
    assert product[0] == Decimal("2.3333333333333333333333333331")


# --- names -----------------------------------------------------------------------------------

NAMES = [("a", "a", "+"), ("a", "b", "-"), (None, "a", "?"), ("a", None, "?"), (None, None, "?")]


@pytest.mark.parametrize(("left", "right", "expected"), NAMES)
def test_names_are_alike_or_not(left: Any, right: Any, expected: str) -> None:
    """Two unknown names are not known to be the same."""
    assert meaning("er", left, right) == VALUE[expected]


@pytest.mark.parametrize(
    ("value", "allowed", "expected"),
    [("a", "ab", "+"), ("b", "ab", "+"), ("c", "ab", "-"), (None, "ab", "?")],
)
def test_membership(value: Any, allowed: str, expected: str) -> None:
    """One of them, none of them, or unknown."""
    assert meaning("er_blant", value, *allowed) == VALUE[expected]


# --- frist -----------------------------------------------------------------------------------

P = date(2024, 5, 1)
DAY_BEFORE, DAY_AFTER, LATER = date(2024, 4, 30), date(2024, 5, 2), date(2024, 5, 3)
NOT_DONE, UNKNOWN = (P, None), (None, None)

# act, last day: outcome on the day of evaluation, 1 May
DEADLINES = [
    # t ≤ p: t ≤ D holds, t > D fails
    (DAY_BEFORE, DAY_BEFORE, "+"),
    (DAY_BEFORE, P, "+"),
    (DAY_BEFORE, DAY_AFTER, "+"),
    (P, DAY_BEFORE, "-"),
    (P, P, "+"),
    (P, DAY_AFTER, "+"),
    # t > p: p ≤ D awaits, p > D fails
    (DAY_AFTER, DAY_BEFORE, "-"),
    (DAY_AFTER, P, "?"),
    (DAY_AFTER, DAY_AFTER, "?"),
    (DAY_AFTER, LATER, "?"),
    (LATER, DAY_AFTER, "?"),
    # stated as not done: the same
    (NOT_DONE, DAY_BEFORE, "-"),
    (NOT_DONE, P, "?"),
    (NOT_DONE, DAY_AFTER, "?"),
    # not told: silence is never a breach
    (UNKNOWN, DAY_BEFORE, "?"),
    (UNKNOWN, P, "?"),
    (UNKNOWN, DAY_AFTER, "?"),
    # the last day is unknown
    (DAY_BEFORE, UNKNOWN, "?"),
    (P, UNKNOWN, "?"),
    (DAY_AFTER, UNKNOWN, "?"),
    (NOT_DONE, UNKNOWN, "?"),
    (UNKNOWN, UNKNOWN, "?"),
]


@pytest.mark.parametrize(("act", "last", "expected"), DEADLINES)
def test_a_deadline(act: Any, last: Any, expected: str) -> None:
    """Act and last day before, on and after the day of evaluation."""
    ends = [each if isinstance(each, tuple) else (each, each) for each in (act, last)]
    assert meaning("innen_frist", *ends, (P, P)) == VALUE[expected]


# --- functions -------------------------------------------------------------------------------


def test_a_function_keeps_an_open_end_open() -> None:
    """An act not done, and then some months, is still not before a certain day."""
    later = meaning("måneder_etter_ned", (date(2024, 1, 31), None), 1)
    assert later == (date(2024, 2, 29), None)


@pytest.mark.parametrize(
    ("left", "right", "latest", "earliest"),
    [
        ((1, 1), (2, 2), (2, 2), (1, 1)),
        ((1, 3), (2, 2), (2, 3), (1, 2)),
        ((1, None), (2, 2), (2, None), (1, None)),
        ((None, None), (2, 2), (None, None), (None, None)),
    ],
)
def test_the_later_and_the_earlier(left: Any, right: Any, latest: Any, earliest: Any) -> None:
    """End by end; open where either is."""
    assert meaning("seneste", left, right) == latest
    assert meaning("tidligste", left, right) == earliest
