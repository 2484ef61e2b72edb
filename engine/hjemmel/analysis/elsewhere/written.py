"""What norms write: a day of the year, a length of time, an amount, a list of values."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from attrs import frozen

from hjemmel.analysis.mutation.operators import is_condition
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node
from hjemmel.core.operators import OPERATORS, Sense, sense
from hjemmel.core.program import Norm
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Scalar,
    Whole,
    Year,
)
from hjemmel.core.walk import children_of
from hjemmel.words.values import day_of_year, grouped, listed, shown


class Kind(Enum):
    """What is written, the most telling first: two lists are seldom the same by chance."""

    LIST = "liste av verdier"
    DAY_OF_YEAR = "dag i året"
    DAY = "dag"
    LENGTH = "tidsrom"
    AMOUNT = "beløp"
    DECIMAL = "desimaltall"
    BODY = "organ"
    YEAR = "år"
    NUMBER = "tall"


Symbolic = Enumerated | Registered


@frozen
class Written:
    """A value as norms write it; a list with its `values`, and the term or register of them."""

    kind: Kind
    told: str
    values: tuple[str, ...] = ()
    term: str = ""


def of_norm(norm: Norm) -> Iterator[tuple[Written, Node]]:
    """What a norm writes, each with the condition that it stands in."""
    return of_clauses((*norm.days, *norm.clauses))


def of_clauses(clauses: Iterable[Node]) -> Iterator[tuple[Written, Node]]:
    """What some clauses write, each with the condition that it stands in."""
    for clause in clauses:
        for value, condition in _of_clause(clause, clause):
            if condition.origin.span.line:
                yield value, condition


def _of_clause(node: Node, around: Node) -> Iterator[tuple[Written, Node]]:
    """What a part of a norm writes, each with the condition it stands in."""
    condition = node if is_condition(node) and node.origin.span.line else around
    yield from ((value, condition) for value in _own(node))
    inner = condition if condition.origin.span.line else node
    for each in _parts(node):
        yield from _of_clause(each, inner)


_BY_A_STEP = (
    Sense.WORKING_DAYS, Sense.DAY_IN_YEAR, Sense.YEAR_OF, Sense.PERIOD_OF,
    Sense.END_OF, Sense.YEARS_LATER, Sense.TIMES,
)  # fmt: skip


def _parts(node: Node) -> tuple[Node, ...]:
    """The parts that write values of their own; a day in a year has none, nor has a step."""
    match node:
        case Apply(_, (first, *_)) if sense(node) in _BY_A_STEP:
            return (first,)
        case _:
            return children_of(node)


def _own(node: Node) -> Iterator[Written]:
    match node:
        case Apply(_, (_, Literal(int(day)))) if sense(node) is Sense.DAY_IN_YEAR:
            yield Written(Kind.DAY_OF_YEAR, day_of_year(day))
        case Apply(_, (_, *values)) if sense(node) is Sense.IS_AMONG:
            yield from _lists(_symbols(values), 2)
        case Apply(_, arguments) if sense(node) in (Sense.ALL, Sense.ANY, Sense.COVERS):
            yield from _lists(_symbols(arguments), 3)
        case Apply(_, (_, Literal(int(days)))) if sense(node) is Sense.WORKING_DAYS:
            if abs(days) > 1:
                yield Written(Kind.LENGTH, f"{grouped(abs(days))} virkedager")
        case Apply(_, (_, Literal(int(length)))) if sense(node) is Sense.MOVED:
            unit = OPERATORS[node.operator].unit
            if unit and (abs(length), unit) != (1, Days()):
                yield Written(Kind.LENGTH, shown(abs(length), unit))
        case Literal(value, kind):
            yield from _literal(value, kind)
        case Fact(type=Assessed(owner)):
            yield Written(Kind.BODY, owner)
        case _:  # writes no value itself
            return


def _literal(value: Any, kind: Scalar) -> Iterator[Written]:
    match kind:
        case Date():
            yield Written(Kind.DAY, shown(value, kind))
        case Months() | Days():
            yield Written(Kind.LENGTH, shown(value, kind))
        case Money():
            yield Written(Kind.AMOUNT, shown(value, kind))
        case Fraction():
            yield Written(Kind.DECIMAL, shown(value, kind))
        case Quarter() | Month():
            yield Written(Kind.DAY, shown(value, kind))
        case Year():
            yield Written(Kind.YEAR, shown(value, kind))
        case Registered():
            yield Written(Kind.BODY, str(value))
        case Whole() if value > 1:  # none and one say nothing of each other
            yield Written(Kind.NUMBER, shown(value, kind))
        case _:  # yes and no, and the single values and texts, which a fact's own name tells
            return


def _lists(values: Mapping[Symbolic, tuple[str, ...]], least: int) -> Iterator[Written]:
    for kind, named in values.items():
        if len(named) >= least:
            yield Written(Kind.LIST, listed(sorted(named)), tuple(sorted(named)), kind.name)


def _symbols(nodes: Iterable[Node]) -> Mapping[Symbolic, tuple[str, ...]]:
    """The names below some nodes, by their type."""
    found: dict[Symbolic, dict[str, None]] = {}
    waiting = list(nodes)
    while waiting:
        match waiting.pop(0):
            case Literal(value, (Enumerated() | Registered()) as kind):
                found.setdefault(kind, {})[str(value)] = None
            case Apply() | Each() as node:
                waiting += children_of(node)
            case _:  # names nothing
                continue
    return {kind: tuple(named) for kind, named in found.items()}
