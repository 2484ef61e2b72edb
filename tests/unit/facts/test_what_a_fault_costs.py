"""What cannot be read costs the fact it was said of; only what says which case it is costs that."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from hjemmel.case.observation import observe
from hjemmel.case.statements import NotDone, Unreadable
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]
ReadSheets = Callable[[Sheets], Reading]
DAY = date(2024, 6, 1)


def seen(reading: Reading, schema: Schema) -> Mapping[str, object]:
    """What the only case shows of the service."""
    (case,) = reading.cases
    record = observe(case, schema, DAY).view["tjeneste"]
    assert record is not None
    return record


def test_a_record_that_is_not_optional_exists(
    read: Read, read_sheets: ReadSheets, schema: Schema
) -> None:
    """Absent, null, empty and only blank cells are one and the same in every format."""
    heads, blanks = ["sak", "tjeneste.type", "tjeneste.godkjent"], ["A", None, None]
    readings = [
        read("a.json", '{"sak": "A"}'),
        read("b.json", '{"sak": "A", "tjeneste": null}'),
        read("c.json", '{"sak": "A", "tjeneste": {}}'),
        read("d.json", '{"sak": "A", "tjeneste": {"type": null}}'),
        read("a.yaml", "sak: A\n"),
        read("b.yaml", "sak: A\ntjeneste:\n"),
        read("a.csv", ";".join(heads) + "\nA;;\n"),
        read("b.csv", "sak;tjeneste\nA;ja\n"),
        read_sheets({"saker": [heads, blanks]}),
    ]
    for each in readings:
        assert not each.rejected
        found = observe(each.cases[0], schema, DAY)
        assert found.view["tjeneste"] is not None
        assert set(found.view["tjeneste"].values()) == {None}
        assert found.view["søknad"] is None


def test_it_cannot_be_said_away(read: Read) -> None:
    """«Nei» in its column contradicts the declaration, and nobody knows what was meant."""
    reading = read("s.csv", "sak;tjeneste\nA;nei\n")
    assert not reading.cases
    (rejected,) = reading.rejected
    assert "ikke valgfri" in rejected.reason


@pytest.mark.parametrize("written", ['{"tjenste": {}}', '{"soknad": {}}', '{"søknad": null}'])
def test_what_may_be_a_record_costs_the_case(read: Read, written: str) -> None:
    """A misspelt optional record never becomes one that the case does not have."""
    reading = read("s.json", written)
    assert not reading.cases
    assert reading.rejected


@pytest.mark.parametrize("heading", ["soknad", "soknad.dato", "kommentar"])
def test_what_may_be_a_records_column_costs_the_rows(read: Read, heading: str) -> None:
    """The same for columns."""
    assert not read("s.csv", f"sak;{heading}\nA;ja\n").cases


def test_a_bad_cell_costs_the_fact(read: Read, schema: Schema) -> None:
    """The reason, the text and the place are in what is missing."""
    text = "sak;tjeneste.type;godkjent;første år\nA;nasjonal;kanskje;1999\n"
    reading = read("s.csv", text)
    assert seen(reading, schema)["første_år"] == 1999
    assert seen(reading, schema)["godkjent"] is None
    found = observe(reading.cases[0], schema, DAY)
    assert "«kanskje»" in found.doubts["tjeneste", "godkjent"].words
    assert found.place_of(("tjeneste", "godkjent")) == "linje 2, kolonne «godkjent»"
    assert [each.code for each in reading.unread] == ["NTR505", "NTR504"]
    assert reading.set_aside == 0


def test_a_bad_title_costs_the_title(read: Read) -> None:
    """The case is identified by its name."""
    reading = read("s.json", '{"sak": "A", "tittel": 3}')
    assert [(each.id, each.title) for each in reading.cases] == [("A", "")]
    assert reading.unread


@pytest.mark.parametrize("written", ['{"sak": 3}', '{"vurderingsdato": "i går"}', '{"sak": ""}'])
def test_without_name_or_day_there_is_no_case(read: Read, written: str) -> None:
    """Nobody knows which case it is, or which law it is judged by."""
    assert not read("s.json", written).cases


def test_an_unreadable_source_might_have_weighed_most(read: Read, schema: Schema) -> None:
    """So the fact is unknown, whatever the others say."""
    told = [{"verdi": True, "grad": "part"}, {"verdi": "kanskje"}]
    reading = read("s.json", json.dumps({"tjeneste": {"godkjent": told}}))
    assert seen(reading, schema)["godkjent"] is None
    told = [{"verdi": True}, {"verdi": False, "grad": "heilt sikker"}]
    reading = read("s.json", json.dumps({"tjeneste": {"godkjent": told}}))
    assert seen(reading, schema)["godkjent"] is None


def test_a_key_within_a_record_costs_itself(read: Read, schema: Schema) -> None:
    """Of a record, and of an entry, which is there all the same."""
    written = '{"tjeneste": {"navnn": "x", "steder": [{"helseforetak": "OUS", "sengr": 1}]}}'
    reading = read("s.json", written)
    assert [each.field for each in reading.unread] == ["tjeneste.navnn", "tjeneste.steder[0].sengr"]
    places = seen(reading, schema)["steder"]
    assert type(places) is list


def test_a_key_that_stands_twice_costs_the_fact(read: Read, schema: Schema) -> None:
    """Nobody knows which is meant."""
    for name, text in (
        ("s.json", '{"tjeneste": {"godkjent": true, "godkjent": false, "første_år": 1999}}'),
        ("s.yaml", "tjeneste:\n  godkjent: ja\n  godkjent: nei\n  første år: 1999\n"),
    ):
        found = seen(read(name, text), schema)
        assert (found["godkjent"], found["første_år"]) == (None, 1999)


def test_case_and_blanks_carry_no_meaning(
    read: Read, read_sheets: ReadSheets, schema: Schema
) -> None:
    """Of values in any format."""
    values = {
        "type": "\u00a0Nasjonal  BEHANDLINGSTJENESTE ",
        "godkjent": " JA",
        "godkjenningsdato": "Ikke\u00a0Utført",
        "varighet": "5 ÅR og 6 Måneder",
        "frist": "30 Dager",
        "eier": "ous",
    }
    heads = ["sak", *(f"tjeneste.{each}" for each in values)]
    rows = [heads, ["A", *values.values()]]
    text = "\n".join(";".join(each) for each in rows)
    readings = [
        read("s.json", json.dumps({"sak": "A", "tjeneste": values})),
        read("s.csv", text),
        read_sheets({"saker": rows}),
    ]
    for each in readings:
        assert not each.unread
        found = seen(each, schema)
        assert found["type"] == "nasjonal behandlingstjeneste"
        assert (found["godkjent"], found["varighet"], found["frist"]) == (True, 66, 30)
        assert each.cases[0].records["tjeneste"]["godkjenningsdato"][0].content == NotDone()


@pytest.mark.parametrize(
    "written", ["1. mars 2024", "1. Mars 2024", "1 mars 2024", "01.  MARS 2024", "1.3.2024"]
)
def test_norwegian_days_in_tables(read: Read, read_sheets: ReadSheets, written: str) -> None:
    """With the month as a word or a number; JSON has one form."""
    rows = [["sak", "godkjenningsdato"], ["A", written]]
    readings = read("s.csv", f"sak;godkjenningsdato\nA;{written}\n"), read_sheets({"saker": rows})
    for each in readings:
        (statement,) = each.cases[0].records["tjeneste"]["godkjenningsdato"]
        assert statement.content == date(2024, 3, 1)
    strict = read("s.json", json.dumps({"tjeneste": {"godkjenningsdato": written}}))
    assert strict.unread


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        ("antall_pasienter", 1234567890123456),
        ("antall_pasienter", 1e15),
        ("tilskudd", 1e15),
        ("antall_pasienter", 3.000000000000001),
        ("antall_pasienter", 2.5),
    ],
)
def test_a_whole_number_is_never_rounded(read_sheets: ReadSheets, key: str, cell: float) -> None:
    """Excel has rounded a number of sixteen digits before anybody could read it."""
    reading = read_sheets({"saker": [["sak", f"tjeneste.{key}"], ["A", cell]]})
    (statement,) = reading.cases[0].records["tjeneste"][key]
    assert isinstance(statement.content, Unreadable)
    assert reading.unread


def test_a_name_of_sixteen_digits_in_excel(read_sheets: ReadSheets) -> None:
    """Two cases would become one."""
    reading = read_sheets({"saker": [["sak"], [1234567890123456.0], [123456789012345.0]]})
    assert [each.id for each in reading.cases] == ["123456789012345"]
    assert "15 sifre" in reading.rejected[0].reason


def test_large_numbers_are_exact_elsewhere(read: Read) -> None:
    """As written, in CSV, JSON and YAML."""
    for name, text in (
        ("s.csv", "antall_pasienter\n123456789012345678\n"),
        ("s.json", '{"tjeneste": {"antall_pasienter": 123456789012345678}}'),
        ("s.yaml", "tjeneste: {antall_pasienter: 123456789012345678}"),
    ):
        (statement,) = read(name, text).cases[0].records["tjeneste"]["antall_pasienter"]
        assert statement.content == 123456789012345678
