"""The decisive facts decide: forget the others, and the outcome and the marks are the same."""

import pytest

from hjemmel.case.observation import Observation, PartialList
from hjemmel.provenance.replay import masked, replay
from random_programs.pairs import Pair, pairs
from support.evaluation import assess, evaluate

COUNT = 600


def observed(pair: Pair) -> Observation:
    """The pair's facts as an observation."""
    return pair.situation.observation


@pytest.mark.parametrize("seed", range(4))
def test_a_replay_of_random_rulebooks_agrees(seed: int) -> None:
    """Outcome, deciding stage and decisive known facts survive the loss of all other facts."""
    for pair in pairs(seed, COUNT):
        seen = observed(pair)
        valuation = evaluate(pair.program, seen.view)
        for verdict in assess(pair.program, seen, valuation, pair.situation.day):
            again = replay(verdict.case, verdict.norm, evaluate)
            assert again.agrees, f"pair {pair.number} of seed {seed}: {again}"


def test_masking_forgets_facts_but_not_records() -> None:
    """An unmarked fact is unknown, an unmarked list absent; records and the day stay."""
    view = {
        "sak": {"vurderingsdato": 1},
        "søknad": None,
        "tjeneste": {
            "type": "nasjonal",
            "godkjent": True,
            "regioner": ["Vest", "Nord"],
            "merker": ["a"],
            "steder": PartialList([{"helseforetak": "A", "region": "Vest"}]),
        },
    }
    kept = {
        ("tjeneste", "type"),
        ("tjeneste", "regioner"),
        ("tjeneste", "regioner", 1, ""),
        ("tjeneste", "steder"),
        ("tjeneste", "steder", 0, "region"),
    }
    forgotten = masked(view, kept)
    assert forgotten == {
        "sak": {"vurderingsdato": 1},
        "søknad": None,
        "tjeneste": {
            "type": "nasjonal",
            "godkjent": None,
            "regioner": [None, "Nord"],
            "merker": None,
            "steder": [{"helseforetak": None, "region": "Vest"}],
        },
    }
    assert isinstance(forgotten["tjeneste"]["steder"], PartialList)  # type: ignore[index]
