"""Whether a condition could decide alone, if all conditions varied freely: what cannot be then,
cannot be."""

from collections.abc import Mapping

from hjemmel.analysis.boundaries.domain import Asked
from hjemmel.analysis.boundaries.search import Answer, Question, Result, Search, View, patience
from hjemmel.analysis.coverage import SETTLED
from hjemmel.analysis.possible import ANY, Truths, truths
from hjemmel.analysis.skeleton import Skeleton
from hjemmel.backends.plain import Truth
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Node
from hjemmel.core.schema import Schema

FREE = "vilkår"
"""The record of conditions that vary freely."""
_TRUTHS: Mapping[bool, Truth] = {True: (True, False), False: (False, True)}


def deciding_freely(clause: Skeleton, condition: Node, way: bool, schema: Schema) -> Result:
    """A case of nothing but conditions, in which one decides alone as true (or, as false)."""
    alike = _alike(clause)
    key = str(condition.origin.id)
    free = dict.fromkeys((alike[key], *alike.values()))
    facts = tuple(Asked(FREE, each, _settled(clause.conditions[each])) for each in free)
    question = _turns_freely(clause, key, way, schema)
    return Search(facts, (FREE,), patience(1)).first_settled(question)


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


def _settled(condition: Node) -> tuple[bool, ...]:
    """How a condition can come out: that a last day is not over, never holds."""
    can_be = truths(condition)
    return tuple(way for way, truth in _TRUTHS.items() if truth in can_be)


def _alike(clause: Skeleton) -> dict[str, str]:
    """For each condition the first that asks the very same, as a reading may of what is written."""
    firsts: dict[Node, str] = {}
    for key, node in clause.conditions.items():
        firsts.setdefault(node, key)
    return {key: firsts[node] for key, node in clause.conditions.items()}


def _turns_freely(clause: Skeleton, key: str, way: bool, schema: Schema) -> Question:
    alike = _alike(clause)

    def question(view: View, _: int) -> Answer:
        told = view[FREE] or {}
        known = {each: _TRUTHS[told[first]] for each, first in alike.items() if first in told}
        if not _may_turn(clause, key, known):
            return Answer.SETTLED
        unknown = dict.fromkeys(alike, (False, False))
        return turns(clause, key, way, {**unknown, **known}, schema)

    return question


def _may_turn(clause: Skeleton, key: str, known: Mapping[str, Truth]) -> bool:
    """Whether some case that knows more may come out the other way where the condition is turned.

    Where readings that are known go apart, for one, nothing more that is told settles it.
    """
    if key not in known:
        return True
    given: dict[str, Truths] = dict.fromkeys(clause.conditions, ANY)
    given |= {each: frozenset({truth}) for each, truth in known.items()}
    before = truths(clause.tree, given)
    turned = truths(clause.tree, {**given, key: frozenset({negation(known[key])})})
    return any(each in before and negation(each) in turned for each in SETTLED)
