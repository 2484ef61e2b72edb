"""A duty of what is in operation is none of an applicant's, of a closed service's or of another's.

Every question of yes or no about the service is answered «nei», so that whatever could be held
against it, would be.
"""

import json
from typing import Any

import pytest
from attrs import evolve

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.core.types import Truth
from hjemmel.explain.verdict import Verdict, missing
from support.golden_run import judged, program_of

NATIONAL = (
    "nasjonal behandlingstjeneste",
    "flerregional behandlingstjeneste",
    "nasjonal kompetansetjeneste",
)
ORDERS = {"krav", "forbud", "frist"}
STAGES = ("godkjent", "opprettet", "avviklet")
"""What says how far a service has come, and is told by each case for itself."""
BEFORE_APPROVAL = {"4-3", "4-5"}
"""What is asked of a service that is to be approved."""


def answered_no(**told: Any) -> dict[str, Any]:
    """A case in which everything about the service is told, and told as it should not be."""
    schema = program_of({}).schema
    service = {
        each.key: False
        for each in schema.record("tjeneste").fields
        if isinstance(each.type, Truth) and each.key not in STAGES
    }
    assessed = {each.key: False for each in schema.record("vurderinger").fields}
    return {
        "vurderingsdato": "2024-06-01",
        "tjeneste": {**service, **told},
        "vurderinger": assessed,
    }


def held_against(case: dict[str, Any]) -> dict[str, Verdict]:
    """The duties that the case fails."""
    found = judged(program_of({}), json.dumps(case)).verdicts
    return {
        norm: each
        for norm, each in found.items()
        if each.outcome is Outcome.BROKEN
        and each.norm.kind.value in ORDERS
        and norm.split("/")[0] not in BEFORE_APPROVAL
    }


@pytest.mark.parametrize("kind", NATIONAL)
def test_one_in_operation_fails_what_it_does_not_do(kind: str) -> None:
    """The same answers are held against a service in operation, so the others could show it."""
    assert len(held_against(answered_no(type=kind, godkjent=True, opprettet=True))) > 10


@pytest.mark.parametrize("kind", NATIONAL)
@pytest.mark.parametrize(
    "stage",
    [
        {"godkjent": False},
        {"godkjenningsdato": "2024-06-02"},
        {"godkjent": True, "opprettet": True, "avviklet": True},
        {"godkjenningsdato": "2012", "opprettelsesdato": "2013", "avviklingsdato": "2020"},
    ],
    ids=["søker", "søker med dag", "avviklet", "avviklet med dag"],
)
def test_before_and_after_nothing_is_held_against_it(stage: dict[str, Any], kind: str) -> None:
    """An applicant's and a closed service's answers break nothing."""
    assert held_against(answered_no(type=kind, **stage)) == {}


def test_what_is_no_national_service_has_none_of_the_duties() -> None:
    """Nor do those of «annen tjeneste», though it calls itself approved."""
    assert held_against(answered_no(type="annen tjeneste")) == {}
    assert held_against(answered_no(type="annen tjeneste", godkjent=True, opprettet=True)) == {}


OF_OTHERS = {
    "3/forskrift-og-føringer", "3/hdir-operasjonaliserer", "3/helhetlig-gjennomgang-form",
    "3/rhf-vurderer-behov", "3/servicemiljø", "3/servicemiljø-oppgaver", "4-4/kjernemandat",
    "ern/delegering", "ern/deler-kunnskap", "ern/evalueringsorgan", "ern/hdir-i-styret",
    "ern/hdir-rådgiver", "ern/logo", "ern/manualer", "ern/nasjonalt-forum", "ern/partner-prosess",
    "ern/representerer-medlem",
}  # fmt: skip
"""What is told of others than the service, or of a member of a network, and fails all the same."""
SOUGHT = {"ern/fullverdig-søker", "ern/partner-søker"}
"""What anybody may ask for; the answer is no duty."""


