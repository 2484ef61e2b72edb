"""Exceptions are heard where they belong."""

from hjemmel.analysis.read_back import read_back
from support.golden_run import compiled
from unit.lowering.rulebook import FACTS, GOOD, NORM

FIRST = "  med mindre den ene: tjenesten er ny\n"
BESIDE = FIRST + "  med mindre den andre: tjenesten er god\n"
BELOW = FIRST + "  men likevel den andre, tross den ene: tjenesten er god\n"


def read(exceptions: str) -> tuple[str, ...]:
    """A rulebook of one norm with these exceptions, read back."""
    text = FACTS + "\n§ 4-2 Prøve\n\n" + NORM.removeprefix(FACTS) + GOOD + exceptions
    checked, _ = compiled((("regler", text),))
    assert checked.ok, [each.message for each in checked.diagnostics]
    return read_back(checked.value)


def test_an_exception_from_an_exception_does_not_sound_like_one_beside_it() -> None:
    """They mean different things, so they read back differently."""
    assert read(BESIDE) != read(BELOW)
