"""What is special to tables: blanks, presence, lists of records, places."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from hjemmel.case.statements import Content, Entries, Pending, Statement
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import Reading, read_cases

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]
ReadSheets = Callable[[Sheets], Reading]


def test_a_blank_is_not_given(read: Read) -> None:
    """A blank cell says nothing, and a record without other cells is absent."""
    (case,) = read("s.csv", "sak;type;søknad.dato\nA; ;\n").cases
    assert case.records == {}


def test_presence(read: Read) -> None:
    """«ja» under a record's name: the case has it, though nothing is known."""
    first, second, third = read("s.csv", "sak;søknad\nA;ja\nB;nei\nC;\n").cases
    assert first.records == {"søknad": {}}
    assert second.records == third.records == {}


@pytest.mark.parametrize(
    ("cells", "content"),
    [
        ("ingen;;", Entries(())),
        ("minst;;", Entries((), complete=False)),
        (";3;", Entries(({"senger": (Statement(3),)},))),
        ("minst:;3;", Entries(({"senger": (Statement(3),)},), complete=False)),
        (
            ';"1; 2";"Helse Vest;"',
            Entries(
                (
                    {"senger": (Statement(1),), "helseregion": (Statement("Helse Vest"),)},
                    {"senger": (Statement(2),)},
                )
            ),
        ),
        (';" ; 2";', Entries(({}, {"senger": (Statement(2),)}))),
    ],
)
def test_list_of_records_side_by_side(read: Read, cells: str, content: Content) -> None:
    """Entries stand side by side, and the list's own cell tells its extent."""
    text = f"sak;steder;steder.senger;steder.helseregion\nA;{cells}\n"
    reading = read("s.csv", text)
    assert not reading.rejected
    assert reading.cases[0].records["tjeneste"]["steder"][0].content == content


@pytest.mark.parametrize("written", ["12", "12,0", "12,5", "12.0"])
def test_whole_numbers_are_strict(read: Read, written: str) -> None:
    """A number with decimals other than zero is no whole number, and none is rounded."""
    reading = read("s.csv", f"sak;antall_pasienter\nA;{written}\n")
    assert bool(reading.unread) == (written not in ("12", "12,0"))


@pytest.mark.parametrize(("written", "said"), [("SANN", True), ("usann", False), ("Nei", False)])
def test_yes_and_no_as_excel_exports_them(read: Read, written: str, said: bool) -> None:
    """Excel in Norwegian writes SANN and USANN."""
    (case,) = read("s.csv", f"sak;godkjent\nA;{written}\n").cases
    assert case.records["tjeneste"]["godkjent"] == (Statement(said),)


def test_a_source_in_its_own_column(read: Read) -> None:
    """A column may say where a fact comes from."""
    (case,) = read("s.csv", "sak;type;type.kilde;type.grad\nA;avventer: svar;brev;part\n").cases
    (statement,) = case.records["tjeneste"]["type"]
    assert (statement.source, statement.grade.value) == ("brev", "part")


@pytest.mark.parametrize("written", ["foreligger ikke ennå", "Under arbeid", "ikke mottatt ennå"])
def test_what_is_not_there_yet_is_pending(read: Read, written: str) -> None:
    """It is not the same as no."""
    (case,) = read("s.csv", f"sak;godkjent\nA;{written}\n").cases
    assert case.records["tjeneste"]["godkjent"] == (Statement(Pending(written)),)


def test_the_row_of_explanations_is_skipped(read: Read) -> None:
    """What a template tells of its columns is no case, wherever it is sorted to."""
    told = "Er tjenesten godkjent? Ja eller nei. (forskrift § 1);(forklaring)\n"
    for rows in (f"{told}ja;A\n", f"ja;A\n{told}"):
        reading = read("s.csv", f"godkjent;sak\n{rows}")
        assert not reading.rejected
        assert [each.id for each in reading.cases] == ["A"]


@pytest.mark.parametrize("mark", ["(del)", "(spørsmål)", "(hjemmel)", "(forklaring)"])
def test_rows_of_the_template_stand_above_the_headings(read: Read, mark: str) -> None:
    """No case stands there, so the mark is enough."""
    reading = read("s.csv", f"noe;{mark}\ngodkjent;sak\nja;A\n")
    assert not reading.rejected
    assert [each.id for each in reading.cases] == ["A"]


