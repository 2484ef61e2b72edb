"""«Some entry of a list has this value»: the shape that a backend may look up.

Lists compared with lists are lowered to it, once for every entry of the one list. Gone
through, that takes a step for every pair; looked up, one for every entry.
"""

from attrs import frozen

from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Quantifier
from hjemmel.core.operators import OPERATORS
from hjemmel.core.walk import nodes_of


@frozen
class Sought:
    """A value held against the same field of every entry of a list."""

    column: Fact
    value: Node


def sought(node: Each) -> Sought | None:
    """What «noen» looks for; None where it asks anything else, or has a filter."""
    body = node.body
    if node.quantifier is not Quantifier.SOME or not isinstance(body, Apply):
        return None
    if not OPERATORS[body.operator].equates or not _is_always(node.where):
        return None
    column, value = body.arguments
    mine = isinstance(column, Fact) and column.subject == node.variable
    if not mine or _mentions(value, node.variable):
        return None
    assert isinstance(column, Fact)
    return Sought(column, value)


def is_list_in_list(node: Each) -> bool:
    """«Alle i den ene listen er i den andre»."""
    body = node.body
    if node.quantifier is not Quantifier.ALL or not isinstance(body, Each):
        return False
    wanted = sought(body)
    return wanted is not None and isinstance(wanted.value, Fact) and (
        wanted.value.subject == node.variable
    )  # fmt: skip


def _is_always(node: Node) -> bool:
    return isinstance(node, Literal) and node.value is True


def _mentions(node: Node, variable: str) -> bool:
    return any(isinstance(each, Fact) and each.subject == variable for each in nodes_of(node))
