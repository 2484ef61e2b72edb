"""Going through a tree of nodes."""

from collections.abc import Callable, Iterator
from typing import assert_never

from attrs import evolve

from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref


def children_of(node: Node) -> tuple[Node, ...]:
    """The nodes right below a node, in the order written."""
    match node:
        case Apply():
            return node.arguments
        case Default():
            return (node.condition, node.consequence, *node.exceptions)
        case Each():
            return (node.domain, node.where, node.body)
        case Literal() | Fact() | Ref():
            return ()
        case _:
            assert_never(node)


def rebuilt(node: Node, again: Callable[[Node], Node]) -> Node:
    """The node with those right below it as `again` gives them, met in the order written.

    A list stays as it is.
    """
    match node:
        case Apply():
            return evolve(node, arguments=tuple(map(again, node.arguments)))
        case Default():
            condition, consequence = again(node.condition), again(node.consequence)
            exceptions = tuple(map(again, node.exceptions))
            return evolve(node, exceptions=exceptions, condition=condition, consequence=consequence)
        case Each():
            return evolve(node, where=again(node.where), body=again(node.body))
        case Literal() | Fact() | Ref():
            return node
        case _:
            assert_never(node)


def height(node: Node) -> int:
    """How many nodes stand below one another, at the most."""
    return 1 + max(map(height, children_of(node)), default=0)


def nodes_of(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    for child in children_of(node):
        yield from nodes_of(child)
