"""What is found of texts, with the ranges that an editor underlines."""

import pytest

import hjemmel
from support.engine_texts import PARKING


def test_nothing_is_found_of_what_is_right() -> None:
    """As many findings as the command has: none."""
    assert hjemmel.check_texts({"parkering": PARKING}) == ()


def test_a_range_is_that_of_the_text_as_it_is_written() -> None:
    """Lines and columns from 1, the end one past the last; in UTF-16 where that is asked for."""
    text = PARKING.replace("krav takst,", "krav a\u030a 🚲 takst, etter tull,")
    found = hjemmel.check_texts({"parkering": text})
    lines = text.split("\n")
    for each in found:
        line = lines[each.range.start_line - 1]
        assert each.range.end_line == each.range.start_line
        units = line.encode("utf-16-le")
        counted = each.range.in_utf16(text)
        start, end = 2 * (counted.start_column - 1), 2 * (counted.end_column - 1)
        told = line[each.range.start_column - 1 : each.range.end_column - 1]
        assert units[start:end].decode("utf-16-le") == told
    assert found[0].range.in_utf16(text).start_column == found[0].range.start_column + 1


def test_a_diagnostic_says_what_is_wrong_where_and_what_to_do() -> None:
    """A misspelt name, as it is told by the command."""
    text = PARKING.replace("plassens timer er høyst 2", "plassens tiimer er høyst 2")
    (found,) = hjemmel.check_texts({"parkering": text})
    assert (found.code, found.severity) == ("NTR204", hjemmel.Severity.ERROR)
    assert found.file == "parkering.ntr"
    assert text.split("\n")[found.range.start_line - 1][
        found.range.start_column - 1 : found.range.end_column - 1
    ] == "plassens tiimer"  # fmt: skip
    assert "mente du «plassens timer»?" in found.help
    assert found.place == "§ 1-1"
    assert [each.file for each in found.notes] == ["parkering.ntr"]


@pytest.mark.parametrize("names", [None, ["parkering"], ["parkering.ntr"]])
def test_a_warning_is_no_error(names: list[str] | None) -> None:
    """The rulebook can be used, and says what was found of it."""
    text = PARKING.replace("    antatt siste dag, brevet er udatert\n", "")
    (found,) = hjemmel.check_texts({"parkering": text}, names)
    assert (found.code, found.is_error) == ("NTR413", False)
    assert hjemmel.load_texts({"parkering": text}).warnings == (found,)


def test_what_is_missing_has_no_range() -> None:
    """A rulebook that nobody gave stands nowhere."""
    (found,) = hjemmel.check_texts({"parkering": PARKING}, ["annet"])
    assert (found.code, found.range.start_line, found.file) == ("NTR202", 0, "")
