"""A whole program written otherwise: turned round, and by what it denies, all the way down."""

from attrs import evolve

from hjemmel.core.making import denial
from hjemmel.core.nodes import Apply, Node, Op
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Norm, Program
from hjemmel.core.walk import rebuilt

_OTHER = {Sense.ALL: Op.OR, Sense.ANY: Op.AND}


def rewritten(of: Program) -> Program:
    """The program with every «og» as what is denied of «eller», and the other way round."""
    return evolve(of, norms=tuple(map(_norm, of.norms)))


def _norm(of: Norm) -> Norm:
    editions = tuple(
        evolve(each, applies=_turned(each.applies), requirement=_turned(each.requirement))
        for each in of.editions
    )
    return evolve(of, editions=editions)


def _turned(node: Node) -> Node:
    inner = rebuilt(node, _turned)
    if not isinstance(inner, Apply) or sense(inner) not in _OTHER:
        return inner
    parts = tuple(denial(each) for each in reversed(inner.arguments))
    return denial(Apply(_OTHER[sense(inner)], parts, inner.origin))
