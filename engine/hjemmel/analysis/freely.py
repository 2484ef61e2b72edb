"""Whether a condition could decide alone, if all conditions varied freely: what cannot be then,
cannot be."""

from collections.abc import Mapping

from hjemmel.analysis.boundaries.domain import Asked
from hjemmel.analysis.boundaries.search import Answer, Question, Result, Search, View, patience
from hjemmel.analysis.coverage import SETTLED
from hjemmel.analysis.possible import ANY, Truths, truths, worlds
from hjemmel.analysis.possible import SETTLED as SETTLED_TRUTHS
from hjemmel.analysis.skeleton import RECORD, Skeleton
from hjemmel.backends.plain import Truth
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Node
from hjemmel.core.schema import Schema

_TRUTHS: Mapping[bool, Truth] = {True: (True, False), False: (False, True)}


def deciding_freely(clause: Skeleton, condition: Node, way: bool, schema: Schema) -> Result:
    """A case of nothing but conditions, in which one decides alone as true (or, as false)."""
    alike = _alike(clause)
    key = str(condition.origin.id)
    free = dict.fromkeys((alike[key], *alike.values()))
    facts = tuple(Asked(RECORD, each, settled(clause.conditions[each])) for each in free)
    question = _turns_freely(clause, key, way, schema)
    return Search(facts, (RECORD,), patience(1)).first_settled(question)


def turns(
    clause: Skeleton, key: str, way: bool, truths: Mapping[str, Truth], schema: Schema
) -> Answer:
    """Whether the clause comes out the other way where the condition alone is turned."""
    if truths[key] not in SETTLED:
        return Answer.OPEN
    if truths[key][0] is not way:
        return Answer.SETTLED
    before = clause.truth(schema, truths)
    turned = clause.truth(schema, {**truths, key: negation(truths[key])})
    if before not in SETTLED or turned not in SETTLED:
        return Answer.OPEN
    return Answer.FOUND if turned == negation(before) else Answer.SETTLED


def settled(condition: Node) -> tuple[bool, ...]:
    """How a condition can come out: that a last day is not over, never holds."""
    found = truths(condition)
    return tuple(way for way, truth in _TRUTHS.items() if truth in found)


def _alike(clause: Skeleton) -> dict[str, str]:
    """For each condition the first that asks the very same, as a reading may of what is written."""
    firsts: dict[Node, str] = {}
    for key, node in clause.conditions.items():
        firsts.setdefault(node, key)
    return {key: firsts[node] for key, node in clause.conditions.items()}


def _turns_freely(clause: Skeleton, key: str, way: bool, schema: Schema) -> Question:
    alike = _alike(clause)

    def question(view: View, _: int) -> Answer:
        told = view[RECORD] or {}
        known = {each: _TRUTHS[told[first]] for each, first in alike.items() if first in told}
        can_be = {each: frozenset({known[each]}) if each in known else ANY for each in alike}
        if not may_turn(clause, key, can_be):
            return Answer.SETTLED
        unknown = dict.fromkeys(alike, (False, False))
        return turns(clause, key, way, {**unknown, **known}, schema)

    return question


def may_turn(clause: Skeleton, key: str, can_be: Mapping[str, Truths]) -> bool:
    """Whether some case may come out the other way where the condition is turned.

    Where readings that are known go apart, for one, nothing more that is told settles it.
    """
    given = {each: frozenset((truth, truth) for truth in can_be[each]) for each in can_be}
    given[key] = frozenset((truth, negation(truth)) for truth in can_be[key] & SETTLED_TRUTHS)
    found = worlds(clause.tree, given, 2)
    return any((each, negation(each)) in found for each in SETTLED)
