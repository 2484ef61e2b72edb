"""The algebra whose bits, ends and symbols are Python text."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from attrs import field, frozen

from hjemmel.backends.compiled.calls import call
from hjemmel.backends.compiled.lists import Lists
from hjemmel.backends.compiled.logic import AT_MOST, BELOW, Logic
from hjemmel.backends.compiled.terms import Kind, Sort, Term, Terms
from hjemmel.backends.compiled.values import End, Members
from hjemmel.core.algebra import Constant
from hjemmel.core.nodes import Fact, Literal, Node, Op
from hjemmel.core.operators import OPERATORS, Sense
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.schema import ELEMENT, PRESENCE
from hjemmel.core.types import Listed, is_ordered

X = TypeVar("X")

LIMITED = "(min({0}, {1}) if {2} else {1})"

Bit = Term
Truth = tuple[Bit, Bit]


@frozen
class Emitter:
    """The algebra of Python text, for one program."""

    terms: Terms = field(factory=Terms)
    norms: dict[str, NormMeaning] = field(factory=dict)
    rivals: dict[Bit, Bit] = field(factory=dict)
    """The other half of a truth: the two never hold together."""
    around: list[Term] = field(factory=list)
    """The variables of the quantifiers being read, outermost first."""

    @property
    def logic(self) -> Logic:
        """Joins bits."""
        return Logic(self.terms)

    @property
    def lists(self) -> Lists:
        """Asks lists."""
        return Lists(self.terms, self.logic)

    def constant(self, value: bool) -> Bit:
        """A constant bit, which `conj` and `disj` leave out where they can."""
        return self.terms.constant(bool(value))

    def conj(self, bits: Sequence[Bit]) -> Bit:
        """All of them."""
        return self.logic.conj(bits)

    def disj(self, bits: Sequence[Bit]) -> Bit:
        """Any of them."""
        return self.logic.disj(bits)

    def at_most(self, left: End, right: End) -> Bit:
        """`left` ≤ `right`, both known."""
        return self._compared(AT_MOST, left, right)

    def below(self, left: End, right: End) -> Bit:
        """`left` < `right`, both known."""
        return self._compared(BELOW, left, right)

    def _compared(self, text: str, left: End, right: End) -> Bit:
        if left.value.kind is right.value.kind is Kind.CONSTANT:
            first, second = left.value.value, right.value.value
            return self.constant(first <= second if text == AT_MOST else first < second)
        return self.logic.compared(text, left.value, right.value, left.known + right.known)

    def end(self, written: Literal) -> End:
        """A known end."""
        return End(self.terms.constant(written.value), ())

    def mapped(self, function: Op, end: End, argument: Constant) -> End:
        """A call of the function, where the end is known."""
        text, constants = call(function, argument)
        parts = (end.value, *map(self.terms.constant, constants))
        value = self.terms.make(Kind.VALUE, text, parts, end.known)
        if OPERATORS[function].sense is not Sense.WORKING_DAYS:
            return End(value, end.known)
        return End(value, (*end.known, self.terms.known(value, end.known)))

    def greater(self, left: End, right: End) -> End:
        """The greater of two known ends."""
        return self._picked("max({0}, {1})", left, right)

    def lesser(self, left: End, right: End) -> End:
        """The lesser of two known ends."""
        return self._picked("min({0}, {1})", left, right)

    def lesser_if_known(self, left: End, right: End) -> End:
        """The lesser of two ends; the second where the first is open."""
        if not left.known:
            return self.lesser(left, right)
        asked = " and ".join(f"{{{number}}}" for number in range(2, 2 + len(left.known)))
        text = f"(min({{0}}, {{1}}) if {asked} else {{1}})"
        parts = (left.value, right.value, *left.known)
        return End(self.terms.make(Kind.VALUE, text, parts, right.known), right.known)

    def _picked(self, text: str, left: End, right: End) -> End:
        known = left.known + right.known
        return End(self.terms.make(Kind.VALUE, text, (left.value, right.value), known), known)

    def between(self, first: End, last: End) -> End:
        """How many from one known end to another."""
        return self._picked("max(0, {1} - {0} + 1)", first, last)

    def single(self, least: End, greatest: End) -> Term:
        """The value: where a fact is an interval, another decides."""
        assert least is greatest
        return least.value

    def symbol(self, written: Literal) -> Term:
        """A known symbol."""
        return self.terms.constant(written.value)

    def alike(self, left: Term, right: Term) -> Bit:
        """Both known, and the same."""
        if left.kind is right.kind is Kind.CONSTANT:
            return self.constant(left.value == right.value)
        if left.kind is Kind.CONSTANT:
            left, right = right, left
        if right.kind is Kind.CONSTANT:
            return self.logic.equals(left, right)
        return self.logic.compared("{0} == {1}", left, right, (self.terms.known(left),))

    def unlike(self, left: Term, right: Term) -> Bit:
        """Both known, and different."""
        if left.kind is right.kind is Kind.CONSTANT:
            return self.constant(left.value != right.value)
        if left.kind is Kind.CONSTANT:
            left, right = right, left
        known = [self.terms.known(each) for each in (left, right)
                 if each.kind is not Kind.CONSTANT]  # fmt: skip
        return self.logic.compared("{0} != {1}", left, right, known)

    def within(self, value: Term, allowed: Sequence[Term]) -> Bit:
        """The same as one of them: where a name is one of several, another decides."""
        return self.disj([self.alike(value, each) for each in allowed])

    def truth_of(self, fact: Fact, scope: dict[str, Term]) -> Truth:
        """Two looks at the value."""
        if fact.name == PRESENCE:
            record = self._record(fact.subject)
            return self.terms.known(record), self.terms.absent(record)
        value = (self._fact(fact, scope),)
        make = self.terms.make
        return make(Kind.ATOM, "{0} is True", value), make(Kind.ATOM, "{0} is False", value)

    def ends_of(self, fact: Fact, scope: dict[str, Term]) -> tuple[End, End]:
        """Both ends are the value: where a fact is an interval, another decides."""
        value = self._fact(fact, scope)
        end = End(value, (self.terms.known(value),))
        return end, end

    def symbol_of(self, fact: Fact, scope: dict[str, Term]) -> Term:
        """The value, or None."""
        return self._fact(fact, scope)

    def members_of(self, fact: Fact, scope: dict[str, Term]) -> Members:
        """The list, or None. One that is there is whole: where it is partial, another decides."""
        items = self._fact(fact, scope)
        return Members(items, self.terms.known(items))

    def norm_of(self, norm_id: str, _scope: dict[str, Term]) -> NormMeaning:
        """A norm already met: terms already made."""
        return self.norms[norm_id]

    def every(self, members: Members, member: Callable[[Term], tuple[Truth, Truth]]) -> Truth:
        """For all members the body holds."""
        variable, (where, body) = self._bound(members, member)
        well, ill = self.disj([where[1], body[0]]), self.conj([where[0], body[1]])
        holds, fails = self.lists.every(variable, well, ill)
        return self.conj([members.complete, holds]), fails

    def none_is(
        self,
        members: Members,
        member: Callable[[Term], tuple[Truth, Truth]],
        column: Fact,  # noqa: ARG002 - `lists` sees from the terms what it can look up
        value: Any,  # noqa: ARG002
    ) -> Truth:
        """As any other question to all members."""
        return self.every(members, member)

    def count(
        self, members: Members, member: Callable[[Term], tuple[Truth, Truth]]
    ) -> tuple[End, End]:
        """From sure to possible."""
        variable, (where, body) = self._bound(members, member)
        sure, never = self.conj([where[0], body[0]]), self.disj([where[1], body[1]])
        least, most = self.lists.count(variable, sure, never)
        return End(least, ()), End(most, (members.complete,))

    def distinct(
        self,
        members: Members,
        member: Callable[[Term], tuple[Truth, Term]],
        limit: int | None,
    ) -> tuple[End, End]:
        """From the sure values to all that are possible."""
        variable, (where, value) = self._bound(members, member)
        least, most = self.lists.distinct(variable, where, value)
        if limit is None:
            return End(least, ()), End(most, (members.complete,))
        parts = (most, self.terms.constant(limit), members.complete)
        return End(least, ()), End(self.terms.make(Kind.VALUE, LIMITED, parts), ())

    def keep(self, node: Node, scope: dict[str, Term], meaning: Any) -> Any:  # noqa: ARG002
        """The halves of a truth are noted, so that one spares the other."""
        if isinstance(meaning, tuple) and isinstance(meaning[0], Term):
            holds, fails = meaning
            self.rivals.setdefault(holds, fails)
            self.rivals.setdefault(fails, holds)
        return meaning

    def unnoted(self, meaning: Any) -> Any:
        """What is not noted is as it is."""
        return meaning

    def _bound(self, members: Members, member: Callable[[Term], X]) -> tuple[Term, X]:
        variable = self.terms.variable(members.items, len(self.around))
        self.around.append(variable)
        try:
            return variable, member(variable)
        finally:
            self.around.pop()

    def _record(self, key: str) -> Term:
        return self.terms.make(Kind.RECORD, "view.get({0})", (self.terms.constant(key),))

    def _fact(self, fact: Fact, scope: dict[str, Term]) -> Term:
        source = scope.get(fact.subject)
        if source is None:
            source = self._record(fact.subject)
        elif fact.name == ELEMENT:
            # An ordered member is looked at like any other ordered fact; the rest are themselves.
            sort = _sort(fact)
            ordered = self.terms.make(Kind.FACT, "{0}", (source,), sort=sort)
            return ordered if sort is Sort.ORDERED else source
        parts = (source, self.terms.constant(fact.name))
        return self.terms.make(Kind.FACT, "{0}.get({1})", parts, sort=_sort(fact))


def _sort(fact: Fact) -> Sort:
    if isinstance(fact.type, Listed):
        return Sort.LIST
    return Sort.ORDERED if is_ordered(fact.type) else Sort.PLAIN
