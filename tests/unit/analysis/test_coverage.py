"""What cases show of the rules: outcomes, wordings, and conditions that decide alone."""

from itertools import product

import pytest

from hjemmel.analysis import render_coverage
from hjemmel.analysis.coverage import Condition, NormCoverage, coverage, turning
from hjemmel.analysis.skeleton import skeleton
from hjemmel.core.nodes import Fact
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.provenance.book import new_book
from hjemmel.render.lines import plain
from support.golden_run import judged, program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning godkjent er ja eller nei, oppgis av myndigheten
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning bemannet er ja eller nei, oppgis av tjenesten
  opplysning fredet er ja eller nei, oppgis av tjenesten
  opplysning plasser er heltall, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2
  gjelder når tjenesten er godkjent
  oppfylt når tjenesten er åpen
  eller når tjenesten er bemannet
  med mindre vern: tjenesten er fredet

krav størrelse, etter forskrift § 4-2
  oppfylt når tjenestens plasser er minst 4

krav begge deler, etter forskrift § 4-2
  oppfylt når § 4-2 «drift» er oppfylt
"""
DATED = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning bemannet er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2
  fra 1. januar 2020 til og med 31. desember 2021
    oppfylt når tjenesten er åpen
  fra 1. januar 2022
    oppfylt når tjenesten er bemannet
"""


def shown(rules: str, *cases: str) -> dict[str, NormCoverage]:
    """What cases (the inside of «tjeneste», with a day before it where that matters) show."""
    program = program_of({"prøve": rules})
    told = [each.split("|") if "|" in each else ("2024-06-01", each) for each in cases]
    texts = [f'{{"vurderingsdato": "{day}", "tjeneste": {{{facts}}}}}' for day, facts in told]
    verdicts = [tuple(judged(program, text).verdicts.values()) for text in texts]
    found = coverage(program, verdicts, frozenset(program.by_id))
    return {each.norm.id: each for each in found}


def ways(found: NormCoverage) -> dict[str, set[bool]]:
    """The ways shown, by the name of the fact that each condition asks of."""
    return {_name(each): set(each.decided) for each in found.conditions}


def _name(condition: Condition) -> str:
    return condition.node.name if isinstance(condition.node, Fact) else "-"


OPEN = '"godkjent": true, "fredet": false, "åpen": true, "bemannet": false'


def test_one_case_shows_what_decided_it_alone() -> None:
    """A true part of «eller» beside a false one; each part of «gjelder»; not what had no weight."""
    assert ways(shown(RULES, OPEN)["4-2/drift"]) == {
        "godkjent": {True}, "fredet": {False}, "åpen": {True}, "bemannet": set(),
    }  # fmt: skip


def test_two_that_are_enough_each_show_nothing() -> None:
    """Neither decides alone; and an unknown beside a true part may be enough as well."""
    both = shown(RULES, OPEN.replace('"bemannet": false', '"bemannet": true'))["4-2/drift"]
    assert (ways(both)["åpen"], ways(both)["bemannet"]) == (set(), set())
    unknown = shown(RULES, OPEN.replace(', "bemannet": false', ""))["4-2/drift"]
    assert (ways(unknown)["åpen"], ways(unknown)["godkjent"]) == (set(), {True})


def test_a_stage_that_nobody_came_to_shows_nothing() -> None:
    """Where the norm does not apply, its requirement was not asked."""
    closed = OPEN.replace('"godkjent": true', '"godkjent": false')
    found = ways(shown(RULES, closed)["4-2/drift"])
    assert found == {"godkjent": {False}, "fredet": set(), "åpen": set(), "bemannet": set()}


def test_an_undecided_stage_shows_nothing() -> None:
    """Turning a part of what is unknown settles nothing that was settled."""
    found = shown(RULES, '"godkjent": true, "fredet": false, "bemannet": false')["4-2/drift"]
    assert (ways(found)["åpen"], ways(found)["bemannet"]) == (set(), set())


def test_what_is_open_is_not_turned() -> None:
    """Where the clause is open before and after, no condition has turned it."""
    joined = RULES.replace("er bemannet\n", "er bemannet\n    og tjenesten er godkjent\n")
    program = program_of({"prøve": joined})
    norm = program.norm("4-2/drift")
    bones = skeleton(norm.editions[0], Stage.REQUIREMENT)
    told = {
        '"bemannet": true': [],
        '"bemannet": true, "åpen": false': [],
        '"bemannet": true, "åpen": false, "godkjent": true': [True, True],
        '"bemannet": false, "åpen": false, "godkjent": true': [False, False],
    }
    for facts, expected in told.items():
        case = f'{{"vurderingsdato": "2024-06-01", "tjeneste": {{{facts}}}}}'
        found = judged(program, case).verdicts[norm.id].case
        assert [way for _, way in turning(bones, found)] == expected


def test_comparisons_and_references_are_conditions_of_their_own() -> None:
    """Each is turned as one thing, whatever is below it."""
    found = shown(RULES, f'{OPEN}, "plasser": 4', '"plasser": 3')
    assert ways(found["4-2/størrelse"]) == {"-": {True, False}}
    assert ways(found["4-2/begge-deler"]) == {"-": {True}}


