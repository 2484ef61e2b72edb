"""The algebra whose values are slots and terms: the fold over it gives steps, not values.

What is asked twice (the same fact, the same comparison) is worked out once: a term is known
by what it is made of.
"""

import operator
from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from attrs import field, frozen

from hjemmel.backends.staged import loops, row
from hjemmel.backends.staged.loops import Loop, Members
from hjemmel.backends.staged.row import FALSE, TRUE, VIEW, Read, Row, Slot, Step, Term
from hjemmel.core import calendar
from hjemmel.core.algebra import Constant
from hjemmel.core.nodes import Fact, Literal, Node, Op, Value
from hjemmel.core.operators import FUNCTIONS
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.schema import ELEMENT, PRESENCE

Bit = Slot | Term
Truth = tuple[Bit, Bit]
Ends = tuple[Slot | Term, Slot | Term]


@frozen(eq=False)
class Address:
    """Where the meaning of a node is read: its slots, and the loops whose entries it is for."""

    meaning: Any
    loops: tuple[Loop, ...]


@frozen(eq=False)
class Stager:
    """Slots, steps and terms as the fold asks for them. `start` is the row before any case.

    `given` are those among the norms that say what is seen of a case, or that nobody refers to.
    """

    start: Row = field(factory=lambda: [False, True, None])
    depths: list[int] = field(factory=lambda: [0, 0, 0])
    fixed: set[Slot] = field(factory=lambda: {FALSE, TRUE})
    steps: list[Step] = field(factory=list)
    loops: list[Loop] = field(factory=list)
    terms: dict[Hashable, Any] = field(factory=dict)
    norms: dict[str, NormMeaning] = field(factory=dict)
    readers: dict[str, Read] = field(factory=dict)
    addresses: dict[int, Address] = field(factory=dict)
    given: set[str] = field(factory=set)

    def enter(self, norm_id: str, found: NormMeaning) -> None:
        """A norm that later ones may refer to, its truths with slots of their own."""
        truths = [truth for _, truth in found.stages] + [found.somewhere]
        placed = [self._placed(each) for each in truths]
        self.norms[norm_id] = NormMeaning(*placed)
        self.readers[norm_id] = itemgetter(*chain.from_iterable(placed))

    def keep(self, node: Node, scope: dict[str, Loop], meaning: Any) -> Any:
        """The meaning with slots of its own, noted under the node's number."""
        placed = self.unnoted(meaning)
        self.addresses[node.origin.id] = Address(placed, tuple(scope.values()))
        return placed

    def unnoted(self, meaning: Any) -> Any:
        """The meaning with slots of its own, which nobody will ask for by a number."""
        return meaning if isinstance(meaning, Members) else self._placed(meaning)

    # --- bits, ends and symbols ----------------------------------------------------------

    def constant(self, value: bool) -> Slot:
        """One of the first two slots."""
        return TRUE if value else FALSE

    def conj(self, bits: Sequence[Bit]) -> Bit:
        """All of them, without those that are always so."""
        parts = [each for each in dict.fromkeys(bits) if each != TRUE]
        if FALSE in parts:
            return FALSE
        if len(parts) < 2:
            return parts[0] if parts else TRUE
        return self._term(("all", *parts), parts, lambda: row.all_of(parts))

    def disj(self, bits: Sequence[Bit]) -> Bit:
        """Any of them, without those that never are."""
        parts = [each for each in dict.fromkeys(bits) if each != FALSE]
        if TRUE in parts:
            return TRUE
        if len(parts) < 2:
            return parts[0] if parts else FALSE
        return self._term(("any", *parts), parts, lambda: row.any_of(parts))

    def at_most(self, left: Slot | Term, right: Slot | Term) -> Bit:
        """`left` ≤ `right`, both known."""
        ends = (left, right)
        return self._term(("at most", *ends), ends, lambda: row.ordered(*ends, operator.le))

    def below(self, left: Slot | Term, right: Slot | Term) -> Bit:
        """`left` < `right`, both known."""
        ends = (left, right)
        return self._term(("below", *ends), ends, lambda: row.ordered(*ends, operator.lt))

    def end(self, written: Literal) -> Slot:
        """A slot with the value."""
        return self._fixed(written.value)

    def mapped(self, function: Op, end: Slot, argument: Constant) -> Slot | Term:
        """A function on a known end."""
        made = FUNCTIONS[function]
        return self._term(
            (function, end, argument), (end,), lambda: row.mapped(end, made, argument)
        )

    def greater(self, left: Slot, right: Slot) -> Slot | Term:
        """The greater of two known ends."""
        ends = (left, right)
        return self._term(("greater", *ends), ends, lambda: row.chosen(*ends, max))

    def lesser(self, left: Slot, right: Slot) -> Slot | Term:
        """The lesser of two known ends."""
        ends = (left, right)
        return self._term(("lesser", *ends), ends, lambda: row.chosen(*ends, min))

    def between(self, first: Slot, last: Slot) -> Slot | Term:
        """How many from one known end to another."""
        ends = (first, last)
        return self._term(("steps", *ends), ends, lambda: row.chosen(*ends, calendar.steps))

    def single(self, least: Slot, greatest: Slot) -> Slot:
        """The value that both ends are, in a slot."""
        ends = (least, greatest)
        depth = max(map(self._depth, ends))
        read = row.single(*ends)

        def step(slot: Slot) -> Step:
            return row.keeping(slot, read)

        return self._once(("single", *ends), 1, depth, step)

    def lesser_if_known(self, left: Slot, right: Slot) -> Slot | Term:
        """The lesser of two ends; the second where the first is open."""
        ends = (left, right)
        return self._term(("lesser if known", *ends), ends, lambda: row.lesser_if_known(*ends))

    def symbol(self, written: Literal) -> Slot:
        """A slot with the value."""
        return self._fixed(written.value)

    def _fixed(self, value: Value) -> Slot:
        """A slot with the value, the same in every case."""
        key = (type(value), value)
        if key not in self.terms:
            self.terms[key] = slot = self._slots(1, 0)
            self.start[slot] = value
            self.fixed.add(slot)
        found: Slot = self.terms[key]
        return found

    def alike(self, left: Slot, right: Slot) -> Bit:
        """Both known, and the same."""
        both = (left, right)
        return self._term(("alike", *both), both, lambda: row.alike(*both))

    def unlike(self, left: Slot, right: Slot) -> Bit:
        """Both known, and different."""
        both = (left, right)
        return self._term(("unlike", *both), both, lambda: row.unlike(*both))

    def within(self, value: Slot, allowed: Sequence[Slot]) -> Bit:
        """Known, and among those that are known."""
        slots = (value, *allowed)
        return self._term(("within", *slots), slots, lambda: row.within(value, allowed))

    # --- facts ---------------------------------------------------------------------------

    def truth_of(self, fact: Fact, scope: dict[str, Loop]) -> Truth:
        """A yes/no fact, or whether the case has a record."""
        if fact.name == PRESENCE:
            slot = self._record(fact.subject)
            there = self._term(("there", slot), (slot,), lambda: row.is_known(slot))
            gone = self._term(("gone", slot), (slot,), lambda: row.is_value(slot, None))
            return there, gone
        slot = self._value(fact, scope)
        yes = self._term(("yes", slot), (slot,), lambda: row.is_value(slot, True))
        no = self._term(("no", slot), (slot,), lambda: row.is_value(slot, False))
        return yes, no

    def ends_of(self, fact: Fact, scope: dict[str, Loop]) -> Ends:
        """An ordered fact."""
        value = self._value(fact, scope)
        depth = self.depths[value]
        slot = self._once(("ends", value), 2, depth, lambda slot: row.parting(slot, value))
        return slot, slot + 1

    def symbol_of(self, fact: Fact, scope: dict[str, Loop]) -> Slot:
        """A symbol, or None."""
        return self._value(fact, scope)

    def members_of(self, fact: Fact, scope: dict[str, Loop]) -> Members:
        """The list, or None."""
        return Members(self._value(fact, scope))

    def norm_of(self, norm_id: str, _scope: dict[str, Loop]) -> NormMeaning:
        """A norm already met: its own slots."""
        return self.norms[norm_id]

    def _record(self, subject: str) -> Slot:
        return self._once(("record", subject), 1, 0, lambda slot: row.taking(slot, VIEW, subject))

    def _value(self, fact: Fact, scope: dict[str, Loop]) -> Slot:
        bound = fact.subject in scope
        holder = scope[fact.subject].entry if bound else self._record(fact.subject)
        if bound and fact.name == ELEMENT:
            return holder
        key, depth = ("fact", holder, fact.name), self.depths[holder]
        return self._once(key, 1, depth, lambda slot: row.taking(slot, holder, fact.name))

    # --- lists ---------------------------------------------------------------------------

    def every(self, members: Members, member: Callable[[Loop], tuple[Truth, Truth]]) -> Truth:
        """For all members the body holds."""
        loop, where, body = self._loop(member, members)
        result = self._slots(2, len(self.loops))
        self._emit(loops.every(loop, members.slot, where, body, result), len(self.loops))
        return result, result + 1

    def none_is(
        self,
        members: Members,
        member: Callable[[Loop], tuple[Truth, Truth]],
        column: Fact,
        value: Any,
    ) -> Truth:
        """Looked up in a table of the field, made once for the list; see `loops.none_is`."""
        loop, where, body = self._loop(member, members)
        placed = self._placed(value)
        ends = (placed, placed) if isinstance(placed, Slot) else placed
        table = self._once(
            ("table", members.slot, column.name),
            1,
            self.depths[members.slot],
            lambda slot: loops.tabulating(slot, members.slot, column.name),
        )
        result = self._slots(2, len(self.loops))
        usual = loops.every(loop, members.slot, where, body, result)
        self._emit(loops.none_is(loop, table, ends, usual, result), len(self.loops))
        return result, result + 1

    def count(self, members: Members, member: Callable[[Loop], tuple[Truth, Truth]]) -> Ends:
        """From sure to possible."""
        loop, where, body = self._loop(member, members)
        result = self._slots(2, len(self.loops))
        self._emit(loops.count(loop, members.slot, where, body, result), len(self.loops))
        return result, result + 1

    def distinct(
        self, members: Members, member: Callable[[Loop], tuple[Truth, Slot]], limit: int | None
    ) -> Ends:
        """From the known values of sure members to all that the possible ones could have."""
        loop, where, symbol = self._loop(member, members)
        result = self._slots(2, len(self.loops))
        step = loops.distinct(loop, members.slot, where, symbol, result, limit)
        self._emit(step, len(self.loops))
        return result, result + 1

    def _loop(self, member: Callable[[Loop], Any], members: Members) -> tuple[Loop, Any, Any]:
        """The run of a list, and what tells who belongs and what is asked of them."""
        kept = self._slots(1, len(self.loops))
        entry = self._slots(1, len(self.loops) + 1)
        loop = Loop(tuple(self.loops), members.slot, entry, kept)
        self.loops.append(loop)
        where, body = map(self._placed, member(loop))
        self.loops.pop()
        loop.past.append(len(self.start))
        return loop, where, body

    # --- slots, steps and terms ----------------------------------------------------------

    def _placed(self, meaning: Any) -> Any:
        """A pair or a symbol in slots, the same for the same terms."""
        if isinstance(meaning, Slot):
            return meaning
        first, second = meaning
        if isinstance(first, Slot) and isinstance(second, Slot):
            return meaning
        return self._pair(first, second)

    def _pair(self, first: Slot | Term, second: Slot | Term) -> tuple[Slot, Slot]:
        if ("pair", second, first) in self.terms:
            turned = self.terms["pair", second, first]
            return turned + 1, turned
        depth = max(self._depth(first), self._depth(second))
        key = ("pair", first, second)
        slot = self._once(key, 2, depth, lambda slot: row.storing(slot, first, second))
        return slot, slot + 1

    def _once(self, key: Hashable, count: int, depth: int, step: Callable[[Slot], Step]) -> Slot:
        """The first of the slots that a step fills, made the first time it is asked for."""
        if key not in self.terms:
            self.terms[key] = slot = self._slots(count, depth)
            self._emit(step(slot), depth)
        found: Slot = self.terms[key]
        return found

    def _term(
        self, key: Hashable, parts: Sequence[Slot | Term], make: Callable[[], Read]
    ) -> Slot | Term:
        """The term known by the key; what is the same in every case is worked out now."""
        if key not in self.terms:
            if self.fixed.issuperset(parts):
                value = make()(self.start)
                fixed = self.constant(value) if isinstance(value, bool) else self._fixed(value)
                self.terms[key] = fixed
            else:
                self.terms[key] = Term(make(), max(map(self._depth, parts)))
        found: Slot | Term = self.terms[key]
        return found

    def _depth(self, term: Slot | Term) -> int:
        return term.depth if isinstance(term, Term) else self.depths[term]

    def _slots(self, count: int, depth: int) -> Slot:
        slot = len(self.start)
        self.start.extend([None] * count)
        self.depths.extend([depth] * count)
        return slot

    def _emit(self, step: Step, depth: int) -> None:
        """The step among those of its depth: of the case, or of the list it depends on."""
        (self.loops[depth - 1].steps if depth else self.steps).append(step)
