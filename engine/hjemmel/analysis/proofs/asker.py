"""By what means questions of one rulebook are answered: a solver where there is one."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.means import has_prover
from hjemmel.analysis.proofs.sought import Doubt, Screened, Shown, Sought
from hjemmel.analysis.proofs.trying import Trying
from hjemmel.analysis.proofs.variants import with_variants
from hjemmel.core.part import Needs
from hjemmel.core.program import Norm, Program

if TYPE_CHECKING:
    from hjemmel.backends.symbolic.functions import Tables
    from hjemmel.backends.symbolic.version import Version


class Asker(Protocol):
    """Answers questions of some norms."""

    def screened(self, sought: Sought) -> Screened:
        """Whether there is such a case."""

    def shown(self, sought: Sought) -> Shown:
        """Such a case."""


class AtOnce(Protocol):
    """Seeks cases in which many norms are met."""

    def met_with(self, norm: str, others: Sequence[str]) -> frozenset[str]:
        """Some of the others that can be met in one case together with a norm; those that are left
        out, may be able to as well."""


@frozen
class NoneSought:
    """Where there is no solver, each two norms are asked about by themselves."""

    def met_with(self, norm: str, others: Sequence[str]) -> frozenset[str]:
        """Nobody knows of any."""
        return frozenset(each for each in others if each == norm)


@frozen(eq=False)
class Askers:
    """Who answers questions of a program, of some norms and of variants of them at a time."""

    program: Program
    needs: Needs
    effort: Effort

    def together(self, norms: Iterable[str], variants: Iterable[Norm]) -> Asker:
        """Who says whether there are cases: for all of them the program is put into terms once."""
        names, more = tuple(norms), tuple(variants)
        if not has_prover():
            return self.alone(names, more)
        from hjemmel.analysis.proofs.proving import Proving

        every = (*names, *(each.id for each in more))
        version, program = self._version.with_more(more), self._with(names, more)
        return Proving.on(version, program, every, self.effort, self._tables)

    def alone(self, norms: Iterable[str], variants: Iterable[Norm]) -> Asker:
        """Who shows cases that are the same whatever else was asked."""
        names, more = tuple(norms), tuple(variants)
        program = self._with(names, more)
        if not has_prover():
            return Trying(program, self.effort, Doubt.NO_PROVER)
        from hjemmel.analysis.proofs.proving import Proving

        every = (*names, *(each.id for each in more))
        return Proving.of(program, every, self.effort, self._tables)

    def at_once(self, norms: Iterable[str]) -> AtOnce:
        """Who seeks cases in which many of some norms are met."""
        if not has_prover():
            return NoneSought()
        from hjemmel.analysis.proofs import proving

        return proving.AtOnce.on(self._version, norms, self.effort, self._tables)

    def _with(self, norms: Iterable[str], variants: Iterable[Norm]) -> Program:
        return with_variants(self.program, norms, self.needs, variants)

    @cached_property
    def _version(self) -> "Version":
        from hjemmel.backends.symbolic.version import Version
        from hjemmel.backends.terms.graph import Graph

        return Version.of(self.program, Graph())

    @cached_property
    def _tables(self) -> "Tables":
        from hjemmel.backends.symbolic.functions import Tables

        return Tables()
