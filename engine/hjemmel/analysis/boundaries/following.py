"""What surely follows in a case of the boundary classes: one that is told otherwise is no case.

Told otherwise, a fact is in conflict, and so unknown; that case is gone through as the one in which
the fact stays unknown. What is taken as given needs no heed: whatever is told goes before it.
"""

from collections.abc import Iterable

from attrs import evolve

from hjemmel.analysis.boundaries.domain import Asked
from hjemmel.backends.concluding import working
from hjemmel.backends.staged.valuation import Norms
from hjemmel.case.observation import View
from hjemmel.core.making import day_only_given
from hjemmel.core.nodes import Apply, Fact, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Conclusion, Program
from hjemmel.core.walk import nodes_of

Key = tuple[str, str]
"""A fact of a case: its record and its name."""


def near(program: Program, keys: Iterable[Key]) -> Program:
    """The program with no more of what is said beside the norms than could keep facts apart.

    What follows of a fact that nobody asks for keeps nothing apart. Of what it follows from, no
    more is told than is asked for anyhow: the less is told, the less follows.
    """
    asked = frozenset(keys)
    told = tuple(each for each in program.conclusions if each.path in asked)
    return evolve(program, presumptions=(), conclusions=told)


def is_at_odds(conclusions: tuple[Conclusion, ...], view: View, norms: Norms) -> bool:
    """Whether anything is told otherwise than it follows."""
    return any(
        told is not None and told != each.value
        for each in working(conclusions, view, norms)
        for told in [(view[each.fact.subject] or {}).get(each.fact.name)]
    )


def kept_unknown(conclusions: tuple[Conclusion, ...], view: View, norms: Norms) -> set[Key]:
    """The days that cannot be told: that one is given at all, whichever, is said not to be so."""
    return {
        day
        for each in conclusions
        if norms[each.norm.id].in_force[0] and _is_told_otherwise(each, view)
        for edition in each.norm.editions
        for day in _given(edition.applies)
    }


def _is_told_otherwise(conclusion: Conclusion, view: View) -> bool:
    told = (view.get(conclusion.fact.subject) or {}).get(conclusion.fact.name)
    return told is not None and told != conclusion.value


def _given(clause: Node) -> set[Key]:
    """The days of which it is enough for a clause that they are given."""
    if isinstance(clause, Apply) and sense(clause) is Sense.ANY:
        return {day for each in clause.arguments for day in _given(each)}
    day = day_only_given(clause)
    return {(day.subject, day.name)} if day else set()


def not_always_known(conclusions: tuple[Conclusion, ...], domain: tuple[Asked, ...]) -> set[Key]:
    """The facts that may have to stay unknown for others to be as they are."""
    asked = {(each.record, each.key) for each in domain if not each.certain}
    from_which = {
        (node.subject, node.name)
        for each in conclusions
        for clause in (*each.norm.days, *(edition.applies for edition in each.norm.editions))
        for node in nodes_of(clause)
        if isinstance(node, Fact)
    }
    return (from_which | {each.path for each in conclusions}) & asked
