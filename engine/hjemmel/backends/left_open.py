"""What is told in part of a fact, by way of the day that it follows from.

«Avviklet i 2024» leaves open, in the middle of that year, whether the service is closed. Nobody has
told of the fact itself, but what is told may turn out to say otherwise than what would be taken as
given. Then nothing is.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from hjemmel.backends.staged.valuation import Norms
from hjemmel.case.observation import Path, View
from hjemmel.core.nodes import Fact
from hjemmel.core.program import Conclusion
from hjemmel.core.walk import nodes_of


def left_open(conclusions: Iterable[Conclusion], view: View, norms: Norms) -> frozenset[Path]:
    """The facts that conclusions may yet give, by a day of which only the year or month is told."""
    return frozenset(
        each.path
        for each in conclusions
        if _may_work(each, norms) and any(_is_told_in_part(fact, view) for fact in _asked(each))
    )


def _may_work(of: Conclusion, norms: Norms) -> bool:
    found = norms[of.norm.id]
    return not (found.subject[1] or found.in_force[1] or found.applies[1])


def _asked(of: Conclusion) -> Iterator[Fact]:
    return (
        node for clause in of.norm.clauses for node in nodes_of(clause) if isinstance(node, Fact)
    )


def _is_told_in_part(of: Fact, view: View) -> bool:
    """Whether it is a day between two that are told; what is not done has no last one."""
    value: Any = (view.get(of.subject) or {}).get(of.name)
    return isinstance(value, tuple) and None not in value and value[0] != value[1]
