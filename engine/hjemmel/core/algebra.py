"""What a backend supplies so that the one semantics runs on it.

A truth is a pair of bits. A value with an order (a count, a day, an amount) is
a pair of ends, [least, greatest]; an end may be open, and nothing compares with
an open end. So an unknown day is (open, open), a count with unknown members is
[sure, possible], and an act «ikke utført» is [the day of evaluation, open].
A symbol (a name, a value of an enumeration) is known or not, or is one of several: then
what holds of it is what holds of each of them.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from hjemmel.core.kleene import Bits, Pair
from hjemmel.core.nodes import Fact, Literal, Node, Op, Value
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.working_days import InCalendar

B = TypeVar("B")
E = TypeVar("E")
S = TypeVar("S")
M = TypeVar("M")
X = TypeVar("X")

Constant = Value | InCalendar
"""What a growing function is given besides the end."""

Scope = dict[str, X]
"""The list entries bound by the quantifiers around a node, by variable."""


class Algebra(Bits[B], Protocol[B, E, S, M, X]):
    """Bits, ends, symbols, lists (`M`) and bound entries (`X`) of one backend."""

    def at_most(self, left: E, right: E) -> B:
        """`left` ≤ `right`; false where either is open."""

    def below(self, left: E, right: E) -> B:
        """`left` < `right`; false where either is open."""

    def end(self, written: Literal) -> E:
        """A known end, with its type."""

    def mapped(self, function: Op, end: E, argument: Constant) -> E:
        """A growing function of `operators.FUNCTIONS` on an end; an open end stays open.

        Where the function gives None, the end is open.
        """

    def greater(self, left: E, right: E) -> E:
        """The greater of two ends; open where either is."""

    def lesser(self, left: E, right: E) -> E:
        """The lesser of two ends; open where either is."""

    def between(self, first: E, last: E) -> E:
        """How many whole numbers from one end to another; open where either is."""

    def single(self, least: E, greatest: E) -> S:
        """The one value of an interval as a symbol; unknown where it may be several."""

    def lesser_if_known(self, left: E, right: E) -> E:
        """The lesser of two ends; the second where the first is open."""

    def symbol(self, written: Literal) -> S:
        """A known symbol, with its type."""

    def alike(self, left: S, right: S) -> B:
        """Both known, and the same."""

    def unlike(self, left: S, right: S) -> B:
        """Both known, and different."""

    def within(self, value: S, allowed: Sequence[S]) -> B:
        """Known, and one of those allowed that are known, whichever of its names it has."""

    def truth_of(self, fact: Fact, scope: Scope[X]) -> Pair[B]:
        """A yes/no fact, an assessment, or the presence of a record."""

    def ends_of(self, fact: Fact, scope: Scope[X]) -> Pair[E]:
        """A fact with an order."""

    def symbol_of(self, fact: Fact, scope: Scope[X]) -> S:
        """A fact without an order."""

    def members_of(self, fact: Fact, scope: Scope[X]) -> M:
        """A list."""

    def norm_of(self, norm_id: str, scope: Scope[X], /) -> NormMeaning:
        """The truths of a norm met earlier in the program's order, asked from within `scope`."""

    def every(self, members: M, member: Callable[[X], tuple[Pair[B], Pair[B]]]) -> Pair[B]:
        """`member` gives (is a member, body): for all members the body holds.

        Absent list: unknown. Incomplete list: never holds.
        """

    def none_is(
        self,
        members: M,
        member: Callable[[X], tuple[Pair[B], Pair[B]]],
        column: Fact,
        value: Any,
    ) -> Pair[B]:
        """As `every`, where the body denies that a field of the member is the value.

        `value` is its meaning outside the list.
        """

    def count(self, members: M, member: Callable[[X], tuple[Pair[B], Pair[B]]]) -> Pair[E]:
        """How many members the body holds for: from sure to possible; open when incomplete."""

    def distinct(
        self, members: M, member: Callable[[X], tuple[Pair[B], S]], limit: int | None
    ) -> Pair[E]:
        """How many different symbols the members have, at most `limit` when it is given."""

    def keep(self, node: Node, scope: Scope[X], meaning: Any) -> Any:
        """Called with the meaning of every node as it is found; the node means what it gives."""
