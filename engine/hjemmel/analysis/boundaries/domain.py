"""The facts that norms ask for, each with the values that can make a difference."""

from collections.abc import Iterator, Mapping
from itertools import accumulate, combinations_with_replacement, islice, product
from math import comb
from typing import Any, assert_never

from attrs import frozen

from hjemmel.analysis.boundaries.constants import Constants
from hjemmel.case.observation import PartialList
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Quantifier, Value
from hjemmel.core.operators import Sense, sense
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import CASE, ELEMENT, PRESENCE, Schema
from hjemmel.core.types import (
    ORDERED,
    Assessed,
    Date,
    Enumerated,
    Listed,
    Registered,
    Row,
    Scalar,
    Text,
    Truth,
    Whole,
)
from hjemmel.core.walk import nodes_of

LONGEST = 3
"""The most entries of a list."""
MOST_LISTS = 20_000
"""The most lists of one fact: where there are more, only the shorter ones are tried."""
_COUNTING = (Quantifier.COUNT, Quantifier.DISTINCT)
_OTHERS = 3
"""How many names a rule does not mention, so that as many entries can all be different."""


class NotDone:
    """An act stated as not done: it lies between the day of evaluation and no day at all."""

    def __repr__(self) -> str:
        return "ikke utført"


NOT_DONE = NotDone()


@frozen
class Asked:
    """A fact of a case and the values to try; where it is `certain`, it is never unknown.

    Where they are `too_few`, a rule may tell other values apart: none of them proves nothing.
    """

    record: str
    key: str
    values: tuple[Any, ...]
    certain: bool = False
    too_few: bool = False


def domain(
    program: Program, norms: tuple[Norm, ...], first: frozenset[Fact] = frozenset()
) -> tuple[Asked, ...]:
    """What norms of a program ask, the first of them and those it needs.

    Which records there are comes first, then what decides whether a norm is in force, then the
    facts that are wanted `first`, then those with the fewest values: so what settles a case comes
    early, and most cases need not be looked at.
    """
    nodes = tuple(node for norm in norms for clause in _clauses(norm) for node in nodes_of(clause))
    values = _Values(program.schema, nodes, Constants(nodes, program.schema.calendar))
    bound = {each.variable for each in nodes if isinstance(each, Each)}
    facts = [e for e in nodes if isinstance(e, Fact) and e.subject not in bound]
    found = {(CASE, "vurderingsdato"): Asked(CASE, "vurderingsdato", values.days, certain=True)}
    asked = {each.subject for each in facts if each.name == PRESENCE}
    for record in asked | {each.subject for each in norms[1:] if each.subject != norms[0].subject}:
        if program.schema.may_lack(record):
            found[record, PRESENCE] = Asked(record, PRESENCE, (True, False), certain=True)
    for each in facts:
        key = (each.subject, each.name)
        if key not in found:
            found[key] = Asked(
                each.subject, each.name, values.of(each), too_few=values.are_too_few(each)
            )
    wanted = {(each.subject, each.name) for each in first}
    deciding = {
        (e.subject, e.name)
        for day in norms[0].days
        for e in nodes_of(day)
        if isinstance(e, Fact)
    }  # fmt: skip

    def rank(asked: Asked) -> tuple[bool, bool, bool, int]:
        key = (asked.record, asked.key)
        return asked.key != PRESENCE, key not in deciding, key not in wanted, len(asked.values)

    return tuple(sorted(found.values(), key=rank))


def _clauses(norm: Norm) -> tuple[Node, ...]:
    """What the norm asks, and the days at which its wordings change."""
    ends = (
        day
        for each in norm.wordings
        for at in (each.start, each.end)
        if at
        for day in sorted({at.first, at.last})
    )
    return *norm.days, *(Literal(day, Date()) for day in ends), *norm.clauses


def _count(node: Node) -> int:
    """The number that a node is, if it is one."""
    match node:
        case Literal(int(value), Whole()):
            return value
        case _:
            return 0


