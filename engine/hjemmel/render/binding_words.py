"""Whom a norm binds, in words."""

from collections.abc import Sequence
from typing import assert_never

from hjemmel.core.outcome import Outcome
from hjemmel.explain.binding import Bound, Side, bound_by
from hjemmel.explain.verdict import Verdict, missing
from hjemmel.words.values import listed


def binding(verdict: Verdict) -> tuple[str, ...]:
    """«plikten ligger på departementet (myndigheten)», and whom it gives a right."""
    found = bound_by(verdict)
    sides = ([each for each in found if each.side is side] for side in Side)
    return tuple(_of_side(each) for each in sides if each)


def duty_bearers(verdict: Verdict) -> tuple[str, ...]:
    """«departementet (myndigheten)», «tjenesten»: on whom the duty lies, by name only."""
    return tuple(_who(each) for each in bound_by(verdict) if each.side is Side.DUTY)


def bound_in_short(verdict: Verdict) -> tuple[str, ...]:
    """«plikt: tjenesten», where it fails; where it is undecided, unless what is missing is with
    those very ones, and so has named them."""
    bearers = duty_bearers(verdict)
    match verdict.outcome:
        case Outcome.BROKEN:
            is_told = bool(bearers)
        case Outcome.UNDECIDED:
            is_told = bool(bearers) and _holders(verdict) != _names(verdict)
        case _:  # nobody has anything to do
            is_told = False
    return (f"plikt: {listed(list(bearers))}",) if is_told else ()


def _holders(verdict: Verdict) -> set[str]:
    return {each.holder for each in missing(verdict)}


def _names(verdict: Verdict) -> set[str]:
    return {each.holder or each.who for each in bound_by(verdict) if each.side is Side.DUTY}


def _who(of: Bound) -> str:
    return f"{of.holder} ({of.who})" if of.holder else of.who


def named(of: Bound) -> str:
    """A body; of a role, the body that holds it and the role."""
    role = "; ".join((of.who, *of.chosen))
    return f"{of.holder} ({role})" if of.holder else of.who


def _of_side(several: Sequence[Bound]) -> str:
    who = listed([named(each) for each in several])
    match several[0].side:
        case Side.DUTY:
            return f"plikten ligger på {who}"
        case Side.RIGHT:
            return f"retten ligger hos {who}"
        case _:
            assert_never(several[0].side)
