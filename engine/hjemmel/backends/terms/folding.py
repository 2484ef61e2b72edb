"""The algebra whose bits, ends and names are terms: the fold over it gives a graph."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import NO_FRAMES, Do, Frame, Path, Sort, Term
from hjemmel.core.algebra import Constant
from hjemmel.core.nodes import Fact, Literal, Node, Op
from hjemmel.core.operators import FUNCTIONS, OPERATORS, Sense
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.schema import PRESENCE
from hjemmel.core.types import Date

Truth = tuple[Term, Term]


@frozen
class End:
    """A value, and the bit that says that it is known."""

    value: Term
    known: Term


Ends = tuple[End, End]


@frozen
class Members:
    """A list: where it stands, and the frames whose entries it stands in."""

    path: Path
    around: frozenset[Frame]


@frozen(eq=False)
class Folding:
    """Terms as the fold asks for them."""

    graph: Graph = field(factory=Graph)
    norms: dict[str, NormMeaning] = field(factory=dict)
    bound: list[Frame] = field(factory=list)
    """The frames of the quantifiers being read, outermost first."""

    def keep(self, _node: Node, _scope: dict[str, Frame], meaning: Any) -> Any:
        """Equal terms are one, so there is nothing to note."""
        return meaning

    def unnoted(self, meaning: Any) -> Any:
        """What is not noted is as it is."""
        return meaning

    # --- bits ----------------------------------------------------------------------------

    def constant(self, value: bool) -> Term:
        """One of two."""
        return self.graph.constant(value)

    def conj(self, bits: Sequence[Term]) -> Term:
        """All of them."""
        return self.graph.conj(bits)

    def disj(self, bits: Sequence[Term]) -> Term:
        """Any of them."""
        return self.graph.disj(bits)

    def at_most(self, left: End, right: End) -> Term:
        """`left` ≤ `right`, both known."""
        return self.conj([left.known, right.known, self._ordered(left.value, right.value)])

    def below(self, left: End, right: End) -> Term:
        """`left` < `right`, both known."""
        turned = self.graph.negation(self._ordered(right.value, left.value))
        return self.conj([left.known, right.known, turned])

    def _ordered(self, left: Term, right: Term) -> Term:
        if left is right:
            return self.graph.true
        if left.do is right.do is Do.VALUE:
            return self.constant(left.data <= right.data)
        return self.graph.make(Do.AT_MOST, (left, right))

    # --- ends ----------------------------------------------------------------------------

    def end(self, written: Literal) -> End:
        """A known end."""
        sort = Sort.DAY if isinstance(written.type, Date) else Sort.NUMBER
        return End(self.graph.make(Do.VALUE, (), written.value, sort=sort), self.graph.true)

    def mapped(self, function: Op, end: End, argument: Constant) -> End:
        """A function of a known end."""
        data, sort = (function, argument), _sort_of(function)
        if end.value.do is Do.VALUE:
            answer = FUNCTIONS[function](end.value.data, argument)
            if answer is None:
                return End(end.value, self.graph.false)
            return End(self.graph.make(Do.VALUE, (), answer, sort=sort), end.known)
        value = self.graph.make(Do.MAPPED, (end.value,), data, sort=sort)
        if OPERATORS[function].sense is not Sense.WORKING_DAYS:
            return End(value, end.known)
        answered = self.graph.make(Do.ANSWERED, (end.value,), data)
        return End(value, self.conj([end.known, answered]))

    def greater(self, left: End, right: End) -> End:
        """The greater of two known ends."""
        return self._of_both(Do.GREATER, left, right, left.value.sort)

    def lesser(self, left: End, right: End) -> End:
        """The lesser of two known ends."""
        return self._of_both(Do.LESSER, left, right, left.value.sort)

    def between(self, first: End, last: End) -> End:
        """How many from one known end to another."""
        return self._of_both(Do.BETWEEN, first, last, Sort.NUMBER)

    def _of_both(self, do: Do, left: End, right: End, sort: Sort) -> End:
        value = self.graph.make(do, (left.value, right.value), sort=sort)
        return End(value, self.conj([left.known, right.known]))

    def lesser_if_known(self, left: End, right: End) -> End:
        """The lesser of two ends; the second where the first is open."""
        parts = (left.value, right.value, left.known)
        return End(self.graph.make(Do.IF_KNOWN, parts, sort=left.value.sort), right.known)

    # --- names ---------------------------------------------------------------------------

    def symbol(self, written: Literal) -> Term:
        """A known name."""
        return self.graph.make(Do.NAME, (), written.value, sort=Sort.NAME)

    def single(self, least: End, greatest: End) -> Term:
        """The one value of an interval, as a name."""
        known = [least.known, greatest.known, self._ordered(greatest.value, least.value)]
        parts = (least.value, self.conj(known))
        return self.graph.make(Do.SINGLE, parts, sort=Sort.NAME)

    def alike(self, left: Term, right: Term) -> Term:
        """Both known, and the same."""
        if left.do is right.do is Do.NAME:
            return self.constant(left is right)
        first, second = sorted((left, right), key=lambda each: each.number)
        return self.graph.make(Do.ALIKE, (first, second))

    def unlike(self, left: Term, right: Term) -> Term:
        """Both known, and different."""
        if left.do is right.do is Do.NAME:
            return self.constant(left is not right)
        alike = self.alike(left, right)
        return self.graph.make(Do.UNLIKE, (*alike.parts, alike))

    def within(self, value: Term, allowed: Sequence[Term]) -> Term:
        """Known, and one of those allowed that are known."""
        alike = self.disj([self.alike(value, each) for each in allowed])
        if value.do is Do.NAME or len(allowed) == 1:
            return alike
        return self.graph.make(Do.WITHIN, (value, alike, *allowed))

    # --- facts ---------------------------------------------------------------------------

    def truth_of(self, fact: Fact, scope: dict[str, Frame]) -> Truth:
        """A yes/no fact, or whether the case has a record."""
        if fact.name == PRESENCE:
            there = self.graph.make(Do.PRESENT, (), fact.subject)
            return there, self.graph.negation(there)
        path, frames = place(fact, scope)
        return (
            self.graph.make(Do.YES, (), path, frames),
            self.graph.make(Do.NO, (), path, frames),
        )

    def ends_of(self, fact: Fact, scope: dict[str, Frame]) -> Ends:
        """A fact with an order."""
        path, frames = place(fact, scope)
        sort = Sort.DAY if isinstance(fact.type, Date) else Sort.NUMBER
        make = self.graph.make
        low, high = (make(do, (), path, frames, sort) for do in (Do.LOW, Do.HIGH))
        return End(low, make(Do.LOW_KNOWN, (low,))), End(high, make(Do.HIGH_KNOWN, (high,)))

    def symbol_of(self, fact: Fact, scope: dict[str, Frame]) -> Term:
        """A name."""
        path, frames = place(fact, scope)
        return self.graph.make(Do.NAMED, (), path, frames, Sort.NAME)

    def members_of(self, fact: Fact, scope: dict[str, Frame]) -> Members:
        """A list."""
        return Members(*place(fact, scope))

    def norm_of(self, norm_id: str, _scope: dict[str, Frame]) -> NormMeaning:
        """A norm already met: its own terms."""
        return self.norms[norm_id]

    # --- lists ---------------------------------------------------------------------------

    def every(self, members: Members, member: Callable[[Frame], tuple[Truth, Truth]]) -> Truth:
        """For all members the body holds."""
        frame, (where, body) = self._within(members, member)
        exists, is_member = self.entry(frame)
        well = self.disj([self.graph.negation(exists), where[1], body[0]])
        ill = self.conj([is_member, where[0], body[1]])
        holds = self.conj([self._bounded(members), self.graph.every(frame, well)])
        return holds, self.graph.some(frame, ill)

    def none_is(
        self,
        members: Members,
        member: Callable[[Frame], tuple[Truth, Truth]],
        column: Fact,  # noqa: ARG002 - going through is as quick as looking up
        value: Any,  # noqa: ARG002
    ) -> Truth:
        """As any other question to all members."""
        return self.every(members, member)

    def count(self, members: Members, member: Callable[[Frame], tuple[Truth, Truth]]) -> Ends:
        """From sure to possible."""
        frame, (where, body) = self._within(members, member)
        _, is_member = self.entry(frame)
        could_be = self.graph.negation(self.disj([where[1], body[1]]))
        sure = self.conj([is_member, where[0], body[0]])
        least = self.graph.number(Do.COUNT, frame, sure)
        most = self.graph.number(Do.COUNT, frame, self.conj([is_member, could_be]))
        return End(least, self.graph.true), End(most, self._closed(members, frame, could_be))

    def distinct(
        self, members: Members, member: Callable[[Frame], tuple[Truth, Term]], limit: int | None
    ) -> Ends:
        """From the sure values to all that are possible."""
        frame, (where, name) = self._within(members, member)
        _, is_member = self.entry(frame)
        could_be = self.graph.negation(where[1])
        sure, possible = (self.conj([is_member, each]) for each in (where[0], could_be))
        least = End(self.graph.number(Do.LEAST, frame, sure, name), self.graph.true)
        most = End(
            self.graph.number(Do.MOST, frame, possible, name),
            self._closed(members, frame, could_be),
        )
        if limit is None:
            return least, most
        value = self.graph.make(Do.VALUE, (), limit, sort=Sort.NUMBER)
        return least, self.lesser_if_known(most, End(value, self.graph.true))

    def frame(self, members: Members) -> Frame:
        """The entries of a list, for a quantifier right inside those being read."""
        return self.graph.frame(members.path, len(self.bound), members.around)

    def _within(self, members: Members, member: Callable[[Frame], Any]) -> tuple[Frame, Any]:
        frame = self.frame(members)
        self.bound.append(frame)
        try:
            return frame, member(frame)
        finally:
            self.bound.pop()

    def entry(self, frame: Frame) -> Truth:
        """There is such an entry or what is known of a further one; there is such an entry."""
        exists = self.graph.make(Do.EXISTS, (), frame, frame.frames)
        return exists, self.graph.make(Do.MEMBER, (), frame, frame.frames)

    def whole(self, members: Members) -> Term:
        """A list is given in full, and no further entry is possible."""
        exists, is_member = self.entry(self.frame(members))
        further = self.conj([exists, self.graph.negation(is_member)])
        some = self.graph.some(self.frame(members), further)
        return self.conj([self._bounded(members), self.graph.negation(some)])

    def _bounded(self, members: Members) -> Term:
        return self.graph.make(Do.BOUNDED, (), members.path, members.around)

    def _closed(self, members: Members, frame: Frame, could_be: Term) -> Term:
        """No further entry can be among those that are counted."""
        exists, is_member = self.entry(frame)
        further = self.conj([exists, self.graph.negation(is_member), could_be])
        none = self.graph.negation(self.graph.some(frame, further))
        return self.conj([self._bounded(members), none])


def place(fact: Fact, scope: Mapping[str, Frame]) -> tuple[Path, frozenset[Frame]]:
    """Where a fact stands, and the entries that it stands in."""
    frame = scope.get(fact.subject)
    if frame is None:
        return (fact.subject, fact.name), NO_FRAMES
    return (*frame.path, fact.name), frame.frames


def _sort_of(function: Op) -> Sort:
    """What a function gives."""
    match OPERATORS[function].sense:
        case Sense.YEAR_OF | Sense.PERIOD_OF | Sense.YEARS_LATER | Sense.TIMES:
            return Sort.NUMBER
        case _:  # all others give a day
            return Sort.DAY
