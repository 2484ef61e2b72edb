"""The explaining interpreter: plain values, and the meaning of every node kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from hjemmel.core.nodes import Aspect, Fact, Node, Ref, Value
from hjemmel.core.observation import PartialList, View
from hjemmel.core.operators import FUNCTIONS
from hjemmel.core.program import Program
from hjemmel.core.schema import ELEMENT, PRESENCE
from hjemmel.core.semantics import NormMeaning, norm_meaning

Bit = bool
End = Any  # a value, or None for open
Truth = tuple[bool, bool]
Position = tuple[tuple[str, int], ...]
"""Which entries the variables around a node are bound to: (variable, index), outermost first."""


@frozen
class Entry:
    """A list entry and where it stands."""

    value: Any
    index: int
    path: tuple[str | int, ...]


@frozen
class Members:
    """A list as seen: None when absent."""

    items: list[Any] | None
    path: tuple[str | int, ...]


@frozen
class Valuation:
    """The meaning of every node: by norm's id, and by node number and position."""

    norms: Mapping[str, NormMeaning]
    nodes: Mapping[tuple[int, Position], Any]


@frozen
class Interpreter:
    """The algebra of plain values, over one view of a case."""

    view: View
    norms: dict[str, NormMeaning] = field(factory=dict)
    nodes: dict[tuple[int, Position], Any] = field(factory=dict)

    def constant(self, value: bool) -> Bit:
        """A bit is a boolean."""
        return value

    def conj(self, bits: Sequence[Bit]) -> Bit:
        """All of them."""
        return all(bits)

    def disj(self, bits: Sequence[Bit]) -> Bit:
        """Any of them."""
        return any(bits)

    def at_most(self, left: End, right: End) -> Bit:
        """`left` ≤ `right`, both known."""
        return left is not None and right is not None and bool(left <= right)

    def below(self, left: End, right: End) -> Bit:
        """`left` < `right`, both known."""
        return left is not None and right is not None and bool(left < right)

    def end(self, value: Value) -> End:
        """A known end is its value."""
        return value

    def mapped(self, function: str, end: End, argument: Value) -> End:
        """A function on a known end."""
        return None if end is None else FUNCTIONS[function](end, argument)

    def greater(self, left: End, right: End) -> End:
        """The greater of two known ends."""
        return None if left is None or right is None else max(left, right)

    def lesser(self, left: End, right: End) -> End:
        """The lesser of two known ends."""
        return None if left is None or right is None else min(left, right)

    def symbol(self, value: Value) -> Any:
        """A known symbol is its value."""
        return value

    def alike(self, left: Any, right: Any) -> Bit:
        """Both known, and the same."""
        return left is not None and right is not None and left == right

    def unlike(self, left: Any, right: Any) -> Bit:
        """Both known, and different."""
        return left is not None and right is not None and left != right

    def truth_of(self, fact: Fact, scope: dict[str, Entry]) -> Truth:
        """A yes/no fact, or whether the case has a record."""
        if fact.name == PRESENCE:
            present = self.view.get(fact.subject) is not None
            return present, not present
        value = self._value(fact, scope)
        return value is True, value is False

    def ends_of(self, fact: Fact, scope: dict[str, Entry]) -> tuple[End, End]:
        """An ordered fact."""
        value = self._value(fact, scope)
        return value if isinstance(value, tuple) else (value, value)

    def symbol_of(self, fact: Fact, scope: dict[str, Entry]) -> Any:
        """A symbol, or None."""
        return self._value(fact, scope)

    def members_of(self, fact: Fact, scope: dict[str, Entry]) -> Members:
        """A list with its path."""
        start = scope[fact.subject].path if fact.subject in scope else (fact.subject,)
        return Members(self._value(fact, scope), (*start, fact.name))

    def norm_truth(self, ref: Ref) -> Truth:
        """A truth of a norm already met."""
        norm = self.norms[ref.norm]
        truths: dict[Aspect, Truth] = {
            Aspect.SUBJECT: norm.subject,
            Aspect.IN_FORCE: norm.in_force,
            Aspect.APPLIES: norm.applies,
            Aspect.REQUIREMENT: norm.requirement,
        }
        return truths[ref.aspect]

    def every(self, members: Members, member: Callable[[Entry], tuple[Truth, Truth]]) -> Truth:
        """For all members the body holds."""
        found = [member(entry) for entry in self._entries(members)]
        holds = _complete(members) and all(where[1] or body[0] for where, body in found)
        return holds, any(where[0] and body[1] for where, body in found)

    def count(
        self, members: Members, member: Callable[[Entry], tuple[Truth, Truth]]
    ) -> tuple[End, End]:
        """From sure to possible."""
        found = [member(entry) for entry in self._entries(members)]
        sure = sum(where[0] and body[0] for where, body in found)
        possible = sum(not (where[1] or body[1]) for where, body in found)
        return sure, possible if _complete(members) else None

    def distinct(
        self,
        members: Members,
        member: Callable[[Entry], tuple[Truth, Any]],
        limit: int | None,
    ) -> tuple[End, End]:
        """From the known values of sure members to all that the possible ones could have."""
        found = [member(entry) for entry in self._entries(members)]
        sure = [value for where, value in found if where[0]]
        possible = [value for where, value in found if not where[1]]
        least = max(len({value for value in sure if value is not None}), min(len(sure), 1))
        if not _complete(members):
            return least, limit
        most = len({value for value in possible if value is not None})
        most += sum(value is None for value in possible)
        return least, most if limit is None else min(most, limit)

    def keep(self, node: Node, scope: dict[str, Entry], meaning: object) -> None:
        """Into the valuation."""
        position = tuple((name, entry.index) for name, entry in scope.items()) if scope else ()
        self.nodes[node.origin.id, position] = meaning

    def _value(self, fact: Fact, scope: dict[str, Entry]) -> Any:
        if fact.subject in scope:
            entry = scope[fact.subject].value
            return entry if fact.name == ELEMENT else entry.get(fact.name)
        record = self.view.get(fact.subject)
        return None if record is None else record.get(fact.name)

    def _entries(self, members: Members) -> list[Entry]:
        items = members.items or []
        return [Entry(item, i, (*members.path, i)) for i, item in enumerate(items)]


def _complete(members: Members) -> bool:
    return members.items is not None and not isinstance(members.items, PartialList)


def evaluate(program: Program, view: View) -> Valuation:
    """The meaning of every norm and node of the program in one case."""
    algebra = Interpreter(view)
    norms = {norm.id: norm for norm in program.norms}
    for norm_id in program.order:
        algebra.norms[norm_id] = norm_meaning(norms[norm_id], algebra, program.schema)
    return Valuation(algebra.norms, algebra.nodes)
