"""Two days compared: an edition carried to another day, and what holds for every comparison."""

import json
from datetime import date
from functools import lru_cache

import pytest

from hjemmel.case.statements import Case
from hjemmel.compare.changes import Change, Comparison, Effect, compare
from hjemmel.compare.counterfactual import carried
from hjemmel.core.program import Program
from hjemmel.explain.verdict import verdict
from hjemmel.provenance.situation import Situation
from hjemmel.render.change_words import amended_by, answer_in_words, passing, word_of
from support import service_in_order as in_order
from support.evaluation import judge_of
from support.golden_run import judged, program_of

DAYS = (date(2020, 6, 1), date(2022, 3, 1), date(2023, 6, 1), date(2024, 6, 1), date(2028, 1, 1))
PAIRS = [(first, second) for first in DAYS for second in DAYS if first < second]
NATIONAL = "4-5/nasjonal-kompetanse"
EITHER = "departementet eller Helsedirektoratet"
"""Who is the authority after 2022 and before the page of 2024."""


@lru_cache
def program() -> Program:
    """The project's own rules."""
    return program_of({})


@lru_cache
def case(kind: str) -> Case:
    """The service in order: its assessments told without a day, or made in 2023."""
    facts = in_order.CASE if kind == "udatert" else in_order.exercised()
    approval = facts["godkjenningsvurdering"] | {"dato": "2022-08-15"}
    told = {"godkjenningsvurdering": approval, "vurderingsdato": "2023-06-01"}
    return judged(program(), json.dumps(facts | told, ensure_ascii=False)).case


def seen(one: Case, day: date, rules: Program | None = None) -> Situation:
    """A case on a day."""
    return judge_of(rules or program()).situation(one, day)


@lru_cache
def comparison(kind: str, first: date, second: date) -> Comparison:
    """A case on two days, all norms."""
    one = case(kind)
    norms = frozenset(each.id for each in program().norms)
    return compare(one, seen(one, first), seen(one, second), norms)


def words(of: Situation) -> dict[str, str]:
    """The word of every norm."""
    return {each: word_of(verdict(of, norm)) for each, norm in of.book.norms.items()}


@pytest.mark.parametrize("kind", ["udatert", "utøvd"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_edition_on_its_own_day_changes_nothing(kind: str, day: date) -> None:
    """Each wording picked out by itself says what it says among the others."""
    here = seen(case(kind), day)
    norms = [each.id for each in program().norms]
    assert words(carried(case(kind), here, norms, day)) == words(here)


@pytest.mark.parametrize("kind", ["udatert", "utøvd"])
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=str)
def test_the_same_norms_differ_both_ways(kind: str, first: date, second: date) -> None:
    """Which of the days comes first decides nothing."""
    there, back = comparison(kind, first, second), comparison(kind, second, first)
    for part in ("edition", "day", "same"):
        ids = [[each.norm.id for each in getattr(found, part)] for found in (there, back)]
        assert ids[0] == ids[1], part


@pytest.mark.parametrize("kind", ["udatert", "utøvd"])
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=str)
def test_the_verdicts_are_those_of_each_day(kind: str, first: date, second: date) -> None:
    """A comparison answers as the days do by themselves, and what is unchanged is so."""
    found = comparison(kind, first, second)
    before, after = (words(seen(case(kind), day)) for day in (first, second))
    for each in (*found.edition, *found.day, *found.same):
        assert word_of(each.before) == before[each.norm.id]
        assert word_of(each.after) == after[each.norm.id]
    assert all(before[each.norm.id] == after[each.norm.id] for each in found.same)


@pytest.mark.parametrize("kind", ["udatert", "utøvd"])
@pytest.mark.parametrize(("first", "second"), PAIRS, ids=str)
def test_every_difference_has_its_reason(kind: str, first: date, second: date) -> None:
    """Nothing differs without a wording, a holder or a step that does."""
    found = comparison(kind, first, second)
    assert all(each.steps for each in found.day), [e.norm.id for e in found.day if not e.steps]
    assert not any(each.amendment.is_empty for each in found.edition)


def carried_word(held: date, day: date, kind: str = "udatert") -> str:
    """The word of one norm on a day under the edition of another."""
    under = carried(case(kind), seen(case(kind), held), {NATIONAL}, day)
    return word_of(verdict(under, under.book.norms[NATIONAL]))


def test_a_role_stays_with_whoever_had_it() -> None:
    """The authority of 2023 in 2024, that of 2024 in 2023, and one that is not yet anybody."""
    before, after = date(2023, 6, 1), date(2024, 6, 1)
    holders = []
    for held, day in ((before, after), (after, before), (date(2010, 6, 1), after)):
        under = carried(case("udatert"), seen(case("udatert"), held), (), day)
        role = under.book.program.schema.role("myndigheten")
        assert role is not None
        holders.append((role.holder_on(day), role.holder_on(date(2023, 3, 1))))
    assert holders == [
        (EITHER, EITHER),
        ("departementet", EITHER),
        (None, None),
    ]


def test_what_was_assessed_before_stands_under_any_edition() -> None:
    """The directorate's assessment of May 2023 counts, though the change had come in June."""
    assert carried_word(date(2024, 6, 1), date(2023, 6, 1), "utøvd") == "oppfylt"
    assert carried_word(date(2023, 6, 1), date(2024, 6, 1), "utøvd") == "oppfylt"


