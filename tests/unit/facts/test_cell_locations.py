"""Where facts stand, or would stand, in the tables that a case was read from."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from hjemmel.case.statements import Case
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]
ReadSheets = Callable[[Sheets], Reading]
Path = tuple[str | int, ...]

SHEETS: Sheets = {
    "Saker": [
        ["sak", "type", "søknad", "fagområder", "tjeneste.steder"],
        ["(forklaring)", "Tekst."],
        ["A", None, None, "kirurgi; genetikk", "minst"],
        ["B"],
    ],
    "tjeneste.steder": [
        ["sak", "helseforetak", "senger"],
        ["B", None, 2],
        ["A", "OUS"],
        ["A", None, 1],
    ],
}


@pytest.mark.parametrize(
    ("case", "path", "place"),
    [
        ("A", ("tjeneste", "type"), "ark Saker, celle B3"),
        ("B", ("tjeneste", "type"), "ark Saker, celle B4"),
        ("B", ("søknad",), "ark Saker, celle C4"),
        ("B", ("tjeneste", "godkjent"), "ark Saker, rad 4, ny kolonne «tjeneste.godkjent»"),
        ("A", ("tjeneste", "fagområder"), "ark Saker, celle D3"),
        ("A", ("tjeneste", "fagområder", 1, ""), "ark Saker, celle D3, ledd 2"),
        ("A", ("tjeneste", "steder"), "ark tjeneste.steder, ny rad"),
        ("A", ("tjeneste", "steder", 0, "senger"), "ark tjeneste.steder, celle C3"),
        ("A", ("tjeneste", "steder", 1, "helseforetak"), "ark tjeneste.steder, celle B4"),
        ("B", ("tjeneste", "steder", 0, "helseforetak"), "ark tjeneste.steder, celle B2"),
        (
            "B",
            ("tjeneste", "steder", 0, "åpnet"),
            "ark tjeneste.steder, rad 2, ny kolonne «tjeneste.steder.åpnet»",
        ),
    ],
)
def test_excel(read_sheets: ReadSheets, case: str, path: Path, place: str) -> None:
    """The sheet as it is called in the file, and the address of the cell."""
    assert _case(read_sheets(SHEETS), case).place_of(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("tjeneste", "type"), "linje 3, kolonne «type»"),
        (("søknad",), "linje 3, ny kolonne «søknad»"),
        (("tjeneste", "steder"), "linje 3, kolonne «steder.senger»"),
        (("tjeneste", "steder", 1, "senger"), "linje 3, kolonne «steder.senger», ledd 2"),
        (
            ("tjeneste", "steder", 1, "åpnet"),
            "linje 3, ny kolonne «tjeneste.steder.åpnet», ledd 2",
        ),
        (("tjeneste", "stikkord"), "linje 3, ny kolonne «tjeneste.stikkord»"),
    ],
)
def test_csv(read: Read, path: Path, place: str) -> None:
    """The line of the file, and the column as it is headed there."""
    text = 'sak;type;steder;steder.senger\nA;;;\nB;;;"1; "\n'
    assert _case(read("s.csv", text), "B").place_of(path) == place


def test_a_workbook_with_lists_in_columns(read_sheets: ReadSheets) -> None:
    """Without a sheet for the list, its cells in the sheet of the cases are told."""
    case = _case(read_sheets({"Ark 1": [["sak", "steder.senger"], ["A", "1; "]]}), "A")
    assert case.place_of(("tjeneste", "steder")) == "ark Ark 1, celle B2"
    place = case.place_of(("tjeneste", "steder", 1, "senger"))
    assert place == "ark Ark 1, celle B2, ledd 2"


@pytest.mark.parametrize("name", ["s.json", "s.jsonl", "s.yaml"])
def test_other_files_have_no_cells(read: Read, name: str) -> None:
    """A case that is not read from a table names no place."""
    (case,) = read(name, '{"sak": "A", "tjeneste": {}}').cases
    assert not case.place_of(("tjeneste", "type"))


def _case(reading: Reading, name: str) -> Case:
    assert not reading.rejected
    return next(each for each in reading.cases if each.id == name)
