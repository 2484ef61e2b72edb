"""What a verdict amounts to, for tables that are counted on."""

import pytest

from hjemmel.core.effect import Effect, effect_of, is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.source.citation import UNDECLARED, Level
from hjemmel.words.outcomes import former_word, word

DUTIES = (Kind.DUTY, Kind.PROHIBITION, Kind.DEADLINE)
LEVELS = (
    *UNDECLARED,
    Level("avtalen", 3, "misligholdt"),
    Level("rådet", 4, "ikke fulgt", binds=False),
)
PLAIN = (Kind.ADVICE, Kind.NOTICE, Kind.STATEMENT, Kind.DEFINITION, Kind.STEP)


@pytest.mark.parametrize("kind", DUTIES)
def test_only_what_binds_is_breached(kind: Kind) -> None:
    """A duty that fails is a breach of what binds, and a departure from the rest."""
    found = {level.value: effect_of(kind, level, Outcome.BROKEN) for level in LEVELS}
    assert found == {
        "forskrift": Effect.BREACH, "avtalen": Effect.BREACH, "veileder": Effect.DEPARTURE,
        "nettside": Effect.DEPARTURE, "rådet": Effect.DEPARTURE,
    }  # fmt: skip


@pytest.mark.parametrize("level", LEVELS)
def test_what_else_fails_is_no_breach(level: Level) -> None:
    """Whatever the level: a condition is unmet, a permission refused, the rest is plain."""
    assert effect_of(Kind.CONDITION, level, Outcome.BROKEN) is Effect.UNMET
    assert effect_of(Kind.PERMISSION, level, Outcome.BROKEN) is Effect.REFUSAL
    assert effect_of(Kind.DECISION, level, Outcome.BROKEN) is Effect.REFUSAL
    assert {effect_of(kind, level, Outcome.BROKEN) for kind in PLAIN} == {Effect.NONE}


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.BROKEN])
def test_only_what_fails_has_an_effect(outcome: Outcome) -> None:
    """Undecided is never a breach, nor a refusal."""
    found = {effect_of(kind, level, outcome) for kind in Kind for level in LEVELS}
    assert found == {Effect.NONE}


def test_the_word_and_the_effect_agree() -> None:
    """«brutt» is a breach, «fraveket» a departure, «nektet» and «avslås» refusals."""
    words = {"brutt": Effect.BREACH, "fraveket": Effect.DEPARTURE, "nektet": Effect.REFUSAL,
             "avslås": Effect.REFUSAL, "gjelder ikke": Effect.NONE, "varsles ikke": Effect.NONE,
             "ikke fulgt": Effect.NONE, "ikke fullført": Effect.NONE,
             "ikke oppfylt": Effect.UNMET}  # fmt: skip
    seen = set()
    for kind in Kind:
        for level in UNDECLARED:
            said = word(kind, level, Outcome.BROKEN, presumed=False)
            seen.add(said)
            assert effect_of(kind, level, Outcome.BROKEN) is words[said]
    assert seen == set(words)


@pytest.mark.parametrize("kind", DUTIES)
def test_a_source_says_what_a_failure_is_called(kind: Kind) -> None:
    """And what is only presumed is marked so where the source does not bind."""
    *_, contract, council = LEVELS
    assert word(kind, contract, Outcome.BROKEN, presumed=False) == "misligholdt"
    assert word(kind, council, Outcome.BROKEN, presumed=False) == "ikke fulgt"
    assert word(kind, council, Outcome.BROKEN, presumed=True) == "ikke fulgt (forutsetning)"
    assert word(Kind.CONDITION, contract, Outcome.BROKEN, presumed=False) == "ikke oppfylt"


def test_findings_are_breaches_departures_and_unmet_conditions() -> None:
    """A refusal is no finding unless it is asked for."""
    found = {each for each in Effect if is_finding(each)}
    assert found == {Effect.BREACH, Effect.DEPARTURE, Effect.UNMET}


def test_the_former_words_stay_for_one_version() -> None:
    """Programs that read «utfall» get what they got."""
    assert [former_word(each) for each in Outcome] == [
        "oppfylt", "brutt", "uavklart", "ikke aktuell", "ingen regel i kraft",
    ]  # fmt: skip
