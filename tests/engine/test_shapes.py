"""How a rule text looks in an editor: colours, folding, and the one layout."""

from itertools import pairwise
from pathlib import Path

import pytest

import hjemmel
from support.engine_texts import PARKING

RULES = Path(__file__).resolve().parents[2] / "rules"
SHIPPED = hjemmel.shipped_texts()


def coloured(text: str, line: str) -> list[tuple[str, hjemmel.Colour]]:
    """What each stretch of a line is."""
    rows = text.split("\n")
    number = rows.index(line) + 1
    return [
        (line[each.range.start_column - 1 : each.range.end_column - 1], each.colour)
        for each in hjemmel.colours({"x": text}, "x")
        if each.range.start_line == number
    ]


def applied(text: str, edits: tuple[hjemmel.TextEdit, ...]) -> str:
    """A text with some edits made in it."""
    rows = text.split("\n")
    starts = [sum(len(row) + 1 for row in rows[:n]) for n in range(len(rows) + 1)]

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    for each in sorted(edits, key=lambda edit: edit.range, reverse=True):
        where = each.range
        start = offset(where.start_line, where.start_column)
        end = offset(where.end_line, where.end_column)
        text = text[:start] + each.text + text[end:]
    return text


C = hjemmel.Colour


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("regelverk parkering", [("regelverk", C.KEYWORD), ("parkering", C.PROSE)]),
        ("  verdi bil", [("verdi", C.KEYWORD), ("bil", C.VALUE)]),
        ("§ 1-1 Parkering", [("§ 1-1 Parkering", C.HEADING)]),
        ("    betyr Det som står på plassen.",
         [("betyr", C.KEYWORD), ("Det som står på plassen.", C.PROSE)]),
        ("  opplysning naboer er liste av nabo, oppgis av eieren",
         [("opplysning", C.KEYWORD), ("naboer", C.FACT), ("er", C.KEYWORD),
          ("liste av", C.KEYWORD), ("nabo", C.PART), ("oppgis av", C.KEYWORD), ("eieren", C.BODY)]),
        ("krav korttid, etter forskrift § 1-1 første ledd",
         [("krav", C.KEYWORD), ("korttid", C.NORM), ("etter", C.KEYWORD),
          ("forskrift § 1-1 første ledd", C.CITATION)]),
        ("  gjelder når plassens kjøretøy er bil",
         [("gjelder når", C.KEYWORD), ("plassens", C.PART), ("kjøretøy", C.FACT),
          ("er", C.KEYWORD), ("bil", C.VALUE)]),
        ("    oppfylt når plassens timer er høyst 2",
         [("oppfylt når", C.KEYWORD), ("plassens", C.PART), ("timer", C.FACT),
          ("er høyst", C.KEYWORD), ("2", C.NUMBER)]),
        ("  fra 1. januar 2020 til og med 31. desember 2021",
         [("fra", C.KEYWORD), ("1. januar 2020", C.NUMBER), ("til og med", C.KEYWORD),
          ("31. desember 2021", C.NUMBER)]),
    ],
)  # fmt: skip
def test_what_each_stretch_is(line: str, found: list[tuple[str, hjemmel.Colour]]) -> None:
    """Words of the language, and names by what they refer to."""
    assert coloured(PARKING, line) == found


def test_a_line_that_cannot_be_read_has_the_words_of_the_language() -> None:
    """And no names."""
    line = "  gjelder når plassens kjøretøy ??? er"
    text = PARKING.replace("  gjelder når plassens kjøretøy er bil", line)
    assert coloured(text, line) == [("gjelder når", C.KEYWORD), ("er", C.KEYWORD)]


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_stretches_stand_in_order_and_apart(name: str) -> None:
    """In all that is shipped; and nearly every line has some."""
    found = hjemmel.colours(SHIPPED, name)
    ranges = [each.range for each in found]
    for one, other in pairwise(ranges):
        assert (one.end_line, one.end_column) <= (other.start_line, other.start_column)
    lines = {each.start_line for each in ranges}
    written = [n for n, row in enumerate(SHIPPED[name].split("\n"), 1) if row.strip()]
    assert set(written) <= lines


def test_what_is_folded() -> None:
    """Sections, blocks, and what stands further in below a line."""
    found = {(each.start_line, each.end_line) for each in hjemmel.folding(PARKING)}
    rows = PARKING.split("\n")
    norm = rows.index("krav korttid, etter forskrift § 1-1 første ledd") + 1
    assert (norm, norm + 8) in found
    assert (norm + 3, norm + 5) in found  # the wording of 2020
    section = rows.index("§ 1-1 Parkering") + 1
    assert (section, len(rows) - 1) in found
    assert hjemmel.folding("") == ()
    assert all(each.start_line < each.end_line for each in hjemmel.folding("krav x\n  \n\n og y"))


@pytest.mark.parametrize(
    "text",
    [
        PARKING,
        PARKING.rstrip("\n"),
        f"{PARKING}\n\n\n",
        PARKING.replace("  gjelder når", "gjelder  når"),
        PARKING.replace("\n\nkrav", "\n\n\n\n\nkrav"),
        "",
        "regelverk x",
        "   regelverk x\n",
        PARKING.replace("\n", "\r\n"),
        "regelverk  x\r\n\r\n\r\nkilde y, gjelder fra 1. januar 2020",
    ],
)
def test_the_layout_as_edits(text: str) -> None:
    """They give what the formatter writes, with the line ends of the text."""
    edits = hjemmel.format_edits(text)
    assert edits is not None
    after = applied(text, edits)
    assert hjemmel.format_edits(after) == ()
    end = "\r\n" if "\r\n" in text else "\n"
    assert after.replace(end, "").count("\n") == 0
    if text:
        assert after.endswith(end)


def test_only_what_differs_is_changed() -> None:
    """One line wrong is one edit; a text with errors has none."""
    once = hjemmel.format_edits(PARKING)
    assert once is not None
    tidy = applied(PARKING, once)
    line = next(row for row in tidy.split("\n") if "kjøretøy er bil" in row)
    (edit,) = hjemmel.format_edits(tidy.replace(line, line.strip())) or ()
    assert edit.text == f"{line}\n"
    assert hjemmel.format_edits("krav") is None