SCOPES = """\
regelverk prøve
bygger på ord_kap4


§ 4-2 Prøve

første ledd
krav godkjenning, etter veileder pkt. 2 nr. 4, nettside pkt. 2 nr. 4
  med mindre avvikling: tjenesten er avviklet
  fra 1. januar 2022 til og med 31. desember 2023
    gjelder når tjenestens siste virkedag er før vurderingsdagen
    oppfylt når tjenesten er godkjent
  fra 1. januar 2024
    gjelder når tjenesten er godkjent
    oppfylt når tjenestens type er nasjonal behandlingstjeneste

krav fast horisont, etter forskrift § 4-2 første ledd
  fra 1. januar 2022 til og med 31. desember 2023
    antatt      siste dag, prøven sier det ikke
    oppfylt når tjenesten er godkjent

krav skjønn fra i år, etter nettside pkt. 2 nr. 4
  fra 1. januar 2024
    oppfylt når myndigheten har vurdert at behovet for tjenesten har falt bort

andre ledd
frist for oppstart, etter forskrift § 4-2 andre ledd
  utført        tjenestens opprettelsesdato
  senest        31. desember i kalenderåret for tjenestens godkjenningsdato

krav etter virketiden, etter forskrift § 4-2 andre ledd
  oppfylt når   tjenestens siste virkedag er før vurderingsdagen
    og          enten tjenesten er godkjent, eller vurderingsdagen er senest 31. desember 2023
    og enten tjenesten er godkjent, eller myndigheten har vurdert at «tilbudet er høyspesialisert»
    og          § 4-2 «for oppstart» er oppfylt

krav godkjent senest i år, etter forskrift § 4-2 andre ledd
  oppfylt når tjenestens godkjenningsdato er senest 31. desember i kalenderåret for vurderingsdagen
"""
EXPIRES = {
    "type": "nasjonal kompetansetjeneste", "godkjent": True, "avviklet": False,
    "siste_virkedag": "2023-12-31", "godkjenningsdato": "2023-02-01",
    "opprettelsesdato": "2023-03-01",
}  # fmt: skip


def invented(norm: str) -> Change:
    """A norm of an invented rulebook, in the middle of 2023 and of 2024."""
    rules = program_of({"prøve": SCOPES})
    made = {"verdi": False, "av": "Helsedirektoratet", "dato": "2023-10-01"}
    told = {
        "vurderingsdato": "2023-06-01",
        "tjeneste": EXPIRES,
        "vurderinger": {"tilbudet_er_høyspesialisert": made},
    }
    one = judged(rules, json.dumps(told)).case
    before, after = (seen(one, day, rules) for day in (date(2023, 6, 1), date(2024, 6, 1)))
    both = compare(one, before, after, {norm})
    (found,) = (*both.edition, *both.day)
    return found


def told(of: Change) -> list[str]:
    """The word on both days, and with one of them under the other's edition."""
    return [
        word_of(of.before),
        word_of(of.after),
        *(answer_in_words(of.norm, each) for each in (of.by_day, of.by_edition)),
    ]


def test_each_wording_has_its_own_scope() -> None:
    """The old scope is met by the new day, and the new one already on the old day."""
    found = invented("4-2/godkjenning")
    assert told(found) == ["ikke aktuell", "fraveket", "oppfylt", "fraveket"]
    assert found.effect is Effect.EACH


def test_a_norm_that_is_no_more() -> None:
    """Under the old edition it would have gone on."""
    found = invented("4-2/fast-horisont")
    assert told(found) == ["oppfylt", "ingen regel i kraft", "oppfylt", "ingen regel i kraft"]
    assert found.effect is Effect.EDITION
    (why,) = amended_by(found.amendment)
    assert why.startswith("ingen ordlyd gjelder lenger; før gjaldt ordlyden fra 1. januar 2022")
    assert why.endswith("31. desember 2023 (skillet er antatt)")


def test_a_norm_that_was_not_had_no_discretion() -> None:
    """Who has it now is part of the new wording, not a handover."""
    found = invented("4-2/skjønn-fra-i-år")
    assert found.amendment.shift
    assert found.amendment.handovers == ()


def test_only_decisive_steps_are_told() -> None:
    """Not a deadline kept on both days, nor what another alternative made no matter."""
    (step,) = passing(invented("4-2/etter-virketiden"))
    assert step.startswith("tjenestens siste virkedag er før vurderingsdagen")
    assert step.endswith("holder ikke → holder")


def test_a_value_that_is_another_is_told() -> None:
    """The step holds on both days, by another year."""
    (step,) = passing(invented("4-2/godkjent-senest-i-år"))
    before, after = step.split(" → ")
    assert "31. desember 2023" in before
    assert "31. desember 2024" in after


def test_a_day_that_is_not_come_leaves_the_wording_open() -> None:
    """An application not yet sent is sent in 2024 at the earliest, when that day is come."""
    told_of = {"vurderingsdato": "2023-06-01", "søknad": {"dato": "ikke utført"}}
    one = judged(program(), json.dumps(told_of)).case
    before, after = (seen(one, day) for day in (date(2023, 6, 1), date(2024, 6, 1)))
    (found,) = compare(one, before, after, {"4-1/støtte-fra-alle-regioner"}).day
    assert passing(found) == (
        "en ordlyd er i kraft, regnet etter den dagen søknaden ble sendt: uavklart → holder",
    )
