"""The form of a case as a whole."""

from collections.abc import Callable
from datetime import date

from hjemmel.case.statements import Case, Statement
from hjemmel.core.schema import (
    FieldDeclaration,
    RecordDeclaration,
    Register,
    RegisterEntry,
    Schema,
)
from hjemmel.core.types import Listed, Registered, Row, Text
from hjemmel.facts.faults import Origin
from hjemmel.facts.reading import Reading
from hjemmel.facts.schema import decode_case

Read = Callable[[str, str], Reading]


def test_case_with_everything(read: Read) -> None:
    """Name, title, day and records are read, and where from."""
    reading = read(
        "saker.json",
        '{"sak": "L-1", "tittel": "En", "vurderingsdato": "2024-05-01", "søknad": {}}',
    )
    (case,) = reading.cases
    assert case == Case("L-1", date(2024, 5, 1), {"søknad": {}}, "En", case.origin)
    assert case.origin.endswith("saker.json")


def test_absent_and_empty_record_differ(read: Read) -> None:
    """A key that is absent: the case has no such record; `{}`: it has one, nothing known."""
    (without, empty) = read("s.json", '[{}, {"søknad": {}}]').cases
    assert "søknad" not in without.records
    assert empty.records["søknad"] == {}


def test_names_by_default(read: Read) -> None:
    """A case without a name is called after the file, and its number where there are several."""
    assert [each.id for each in read("en.json", "{}").cases] == ["en"]
    assert [each.id for each in read("to.json", "[{}, {}]").cases] == ["to-1", "to-2"]
    assert [each.id for each in read("to.jsonl", "{}\n\n{}\n").cases] == ["to-1", "to-3"]
    assert [each.id for each in read("to.yaml", "{}\n---\n{}\n").cases] == ["to", "to-2"]
    assert [each.id for each in read("to.csv", "godkjent\nja\nnei\n").cases] == ["to-2", "to-3"]


def test_blank_and_underscore_are_one(read: Read) -> None:
    """Keys may be written with blanks, and with letters composed in either way."""
    written = '{"tjeneste": {"første år": 2000, "fagomra\u030ader": []}}'
    (case,) = read("s.json", written).cases
    assert set(case.records["tjeneste"]) == {"første_år", "fagområder"}


def test_all_faults_are_told_at_once(read: Read) -> None:
    """Nobody has to mend one fault to be told the next; the record counts as one."""
    reading = read("s.json", '{"vurderingsdato": 1, "tjeneste": {"navn": 2, "godkjent": 3}}')
    assert [each.field for each in reading.rejected] == [
        "vurderingsdato",
        "tjeneste.navn",
        "tjeneste.godkjent",
    ]
    assert reading.set_aside == 1


def test_reason_tells_expected_and_given(read: Read) -> None:
    """The reason says what was expected and what came."""
    (unread,) = read("s.json", '{"tjeneste": {"godkjent": 3}}').unread
    assert unread.reason == "venter ja eller nei, fikk tallet 3"
    (unread,) = read("s.json", '{"tjeneste": {"steder": [{}, {"helseregion": "x"}]}}').unread
    assert unread.field == "tjeneste.steder[1].helseregion"


def test_a_misplaced_fact_is_led_home(read: Read) -> None:
    """A fact outside its record is told where it belongs."""
    (rejected,) = read("s.json", '{"mottaker": "x"}').rejected
    assert rejected.help == "opplysningen hører til i gruppen «søknad»"


def test_a_name_that_two_share_is_nobodys() -> None:
    """An alias of two institutions is unrecognised: choosing one would be a guess."""
    entries = (RegisterEntry("Nord HF", ("Sykehuset",)), RegisterEntry("Sør HF", ("Sykehuset",)))
    schema = Schema(
        (_record("a", FieldDeclaration("eier", "eier", Registered("r"))),),
        registers=(Register("r", entries),),
    )
    case = decode_case({"a": {"eier": "Sykehuset"}}, schema, Origin("f")).case
    assert isinstance(case, Case)
    (statement,) = case.records["a"]["eier"]
    assert type(statement.content).__name__ == "Unrecognised"


def test_an_entry_with_a_field_called_verdi() -> None:
    """Entries that have a fact called «verdi» are entries, not sources."""
    schema = Schema(
        (
            _record("a", FieldDeclaration("liste", "liste", Listed(Row("ledd")))),
            _record("ledd", FieldDeclaration("verdi", "verdi", Text()), entry=True),
        )
    )
    case = decode_case({"a": {"liste": [{"verdi": "x"}]}}, schema, Origin("f")).case
    assert isinstance(case, Case)
    (statement,) = case.records["a"]["liste"]
    assert statement.content.members == ({"verdi": (Statement("x"),)},)  # type: ignore[union-attr]


def _record(key: str, *fields: FieldDeclaration, entry: bool = False) -> RecordDeclaration:
    return RecordDeclaration(key, key, key, fields, entry=entry)
