"""Whether what differs between two versions can make a difference in a case that knows more."""

from collections.abc import Iterator
from itertools import product

from attrs import evolve, field, frozen

from hjemmel.analysis.boundaries.telling import Telling
from hjemmel.analysis.coverage import SETTLED
from hjemmel.analysis.possible import ANY, Worlds, worlds
from hjemmel.analysis.skeleton import RECORD, joints
from hjemmel.core import types
from hjemmel.core.nodes import Apply, Default, Each, Fact, Node
from hjemmel.core.operators import OPERATORS
from hjemmel.core.program import Edition, Norm
from hjemmel.core.walk import children_of, rebuilt
from hjemmel.provenance.situation import TOP, Situation


@frozen(eq=False)
class Holed:
    """A clause of both versions of an edition, with a hole for each part that differs."""

    edition: Edition
    tree: Node
    conditions: dict[str, Node] = field(factory=dict)
    holes: dict[str, tuple[Node, Node]] = field(factory=dict)


@frozen(eq=False)
class Told:
    """What one version means in a case, and what is still going to be told in it."""

    case: Situation
    telling: Telling
    said: int

    def may_be(self, node: Node) -> frozenset[tuple[bool, bool]]:
        """The truths that a part has, or may come to have."""
        truth = self.case.truth(node, TOP)
        is_final = truth in SETTLED or self.telling.is_over(node, self.case, self.said)
        return frozenset({truth}) if is_final else ANY


def holed(written: Norm, other: Norm) -> Iterator[Holed]:
    """The clauses in which two versions differ."""
    for before, after in zip(written.editions, other.editions, strict=True):
        for first, second in zip(before.clauses, after.clauses, strict=True):
            if first != second:
                found = Holed(before, first)
                yield evolve(found, tree=_holed(found, first, second))


def may_differ(clause: Holed, before: Told, after: Told) -> bool:
    """Whether the clause may come out otherwise in one version than in the other.

    Where what differs is alike after all, or something else decides, it cannot.
    """
    can_be = before.telling.can_be(clause.conditions, before.case, before.said)
    given: dict[str, Worlds] = {
        key: frozenset((truth, truth) for truth in truths) for key, truths in can_be.items()
    }
    for key, (first, second) in clause.holes.items():
        if _is_alike(first, second, before.case, after.case):
            given[key] = frozenset((truth, truth) for truth in ANY)
        else:
            given[key] = frozenset(product(before.may_be(first), after.may_be(second)))
    return any(first != second for first, second in worlds(clause.tree, given, 2))


def _holed(into: Holed, written: Node, other: Node) -> Node:
    match written, other:
        case _ if written == other:
            return joints(written, into.conditions)
        case (Apply(), Apply()) | (Default(), Default()) if _is_joined_alike(written, other):
            others = iter(children_of(other))
            return rebuilt(written, lambda below: _holed(into, below, next(others)))
        case _:
            key = f"ulikt {len(into.holes)}"
            into.holes[key] = written, other
            return Fact(RECORD, key, types.Truth(), written.origin)


def _is_joined_alike(written: Node, other: Node) -> bool:
    """Whether two nodes join as many truths in the same way."""
    if isinstance(written, Apply) and isinstance(other, Apply):
        joins = written.operator == other.operator and OPERATORS[written.operator].joins
        return joins and len(written.arguments) == len(other.arguments)
    return len(children_of(written)) == len(children_of(other))


def _is_alike(written: Node, other: Node, before: Situation, after: Situation) -> bool:
    """Whether two comparisons compare what is known to be the same, however they come to it."""
    match written, other:
        case Apply(), Apply() if _is_called_alike(written, other):
            pairs = tuple(zip(written.arguments, other.arguments, strict=True))
            same = [pair for pair in pairs if _is_same(*pair, before, after)]
            return all(_is_alike_with(first, second, same) for first, second in pairs)
        case _:
            return False


def _is_alike_with(written: Node, other: Node, same: list[tuple[Node, Node]]) -> bool:
    """Whether two parts are alike, where some within them are known to be the same."""
    if written == other or (written, other) in same:
        return True
    match written, other:
        case Apply(), Apply() if not _is_called_alike(written, other):
            return False
        case Each(), Each() if not _is_asked_alike(written, other):
            return False
        case (Apply(), Apply()) | (Each(), Each()):
            pairs = zip(children_of(written), children_of(other), strict=True)
            return all(_is_alike_with(first, second, same) for first, second in pairs)
        case _:
            return False


def _is_called_alike(written: Apply, other: Apply) -> bool:
    return (written.operator, len(written.arguments)) == (other.operator, len(other.arguments))


def _is_asked_alike(written: Each, other: Each) -> bool:
    return (written.quantifier, written.variable) == (other.quantifier, other.variable)


def _is_same(written: Node, other: Node, before: Situation, after: Situation) -> bool:
    if written == other or isinstance(written, Each) or isinstance(other, Each):
        return written == other
    is_known = before.settled(written, TOP) and after.settled(other, TOP)
    return is_known and before.value(written, TOP) == after.value(other, TOP)