@pytest.mark.parametrize("mark", ["(del)", "(spørsmål)", "(hjemmel)", "(forklaring)"])
@pytest.mark.parametrize(
    "row",
    ["ja;{};;", ";{};2024-06-01;", ";{};;Tittel", ";{};1. juni 2024;", ";{};;", "nei;{};;Tekst."],
)
def test_a_case_may_have_the_name_that_marks_such_a_row(read: Read, mark: str, row: str) -> None:
    """Whatever it says, and though it stands where a template's own row would."""
    for rows in (f"{row.format(mark)}\nja;A;;\n", f"ja;A;;\n{row.format(mark)}\n"):
        reading = read("s.csv", f"godkjent;sak;vurderingsdato;tittel\n{rows}")
        assert not reading.rejected
        assert {each.id for each in reading.cases} == {mark, "A"}


def test_rows_over_several_lines(read: Read) -> None:
    """The line of a row is where it begins."""
    text = 'sak;tjeneste.navn;godkjent\nA;"x\ny";ja\n\nB;z;kanskje\n'
    reading = read("s.csv", text)
    assert [each.place for each in reading.unread] == ["linje 5"]
    assert reading.cases[0].records["tjeneste"]["navn"][0].content == "x ↵ y"


def test_places_in_excel(read_sheets: ReadSheets) -> None:
    """A cell is named by its address, on another sheet with the sheet's name."""
    sheets: dict[str, Any] = {
        "saker": [["sak", "antall_pasienter"], ["A", "mange"], ["B", 1]],
        "tjeneste.steder": [["sak", "senger"], ["B", 1], ["B", "to"]],
    }
    reading = read_sheets(sheets)
    assert [(each.record, each.place, each.field) for each in reading.unread] == [
        ("rad 2", "B2", "tjeneste.antall_pasienter"),
        ("rad 3", "tjeneste.steder!B3", "tjeneste.steder[1].senger"),
    ]
    assert reading.set_aside == 0


def test_a_stray_row_makes_the_lists_partial(read_sheets: ReadSheets) -> None:
    """While a row belongs to nobody, no list of its sheet is known to be whole."""
    sheets: dict[str, Any] = {
        "saker": [["sak", "steder"], ["A"], ["B", "ingen"], ["C"]],
        "tjeneste.steder": [["sak", "senger"], ["A", 1], [None, 2]],
    }
    reading = read_sheets(sheets)
    a, b, c = (each.records.get("tjeneste", {}).get("steder") for each in reading.cases)
    assert a == (Statement(Entries(({"senger": (Statement(1),)},), complete=False)),)
    assert b == (Statement(Entries((), complete=False)),)
    assert c is None
    assert [each.code for each in reading.rejected] == ["NTR518"]


def test_sheets_that_are_not_read_are_told(read_sheets: ReadSheets) -> None:
    """A sheet that means nothing is noted, with what it may have been meant for."""
    sheets: dict[str, Any] = {
        "notater": [["hei"]],
        "SAKER": [["sak"], ["A"]],
        "tjeneste.sted": [["sak", "senger"], ["A", 1]],
        "verdier": [["ja"]],
    }
    reading = read_sheets(sheets)
    assert [each.id for each in reading.cases] == ["A"]
    assert [each.place for each in reading.notes] == ["notater"]
    (unread,) = reading.unread
    assert unread.place == "tjeneste.sted"
    assert "mente du «tjeneste.steder»?" in unread.help


def test_the_first_sheet_where_none_is_named(read_sheets: ReadSheets) -> None:
    """Without a sheet «saker» the first one is read; a number may be a case's name."""
    reading = read_sheets({"Ark1": [[], ["sak", "andel"], [17, 0.1 + 0.2]]})
    (case,) = reading.cases
    assert case.id == "17"
    assert str(case.records["tjeneste"]["andel"][0].content) == "0.3"


def test_a_hidden_sheet_is_not_read_for_a_visible_one(tmp_path: Path, schema: Schema) -> None:
    """Whatever it is called; it is told which was read."""
    path = tmp_path / "skjult.xlsx"
    with xlsxwriter.Workbook(path) as book:
        hidden, seen = book.add_worksheet("saker"), book.add_worksheet("Ark2")
        for sheet, name in ((hidden, "GAMMEL"), (seen, "NY")):
            sheet.write_row(0, 0, ["sak", "godkjent"])
            sheet.write_row(1, 0, [name, "ja"])
        seen.activate()
        hidden.hide()
    reading = read_cases(path, schema)
    assert [each.id for each in reading.cases] == ["NY"]
    (note,) = reading.notes
    assert "«saker» er skjult, og er ikke lest; sakene er lest fra «Ark2»" in note.text
