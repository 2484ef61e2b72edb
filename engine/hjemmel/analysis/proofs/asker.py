"""By what means questions of one rulebook are answered: a solver where there is one."""

from collections.abc import Iterable
from typing import Protocol

from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.means import has_prover
from hjemmel.analysis.proofs.sought import Doubt, Screened, Shown, Sought
from hjemmel.analysis.proofs.trying import Trying
from hjemmel.core.program import Program


class Asker(Protocol):
    """Answers questions of some norms."""

    def screened(self, sought: Sought) -> Screened:
        """Whether there is such a case."""

    def shown(self, sought: Sought) -> Shown:
        """Such a case."""


def asker(program: Program, norms: Iterable[str], effort: Effort) -> Asker:
    """The best that is at hand, for some norms of a program."""
    if not has_prover():
        return Trying(program, effort, Doubt.NO_PROVER)
    from hjemmel.analysis.proofs.proving import Proving

    return Proving.of(program, norms, effort)
