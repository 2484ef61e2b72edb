"""Which sheets of a workbook are read, and what the others cost."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from attrs import evolve

from hjemmel.case.statements import Entries
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import Reading, read_cases

Rows = Sequence[Sequence[object]]
ReadSheets = Callable[..., Reading]
Write = Callable[[Path, Mapping[str, Rows]], None]

CASES: Rows = [["sak", "steder"], ["A"], ["B", "ingen"]]
ONE: Rows = [["sak", "helseforetak"], ["A", "OUS"]]
OTHER: Rows = [["sak", "helseforetak"], ["A", "Haukeland"], ["B", "St. Olav"]]


@pytest.fixture
def read_sheets(tmp_path: Path, schema: Schema) -> ReadSheets:
    """Reads rows of cells as the sheets of a workbook, some of them hidden."""

    def reading(sheets: Mapping[str, Rows], hidden: Collection[str] = ()) -> Reading:
        path = tmp_path / "s.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
                if name in hidden:
                    sheet.hide()
        return read_cases(path, schema)

    return reading


def lists(reading: Reading) -> list[tuple[int, bool] | None]:
    """How many places each case is known to have, and whether those are all."""
    found = [each.records.get("tjeneste", {}).get("steder") for each in reading.cases]
    return [None if each is None else _told(each[0].content) for each in found]


def _told(content: object) -> tuple[int, bool]:
    assert isinstance(content, Entries)
    return len(content.members), content.complete


def test_two_sheets_of_one_list(read_sheets: ReadSheets) -> None:
    """Nobody knows which to believe: neither is read, and no list is known to be whole."""
    reading = read_sheets({"saker": CASES, "tjeneste.steder": ONE, "tjeneste.steder ": OTHER})
    (unread,) = reading.unread
    assert (unread.code, unread.place) == ("NTR508", "tjeneste.steder ")
    assert "«tjeneste.steder», «tjeneste.steder »" in unread.reason
    assert "ingen av dem er lest" in unread.reason
    assert lists(reading) == [None, (0, False)]


@pytest.mark.parametrize("hidden", ["tjeneste.steder", "tjeneste.steder "])
def test_a_hidden_sheet_beside_one_that_is_seen(read_sheets: ReadSheets, hidden: str) -> None:
    """What everybody sees is read; the other may tell of more."""
    sheets = {"saker": CASES, "tjeneste.steder": ONE, "tjeneste.steder ": ONE}
    reading = read_sheets(sheets, {hidden})
    (unread,) = reading.unread
    assert "«tjeneste.steder», «tjeneste.steder »" in unread.reason
    assert lists(reading) == [(1, False), (0, False)]


def test_an_empty_sheet_beside_one_with_rows(read_sheets: ReadSheets) -> None:
    """One that says nothing is in nobody's way."""
    sheets = {"saker": CASES, "tjeneste.steder": ONE[:1], "tjeneste.steder ": ONE}
    reading = read_sheets(sheets)
    assert not reading.unread
    assert lists(reading) == [(1, True), (0, True)]


def test_the_only_sheet_of_a_list_is_hidden(read_sheets: ReadSheets) -> None:
    """It is read, and a note says so."""
    reading = read_sheets({"saker": CASES, "tjeneste.steder": ONE}, {"tjeneste.steder"})
    assert lists(reading) == [(1, True), (0, True)]
    (note,) = reading.notes
    assert note.place == "tjeneste.steder"
    assert "er skjult, men er det eneste for listen" in note.text


@pytest.mark.parametrize("head", [["helseforetak"], ["sak", "helseforetak", "helseforetak"]])
def test_a_sheet_that_cannot_be_used(read_sheets: ReadSheets, head: Sequence[str]) -> None:
    """Whose rows they are is not known, so no list is known to be whole."""
    cases = [["sak", "steder", "steder.senger"], ["A", "", 4], ["B", "ingen", ""]]
    reading = read_sheets({"saker": cases, "tjeneste.steder": [head, ["OUS"]]})
    assert lists(reading) == [(1, False), (0, False)]
    assert [each.record for each in reading.rejected] == ["tjeneste.steder"]


@pytest.mark.parametrize("name", ["Tjeneste.Steder", "TJENESTE.STEDER", " tjeneste.steder"])
def test_capitals_and_blanks_in_the_name_mean_nothing(read_sheets: ReadSheets, name: str) -> None:
    """Excel tells no names apart by them."""
    reading = read_sheets({"saker": CASES, name: ONE})
    assert lists(reading) == [(1, True), (0, True)]
    assert not reading.notes


@pytest.mark.parametrize(
    "name", ["tjeneste.sted", "steder 2024", "Tjeneste.Steder (2)", "tjenste.steder"]
)
@pytest.mark.parametrize("hidden", [False, True])
def test_a_sheet_that_may_be_meant_for_a_list(
    read_sheets: ReadSheets, name: str, hidden: bool
) -> None:
    """It is told as not read, and the list may have more than what is read."""
    cases = [["sak", "steder", "steder.senger"], ["A", "", 4], ["B", "ingen", ""]]
    reading = read_sheets({"saker": cases, name: OTHER}, {name} if hidden else ())
    (unread,) = reading.unread
    assert (unread.code, unread.place) == ("NTR503", name)
    assert "mente du «tjeneste.steder»?" in unread.help
    assert lists(reading) == [(1, False), (0, False)]
    assert not reading.notes


@pytest.mark.parametrize("name", ["saker 2", "Saker (2)", "sakr", "saker 2024"])
def test_a_sheet_that_may_be_meant_for_cases(read_sheets: ReadSheets, name: str) -> None:
    """It is told as not read."""
    reading = read_sheets({"saker": CASES, name: [["sak"], ["C"]]})
    assert [each.id for each in reading.cases] == ["A", "B"]
    (unread,) = reading.unread
    assert unread.place == name
    assert "mente du «saker»?" in unread.help


@pytest.mark.parametrize("name", ["notater", "Ark2", "2024"])
def test_a_sheet_like_no_other_is_a_note(read_sheets: ReadSheets, name: str) -> None:
    """As before."""
    reading = read_sheets({"saker": CASES, name: [["hei"]]})
    assert [each.place for each in reading.notes] == [name]
    assert not reading.unread


def test_a_list_that_two_records_have(tmp_path: Path, schema: Schema, write: Write) -> None:
    """Whose the sheet is nobody knows, so neither list is known to be whole."""
    service, *others = schema.records
    both = evolve(schema, records=(service, evolve(service, key="nettverk"), *others))
    heads = ["sak", "tjeneste.steder", "nettverk.steder"]
    write(
        tmp_path / "s.xlsx",
        {"saker": [heads, ["A", "ingen", "ingen"]], "steder": [["sak", "senger"], ["A", 4]]},
    )
    reading = read_cases(tmp_path / "s.xlsx", both)
    (unread,) = reading.unread
    assert "mente du «tjeneste.steder» eller «nettverk.steder»?" in unread.help
    for record in ("tjeneste", "nettverk"):
        (said,) = reading.cases[0].records[record]["steder"]
        assert _told(said.content) == (0, False)
