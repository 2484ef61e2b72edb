"""What would settle an open verdict, and what would turn one that fails: the smallest there is."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product
from random import Random
from typing import Any
from unittest.mock import patch

import pytest

from hjemmel.analysis.settling import finding
from hjemmel.analysis.settling.answers import (
    Basis,
    Change,
    Reason,
    Settled,
    Settling,
    Turning,
    Ways,
)
from hjemmel.analysis.settling.finding import Effort, what_it_takes
from hjemmel.analysis.settling.render_text import page
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.trying import Trying
from hjemmel.analysis.settling.weights import to_settle, to_turn
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.engine.cases import told_of
from hjemmel.engine.rulebook import Rulebook
from hjemmel.explain.judge import Judge
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.pipeline import compile_rules
from hjemmel.render.lines import plain
from hjemmel.source.source import read_text
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import program as random_program
from support.golden_run import grammar

RULES = """
regelverk badeanlegg

kilde badeforskriften, gjelder fra 1. januar 2020
  slag          lokal forskrift
  full tittel   forskrift 3. desember 2019 nr. 900 om badeanlegg (oppdiktet)
  vises til som § 3 første ledd

begrep vakttype
  verdi livredder
  verdi instruktør

opplysninger om anlegg, anlegget
  opplysning åpent for alle er ja eller nei, oppgis av kommunen
  opplysning har alarm er ja eller nei, oppgis av eieren
  opplysning har badevakt er ja eller nei, oppgis av eieren
  opplysning har telefon er ja eller nei, oppgis av eieren
  opplysning plasser er heltall, oppgis av eieren
  opplysning vakter er liste av vakt, oppgis av eieren
  opplysning åpningsdag er dato, oppgis av eieren
  opplysning steder er liste av sted, oppgis av eieren

oppføring vakt, vakten, vakter
  opplysning slag er vakttype, oppgis av eieren

oppføring sted, stedet, steder
  opplysning by er tekst, oppgis av eieren

vurdering vannet holder mål, gjøres av kommuneoverlegen

§ 3 Sikkerhet

første ledd
krav om varsling, etter badeforskriften § 3 første ledd
  gjelder for   anlegget
  gjelder når   anlegget er åpent for alle
  oppfylt når   anlegget har alarm
    og          anlegget har telefon
  eller når     anlegget har badevakt

§ 4 Vakter
krav om to livreddere, etter badeforskriften § 4
  gjelder for   anlegget
  oppfylt når   det finnes minst 2 blant anleggets vakter der slag er livredder

§ 5 Størrelse
krav om få plasser, etter badeforskriften § 5
  gjelder for   anlegget
  oppfylt når   anleggets plasser er høyst 100
    og          kommuneoverlegen har vurdert at vannet holder mål

§ 6 Oppstart
krav om ny åpning, etter badeforskriften § 6
  gjelder for   anlegget
  oppfylt når   anleggets åpningsdag er tidligst 1. januar 2022

§ 7 Stedet
krav om ett sted, etter badeforskriften § 7
  gjelder for   anlegget
  oppfylt når   antall ulike by blant anleggets steder er 1
