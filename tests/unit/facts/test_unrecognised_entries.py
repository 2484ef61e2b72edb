"""An entry that nobody recognises never decides, whatever file it stands in."""

import json
from collections.abc import Callable, Mapping, Sequence

import pytest

from hjemmel.case.statements import Case, Entries, Statement, Unreadable, Unrecognised
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]
ReadSheets = Callable[[Sheets], Reading]

OUS, BERGEN, OLAV = "Oslo universitetssykehus HF", "Helse Bergen HF", "St. Olavs hospital HF"


def places(reading: Reading, field: str = "steder") -> Entries:
    """What the only case says of a list."""
    (case,) = reading.cases
    assert isinstance(case, Case)
    (statement,) = case.records["tjeneste"][field]
    assert isinstance(statement.content, Entries), statement.content
    return statement.content


def told(found: Entries, key: str = "helseforetak") -> list[object]:
    """A fact of each entry."""
    assert all(isinstance(each, Mapping) for each in found.members)
    return [each[key][0].content for each in found.members if isinstance(each, Mapping)]


def written(*entries: Mapping[str, object]) -> str:
    """A case with these places, as JSON."""
    return json.dumps({"tjeneste": {"steder": entries}})


@pytest.mark.parametrize("between", ["\n", "\r\n", ", ", ",", " / ", "/", "; ", " og ", " OG "])
def test_known_names_are_taken_apart(read: Read, between: str) -> None:
    """Two hospitals in one field are two, each where the one was told; and a note says so."""
    reading = read("s.json", written({"helseforetak": f"OUS{between}haukeland"}, {}))
    found = places(reading)
    assert told(Entries(found.members[:2])) == [OUS, BERGEN]
    assert found.numbers == (0, 0, 1)
    (note,) = reading.notes
    assert note.place == "tjeneste.steder[0]"
    assert f"er lest som «{OUS}», «{BERGEN}»" in note.text
    assert not reading.unread


@pytest.mark.parametrize("cell", ["OUS\nHaukeland", "OUS, Haukeland", "OUS / Haukeland"])
def test_in_a_cell(read: Read, read_sheets: ReadSheets, cell: str) -> None:
    """In CSV and in a list's own sheet as in JSON; the note says which cell."""
    sheets: Sheets = {
        "saker": [["sak"], ["A"]],
        "tjeneste.steder": [["sak", "helseforetak"], ["A", cell]],
    }
    for reading, place in (
        (read("s.csv", f'sak;tjeneste.steder.helseforetak\nA;"{cell}"\n'), "linje 2"),
        (read_sheets(sheets), "tjeneste.steder!B2"),
    ):
        assert told(places(reading)) == [OUS, BERGEN]
        assert [each.place for each in reading.notes] == [place]


def test_what_has_as_many_parts_is_told_of_each(read: Read) -> None:
    """Regions in the order of the hospitals; what is told once is told of none for sure."""
    one = {"helseforetak": "OUS, Haukeland", "helseregion": "Helse Nord / Helse Vest", "senger": 4}
    found = places(read("s.json", written(one)))
    assert told(found, "helseregion") == ["Helse Nord", "Helse Vest"]
    assert [type(each) for each in told(found, "senger")] == [Unreadable, Unreadable]


def test_one_under_two_names_is_one(read: Read) -> None:
    """And all that is told is told of it."""
    one = {"helseforetak": "OUS / Oslo universitetssykehus HF", "senger": 4}
    found = places(read("s.json", written(one)))
    assert told(found) == [OUS]
    assert told(found, "senger") == [4]


def test_an_institution_named_twice_counts_once(read: Read) -> None:
    """And the note says so."""
    reading = read("s.json", written({"helseforetak": "OUS, Haukeland, OUS"}))
    assert told(places(reading)) == [OUS, BERGEN]
    (note,) = reading.notes
    assert f"er lest som «{OUS}», «{BERGEN}»; et navn som er gjentatt, teller én gang" in note.text


