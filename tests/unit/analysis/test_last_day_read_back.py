"""A last day is heard as when something must hold, not as one more way to hold."""

from hjemmel.analysis.read_back import read_back
from support.golden_run import compiled
from unit.lowering.rulebook import FACTS, GOOD, NORM


def read(lines: str) -> tuple[str, ...]:
    """A rulebook of one norm with these lines, read back."""
    text = FACTS + "\n§ 4-2 Prøve\n\n" + NORM.removeprefix(FACTS) + GOOD + lines
    checked, _ = compiled((("regler", text),))
    assert checked.ok, [each.message for each in checked.diagnostics]
    return read_back(checked.value)


def test_a_last_day_does_not_sound_like_a_way_to_meet_what_is_asked_for() -> None:
    """Until the day has gone by the norm waits; it is not met."""
    asked = read("  senest 1. mai 2024\n")[-1]
    assert asked == "Kravet er oppfylt når tjenesten er god, og det senest 1. mai 2024."


def test_ways_to_hold_share_the_last_day() -> None:
    """It is the day of all of them."""
    asked = read("  eller når tjenesten er ny\n  senest 1. mai 2024\n")[-1]
    held = "(tjenesten er god eller tjenesten er ny)"
    assert asked == f"Kravet er oppfylt når {held}, og det senest 1. mai 2024."
