"""Who assessed, when and on what grounds, in columns of their own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from hjemmel.case.statements import Assessment, Case, Entries, Grade, Statement, Unreadable
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]
ReadSheets = Callable[[Sheets], Reading]

MADE = Statement(Assessment(True, "departementet", date(2024, 3, 15), "møtet i mars"))
PARTS = ("av", "dato", "grunnlag")
HEADS = ("helsegevinst", *(f"helsegevinst.{each}" for each in PARTS))


def test_of_a_case(read: Read, read_sheets: ReadSheets) -> None:
    """The columns «av», «dato» and «grunnlag» beside the assessment, in CSV and Excel."""
    text = f"sak;{';'.join(HEADS)}\nA;ja;departementet;15.03.2024;møtet i mars\n"
    row = ["A", "ja", "departementet", date(2024, 3, 15), "møtet i mars"]
    for reading in (read("s.csv", text), read_sheets({"saker": [["sak", *HEADS], row]})):
        assert _only(reading).records == {"tjeneste": {"helsegevinst": (MADE,)}}


def test_of_entries_on_their_own_sheet(read_sheets: ReadSheets) -> None:
    """The same for an assessment of each entry; a source may be told of any fact of one."""
    heads = ["sak", "egnet", "egnet.av", "tjeneste.steder.egnet.dato", "egnet.grunnlag"]
    sheets: Sheets = {
        "saker": [["sak"], ["A"]],
        "tjeneste.steder": [
            [*heads, "senger", "senger.kilde", "senger.grad"],
            ["A", "ja", "departementet", date(2024, 3, 15), "møtet i mars"],
            ["A", "nei", None, None, None, 4, "årsrapporten", "egenrapport"],
        ],
    }
    entries = Entries(
        (
            {"egnet": (MADE,)},
            {
                "egnet": (Statement(False),),
                "senger": (Statement(4, "årsrapporten", Grade.SELF_REPORTED),),
            },
        )
    )
    assert _only(read_sheets(sheets)).records == {"tjeneste": {"steder": (Statement(entries),)}}


def test_of_entries_side_by_side(read: Read) -> None:
    """In CSV the parts stand side by side as the values do, blank where nothing is told."""
    heads = ";".join(f"steder.egnet{each}" for each in ("", ".av", ".dato", ".grunnlag"))
    text = f'sak;{heads}\nA;"nei; ja";"; departementet";" ;15.03.2024";";møtet i mars"\n'
    entries = Entries(({"egnet": (Statement(False),)}, {"egnet": (MADE,)}))
    assert _only(read("s.csv", text)).records == {"tjeneste": {"steder": (Statement(entries),)}}


@pytest.mark.parametrize(
    ("heads", "cells", "place", "field", "reason"),
    [
        (
            "helsegevinst;helsegevinst.dato", "ja;mars",
            "linje 2", "tjeneste.helsegevinst.dato", "venter en dato",
        ),
        (
            "helsegevinst;helsegevinst.av", ";Ola",
            "linje 2", "tjeneste.helsegevinst", "«av» er fylt ut, men ikke selve opplysningen",
        ),
        (
            "helsegevinst;helsegevinst.av", "avventer: svar;Ola",
            "linje 2", "tjeneste.helsegevinst.av", "hører bare til en verdi som er ja eller nei",
        ),
        (
            "steder.egnet;steder.egnet.av", '"ja; nei";Ola',
            "linje 2", "tjeneste.steder", "egnet har 2, egnet.av har 1",
        ),
        (
            "steder.egnet;steder.egnet.dato", '"ja; nei";"; mars"',
            "linje 2", "tjeneste.steder[1].egnet.dato", "venter en dato",
        ),
        (
            "type;type.av", "x;y",
            "linje 1", "type.av", "«type» er ingen vurdering",
        ),
        (
            "steder.senger;tjeneste.steder.senger.grunnlag", "1;y",
            "linje 1", "tjeneste.steder.senger.grunnlag",
            "«tjeneste.steder.senger» er ingen vurdering",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong(
    read: Read, heads: str, cells: str, place: str, field: str, reason: str
) -> None:
    """Each mistake is told with the column it stands in."""
    reading = read("s.csv", f"sak;{heads}\nA;{cells}\n")
    assert [each.id for each in reading.cases] == ["A"]
    told = reading.unread[0]
    assert (told.place, told.field) == (place, field)
    assert reason in told.reason
    assert "Unreadable" in repr(reading.cases[0].records["tjeneste"])


def test_the_cell_of_a_wrong_part(read_sheets: ReadSheets) -> None:
    """In Excel the cell of the part is told, not that of the value."""
    sheets: Sheets = {
        "saker": [["sak", "helsegevinst", "helsegevinst.dato"], ["A", "ja", "mars"]],
        "tjeneste.steder": [["sak", "egnet", "egnet.dato"], ["A", "ja", "april"]],
    }
    places = [each.place for each in read_sheets(sheets).unread]
    assert places == ["C2", "tjeneste.steder!C2"]


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("helsegevinst.grunlag", "tjeneste.helsegevinst.grunnlag"),
        ("tjeneste.steder.egnet.datoo", "tjeneste.steder.egnet.dato"),
    ],
)
def test_a_misspelt_part(read: Read, heading: str, meant: str) -> None:
    """An unknown column is an error, with what may have been meant. It leaves the fact open."""
    reading = read("s.csv", f"sak;{heading}\nA;x\n")
    assert [each.help for each in reading.unread] == [f"mente du «{meant}»?"] * 2
    assert [each.place for each in reading.unread] == ["linje 1", "linje 2"]
    (case,) = reading.cases
    ((statement,),) = case.records["tjeneste"].values()
    assert isinstance(statement.content, Unreadable)


def _only(reading: Reading) -> Case:
    assert not reading.rejected
    assert not reading.notes
    (case,) = reading.cases
    return case
