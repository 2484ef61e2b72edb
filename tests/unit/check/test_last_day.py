"""Where «senest» may stand beside what must hold, and where it says nothing."""

import pytest

from hjemmel.core.nodes import Apply
from unit.lowering.rulebook import GOOD, NORM, codes, norm

BY = "  senest 1. mai 2024\n"


@pytest.mark.parametrize("kind", ["krav", "vilkår"])
@pytest.mark.parametrize("lines", [GOOD + BY, BY + GOOD])
def test_what_must_hold_may_have_a_last_day(kind: str, lines: str) -> None:
    """Whichever of the two lines comes first."""
    found = norm(NORM.replace("krav", kind) + lines).editions[0].requirement
    assert isinstance(found, Apply)
    assert found.operator == "eller"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        pytest.param(f"{NORM}{BY}", "NTR120", id="nothing-to-hold"),
        pytest.param(f"{NORM}{GOOD}{BY}{BY}", "NTR122", id="two-last-days"),
        pytest.param(f"{NORM}{GOOD}  utført tjenestens start\n{BY}", "NTR123", id="an-act-too"),
        pytest.param(f"{NORM}{BY}  – en: tjenesten er god\n", "NTR123", id="of-items"),
        pytest.param(f"{NORM}{BY}  fra 1. januar 2024\n  {GOOD}", "NTR123", id="of-all-wordings"),
        pytest.param(
            f"{NORM}{GOOD}  fra 1. januar 2024\n  {BY}", "NTR123", id="of-a-wording-alone"
        ),
        pytest.param(
            f"{NORM}{GOOD}  med mindre a: tjenesten er ny\n{BY}", "NTR121", id="below-an-exception"
        ),
        pytest.param(f"{NORM}{GOOD}  senest tjenestens slag\n", "NTR301", id="no-day"),
    ],
)
def test_a_last_day_with_nothing_to_say_is_reported(lines: str, code: str) -> None:
    """It is never dropped in silence."""
    assert code in codes(lines)


@pytest.mark.parametrize(
    ("kind", "word"),
    [("forbud", "brutt når"), ("adgang", "åpen når"), ("anbefaling", "fulgt når"),
     ("frist", "oppfylt når"), ("definisjon", "betyr at")],
)  # fmt: skip
def test_other_kinds_have_no_last_day_beside_what_must_hold(kind: str, word: str) -> None:
    """A deadline has an act and a last day; the others ask how it is now."""
    text = (NORM + GOOD + BY).replace("krav", kind).replace("oppfylt når", word)
    assert codes(text) == ["NTR123"]
