"""Terms in an order to be worked out in, each let go of when nobody needs it more.

What several terms join first, they share: «a and b and c» and «a and b and d» ask for «a and b»
once. The parts of a term stand by their numbers, so what is much used comes first.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from attrs import define, field, frozen

from hjemmel.backends.columns.operations import OPERATIONS, Operation, Running
from hjemmel.backends.terms.term import Do, Term

_Step = tuple[int, Operation, Term, tuple[int, ...], tuple[int, ...]]
"""The place of what comes out, what is done for which term to the parts that stand in some places,
and the places to be let go of after. There are tens of thousands of them: a tuple is the quickest.
"""


@frozen(eq=False)
class Plan:
    """All that some terms need, in order, and the places where they stand at last."""

    terms: tuple[Term, ...]
    steps: tuple[_Step, ...]
    places: int
    at: tuple[int, ...]

    def run(self, running: Running) -> list[Any]:
        """What each of the terms comes to in a batch, in the order in which they were given."""
        found: list[Any] = [None] * self.places
        for place, operation, term, parts, done in self.steps:
            found[place] = operation(running, term, *[found[each] for each in parts])
            for each in done:
                found[each] = None
        return [found[each] for each in self.at]


def plan_of(wanted: Sequence[Term]) -> Plan:
    """The plan for some terms."""
    laying = _Laying()
    for term in needed(wanted):
        laying.lay(term)
    return laying.plan(tuple(wanted))


@define(eq=False)
class _Laying:
    """Places laid out so far: what is done for each, and to which others."""

    done: list[Term] = field(factory=list)
    parts: list[tuple[int, ...]] = field(factory=list)
    at: dict[Hashable, int] = field(factory=dict)

    def lay(self, term: Term) -> None:
        """A place for a term whose parts have theirs."""
        parts = tuple(self.at[each] for each in term.parts)
        if _joins(term):
            place, *rest = parts
            for each in rest:
                place = self._place((term.do, place, each), term, (place, each))
            self.at[term] = place
        else:
            self._place(term, term, parts)

    def _place(self, key: Hashable, term: Term, parts: tuple[int, ...]) -> int:
        if key not in self.at:
            self.at[key] = len(self.done)
            self.done.append(term)
            self.parts.append(parts)
        return self.at[key]

    def plan(self, terms: tuple[Term, ...]) -> Plan:
        """The steps, where what one other alone needs is done as a part of that."""
        wanted = tuple(self.at[each] for each in terms)
        uses = Counter([*wanted, *(each for parts in self.parts for each in parts)])
        kept = dict[int, tuple[int, ...]]()
        for place, (term, parts) in enumerate(zip(self.done, self.parts, strict=True)):
            first = parts[0] if _joins(term) else place
            alone = uses[first] == 1 and first in kept and self.done[first].do is term.do
            kept[place] = (*kept.pop(first), *parts[1:]) if alone else parts
        return Plan(terms, tuple(self._steps(kept, set(wanted))), len(self.done), wanted)

    def _steps(self, kept: dict[int, tuple[int, ...]], wanted: set[int]) -> Iterable[_Step]:
        last = {part: place for place, parts in kept.items() for part in parts}
        done: dict[int, list[int]] = {}
        for part, user in last.items():
            if part not in wanted:
                done.setdefault(user, []).append(part)
        for place, parts in kept.items():
            term = self.done[place]
            yield place, OPERATIONS[term.do], term, parts, tuple(done.get(place, ()))


def _joins(term: Term) -> bool:
    return term.do is Do.ALL or term.do is Do.ANY


def needed(wanted: Iterable[Term]) -> list[Term]:
    """A term has a greater number than its parts."""
    found: dict[int, Term] = {}
    waiting = list(wanted)
    while waiting:
        term = waiting.pop()
        if term.number not in found:
            found[term.number] = term
            waiting += term.parts
    return [found[each] for each in sorted(found)]
