"""What the passing of days did to a norm whose edition is the same on both of them.

The steps that came out otherwise are told, and only those without which a verdict would not
be what it is on one of the days. Both situations must hold the norm under one edition; the
clauses are those of the second, which may be a carried one (see `carried`).
"""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.compare.lapsed import deadline_step
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.walk import children_of
from hjemmel.explain.dated import selected
from hjemmel.explain.finding import flat, result_of
from hjemmel.explain.observed_values import operands, remarks
from hjemmel.explain.standing import standing
from hjemmel.explain.trace import MOST_LINKS
from hjemmel.explain.verdict import reason, verdict
from hjemmel.provenance.decisive import (
    Marking,
    is_comparison,
    marking_near,
)
from hjemmel.provenance.lookup import few, looked_up
from hjemmel.provenance.situation import TOP, Here, Situation, is_list, path_of
from hjemmel.words.phrases import Names, about_norm, entering, words

_MEMBERS = (Quantifier.ALL, Quantifier.SOME)


def steps(before: Situation, after: Situation, norm: str) -> tuple[str, ...]:
    """What came out otherwise, in words; the values that did, where no step did."""
    walk = _Walk(before, after, (_marks(before, norm), _marks(after, norm)))
    found = tuple(dict.fromkeys(walk.norm(norm)))
    return found or tuple(dict.fromkeys(_values(before, after, norm)))


def _marks(case: Situation, norm: str) -> Marking:
    asked = case.book.norms[norm]
    return marking_near(case, asked, standing(case, asked).stage, MOST_LINKS)


def _values(before: Situation, after: Situation, norm: str) -> Iterator[str]:
    """The decisive steps that have another value, though they came out the same."""
    told = [flat(reason(verdict(each, each.book.norms[norm]))) for each in (before, after)]
    first, second = ({e.what: e.value for e in each if e.decisive} for each in told)
    for what, value in second.items():
        if value != first.get(what, value):
            yield f"{what}: {first[what]} → {value}"


@frozen(eq=False)
class _Walk:
    """A walk down the clauses of a norm, side by side in both situations."""

    before: Situation
    after: Situation
    marks: tuple[Marking, Marking]
    links: int = MOST_LINKS
    known: set[str] = field(factory=set)

    def norm(self, norm_id: str) -> Iterator[str]:
        """What came out otherwise in a norm; which wording it has may have been open."""
        if self.before.book is self.after.book:
            yield from self.below(self.after.book.norms[norm_id].in_force, TOP, {})
        yield from self.clauses(norm_id)

    def clauses(self, norm_id: str) -> Iterator[str]:
        """What came out otherwise in when a norm applies and what it asks for."""
        norm = self.after.book.norms[norm_id]
        for clause in (norm.applies, norm.requirement):
            yield from self.below(selected(self.after, norm, clause), TOP, {})

    def below(self, node: Node, here: Here, names: Names) -> Iterator[str]:
        """The lowest steps under a node that came out otherwise."""
        match node:
            case Literal():
                return
            case Ref():
                yield from self._reference(node)
            case Each():
                yield from self._members(node, here, names)
            case Fact():
                yield from self._fact(node, here, names)
            case Apply() if is_comparison(node):
                yield from self._comparison(node, here, names)
            case Apply() | Default():
                for each in children_of(node):
                    yield from self.below(each, here, names)
            case _:
                assert_never(node)

    def _reference(self, ref: Ref) -> Iterator[str]:
        """The steps of a norm referred to, once; far down a chain just how it came out."""
        if ref.norm in self.known:
            return
        self.known.add(ref.norm)
        if self.links:
            yield from evolve(self, links=self.links - 1).clauses(ref.norm)
        elif self._decides(ref, TOP) and self._differs(ref, TOP):
            states = (self._state(each, ref, TOP) for each in (self.before, self.after))
            yield f"{about_norm(self.after.book, ref)}: {' → '.join(states)} (se {ref.norm})"

    def _members(self, node: Each, here: Here, names: Names) -> Iterator[str]:
        inner = entering(self.after.book, node, names)
        looked = looked_up(self.after, node, here)
        entries = few(node, here, looked) if looked else self.after.entries(node, here)
        for each in entries if node.quantifier in _MEMBERS else ():
            yield from self.below(node.where, each, inner)
            yield from self.below(node.body, each, inner)

    def _fact(self, fact: Fact, here: Here, names: Names) -> Iterator[str]:
        if is_list(fact) or not self._decides(fact, here) or not self._differs(fact, here):
            return
        states = (self._state(each, fact, here) for each in (self.before, self.after))
        yield f"{words(self.after.book, fact, names)}: {' → '.join(states)}"

    def _comparison(self, node: Apply, here: Here, names: Names) -> Iterator[str]:
        if not self._decides(node, here):
            return
        if sense(node) in (Sense.IN_TIME, Sense.LAST_DAY):
            yield from deadline_step(self.before, self.after, node, here, names)
        elif self._differs(node, here):
            told = operands(self.after, node, here, names)
            seen = f" ({told})" if told else ""
            states = (self._state(each, node, here) for each in (self.before, self.after))
            yield f"{words(self.after.book, node, names)}{seen}: {' → '.join(states)}"

    def _decides(self, node: Node, here: Here) -> bool:
        if isinstance(node, Fact) and any(
            path_of(node, here) in each.places for each in self.marks
        ):
            return True
        return any(each.marks(node, here) for each in self.marks)

    def _differs(self, node: Node, here: Here) -> bool:
        return self.before.truth(node, here) != self.after.truth(node, here)

    def _state(self, case: Situation, node: Node, here: Here) -> str:
        """«ja», «holder ikke», «uavklart (vurdert 10. mai 2024, etter vurderingsdagen)»."""
        truth = case.truth(node, here)
        if not isinstance(node, Fact) or not any(truth):
            notes = remarks(case, path_of(node, here)) if isinstance(node, Fact) else ()
            return result_of(truth).value + (f" ({'; '.join(notes)})" if notes else "")
        return "ja" if truth[0] else "nei"
