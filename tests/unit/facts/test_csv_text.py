"""What is written as CSV is no formula, and is read back as it was."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmel.facts.csv_text import csv_text, guarded, unguarded
from hjemmel.source.shown import shown
from support.unseen import unseen_in

FORMULAS = ["=1+1", '=HYPERLINK("http://x";"y")', "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "'=1",
            "''@x", "-", "- punkt"]  # fmt: skip
NUMBERS = ["-5", "-5,3", "-1 000,50", "+47", "12", "3.5"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_guarded(text: str) -> None:
    """With one apostrophe more than it had."""
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", [*NUMBERS, "a=1", "'sitat'", "", "§ 4-2", "'"])
def test_a_number_and_all_else_is_left_alone(text: str) -> None:
    """A program that reads numbers finds them."""
    assert guarded(text) == text == unguarded(text)


@given(rows=st.lists(st.lists(st.text(), min_size=2), min_size=1))
def test_what_is_read_back_is_what_was_written(rows: list[list[str]]) -> None:
    """Quotation marks, semicolons and apostrophes included; only what is not seen is told apart."""
    text = csv_text(rows, "\n")
    assert not unseen_in(text)
    read = [[unguarded(each) for each in row] for row in csv.reader(StringIO(text), delimiter=";")]
    assert read == [[shown(each) for each in row] for row in rows]


def test_no_row_begins_as_a_command_to_a_build_server() -> None:
    """The cell is put in quotation marks, and reads the same."""
    text = csv_text([["::error::x", "b"]], "\n")
    assert text == '"::error::x";b\n'
