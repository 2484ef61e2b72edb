"""By what means two versions are told apart: a solver where there is one, else by trying."""

from importlib.util import find_spec
from typing import Protocol

from hjemmel.analysis.differences.answers import Changed, Reason, Unasked, Unchanged
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.replaying import Replay
from hjemmel.analysis.differences.trying import Trying
from hjemmel.core.program import Program


class Means(Protocol):
    """One way to answer for a norm that both versions have."""

    def answer(self, norm: str) -> Unchanged | Changed:
        """What can be said of it."""

    def glance(self, norm: str) -> Unchanged | Unasked:
        """What can be said of it without a search."""


def means(old: Program, new: Program, effort: Effort) -> Means:
    """The best that is at hand."""
    replay = Replay.of(old, new)
    if not has_prover():
        return Trying(replay, effort, Reason.NO_PROVER)
    from hjemmel.analysis.differences.proving import Proving

    return Proving.of(replay, effort)


def has_prover() -> bool:
    """Whether a solver is installed."""
    return find_spec("z3") is not None
