"""Messages point into the file as it stands, and not into the text as it is read."""

import unicodedata

import pytest

from hjemmel.source.columns import column_in_file
from hjemmel.source.signs import plain
from hjemmel.source.source import read_text
from hjemmel.source.span import Span

LINES = [
    "krav å være på plass",
    unicodedata.normalize("NFD", "krav å være på plass"),
    "ﬁnt oﬃsielt å",
    "\u00a0a\u2011b\tc “d” e",
    "å" + "\u0301\u0323" * 3 + "b",
    "",
]


@pytest.mark.parametrize("line", LINES)
def test_every_column_is_that_of_its_letter(line: str) -> None:
    """What stands before the column in the file is what stands before it in the text."""
    text = plain(line)
    for column in range(1, len(text) + 2):
        at = column_in_file(line, column) - 1
        assert len(plain(line[:at])) <= column - 1
        assert at == len(line) or len(plain(line[: at + 1])) > column - 1
    assert column_in_file(line, len(text) + 3) == len(line) + 3


def test_a_stretch_of_a_file() -> None:
    """In its own line of its own file; what is nowhere stays so."""
    raw = unicodedata.normalize("NFD", "\ufeffnå\r\nsåå her\r\n")
    source = read_text("r.ntr", raw)
    assert source.lines[1] == "såå her"
    span = source.in_file(Span("r.ntr", 2, 5, 8))
    assert source.raw_lines[1][span.column - 1 : span.end - 1] == "her"
    assert span.column == 7
    for other in (Span("annen.ntr", 2, 5, 8), Span("r.ntr", 0, 0, 0), Span("r.ntr", 9, 5, 8)):
        assert source.in_file(other) == other


def test_a_long_line_takes_no_time() -> None:
    """It is not gone through for every letter."""
    line = unicodedata.normalize("NFD", "å" * 200_000) + "x"
    assert column_in_file(line, 200_001) == 400_001
