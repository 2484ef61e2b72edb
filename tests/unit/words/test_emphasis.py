"""How much is made of an outcome follows from what it amounts to, and from nothing else."""

import pytest

from hjemmel.core.effect import Effect, effect_of, is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.source.citation import UNDECLARED
from hjemmel.words.emphasis import emphasised, role
from hjemmel.words.outcomes import word

LOUD = {"BRUTT", "FRAVEKET", "IKKE OPPFYLT"}


def test_capitals_are_for_findings_alone() -> None:
    """What a command ends with an exit code for is in capitals, and nothing else is."""
    seen = set()
    for kind in Kind:
        for level in UNDECLARED:
            for outcome in Outcome:
                effect = effect_of(kind, level, outcome)
                said = emphasised(word(kind, level, outcome, presumed=False), effect)
                assert said.isupper() is is_finding(effect)
                seen.add(said)
    assert {each for each in seen if each.isupper()} == LOUD


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        (Effect.BREACH, "broken"),
        (Effect.UNMET, "broken"),
        (Effect.DEPARTURE, "departed"),
        (Effect.REFUSAL, "refused"),
        (Effect.NONE, "failed"),
    ],
)
def test_what_fails_is_coloured_by_what_it_amounts_to(effect: Effect, expected: str) -> None:
    """A notice that is not given is no red matter."""
    assert role(Outcome.BROKEN, effect) == expected


def test_what_does_not_fail_is_coloured_by_its_outcome() -> None:
    """Good is good, open is open, and what is not asked is quiet."""
    found = {each: role(each, Effect.NONE) for each in Outcome if each is not Outcome.BROKEN}
    assert found == {
        Outcome.MET: "met", Outcome.UNDECIDED: "undecided", Outcome.NOT_APPLICABLE: "muted",
        Outcome.NO_RULE: "muted",
    }  # fmt: skip
