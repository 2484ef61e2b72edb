"""Going through a tree of nodes."""

from collections.abc import Iterator
from typing import assert_never

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


def nodes_of(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    for child in children_of(node):
        yield from nodes_of(child)