def _names_one(body: Node) -> bool:
    """Whether an entry is asked to be one that is named."""
    return isinstance(body, Apply) and sense(body) is Sense.IS and any(
        isinstance(each, Literal) for each in body.arguments
    )  # fmt: skip


@frozen
class _Values:
    """The values that some clauses tell apart."""

    schema: Schema
    nodes: tuple[Node, ...]
    constants: Constants

    @property
    def days(self) -> tuple[Value, ...]:
        return self.constants.near(Date())

    def of(self, fact: Fact) -> tuple[Any, ...]:
        """The known values of a fact."""
        if isinstance(fact.type, Listed):
            return tuple(self._lists(fact, fact.type))
        found = self._scalar(fact.type)
        return (*found, NOT_DONE) if fact in self._acts else found

    def are_too_few(self, fact: Fact) -> bool:
        """Whether a rule may ask for a longer list: it counts so far, or names so many."""
        within = [e for e in self.nodes if isinstance(e, Each) and e.domain == fact]
        counted = any(each.quantifier in _COUNTING for each in within)
        most = max(map(_count, self.nodes), default=0)
        named = {e.body for e in within if e.quantifier is Quantifier.SOME and _names_one(e.body)}
        if isinstance(fact.type, Listed) and self._within_reach(fact, fact.type)[1] < LONGEST:
            return True
        return (counted and most >= LONGEST) or len(named) > LONGEST

    def _scalar(self, kind: Scalar) -> tuple[Any, ...]:
        match kind:
            case Truth() | Assessed():
                return (True, False)
            case Enumerated(name):
                return self.schema.enumeration(name).values
            case Registered() | Text():
                return self._names(kind)
            case _ if isinstance(kind, ORDERED):
                return self.constants.near(kind)
            case _:
                assert_never(kind)

    def _names(self, kind: Registered | Text) -> tuple[str, ...]:
        written = [str(e.value) for e in self.nodes if isinstance(e, Literal) and e.type == kind]
        if isinstance(kind, Text):
            others = [each for each in ("a", "b", "c") if each not in written]
        else:
            names = (each.name for each in self.schema.register(kind.name).entries)
            others = [each for each in names if each not in written]
        return tuple(dict.fromkeys((*written, *others[:_OTHERS])))

    @property
    def _acts(self) -> set[Node]:
        return {
            each.arguments[0]
            for each in self.nodes
            if isinstance(each, Apply) and sense(each) is Sense.IN_TIME
        }

    def _lists(self, fact: Fact, kind: Listed) -> Iterator[list[Any]]:
        entries, longest = self._within_reach(fact, kind)
        for length in range(longest + 1):
            for members in combinations_with_replacement(entries, length):
                yield list(members)
                yield PartialList(members)

    def _within_reach(self, fact: Fact, kind: Listed) -> tuple[tuple[Any, ...], int]:
        """The entries of a list, and how many of them the lists have that can be gone through."""
        entries = tuple(islice(self._entries(fact, kind), MOST_LISTS))
        lists = accumulate(comb(len(entries) + n - 1, n) for n in range(1, LONGEST + 1))
        return entries, sum(each < MOST_LISTS for each in lists)

    def _entries(self, fact: Fact, kind: Listed) -> Iterator[Any]:
        if not isinstance(kind.element, Row):
            yield from (*self._scalar(kind.element), None)
            return
        fields = self._fields(fact)
        for values in product(*((*self.of(each), None) for each in fields.values())):
            yield dict(zip(fields, values, strict=True))

    def _fields(self, listed: Fact) -> Mapping[str, Fact]:
        """What is asked of the entries of a list."""
        within = [e for e in self.nodes if isinstance(e, Each) and e.domain == listed]
        names = {each.variable for each in within}
        found = (
            node for each in within for part in (each.where, each.body) for node in nodes_of(part)
        )
        return {
            node.name: node
            for node in found
            if isinstance(node, Fact) and node.subject in names and node.name != ELEMENT
        }
