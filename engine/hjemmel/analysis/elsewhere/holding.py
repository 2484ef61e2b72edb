"""What a norm holds that a change of another may concern, each with where it stands."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from hjemmel.analysis.elsewhere.touched import (
    Asked,
    Named,
    OldCondition,
    OldDay,
    OldDuty,
    OldQuestion,
    OldValue,
    Touched,
)
from hjemmel.analysis.elsewhere.written import of_norm
from hjemmel.analysis.mutation.operators import is_condition
from hjemmel.core.nodes import Each, Fact, Node, Ref
from hjemmel.core.program import Interpretation, Norm
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.core.walk import children_of, nodes_of
from hjemmel.source.span import Span

BEGINS, ENDS = "begynner", "slutter"
Paths = Mapping[str, tuple[str, ...]]
"""The lists that variables go through."""


@frozen
class Place:
    """A norm, and the condition that something stands in; without one, its head says it."""

    norm: Norm
    condition: Node | None = field(default=None, eq=False)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.norm.span if self.condition is None else self.condition.origin.span


Held = dict[Touched, Place]


def as_it_stands(norm: Norm) -> Norm:
    """The norm with its last wording alone: what an amendment takes away, older ones keep."""
    return norm if len(norm.editions) == 1 else evolve(norm, editions=norm.editions[-1:])


def held(norm: Norm) -> Held:
    """All that a norm holds, each at the first place where it does."""
    found: Held = {}
    for touched, place in _held(norm):
        found.setdefault(touched, place)
    return found


def _held(norm: Norm) -> Iterator[tuple[Touched, Place]]:
    for value, condition in of_norm(norm):
        yield OldValue(value), Place(norm, condition)
    for clause in parts(norm):
        yield from ((each, Place(norm, at)) for each, at in _in_clause(clause))
    yield from ((each, Place(norm)) for each in _in_the_head(norm))


def _in_clause(clause: Node) -> Iterator[tuple[Touched, Node]]:
    for each in nodes_of(clause):
        if is_condition(each):
            yield OldCondition(each), each
        if isinstance(each, Ref):
            yield Named(each.norm), each
    yield from ((Asked(path, asking), asking) for path, asking in facts(clause))


def _in_the_head(norm: Norm) -> Iterator[Touched]:
    yield from (OldQuestion(each.question) for each in asked_now(norm))
    for wording in norm.wordings:
        yield from (OldDay(day, edge) for day, edge in
                    ((wording.start, BEGINS), (wording.end, ENDS)) if day is not None)  # fmt: skip
        yield from map(OldDuty, wording.duty_on)


def parts(norm: Norm) -> Iterator[Node]:
    """All that a norm asks: its days, its clauses, and when its questions arise."""
    yield from norm.days
    yield from norm.clauses
    yield from (each.arises for each in asked_now(norm))


def asked_now(norm: Norm) -> tuple[Interpretation, ...]:
    """The open questions that stand in what the norm says, each once."""
    there = {node.origin.id for clause in norm.clauses for node in nodes_of(clause)}
    return tuple(dict.fromkeys(each for each in norm.interpretations if each.clause in there))


def facts(clause: Node) -> Iterator[tuple[tuple[str, ...], Node]]:
    """The facts that conditions of a clause ask of, each with the innermost that does.

    The day of the case is no fact of its own, and that a record is there says little of it.
    """
    return _facts(clause, clause, {})


def _facts(node: Node, around: Node, lists: Paths) -> Iterator[tuple[tuple[str, ...], Node]]:
    condition = node if is_condition(node) and node.origin.span.line else around
    match node:
        case Fact():
            if node.name != PRESENCE and node.subject != CASE and is_condition(condition):
                yield _path(node, lists), condition
        case Each():
            path = _path(node.domain, lists)
            yield path, condition
            for each in (node.where, node.body):
                yield from _facts(each, condition, {**lists, node.variable: path})
        case _:  # what it asks of, its parts ask of
            for each in children_of(node):
                yield from _facts(each, condition, lists)


def _path(fact: Fact, lists: Paths) -> tuple[str, ...]:
    around = lists.get(fact.subject, (fact.subject,))
    return (*around, fact.name) if fact.name else around


def first_apart(nodes: Iterable[Node], others: frozenset[Node]) -> Iterator[Node]:
    """The smallest conditions among some nodes, and below them, that the others lack."""
    for each in nodes:
        if each not in others:
            inner = list(first_apart(children_of(each), others))
            yield from inner or ([each] if is_condition(each) else [])
