"""The places of a norm where a node may be changed, and the norm with one of them changed."""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve, frozen

from hjemmel.analysis.mutation.operators import is_condition, is_group
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Norm
from hjemmel.core.walk import rebuilt
from hjemmel.source.span import Span

_ONLY_FIRST = (Sense.DAY_IN_YEAR, Sense.YEAR_OF, Sense.PERIOD_OF, Sense.END_OF, Sense.LAST_DAY)
"""The constant of these is no number to count up or down, nor is the day of evaluation."""


@frozen
class Place:
    """A node of a norm and the condition it stands in, if any.

    `whole` is a node that is all of a clause; `denied` one that stands under «ikke».
    """

    node: Node
    condition: Node | None
    whole: bool = False
    denied: bool = False

    @property
    def span(self) -> Span:
        """Where to look in the rule file."""
        around = self.condition or self.node
        return self.node.origin.span if self.node.origin.span.line else around.origin.span


def places(norm: Norm) -> tuple[Place, ...]:
    """All places of a norm, each once, in the order written."""
    found: dict[tuple[Node, Span], Place] = {}
    for clause in norm.clauses:
        for each in _places(Place(clause, None, whole=True)):
            found.setdefault((each.node, each.node.origin.span), each)
    return tuple(found.values())


def changed(norm: Norm, place: Place, new: Node) -> Norm:
    """The norm with another node wherever this one stands."""
    made: dict[int, Node] = {}

    def again(clause: Node) -> Node:
        """What editions share, they go on sharing."""
        if id(clause) not in made:
            made[id(clause)] = _replaced(clause, place.node, new)
        return made[id(clause)]

    editions = tuple(
        evolve(each, applies=again(each.applies), requirement=again(each.requirement))
        for each in norm.editions
    )
    return evolve(norm, editions=editions)


def _places(at: Place) -> Iterator[Place]:
    node = at.node
    condition = at.condition or (node if is_condition(node) else None)
    yield evolve(at, condition=condition)
    if is_group(node):
        return
    whole = at.whole and isinstance(node, Default)
    denied = isinstance(node, Apply) and sense(node) is Sense.NOT
    for each in _inside(node):
        yield from _places(Place(each, condition, whole, denied))


def _inside(node: Node) -> tuple[Node, ...]:
    """The parts that say something of their own."""
    match node:
        case Apply(_, (_, *ends)) if sense(node) is Sense.COVERS_SPAN:
            return tuple(ends)  # which entries count follows from them
        case Apply():
            return node.arguments[:1] if sense(node) in _ONLY_FIRST else node.arguments
        case Default():
            return (node.condition, node.consequence, *node.exceptions)
        case Each():
            return (node.where, node.body)
        case Literal() | Fact() | Ref():
            return ()
        case _:
            assert_never(node)


def _replaced(node: Node, old: Node, new: Node) -> Node:
    if node == old and node.origin.span == old.origin.span:
        return new

    return rebuilt(node, lambda inner: _replaced(inner, old, new))