def everything_wrong(**told: Any) -> dict[str, Any]:
    """All that can be told of the running of a service, told as it should not be."""
    schema = program_of({}).schema
    no = {
        record.key: {each.key: False for each in record.fields if isinstance(each.type, Truth)}
        for record in schema.records
        if not record.entry and record.key not in {"tjeneste", "vurderinger", "søknad", "sak"}
    }
    return answered_no(
        steder=[{"helseforetak": "OUS"}, {"helseforetak": "Ahus"}, {"helseforetak": "UNN"}],
        pasienter_med_gitt_indikasjon=[{"henvist_til_tjenesten": False}],
        referansegruppe=[],
        øvrige_regioner=[{"helseregion": "Helse Nord", "sørger_for_henvisning": False}],
        rapporterte_driftsår=[],
        regioner_med_spredt_kompetanse=[],
        siste_virkedag="2023-06-30",
        **told,
    ) | {
        **no,
        "årsrapport": {**no["årsrapport"], "driftsår": 2023, "rapporteringsdato": "2024-05-01"},
        "samlet_rapport": {"driftsår": 2023, "dato": "2024-05-01"},
        "årlig_vurdering": {**no["årlig_vurdering"], "år": 2023, "dato": "2023-12-01"},
    }


@pytest.mark.parametrize("kind", NATIONAL)
def test_all_norms_of_a_running_service_can_fail_it(kind: str) -> None:
    """The same facts of a service in operation fail it time and again."""
    told = {"godkjenningsdato": "2012", "opprettelsesdato": "2013", "avviklet": False}
    failed = failing(everything_wrong(type=kind, **told))
    assert len(failed - OF_OTHERS) >= 30


@pytest.mark.parametrize("kind", NATIONAL)
@pytest.mark.parametrize(
    "stage",
    [
        {"godkjent": False},
        {"godkjenningsdato": "2024-06-02"},
        {"godkjenningsdato": "2012", "opprettelsesdato": "2013", "avviklingsdato": "2020"},
    ],
    ids=["søker", "godkjent i morgen", "avviklet"],
)
def test_no_norm_of_all_is_failed_before_or_after(stage: dict[str, Any], kind: str) -> None:
    """Neither a duty, a recommendation nor a warning: of all norms, only what is of others."""
    assert failing(everything_wrong(type=kind, **stage)) <= OF_OTHERS


@pytest.mark.parametrize("told", [{}, {"godkjent": True, "opprettet": True}])
def test_no_norm_of_all_is_failed_by_another_service(told: dict[str, Any]) -> None:
    """The norms are for the three kinds, whatever else is told."""
    assert failing(everything_wrong(type="annen tjeneste", **told)) <= OF_OTHERS


def failing(case: dict[str, Any]) -> set[str]:
    """The norms that fail, but the words themselves and what may be asked for."""
    found = judged(program_of({}), json.dumps(case)).verdicts
    return {
        norm
        for norm, each in found.items()
        if each.outcome is Outcome.BROKEN and each.norm.kind is not Kind.DEFINITION
    } - SOUGHT


ON_APPROVAL = {
    "3/rhf-ansvar",
    "3/rhf-etablerer-drifter-finansierer",
    "4-1/ansvar-påtas-ved-søknad",
    "4-1/øvrige-rhf-henviser",
    "4-4/oppgave-3",
    "4-6/oppgave-3",
}
LISTED = {"steder": [{"helseforetak": "OUS"}], "står_i_den_offisielle_oversikten": True}


@pytest.mark.parametrize("kind", NATIONAL)
def test_a_name_and_a_place_in_the_list_is_held_against_no_one(kind: str) -> None:
    """Where nothing else is told, what is taken as given breaks nothing."""
    case = {"vurderingsdato": "2024-06-01", "tittel": "Bare navnet", "tjeneste": {**LISTED}}
    steder = [{"helseforetak": "OUS"}, {"helseforetak": "UNN"}]
    two = {"steder": steder} if kind.startswith("flerregional") else {}
    case["tjeneste"] |= {"type": kind, **two}
    found = judged(program_of({}), json.dumps(case)).verdicts
    broken = {
        norm
        for norm, each in found.items()
        if each.outcome is Outcome.BROKEN and each.norm.kind.value in ORDERS | {"vilkår"}
    }
    assert broken == set()


@pytest.mark.parametrize("kind", NATIONAL)
def test_with_nothing_taken_as_given_the_duties_are_unsettled(kind: str) -> None:
    """It is the list alone that says that it is approved."""
    case = answered_no(type=kind, opprettet=True, står_i_den_offisielle_oversikten=True)
    failed = held_against(case)
    assert len(failed) > 10
    without = evolve(program_of({}), presumptions=())
    found = judged(without, json.dumps(case)).verdicts
    mine = {norm: found[norm] for norm in failed if norm in ON_APPROVAL}
    assert mine
    assert {each.outcome for each in mine.values()} == {Outcome.UNDECIDED}
    asked = {one.kind.value for each in mine.values() for one in missing(each)}
    assert asked == {"mangler"}
