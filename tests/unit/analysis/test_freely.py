"""Whether a condition may still turn what comes out, from what its neighbours can be."""

from hjemmel.analysis.freely import may_turn, settled
from hjemmel.analysis.possible import ANY, Truths
from hjemmel.analysis.skeleton import Skeleton, skeletons
from hjemmel.core.outcome import Stage
from support.golden_run import program_of

RULES = """\
regelverk prøve

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning bemannet er ja eller nei, oppgis av tjenesten
  opplysning meldt er ja eller nei, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten

§ 4-2 Prøve

krav drift, etter forskrift § 4-2
"""
HOLDS, FAILS, OPEN = (True, False), (False, True), (False, False)


def asked(lines: str) -> Skeleton:
    """What a norm with these lines requires."""
    (norm,) = program_of({"prøve": RULES + lines}).norms
    (found,) = (each for each in skeletons(norm) if each.stage is Stage.REQUIREMENT)
    return found


def turns(clause: Skeleton, words: str, others: Truths) -> bool:
    """Whether the condition in these words may turn it, where all others can be so."""
    keys = {node.origin.words: key for key, node in clause.conditions.items()}
    can_be = dict.fromkeys(clause.conditions, others) | {keys[words]: ANY}
    return may_turn(clause, keys[words], can_be)


def test_a_part_of_an_and_turns_it_while_no_other_has_failed() -> None:
    """Where another has failed, it has failed for good."""
    clause = asked("  oppfylt når tjenesten er åpen\n    og tjenesten er bemannet\n")
    assert turns(clause, "tjenesten er åpen", ANY)
    assert turns(clause, "tjenesten er åpen", frozenset({HOLDS}))
    assert not turns(clause, "tjenesten er åpen", frozenset({FAILS}))


def test_nothing_turns_what_stays_open() -> None:
    """A part that never becomes known keeps an «og» from holding."""
    clause = asked("  oppfylt når tjenesten er åpen\n    og tjenesten er bemannet\n")
    assert not turns(clause, "tjenesten er åpen", frozenset({OPEN}))


def test_readings_that_go_apart_let_nothing_turn() -> None:
    """What the question puts aside is not asked where it has arisen, and the readings differ."""
    clause = asked("""\
  oppfylt når tjenesten er åpen
    og tjenesten er bemannet
  tolkning Teller det?, etter forskrift § 4-2
    for leddet tjenesten er bemannet
    oppstår når tjenesten er meldt
    lesemåte ja: regnes med
    lesemåte nei: regnes ikke med
    valgt ingen
""")
    keys = {node.origin.words: key for key, node in clause.conditions.items()}
    arisen = dict.fromkeys(clause.conditions, ANY) | {
        keys["tjenesten er meldt"]: frozenset({HOLDS}),
        keys["tjenesten er åpen"]: frozenset({HOLDS}),
    }
    assert not may_turn(clause, keys["tjenesten er bemannet"], arisen)
    not_arisen = arisen | {keys["tjenesten er meldt"]: frozenset({FAILS})}
    assert may_turn(clause, keys["tjenesten er bemannet"], not_arisen)


def test_a_last_day_is_never_so_for_good() -> None:
    """That it is not over holds back, and says nothing by itself; other conditions go both ways."""
    clause = asked("  oppfylt når tjenesten er åpen\n  senest 1. mars 2024\n")
    ways = {node.origin.words: settled(node) for node in clause.conditions.values()}
    assert ways["tjenesten er åpen"] == (True, False)
    assert (False,) in ways.values()
