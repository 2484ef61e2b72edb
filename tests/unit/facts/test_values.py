"""The forms of a value, type by type, in JSON."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from hjemmel.case.statements import (
    Assessment,
    Content,
    Entries,
    Grade,
    NotDone,
    Pending,
    Statement,
    Unrecognised,
)
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]
OUS = "Oslo universitetssykehus HF"


def statements(read: Read, field: str, written: str) -> tuple[Statement, ...]:
    """What a case says when the field is written so."""
    reading = read("sak.json", f'{{"tjeneste": {{"{field}": {written}}}}}')
    assert not reading.rejected
    return reading.cases[0].records["tjeneste"].get(field, ())


@pytest.mark.parametrize(
    ("field", "written", "content"),
    [
        ("navn", '" Øye i Ålesund "', "Øye i Ålesund"),
        ("navn", '"A\u030alesund"', "Ålesund"),
        ("navn", '"Kirurgi  barn"', "Kirurgi barn"),
        ("navn", '"Kirurgi \\u00a0\\t\\u2009barn"', "Kirurgi barn"),
        ("navn", '"Kirurgi  \\n  barn"', "Kirurgi ↵ barn"),
        ("navn", '"kirurgi Barn"', "kirurgi Barn"),
        ("stikkord", '["Kirurgi  barn"]', Entries(("Kirurgi barn",))),
        ("godkjent", "true", True),
        ("godkjent", '"nei"', False),
        ("godkjenningsdato", '"2024-02-29"', date(2024, 2, 29)),
        ("godkjenningsdato", '"ikke utført"', NotDone()),
        ("første_år", "1800", 1800),
        ("antall_pasienter", "-7", -7),
        ("andel", "18.90", Decimal("18.9")),
        ("andel", "3", Decimal(3)),
        ("andel", "1.5e3", Decimal(1500)),
        ("andel", "1234567890123456789012345678", Decimal(1234567890123456789012345678)),
        ("tilskudd", "10", 1000),
        ("tilskudd", "10.05", 1005),
        ("tilskudd", "10.50", 1050),
        ("varighet", '"5 år"', 60),
        ("varighet", '"1 måned"', 1),
        ("varighet", '"18 måneder"', 18),
        ("varighet", '"5 år og 6 måneder"', 66),
        ("varighet", '"P5Y6M"', 66),
        ("varighet", '"P6M"', 6),
        ("frist", '"30 dager"', 30),
        ("frist", '"1 dag"', 1),
        ("frist", '"P30D"', 30),
        ("type", '" nasjonal behandlingstjeneste "', "nasjonal behandlingstjeneste"),
        ("eier", '"ous"', OUS),
        ("eier", '"  oslo   UNIVERSITETSSYKEHUS hf "', OUS),
        ("helsegevinst", '"ja"', True),
        ("fagområder", '["kirurgi", "kirurgi"]', Entries(("kirurgi", "kirurgi"))),
        ("fagområder", "[]", Entries(())),
        ("fagområder", '{"minst": ["kirurgi"]}', Entries(("kirurgi",), complete=False)),
        ("møtedatoer", '["2024-01-01"]', Entries((date(2024, 1, 1),))),
        ("godkjent", '{"avventer": "svar fra departementet"}', Pending("svar fra departementet")),
        ("steder", '{"avventer": "befaring"}', Pending("befaring")),
    ],
)
def test_value(read: Read, field: str, written: str, content: Content) -> None:
    """A value in a permitted form is read as exactly this."""
    (statement,) = statements(read, field, written)
    assert statement == Statement(content)
    assert type(statement.content) is type(content)


@pytest.mark.parametrize("field", ["navn", "godkjent", "steder", "helsegevinst"])
def test_null_is_not_given(read: Read, field: str) -> None:
    """`null` is the same as leaving the fact out."""
    assert statements(read, field, "null") == ()


def test_unrecognised_name(read: Read) -> None:
    """A name outside the register is an unknown with a suggestion, and no fault."""
    (statement,) = statements(read, "eier", '"Oslo universitetsykehus"')
    assert statement.content == Unrecognised("Oslo universitetsykehus", (OUS,))


def test_assessment(read: Read) -> None:
    """An assessment keeps by whom, when, why and from where."""
    written = json.dumps(
        {
            "verdi": "nei",
            "av": "departementet",
            "dato": "2024-01-02",
            "grunnlag": "lite dokumentert",
            "kilde": "brev",
            "grad": "part",
        }
    )
    (statement,) = statements(read, "helsegevinst", written)
    made = Assessment(False, "departementet", date(2024, 1, 2), "lite dokumentert")
    assert statement == Statement(made, "brev", Grade.PARTY)


def test_bare_wrapper_is_no_assessment(read: Read) -> None:
    """Without by whom, when or why, yes is only yes."""
    (statement,) = statements(read, "helsegevinst", '{"verdi": true, "kilde": "brev"}')
    assert statement == Statement(True, "brev")


@pytest.mark.parametrize("grade", list(Grade))
def test_wrapped_value(read: Read, grade: Grade) -> None:
    """A wrapped value keeps its source and grade."""
    written = f'{{"verdi": 3, "kilde": "årsrapport 2023", "grad": "{grade.value}"}}'
    (statement,) = statements(read, "antall_pasienter", written)
    assert statement == Statement(3, "årsrapport 2023", grade)


def test_several_sources(read: Read) -> None:
    """A list of wrapped values is several sources, also for a list."""
    written = '[{"verdi": 3}, {"verdi": 4, "grad": "part"}]'
    assert statements(read, "antall_pasienter", written) == (
        Statement(3),
        Statement(4, "", Grade.PARTY),
    )
    written = '[{"verdi": ["kirurgi"], "kilde": "a"}, {"verdi": {"minst": []}, "kilde": "b"}]'
    assert statements(read, "fagområder", written) == (
        Statement(Entries(("kirurgi",)), "a"),
        Statement(Entries((), complete=False), "b"),
    )


def test_entries_of_records(read: Read) -> None:
    """The facts of a list's entries take the same forms."""
    written = """[
        {"helseforetak": "Haukeland", "senger": {"verdi": 4, "kilde": "brev"}},
        {"helseregion": null, "åpnet": "ikke utført"},
        {}
    ]"""
    (statement,) = statements(read, "steder", written)
    assert statement.content == Entries(
        (
            {
                "helseforetak": (Statement("Helse Bergen HF"),),
                "senger": (Statement(4, "brev"),),
            },
            {"åpnet": (Statement(NotDone()),)},
            {},
        )
    )


def test_place_of_a_statement(read: Read) -> None:
    """A statement says where it was read."""
    (statement,) = statements(read, "steder", "[]")
    assert statement.place == "tjeneste.steder"
