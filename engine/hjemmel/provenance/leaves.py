"""The facts and counts that an operand is worked out from."""

from collections.abc import Iterator
from typing import assert_never

from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref


def leaves_of(node: Node) -> Iterator[Fact | Each]:
    """The facts and counts in an operand, in the order written."""
    match node:
        case Fact() | Each():
            yield node
        case Apply():
            for argument in node.arguments:
                yield from leaves_of(argument)
        case Literal() | Ref() | Default():
            return
        case _:
            assert_never(node)
