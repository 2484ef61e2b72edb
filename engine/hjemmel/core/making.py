"""Nodes made of others: for what changes rules or looks at parts of them together."""

from collections.abc import Iterable
from datetime import date

from hjemmel.core.nodes import UNKNOWN_ORIGIN, Apply, Fact, Literal, Node, Op, Origin
from hjemmel.core.types import Date, Days, Listed, Whole


def denial(node: Node, origin: Origin = UNKNOWN_ORIGIN) -> Apply:
    """The opposite."""
    return Apply(Op.NOT, (node,), origin)


def all_of(nodes: Iterable[Node], origin: Origin = UNKNOWN_ORIGIN) -> Apply:
    """All hold."""
    return Apply(Op.AND, tuple(nodes), origin)


def any_of(nodes: Iterable[Node], origin: Origin = UNKNOWN_ORIGIN) -> Apply:
    """One of them holds."""
    return Apply(Op.OR, tuple(nodes), origin)


def exactly(count: Node, number: int, origin: Origin = UNKNOWN_ORIGIN) -> Apply:
    """A count is a number."""
    return Apply(Op.EQUALS, (count, Literal(number, Whole())), origin)


def days_later(day: Node, days: int, origin: Origin = UNKNOWN_ORIGIN) -> Apply:
    """A day so many days on."""
    return Apply(Op.DAYS_LATER, (day, Literal(days, Days())), origin)


def within(day: Node, first: date | None, last: date | None) -> Apply:
    """A day lies between two, both included; None is open."""
    bounds = ((Op.NOT_BEFORE, first), (Op.NOT_AFTER, last))
    return all_of(Apply(side, (day, Literal(end, Date()))) for side, end in bounds if end)


def day_only_given(node: Node) -> Fact | None:
    """The day of which it is asked only that it is given: no later day than the last there is."""
    match node:
        case Apply(operator=Op.NOT_AFTER, arguments=(Fact() as day, Literal(value=date.max))):
            return day
        case _:  # asks something else
            return None


def is_name(value: Fact, name: str) -> Apply:
    """A fact is a name."""
    assert not isinstance(value.type, Listed)  # a list is no name
    return Apply(Op.IS, (value, Literal(name, value.type)))
