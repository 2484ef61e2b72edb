"""A case written as somebody would tell it: read again, it is the same case."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.differences.told_case import raw_of
from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.facts.faults import Origin, RawCase
from hjemmel.facts.schema import decode
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.resources import folder
from support.edited_rules import unchanged

TOLD: list[Mapping[str, Any]] = [
    {"tjeneste": {"drives_som_én_tjeneste": {"verdi": True, "kilde": "brev", "grad": "part"}}},
    {"tjeneste": {"drives_som_én_tjeneste": [
        {"verdi": True, "kilde": "brev"}, {"verdi": False, "kilde": "årsrapport"}]}},
    {"tjeneste": {"drives_som_én_tjeneste": {"avventer": "svar fra regionen"}}},
    {"tjeneste": {"opprettelsesdato": "2024-03"}},
    {"tjeneste": {"opprettelsesdato": "2024"}},
    {"tjeneste": {"opprettelsesdato": "ikke utført"}},
    {"tjeneste": {"steder": {"minst": [{"helseregion": "Helse Vest"}],
                             "ingen": [{"helseregion": "Helse Nord"}]}}},
    {"tjeneste": {"steder": []}},
    {"vurderinger": {"sentralisering_gir_bedre_prognose_og_livskvalitet": {
        "verdi": True, "av": ["departementet", "Helsedirektoratet"], "dato": "2024-05-10",
        "grunnlag": "kunnskapsoppsummering", "kilde": "vedtaket"}}},
]  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Schema:
    """What the project's own rules can be told."""
    return unchanged("rules").schema


def read(raw: Mapping[str, Any], schema: Schema) -> Case:
    """A case, all of which can be read."""
    found = decode(RawCase({"sak": "A", **raw}, Origin("")), Vocabulary.of(schema))
    assert found.faults == ()
    assert found.case is not None
    return found.case


def again(case: Case, schema: Schema) -> Case:
    """The case, written and read."""
    return read(json.loads(as_json(raw_of(case, schema))), schema)


@pytest.mark.parametrize("raw", TOLD)
def test_all_ways_to_tell_of_a_fact(raw: Mapping[str, Any], schema: Schema) -> None:
    """Sources, weights, who assessed, what is awaited, and lists that are known in part."""
    case = read(raw, schema)
    assert any(case.records.values())
    assert again(case, schema).records == case.records


def test_the_portfolio_and_the_examples(schema: Schema) -> None:
    """All that real cases tell."""
    data = folder("data")
    lines = (data / "portefolje.jsonl").read_text("utf-8").splitlines()
    texts = [*lines, *(each.read_text("utf-8") for each in sorted(data.glob("eksempel-*.json")))]
    assert len(texts) > 50
    for text in texts:
        raw = json.loads(text)
        case = read(raw, schema)
        assert again(case, schema).records == case.records, raw["sak"]


def test_a_list_of_which_something_cannot_be_read_is_known_in_part(schema: Schema) -> None:
    """What cannot be read cannot be written again, and is still not taken to be nothing."""
    raw = {"sak": "A", "tjeneste": {"rapporterte_driftsår": [2018, {"galt": 1}]}}
    case = decode(RawCase(raw, Origin("")), Vocabulary.of(schema)).case
    assert case is not None
    assert raw_of(case, schema)["tjeneste"] == {"rapporterte_driftsår": {"minst": [2018]}}
