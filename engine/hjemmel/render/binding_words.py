"""Whom a norm binds, in words."""

from collections.abc import Sequence
from typing import assert_never

from hjemmel.explain.binding import Bound, Side, bound_by
from hjemmel.explain.verdict import Verdict
from hjemmel.words.values import listed


def binding(verdict: Verdict) -> tuple[str, ...]:
    """«plikten ligger på departementet (myndigheten)», and whom it gives a right."""
    found = bound_by(verdict)
    sides = ([each for each in found if each.side is side] for side in Side)
    return tuple(_of_side(each) for each in sides if each)


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
