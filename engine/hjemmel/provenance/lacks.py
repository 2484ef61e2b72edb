"""Where what is open of a node is to be found, as terms: as the explanation looks in one case."""

from collections.abc import Sequence

from attrs import evolve, frozen

from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Term
from hjemmel.core.nodes import Apply, Each, Fact, Node, Quantifier
from hjemmel.core.operators import Sense, last_day_of, sense
from hjemmel.core.schema import CASE
from hjemmel.provenance.besides import Besides
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.weights import Part, Weights
from hjemmel.provenance.worlds import Scope, World

_DEADLINES = (Sense.IN_TIME, Sense.LAST_DAY)


@frozen(eq=False)
class Lacks:
    """The open parts of nodes in one world."""

    world: World
    besides: Besides

    @property
    def _graph(self) -> Graph:
        return self.world.folding.graph

    def is_open(self, part: Part) -> Term:
        """Whether a part may lack something: a planned act does, though it is known."""
        if part.planned is not None:
            return part.planned
        return self._graph.negation(self.world.settled(part.node, part.scope))

    def parts(self, node: Node, scope: Scope) -> Sequence[Part]:
        """The parts in which what is open may be found."""
        if isinstance(node, Apply) and sense(node) in _DEADLINES:
            return self._of_deadline(node, scope)
        found = Weights(self.world).parts(node, scope)
        if not isinstance(node, Each):
            return found
        closed = self._graph.negation(self._bounded(node, scope))
        return [evolve(each, weight=self._graph.conj([each.weight, closed]))
                if each.node is node.domain else each for each in found]  # fmt: skip

    def _bounded(self, node: Each, scope: Scope) -> Term:
        """Something is known of any further entry, and it makes each without weight."""
        graph, frame = self._graph, self.world.frame(node, scope)
        inner = scope.entering(node.variable, frame)
        exists, is_member = self.world.folding.entry(frame)
        further = graph.conj([exists, graph.negation(is_member)])
        closing = [self.world.truth(node.where, inner)[1]]
        if node.quantifier is not Quantifier.DISTINCT:
            asked = self.world.truth(node.body, inner)
            closing.append(asked[0 if node.quantifier is Quantifier.ALL else 1])
        heavy = graph.conj([further, graph.negation(graph.disj(closing))])
        return graph.conj([graph.some(frame, further), graph.negation(graph.some(frame, heavy))])

    def _of_deadline(self, node: Apply, scope: Scope) -> list[Part]:
        """What is open of its last day, and the act; a known act only until the last day."""
        graph, last = self._graph, last_day_of(node)
        found = [Part(leaf, scope, graph.true) for leaf in leaves_of(last)
                 if isinstance(leaf, Fact)]  # fmt: skip
        if sense(node) is Sense.LAST_DAY:
            return found
        not_past = self.besides.not_past(node, scope)
        for leaf in leaves_of(node.arguments[0]):
            if isinstance(leaf, Fact) and leaf.subject != CASE:
                unknown = graph.negation(self.world.settled(leaf, scope))
                planned = graph.disj([unknown, not_past])
                found.append(Part(leaf, scope, graph.true, planned, not_past))
        return found
