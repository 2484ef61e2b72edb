"""What a rulebook is made of."""

from collections.abc import Iterator
from typing import assert_never

from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.types import Listed, Row


def parts(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node."""
    match node:
        case Literal() | Fact() | Ref():
            return ()
        case Apply():
            return node.arguments
        case Default():
            return (*node.exceptions, node.condition, node.consequence)
        case Each():
            return (node.domain, node.where, node.body)
        case _:
            assert_never(node)


def all_nodes(node: Node) -> Iterator[Node]:
    """The node and all inside it."""
    yield node
    for part in parts(node):
        yield from all_nodes(part)


def clauses(norm: Norm) -> tuple[Node, ...]:
    """What a norm asks: its day, and when its editions apply and are met."""
    return *norm.days, *norm.clauses


def nodes_of(program: Program) -> list[Node]:
    """Every node that a verdict rests on."""
    return [
        node for norm in program.norms for clause in clauses(norm) for node in all_nodes(clause)
    ]


def facts_used(program: Program) -> set[tuple[str, str]]:
    """The facts asked for, each as (record, field)."""
    used: set[tuple[str, str]] = set()
    for norm in (*program.norms, *program.beside):
        used |= used_by(norm)
    return used


def used_by(norm: Norm) -> set[tuple[str, str]]:
    """The facts that a norm asks for, each as (record, field)."""
    return {fact for clause in clauses(norm) for fact in _used(clause, {})}


def _used(node: Node, rows: dict[str, str]) -> set[tuple[str, str]]:
    if isinstance(node, Fact):
        return {(rows.get(node.subject, node.subject), node.name)}
    inside = rows
    if isinstance(node, Each) and isinstance(node.domain.type, Listed):
        element = node.domain.type.element
        inside = {**rows, node.variable: element.name if isinstance(element, Row) else ""}
    return {fact for part in parts(node) for fact in _used(part, inside)}
