"""What one condition claims: that it holds or fails, and what that lets its value be."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from hjemmel.analysis.contradictions.limits import Limited, both, is_within, limited
from hjemmel.core.nodes import Apply, Each, Fact, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.schema import Schema
from hjemmel.core.walk import rebuilt


@frozen
class Claim:
    """A condition as it is claimed. `at` is where it is written: in a definition that is referred
    to, the reference, and then it is not its `own`."""

    node: Node
    holds: bool
    limited: Limited | None
    at: Node = field(eq=False)
    is_own: bool = field(eq=False)

    @property
    def is_written(self) -> bool:
        """Whether somebody wrote it; which wording is in force is asked by nobody."""
        return bool(self.at.origin.span.line)


def claim(node: Node, holds: bool, schema: Schema, at: Node) -> Claim:
    """The claim that a condition holds, or fails."""
    own = node is at
    while isinstance(node, Apply) and sense(node) is Sense.NOT:
        node, holds = node.arguments[0], not holds
    same = _alike(node, {})
    return Claim(same, holds, limited(same, holds, schema), at, own)


def denied(of: Claim, schema: Schema) -> Claim:
    """The opposite claim."""
    return claim(of.node, not of.holds, schema, of.at)


def exclude(first: Claim, second: Claim) -> bool:
    """Whether the two can never be so together."""
    if first.node == second.node and first.holds != second.holds:
        return True
    if first.limited is None or second.limited is None:
        return False
    if first.limited.what != second.limited.what:
        return False
    left = both(first.limited.limit, second.limited.limit)
    return left is not None and left.is_empty


def implies(first: Claim, second: Claim) -> bool:
    """Whether the second is so wherever the first is."""
    if first.node == second.node and first.holds == second.holds:
        return True
    if first.limited is None or second.limited is None:
        return False
    same = first.limited.what == second.limited.what
    return same and is_within(first.limited.limit, second.limited.limit)


def _alike(node: Node, names: Mapping[str, str]) -> Node:
    """The node with the variables of lists named by how deep they are, so that two that ask the
    same are the same."""
    match node:
        case Fact():
            return evolve(node, subject=names.get(node.subject, node.subject))
        case Each():
            inner = {**names, node.variable: f"#{len(names)}"}
            outer = node.domain.subject
            domain = evolve(node.domain, subject=names.get(outer, outer))
            where, body = _alike(node.where, inner), _alike(node.body, inner)
            return evolve(
                node, variable=inner[node.variable], domain=domain, where=where, body=body
            )
        case _:  # names no variable itself
            return rebuilt(node, lambda each: _alike(each, names))
