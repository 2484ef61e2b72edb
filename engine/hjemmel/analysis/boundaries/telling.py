"""What is still going to be told in a case of the boundary classes, and what may come of it."""

from collections.abc import Mapping

from attrs import frozen

from hjemmel.analysis.boundaries.domain import Asked
from hjemmel.analysis.boundaries.following import kept_unknown
from hjemmel.analysis.boundaries.remaining import Remaining
from hjemmel.analysis.coverage import SETTLED
from hjemmel.analysis.possible import ANY, Truths, worlds
from hjemmel.analysis.skeleton import Skeleton
from hjemmel.core.nodes import Node
from hjemmel.provenance.situation import TOP, Situation


@frozen
class Telling:
    """The facts in the order in which a case tells them, and which of them a node asks for."""

    domain: tuple[Asked, ...]
    remaining: Remaining

    def is_over(self, node: Node, case: Situation, said: int) -> bool:
        """Whether nothing of what a node asks for is going to be told, now that so many are."""
        view, unsaid = case.observation.view, self.domain[said:]
        there = {(e.record, e.key) for e in unsaid if view.get(e.record, {}) is not None}
        conclusions = self.remaining.program.conclusions
        there -= kept_unknown(conclusions, view, case.valuation.norms)
        return self.remaining.facts(node).isdisjoint(there)

    def can_be(
        self, conditions: Mapping[str, Node], case: Situation, said: int
    ) -> Mapping[str, Truths]:
        """The truths that each condition has, or may come to have."""
        found = {}
        for key, node in conditions.items():
            truth = case.truth(node, TOP)
            is_final = truth in SETTLED or self.is_over(node, case, said)
            found[key] = frozenset({truth}) if is_final else ANY
        return found

    def may_hold(self, clause: Skeleton, case: Situation, said: int) -> bool:
        """Whether a clause holds, or may come to: one whose readings go apart never does."""
        can_be = self.can_be(clause.conditions, case, said)
        given = {key: frozenset((each,) for each in truths) for key, truths in can_be.items()}
        return ((True, False),) in worlds(clause.tree, given, 1)
