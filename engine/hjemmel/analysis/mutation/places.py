"""The places of a norm where a node may be changed, and the norm with one of them changed."""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve, frozen

from hjemmel.analysis.mutation.operators import is_condition, is_group
from hjemmel.analysis.skeleton import is_guard
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Norm
from hjemmel.core.walk import rebuilt
from hjemmel.source.span import Span

_ONLY_FIRST = (Sense.DAY_IN_YEAR, Sense.YEAR_OF, Sense.LAST_DAY)
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
    for clause in (norm.applies, norm.requirement):
        for each in _places(norm, Place(clause, None, whole=True)):
            found.setdefault((each.node, each.node.origin.span), each)
    return tuple(found.values())


def changed(norm: Norm, place: Place, new: Node) -> Norm:
    """The norm with another node wherever this one stands."""
    applies = _replaced(norm, norm.applies, place.node, new)
    requirement = _replaced(norm, norm.requirement, place.node, new)
    return evolve(norm, applies=applies, requirement=requirement)


def _places(norm: Norm, at: Place) -> Iterator[Place]:
    node = at.node
    if _asks_for_wording(norm, node):
        return
    condition = at.condition or (node if is_condition(node) else None)
    by_wording = _joins_wordings(norm, node)
    if not by_wording:
        yield evolve(at, condition=condition)
    if is_group(node):
        return
    whole = at.whole and (by_wording or isinstance(node, Default))
    denied = isinstance(node, Apply) and sense(node) is Sense.NOT
    for each in _inside(node):
        yield from _places(norm, Place(each, condition, whole, denied))


def _asks_for_wording(norm: Norm, node: Node) -> bool:
    """Whether a node asks which wording is in force: by a first day, a last day, or both."""
    if isinstance(node, Apply) and sense(node) is Sense.ALL:
        return all(is_guard(norm, each) for each in node.arguments)
    return is_guard(norm, node)


def _joins_wordings(norm: Norm, node: Node) -> bool:
    """Whether a node only says which wording is in force, and has each say the rest."""
    return isinstance(node, Apply) and len(norm.wordings) == len(node.arguments) > 1 and all(
        isinstance(each, Default) and not each.exceptions and not each.origin.span.line
        for each in node.arguments
    )  # fmt: skip


def _inside(node: Node) -> tuple[Node, ...]:
    """The parts that say something of their own."""
    match node:
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


def _replaced(norm: Norm, node: Node, old: Node, new: Node) -> Node:
    if node == old and node.origin.span == old.origin.span and not is_guard(norm, node):
        return new

    return rebuilt(node, lambda inner: _replaced(norm, inner, old, new))