"""
DAY = date(2024, 6, 1)
YES_NO = ("åpent_for_alle", "har_alarm", "har_badevakt", "har_telefon")


@pytest.fixture(scope="module")
def program() -> Program:
    """The rules above."""
    checked = compile_rules(("bad",), {"bad": read_text("bad.ntr", RULES)}, grammar(), None)
    assert checked.ok, [f"{each.span} {each.message}" for each in checked.diagnostics]
    return checked.value


def judging(program: Program, norm: str, facts: Mapping[str, Any], **more: Any) -> Judging:
    """A norm in a case with these facts of the place."""
    told = {"vurderingsdato": DAY.isoformat(), "anlegg": facts, **more}
    case = told_of(told, Vocabulary.of(program.schema)).case
    return Judging(Judge.of(program), program.by_id[norm], case, DAY)


def steps(of: Ways) -> list[dict[str, Any]]:
    """Each way as what is told of each fact."""
    return [{".".join(map(str, each.path)): each.value for each in way.steps} for way in of.found]


def settling(of: Judging) -> Settling:
    """What would settle an open verdict."""
    found = what_it_takes(of)
    assert isinstance(found, Settling)
    return found


def turning(of: Judging) -> Turning:
    """What would turn one that fails."""
    found = what_it_takes(of)
    assert isinstance(found, Turning)
    return found


# --- the smallest, by going through all there is -----------------------------------------------


def met(facts: Mapping[str, bool]) -> Outcome:
    """The first norm as its text says, in three-valued logic written out."""

    def joined(values: list[bool | None], decisive: bool) -> bool | None:
        if decisive in values:
            return decisive
        return None if None in values else not decisive

    told = {each: facts.get(each) for each in YES_NO}
    if told["åpent_for_alle"] is not True:
        is_open = told["åpent_for_alle"] is None
        return Outcome.UNDECIDED if is_open else Outcome.NOT_APPLICABLE
    both = joined([told["har_alarm"], told["har_telefon"]], decisive=False)
    holds = joined([both, told["har_badevakt"]], decisive=True)
    return {True: Outcome.MET, False: Outcome.BROKEN, None: Outcome.UNDECIDED}[holds]


def smallest(facts: Mapping[str, bool], wanted: Outcome) -> set[frozenset[tuple[str, bool]]]:
    """All sets of further answers that lead there, none of which has another in it."""
    unknown = [each for each in YES_NO if each not in facts]
    found: list[tuple[frozenset[str], frozenset[tuple[str, bool]]]] = []
    for size in range(1, len(unknown) + 1):
        for some in combinations(unknown, size):
            if any(names <= set(some) for names, _ in found):
                continue
            for values in product((True, False), repeat=size):
                more = dict(zip(some, values, strict=True))
                if met({**facts, **more}) is wanted:
                    found.append((frozenset(some), frozenset(more.items())))
    return {each for _, each in found}


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"åpent_for_alle": True},
        {"har_alarm": False},
        {"åpent_for_alle": True, "har_alarm": True},
    ],
)
def test_all_that_could_settle_it_and_no_more(program: Program, facts: dict[str, bool]) -> None:
    """Each smallest set of answers, as going through all of them gives."""
    found = settling(judging(program, "3/om-varsling", facts))
    assert found.basis is Basis.PROVED
    for outcome in (Outcome.MET, Outcome.BROKEN, Outcome.NOT_APPLICABLE):
        ways = next((each for each in found.ways if each.outcome is outcome), None)
        said = {frozenset(each.items()) for each in steps(ways)} if ways else set()
        expected = smallest(facts, outcome)
        assert said == {frozenset((f"anlegg.{k}", v) for k, v in each) for each in expected}
        assert ways is None or ways.is_all


def test_what_must_be_known(program: Program) -> None:
    """Whatever the answers are, these settle it, and none can be spared."""
    found = settling(
        judging(program, "3/om-varsling", {"åpent_for_alle": True, "har_telefon": False})
    )
    assert found.needed == (("anlegg", "har_badevakt"),)
    every = settling(judging(program, "3/om-varsling", {}))
    assert set(every.needed or ()) == {("anlegg", each) for each in YES_NO}


# --- what fails --------------------------------------------------------------------------------


def test_the_smallest_change(program: Program) -> None:
    """One answer turned; that the norm no longer applies is no advice."""
    told = {"åpent_for_alle": True, "har_alarm": True, "har_telefon": False, "har_badevakt": False}
    found = turning(judging(program, "3/om-varsling", told))
    assert sorted(map(sorted, steps(found.ways))) == [
        ["anlegg.har_badevakt"],
        ["anlegg.har_telefon"],
    ]
    assert found.ways.is_all
    assert {each.change for way in found.ways.found for each in way.steps} == {Change.ALTER}


def test_an_entry_more_rather_than_another(program: Program) -> None:
    """A list gets one more of what it lacks, and those that it has, stay."""
    told = {"vakter": [{"slag": "livredder"}, {"slag": "instruktør"}]}
    found = turning(judging(program, "4/om-to-livreddere", told))
    (first, *_) = found.ways.found
    (step,) = first.steps
    assert (step.change, step.path) == (Change.ADD, ("anlegg", "vakter", 2))
    assert step.value["slag"][0].content == "livredder"


def test_an_entry_less(program: Program) -> None:
    """Where that is enough, and the others stay."""
    told = {"steder": [{"by": "Bodø"}, {"by": "Oslo"}]}
    found = turning(judging(program, "7/om-ett-sted", told))
    changes = {step.change for way in found.ways.found for step in way.steps}
    assert changes == {Change.ALTER, Change.REMOVE}


def test_a_list_known_in_part(program: Program) -> None:
    """One entry more would meet it, and that there are no more would break it."""
    found = settling(judging(program, "4/om-to-livreddere", {"vakter": {"minst": []}}))
    said = {
        each.outcome: [[step.change for step in way.steps] for way in each.found]
        for each in found.ways
    }
    assert said == {Outcome.MET: [[Change.ADD, Change.ADD]], Outcome.BROKEN: [[Change.COMPLETE]]}
    assert found.needed == (("anlegg", "vakter"),)


def test_what_others_assess_costs_more(program: Program) -> None:
    """The two of which one is enough: none here, for both are asked for."""
    told = {"plasser": 300}
    more = {"vurderinger": {"vannet_holder_mål": {"verdi": False, "av": "kommuneoverlegen"}}}
    found = turning(judging(program, "5/om-få-plasser", told, **more))
    (way,) = found.ways.found
    assert {each.path[0] for each in way.steps} == {"anlegg", "vurderinger"}
    assert way.verdict.outcome is Outcome.MET


def test_a_day_that_has_come_stays(program: Program) -> None:
    """So there is nothing to do, and that is proved."""
    found = turning(judging(program, "6/om-ny-åpning", {"åpningsdag": "2021-05-01"}))
    assert found.ways.found == ()
    assert found.ways.is_all


def test_what_holds_takes_nothing(program: Program) -> None:
    """A verdict that is neither open nor failing."""
    of = judging(program, "6/om-ny-åpning", {"åpningsdag": "2023-05-01"})
    assert isinstance(what_it_takes(of), Settled)


def test_as_data(program: Program) -> None:
    """Other programs get the same, with the words."""
    facts = {"vurderingsdato": "2024-06-01", "anlegg": {"åpent_for_alle": True, "har_alarm": True}}
    found = Rulebook(program).judge(facts).what_it_takes("3/om-varsling")
    assert json.loads(json.dumps(found)) == found
    met, _ = found["avgjøres_av"]
    assert met["ord"] == "oppfylt"
    told = {step["opplysning"] for way in met["måter"] for step in way}
    assert told == {"anlegg.har_telefon", "anlegg.har_badevakt"}
    assert found["grunnlag"] == "bevist"


# --- without a solver --------------------------------------------------------------------------


def test_without_a_solver_it_is_tried(program: Program) -> None:
    """The same ways, and the answer says that they are only tried."""
    of = judging(program, "3/om-varsling", {"åpent_for_alle": True, "har_alarm": True})
    proved = settling(of)
    with patch.object(finding, "has_prover", return_value=False):
        tried = settling(of)
    assert (tried.basis, tried.reason) == (Basis.TRIED, Reason.NO_PROVER)
    assert [sorted(map(repr, steps(e))) for e in tried.ways] == [
        sorted(map(repr, steps(e))) for e in proved.ways
    ]
    assert "Prøvd i" in plain(page(of, tried, 84))


def test_spent_work_is_told(program: Program) -> None:
    """Where the solver may do nothing, cases are tried."""
    of = judging(program, "3/om-varsling", {"åpent_for_alle": True})
    found = what_it_takes(of, Effort(work=1))
    assert isinstance(found, Settling)
    assert found.basis is Basis.TRIED


# --- random rulebooks --------------------------------------------------------------------------

SHORT, WHOLE = 12, 300


def looked_at(seeds: Iterator[str]) -> Iterator[tuple[str, Basis]]:
    """Each open or failing norm of random rulebooks: nothing that is tried is smaller."""
    for seed in seeds:
        choices = Seeded(Random(seed))
        made = random_program(choices)
        facts = facts_of(choices, made)
        if facts.case is None:
            continue
        of = Judging(Judge.of(made), made.by_id[made.order[-1]], facts.case, facts.day)
        found = what_it_takes(of)
        match found:
            case Settling():
                weigh, proved = to_settle, {each.outcome: each for each in found.ways}
                tried = Trying(of, weigh, 300, Reason.NO_PROVER).settling().ways
            case Turning():
                weigh, proved = to_turn(facts.day), {Outcome.MET: found.ways}
                tried = (Trying(of, weigh, 300, Reason.NO_PROVER).turning().ways,)
            case _:  # there is nothing to look for
                continue
        yield seed, found.basis
        for each in tried if found.basis is Basis.PROVED else ():
            least = min((way.cost for way in each.found), default=None)
            ways = proved.get(each.outcome)
            if least is not None:
                assert ways, (seed, each)
                assert min(way.cost for way in ways.found) <= least, (seed, each)


def test_random_rulebooks() -> None:
    """No way that is tried is cheaper than the cheapest that is proved."""
    found = list(looked_at(f"h{each}" for each in range(SHORT)))
    assert found
    assert any(basis is Basis.PROVED for _, basis in found)


@pytest.mark.grundig
def test_very_many_random_rulebooks() -> None:
    """The same, for minutes."""
    found = list(looked_at(f"H{each}" for each in range(WHOLE)))
    assert sum(basis is Basis.PROVED for _, basis in found) > len(found) * 0.8
