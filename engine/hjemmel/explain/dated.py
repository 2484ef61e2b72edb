"""The part of a dated clause that belongs to the wording in force.

Dated wordings are lowered to alternatives guarded by the deciding day. A reader
wants the alternative that counted, not the guards of all the others.
"""

from hjemmel.core.nodes import Apply, Default, Fact, Literal, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Norm
from hjemmel.provenance.decisive import is_comparison, leaves
from hjemmel.provenance.situation import TOP, Situation


def is_dated(norm: Norm, node: Node) -> bool:
    """Whether another clause may take the place of this one, by the day."""
    days = {each for each, _ in leaves(norm.deciding, TOP)}
    if not days or not isinstance(node, Apply):
        return False
    if sense(node) is Sense.READ_AS:
        return _is_guard(node.arguments[0], days)
    return sense(node) is Sense.ANY and None not in [
        _divided(each, days) for each in node.arguments
    ]


def selected(case: Situation, norm: Norm, node: Node) -> Node:
    """The clause without guards, where the guards say which alternative counts."""
    days = {each for each, _ in leaves(norm.deciding, TOP)}
    if not days or not isinstance(node, Apply):
        return node
    if sense(node) is Sense.READ_AS and _is_guard(node.arguments[0], days):
        holds, fails = case.truth(node.arguments[0], TOP)
        if holds or fails:
            return selected(case, norm, node.arguments[1 if holds else 2])
    if sense(node) is Sense.ANY:
        return _alternative(case, node, days)
    return node


def _alternative(case: Situation, node: Apply, days: set[Node]) -> Node:
    """The only alternative whose guard does not fail, if its guard holds."""
    pairs = [_divided(each, days) for each in node.arguments]
    found = [pair for pair in pairs if pair and not case.truth(pair[0], TOP)[1]]
    if None in pairs or len(found) != 1 or found[0] is None:
        return node
    guard, clause = found[0]
    return clause if case.truth(guard, TOP)[0] else node


def _divided(node: Node, days: set[Node]) -> tuple[Node, Node] | None:
    """The guard of an alternative, and what it guards."""
    match node:
        case Apply(arguments=(guard, clause)) if sense(node) is Sense.ALL:
            pass
        case Default(exceptions=(), condition=guard, consequence=clause):
            pass
        case _:
            return None
    return (guard, clause) if _is_guard(guard, days) else None


def _is_guard(node: Node, days: set[Node]) -> bool:
    """Comparisons of the deciding day with days written in the rule, and nothing else."""
    if is_comparison(node):
        facts = [each for each, _ in leaves(node, TOP)]
        return bool(facts) and all(isinstance(each, Fact) and each in days for each in facts)
    match node:
        case Apply() if sense(node) in (Sense.ALL, Sense.ANY, Sense.NOT):
            return all(_is_guard(each, days) for each in node.arguments)
        case Literal():
            return True
        case _:
            return False