@pytest.mark.parametrize("between", [", ", "; "])
def test_what_names_no_institution_counts_each_time(read: Read, between: str) -> None:
    """Two members from one region are two, however they are parted."""
    text = between.join(("Helse Vest", "Helse Vest", "Helse Nord"))
    found = places(read("s.csv", f'sak;steder.helseregion\nA;"{text}"\n'))
    assert told(found, "helseregion") == ["Helse Vest", "Helse Vest", "Helse Nord"]
    text = between.join(("kirurgi", "kirurgi", "genetikk"))
    found = places(read("s.csv", f'sak;fagområder\nA;"{text}"\n'), "fagområder")
    assert found.members == ("kirurgi", "kirurgi", "genetikk")


def test_an_entry_that_is_more_than_its_name_counts_each_time(read: Read) -> None:
    """The same hospital in two regions, or with the same twice, is told twice."""
    for regions in ("Helse Vest, Helse Nord", "Helse Vest, Helse Vest"):
        one = {"helseforetak": "OUS, OUS", "helseregion": regions}
        found = places(read("s.json", written(one)))
        assert told(found) == [OUS, OUS]
        assert told(found, "helseregion") == regions.split(", ")


@pytest.mark.parametrize(
    "entry",
    [
        {"helseforetak": "OUS", "helseregion": "Helse Nord og Helse Vest"},
        {"helseforetak": "OUS og Haukeland", "senger": 4},
        {"helseforetak": "OUS og Haukeland", "helseregion": "Helse Nord, Helse Vest"},
        {"helseforetak": "OUS og Sykehuset i dalen"},
        {"helseforetak": "OUS"},
    ],
)
def test_a_list_of_one_source_is_read_as_the_bare_value(
    read: Read, entry: dict[str, object]
) -> None:
    """However the text is wrapped, the entry says the same."""
    bare = read("s.json", written(entry))
    for wrapped in ({"verdi": entry["helseforetak"]}, [{"verdi": entry["helseforetak"]}]):
        other = read("s.json", written({**entry, "helseforetak": wrapped}))
        assert _contents(places(other)) == _contents(places(bare))
        assert [each.text for each in other.notes] == [each.text for each in bare.notes]


@pytest.mark.parametrize(
    "first", [[{"verdi": "OUS"}, {"verdi": "Haukeland"}], {"avventer": "svar"}, 3]
)
def test_several_of_another_where_the_name_is_not_settled(read: Read, first: object) -> None:
    """How they belong together is not known, so it is one entry, and unsure."""
    one = {"helseforetak": first, "helseregion": "Helse Vest, Helse Nord"}
    found = places(read("s.json", written(one)))
    (region,) = told(found, "helseregion")
    assert isinstance(region, Unrecognised)


def test_sources_that_name_several_and_differ(read: Read) -> None:
    """Nothing is taken apart; the one that weighs less takes nothing away."""
    sources = [{"verdi": "OUS og Haukeland"}, {"verdi": "OUS"}]
    found = places(read("s.json", written({"helseforetak": sources})))
    (member,) = found.members
    assert isinstance(member, Mapping)
    several, one = (each.content for each in member["helseforetak"])
    assert isinstance(several, Unrecognised)
    assert one == OUS


def _contents(found: Entries) -> list[dict[str, object]]:
    assert all(isinstance(each, Mapping) for each in found.members)
    return [
        {key: said[0].content for key, said in each.items()}
        for each in found.members
        if isinstance(each, Mapping)
    ]


def test_one_name_and_several_of_another(read: Read) -> None:
    """Nobody knows how they belong together, so the entry is unsure."""
    one = {"helseforetak": "OUS", "helseregion": "Helse Vest, Helse Nord"}
    reading = read("s.json", written(one))
    (region,) = told(places(reading), "helseregion")
    assert isinstance(region, Unrecognised)
    assert "flere navn" in region.reason
    assert [each.place for each in reading.notes] == ["tjeneste.steder[0].helseregion"]


def test_some_known_and_some_not(read: Read) -> None:
    """The message says which; nothing is taken apart."""
    reading = read("s.json", written({"helseforetak": "OUS og Sykehuset i dalen"}))
    (name,) = told(places(reading))
    assert isinstance(name, Unrecognised)
    assert name.reason == (
        "i «OUS og Sykehuset i dalen» er «OUS» kjent, men ikke «Sykehuset i dalen»"
    )
    (note,) = reading.notes
    assert note.text.startswith(name.reason)


