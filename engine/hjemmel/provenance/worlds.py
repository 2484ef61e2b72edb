"""What every node means, as terms: with what is taken as given, or by what is told alone."""

from collections.abc import Mapping
from typing import Any, assert_never

from attrs import field, frozen

from hjemmel.backends.terms.folding import Folding, Members, Truth
from hjemmel.backends.terms.term import Frame, Term
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import OPERATORS, Shape
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.schema import Schema
from hjemmel.core.semantics import meaning
from hjemmel.core.told import shown_name
from hjemmel.core.types import is_ordered, is_truth


@frozen
class Scope:
    """The entries around a node: those of each variable, and of all lists, outermost first."""

    variables: Mapping[str, Frame] = field(factory=dict, eq=False)
    frames: tuple[Frame, ...] = ()

    def entering(self, variable: str, frame: Frame) -> "Scope":
        """With one more variable bound."""
        return Scope({**self.variables, variable: frame}, (*self.frames, frame))


TOP = Scope()


@frozen(eq=False)
class World:
    """The meanings of a program in one way of seeing its cases."""

    folding: Folding
    algebra: Any
    schema: Schema
    known: dict[Any, Any] = field(factory=dict)

    def meaning(self, node: Node, scope: Scope) -> Any:
        """What a node means for the entries around it."""
        key = (id(node), scope.frames, *scope.variables.items())
        if key not in self.known:
            self.folding.bound[:] = scope.frames
            found = meaning(node, self.algebra, self.schema, dict(scope.variables))
            self.known[key] = (node, found)  # the node is kept, so that its place is not taken
        return self.known[key][1]

    def frame(self, node: Each, scope: Scope) -> Frame:
        """The entries of the list of a quantifier."""
        members = self.meaning(node.domain, scope)
        self.folding.bound[:] = scope.frames
        return self.folding.frame(members)

    def truth(self, node: Node, scope: Scope) -> Truth:
        """What a node means that has a truth."""
        found: Truth = self.meaning(node, scope)
        return found

    def norm(self, norm_id: str) -> NormMeaning:
        """The truths of a norm."""
        found: NormMeaning = self.algebra.norm_of(norm_id, {})
        return found

    def shown(self, norm_id: str) -> NormMeaning:
        """The same, where what is taken as given may tell against it."""
        by_name = self.folding.norms if self.algebra is self.folding else {}
        return by_name.get(shown_name(norm_id)) or self.norm(norm_id)

    def settled(self, node: Node, scope: Scope) -> Term:
        """The meaning of a node leaves nothing open."""
        graph = self.folding.graph
        if isinstance(node, Literal):
            return graph.true
        found = self.meaning(node, scope)
        match _shape(node):
            case Shape.TRUTH:
                return graph.disj(found)
            case Shape.ORDERED:
                low, high = found
                return self.folding.at_most(high, low)
            case _ if isinstance(found, Members):
                self.folding.bound[:] = scope.frames
                return self.folding.whole(found)
            case _:  # a name: one that is known is like itself, and no other is
                return self.folding.alike(found, found)


def undecided(folding: Folding, truth: Truth) -> Term:
    """It neither holds nor fails."""
    return folding.graph.negation(folding.disj(truth))


def _shape(node: Node) -> Shape:
    match node:
        case Ref() | Default():
            return Shape.TRUTH
        case Each():
            is_truth_of = node.quantifier in (Quantifier.ALL, Quantifier.SOME)
            return Shape.TRUTH if is_truth_of else Shape.ORDERED
        case Apply():
            return OPERATORS[node.operator].result
        case Fact(type=kind) | Literal(type=kind):
            if is_truth(kind):
                return Shape.TRUTH
            return Shape.ORDERED if is_ordered(kind) else Shape.SYMBOL  # a list is no size
        case _:
            assert_never(node)