@pytest.mark.parametrize("facts", list(product((True, False), repeat=4)))
def test_to_turn_a_condition_is_to_change_its_fact(facts: tuple[bool, ...]) -> None:
    """Where each fact is asked once: the case with that fact changed comes out otherwise."""
    names = ("godkjent", "fredet", "åpen", "bemannet")
    program = program_of({"prøve": RULES})
    norm = program.norm("4-2/drift")

    def applies_and_met(values: tuple[bool, ...]) -> tuple[bool, bool]:
        told = ", ".join(
            f'"{name}": {str(v).lower()}' for name, v in zip(names, values, strict=True)
        )
        text = f'{{"vurderingsdato": "2024-06-01", "tjeneste": {{{told}}}}}'
        found = judged(program, text).verdicts[norm.id].case.valuation.norms[norm.id]
        return found.applies[0], found.requirement[0]

    text = ", ".join(f'"{name}": {str(v).lower()}' for name, v in zip(names, facts, strict=True))
    case = judged(program, f'{{"vurderingsdato": "2024-06-01", "tjeneste": {{{text}}}}}')
    for stage, asked in enumerate((Stage.APPLIES, Stage.REQUIREMENT)):
        bones = skeleton(norm.editions[0], asked)
        turned = {key for key, _ in turning(bones, case.verdicts[norm.id].case)}
        for key, node in bones.conditions.items():
            assert isinstance(node, Fact)
            place = names.index(node.name)
            other = (*facts[:place], not facts[place], *facts[place + 1 :])
            changes = applies_and_met(facts)[stage] != applies_and_met(other)[stage]
            assert (key in turned) == changes, node.name


def test_outcomes_are_counted_of_those_that_can_be() -> None:
    """All norms can lack a subject; none without a period can be without a wording in force."""
    found = shown(RULES, OPEN, '"plasser": 2')
    assert found["4-2/drift"].seen == {Outcome.MET, Outcome.UNDECIDED}
    assert found["4-2/drift"].unseen == (Outcome.BROKEN, Outcome.NOT_APPLICABLE)
    assert Outcome.NO_RULE in shown(DATED)["4-2/drift"].possible


def test_wordings_are_seen_and_their_days_are_no_conditions() -> None:
    """The day that picks the wording is nobody's condition; a wording not used is told of."""
    found = shown(DATED, '2021-05-01|"åpen": true')["4-2/drift"]
    assert ways(found) == {"åpen": {True}, "bemannet": set()}
    assert found.unseen_wordings == found.norm.wordings[1:]
    again = shown(DATED, '2022-05-01|"åpen": true', '2021-05-01|"åpen": true')["4-2/drift"]
    assert again.unseen_wordings == ()


def test_all_cases_together() -> None:
    """Ways add up over cases, and are counted."""
    others = [
        OPEN.replace(*each)
        for each in (('"åpen": true', '"åpen": false'), ('"fredet": false', '"fredet": true'),
                     ('"godkjent": true', '"godkjent": false'))
    ]  # fmt: skip
    found = shown(RULES, OPEN, *others)["4-2/drift"]
    assert (found.shown, found.ways) == (7, 8)
    assert ways(found)["bemannet"] == {False}


def test_what_is_lacking_is_said_in_words() -> None:
    """Which way of which condition, where it stands, and the outcomes not seen."""
    program = program_of({"prøve": RULES})
    found = tuple(shown(RULES, OPEN).values())
    told = plain(render_coverage.text(new_book(program), found, 1, 10_000))
    assert told.startswith("Dekning av 1 sak\n\n§ 4-2  utfall ")
    assert "  4-2/drift  utfall 1 av 4 (25 %) · vilkår 3 av 8 (37 %)\n" in told
    assert "utfall som ikke er sett: brutt, uavklart, ikke aktuell\n" in told
    alone = "ingen sak viser at det avgjør alene"
    assert f"«tjenesten er åpen» (prøve.ntr linje 14): {alone} når det ikke holder\n" in told
    assert (
        f"– oppfylt når «tjenesten er bemannet» (prøve.ntr linje 15): {alone}, "
        "verken når det holder eller når det ikke holder\n"
    ) in told
    assert "gjelder når «tjenesten er godkjent» (prøve.ntr linje 13)" in told
    small = tuple(shown(RULES, '"plasser": 3').values())
    told = plain(render_coverage.text(new_book(program), small, 1, 10_000))
    assert f"«tjenestens plasser er minst 4» (prøve.ntr linje 19): {alone} når det holder\n" in told


def test_the_same_as_data() -> None:
    """The sums, and every condition with what is shown of it."""
    program = program_of({"prøve": RULES})
    found = tuple(shown(RULES, OPEN).values())
    told = render_coverage.document(new_book(program), found, 1)
    assert (told["saker"], told["veier"], told["veier_vist"]) == (1, 12, 4)
    norms = told["normer"]
    assert isinstance(norms, list)
    assert norms[0]["vilkår"][0]["vist"] == ["holder"]
