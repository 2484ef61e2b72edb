"""«ingen» beside «minst»: no further entry is of a kind. What cannot be read rules nothing out."""

import json
from collections.abc import Callable

import pytest

from hjemmel.case.statements import Case, Entries, Kind
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]


def content(reading: Reading, field: str = "steder") -> Entries:
    """What the only case says of a list."""
    (case,) = reading.cases
    assert isinstance(case, Case)
    (statement,) = case.records["tjeneste"][field]
    assert isinstance(statement.content, Entries), statement.content
    return statement.content


def written(told: object, field: str = "steder") -> str:
    """A case that says this of a list, as JSON."""
    return json.dumps({"tjeneste": {field: told}})


OUS = "Oslo universitetssykehus HF"
AT_OUS: Kind = (("helseforetak", OUS),)


def test_a_kind_is_told_by_any_name_of_it(read: Read) -> None:
    """By an alias, in any case; the list is known in part, with or without «minst»."""
    for told in ({"minst": [], "ingen": [{"helseforetak": "ous"}]},
                 {"ingen": [{"helseforetak": "OUS"}]}):  # fmt: skip
        found = content(read("s.json", written(told)))
        assert found == Entries((), complete=False, none=(AT_OUS,))


def test_a_source_may_say_it(read: Read) -> None:
    """The long form wraps it as it wraps any list."""
    told = {"verdi": {"minst": [{}], "ingen": [{"helseforetak": "OUS"}]}, "kilde": "søknaden"}
    reading = read("s.json", written(told))
    assert content(reading).none == (AT_OUS,)
    assert len(content(reading).members) == 1


def test_yaml_says_it_with_fewer_signs(read: Read) -> None:
    """The same case."""
    text = "tjeneste:\n  steder:\n    minst:\n      - {}\n    ingen:\n      - helseforetak: OUS\n"
    assert content(read("s.yaml", text)).none == (AT_OUS,)


def test_a_list_of_names_rules_out_names(read: Read) -> None:
    """A kind of name is the name itself."""
    told = {"minst": ["kirurgi"], "ingen": ["genetikk"]}
    assert content(read("s.json", written(told, "fagområder"), ), "fagområder").none == (
        (("", "genetikk"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("none", "reason"),
    [
        ([{"helsforetak": "OUS"}], "ukjent nøkkel «helsforetak»"),
        ([{"helseforetak": "Sykehuset"}], "«Sykehuset» står ikke i registeret"),
        ([{"senger": 3}], "her kan «ingen» bare si en opplysning som er ja eller nei"),
        ([{"helseforetak": {"avventer": "svar"}}], "fikk en gruppe"),
        ([{"helseforetak": None}], "fikk ingenting"),
        ([{}], "venter et slag av oppføring"),
        (["OUS"], "venter et slag av oppføring"),
        ({"helseforetak": "OUS"}, "venter en liste av slag"),
        ([{"helseforetak": "OUS", "helse foretak": 1, "helse_foretak": 2}], "står to ganger"),
    ],
)
def test_what_cannot_be_read_is_told_and_rules_nothing_out(
    read: Read, none: object, reason: str
) -> None:
    """The members are read all the same."""
    reading = read("s.json", written({"minst": [{"helseforetak": "OUS"}], "ingen": none}))
    assert reason in " ".join(each.reason for each in reading.unread)
    assert content(reading).none == ()
    assert len(content(reading).members) == 1


def test_too_many_ways_are_refused(read: Read) -> None:
    """Each way of being none of the kinds is looked at by itself."""
    kinds = [{"helseforetak": "OUS", "helseregion": "Helse Vest"}] * 8
    reading = read("s.json", written({"ingen": kinds}))
    assert "for mange opplysninger" in " ".join(each.reason for each in reading.unread)
    assert content(reading).none == ()
