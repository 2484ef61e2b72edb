"""Norms that no rulebook has: a norm with a part of it written otherwise, to be held against it."""

from collections.abc import Iterable, Mapping

from attrs import evolve

from hjemmel.core.nodes import Apply, Literal, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.part import Needs, part
from hjemmel.core.program import Edition, Interpretation, Kind, Norm, Program, Wording
from hjemmel.core.types import Truth
from hjemmel.core.walk import rebuilt

MARK = "\0"
"""Between a norm's id and what its variant is called: no author can write it."""


def called(norm: str, variant: str) -> str:
    """The id of a variant."""
    return f"{norm}{MARK}{variant}"


def true_or_false(value: bool) -> Literal:
    """A truth as if somebody had written it."""
    return Literal(value, Truth())


def exchanged(norm: Norm, variant: str, parts: Mapping[int, Node]) -> Norm:
    """The norm with other nodes in the places of some, by where those come from."""
    editions = tuple(
        evolve(each, applies=_with(each.applies, parts), requirement=_with(each.requirement, parts))
        for each in norm.editions
    )
    return _variant(norm, variant, editions)


def only(norm: Norm, variant: str, edition: Edition) -> Norm:
    """The norm with one of its editions alone."""
    return evolve(_variant(norm, variant, (edition,)), suspensions=())


def asking(norm: Norm, variant: str, node: Node) -> Norm:
    """What asks no more than a node, whenever there is what the norm is about."""
    first = norm.editions[0]
    wording = Wording(None, None, first.wording.citations)
    edition = Edition(wording, true_or_false(True), node)
    made = _variant(norm, variant, (edition,))
    return evolve(made, kind=Kind.DEFINITION, suspensions=())


def read_as(norm: Norm, variant: str, asked: Iterable[Interpretation], reading: int) -> Norm:
    """The norm with one reading of a question taken, wherever it is asked."""
    by_clause = {each.clause: each for each in asked}

    def again(node: Node) -> Node:
        match node:
            case Apply(_, (arises, taken, written)) if (
                sense(node) is Sense.READ_AS and taken.origin.id in by_clause
            ):
                chosen = by_clause[taken.origin.id].readings[reading].replacement
                return evolve(node, arguments=(arises, chosen, written))
            case _:  # it may stand further in
                return rebuilt(node, again)

    editions = tuple(
        evolve(each, applies=again(each.applies), requirement=again(each.requirement))
        for each in norm.editions
    )
    return _variant(norm, variant, editions)


def _variant(norm: Norm, variant: str, editions: tuple[Edition, ...]) -> Norm:
    return evolve(norm, id=called(norm.id, variant), editions=editions, interpretations=())


def _with(node: Node, parts: Mapping[int, Node]) -> Node:
    if node.origin.id in parts:
        return parts[node.origin.id]
    return rebuilt(node, lambda each: _with(each, parts))


def with_variants(
    program: Program, norms: Iterable[str], needs: Needs, variants: Iterable[Norm]
) -> Program:
    """The part of a program that norms need, and norms of our own after them."""
    own, more = part(program, norms, needs), tuple(variants)
    return evolve(own, norms=(*own.norms, *more), order=(*own.order, *(each.id for each in more)))
