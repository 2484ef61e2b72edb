"""The word for an outcome follows kind and level."""

import pytest

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.source.citation import UNDECLARED, Level
from hjemmel.words.outcomes import word

REGULATION, GUIDE, PAGE = UNDECLARED


@pytest.mark.parametrize(
    ("kind", "level", "met", "broken"),
    [
        (Kind.DUTY, REGULATION, "oppfylt", "brutt"),
        (Kind.PROHIBITION, REGULATION, "oppfylt", "brutt"),
        (Kind.DEADLINE, REGULATION, "oppfylt", "brutt"),
        (Kind.DUTY, GUIDE, "oppfylt", "fraveket"),
        (Kind.PROHIBITION, PAGE, "oppfylt", "fraveket"),
        (Kind.DEADLINE, GUIDE, "oppfylt", "fraveket"),
        (Kind.CONDITION, GUIDE, "oppfylt", "ikke oppfylt"),
        (Kind.PERMISSION, REGULATION, "åpen", "nektet"),
        (Kind.DECISION, REGULATION, "innvilges", "avslås"),
        (Kind.ADVICE, GUIDE, "fulgt", "ikke fulgt"),
        (Kind.NOTICE, PAGE, "varsles", "varsles ikke"),
        (Kind.STATEMENT, GUIDE, "gjelder", "gjelder ikke"),
        (Kind.DEFINITION, GUIDE, "gjelder", "gjelder ikke"),
        (Kind.STEP, GUIDE, "fullført", "ikke fullført"),
    ],
)
def test_each_kind_and_level_has_its_words(kind: Kind, level: Level, met: str, broken: str) -> None:
    """One truth, said as the kind and the level ask for."""
    assert word(kind, level, Outcome.MET, presumed=False) == met
    assert word(kind, level, Outcome.BROKEN, presumed=False) == broken


def test_a_presumed_duty_is_departed_from_as_a_presumption() -> None:
    """What the guide only presumes has a word of its own; the regulation's duty has not."""
    assert word(Kind.DUTY, GUIDE, Outcome.BROKEN, presumed=True) == "fraveket (forutsetning)"
    assert word(Kind.DUTY, REGULATION, Outcome.BROKEN, presumed=True) == "brutt"


@pytest.mark.parametrize("kind", list(Kind))
def test_only_the_regulation_can_be_broken(kind: Kind) -> None:
    """No departure from the guide or the web page is called a breach."""
    for level in (GUIDE, PAGE):
        assert word(kind, level, Outcome.BROKEN, presumed=False) != "brutt"


def test_the_other_outcomes_have_one_word() -> None:
    """They say the same of every kind."""
    for outcome, said in (
        (Outcome.UNDECIDED, "uavklart"),
        (Outcome.NOT_APPLICABLE, "ikke aktuell"),
        (Outcome.NO_RULE, "ingen regel i kraft"),
    ):
        assert {word(kind, GUIDE, outcome, presumed=False) for kind in Kind} == {said}