def test_a_list_of_values(read: Read) -> None:
    """Taken apart as names are; a value that is none costs its place in the list."""
    reading = read("s.json", '{"tjeneste": {"fagområder": ["Kirurgi, genetikk", "kirugi"]}}')
    *known, strange = places(reading, "fagområder").members
    assert known == ["kirurgi", "genetikk"]
    assert isinstance(strange, Unrecognised)
    assert [(each.place, each.code) for each in reading.unread] == [
        ("tjeneste.fagområder[1]", "NTR505")
    ]


def test_a_bad_value_in_an_entry_costs_the_value(read: Read) -> None:
    """The entry is there; a name in it that is no name leaves open whether it is."""
    found = places(read("s.json", written({"helseforetak": "OUS", "senger": "mange"})))
    assert told(found) == [OUS]
    assert isinstance(told(found, "senger")[0], Unreadable)
    found = places(read("s.json", written({"helseforetak": 3})))
    assert isinstance(told(found)[0], Unrecognised)


@pytest.mark.parametrize("word", ["ingen", "Ingen", " INGEN "])
def test_none_in_a_column_of_names(read: Read, read_sheets: ReadSheets, word: str) -> None:
    """An empty list, in CSV and in a sheet; never a hospital called «ingen»."""
    sheets: Sheets = {
        "saker": [["sak"], ["A"]],
        "tjeneste.steder": [["sak", "helseforetak"], ["A", word]],
    }
    text = f"sak;steder;steder.helseforetak;steder.senger\nA;;{word};\n"
    for reading in (read("s.csv", text), read_sheets(sheets)):
        assert places(reading) == Entries(())
        assert not reading.notes


@pytest.mark.parametrize("heading", ["senger", "åpnet", "egnet", "helseregion"])
@pytest.mark.parametrize("name", ["", "OUS"])
def test_none_in_another_column_is_no_value(
    read: Read, read_sheets: ReadSheets, heading: str, name: str
) -> None:
    """It costs that fact and is told, and the entry is there: only names may say «ingen»."""
    sheets: Sheets = {
        "saker": [["sak"], ["A"]],
        "tjeneste.steder": [["sak", "helseforetak", heading], ["A", name, "ingen"]],
    }
    text = f"sak;steder.helseforetak;steder.{heading}\nA;{name};ingen\n"
    for reading in (read("s.csv", text), read_sheets(sheets)):
        (statement,) = reading.cases[0].records["tjeneste"]["steder"]
        assert isinstance(statement.content, Entries)
        assert len(statement.content.members) == 1
        (unread,) = reading.unread
        assert unread.field == f"tjeneste.steder[0].{heading}"
        assert "«ingen»" in unread.reason


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("steder.helseforetak;steder.helseregion", "ingen;Helse Vest"),
        ("steder;steder.helseforetak", "minst:;ingen"),
        ("steder.helseforetak", '"OUS; ingen"'),
    ],
)
def test_none_and_something(read: Read, heads: str, cells: str) -> None:
    """«Ingen» beside something else: nothing is sure, and it is told."""
    reading = read("s.csv", f"sak;{heads}\nA;{cells}\n")
    assert reading.unread or reading.notes
    (statement,) = reading.cases[0].records["tjeneste"]["steder"]
    match statement.content:
        case Entries() as found:
            assert "Unrecognised" in repr(found)
        case other:
            assert isinstance(other, Unreadable)


def test_entries_and_none_in_a_sheet(read_sheets: ReadSheets) -> None:
    """A row that says «ingen» and one that does not: the list is not known."""
    sheets: Sheets = {
        "saker": [["sak"], ["A"]],
        "tjeneste.steder": [["sak", "helseforetak"], ["A", "OUS"], ["A", "ingen"]],
    }
    reading = read_sheets(sheets)
    (statement,) = reading.cases[0].records["tjeneste"]["steder"]
    assert isinstance(statement.content, Unreadable)
    (unread,) = reading.unread
    assert "«ingen» står i listen (tjeneste.steder!B3)" in unread.reason


def test_none_is_a_text_where_texts_stand(read: Read) -> None:
    """A keyword may be «ingen»; only a list of it alone is empty, as before."""
    found = read("s.csv", 'sak;stikkord\nA;"ingen; to"\n')
    assert places(found, "stikkord").members == ("ingen", "to")


def test_a_known_statement() -> None:
    """The place is no part of what is said."""
    assert Statement(Unrecognised("X", place="a")) == Statement(Unrecognised("X", place="b"))
