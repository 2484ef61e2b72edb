"""What the passing of days did to a norm whose edition is the same on both of them.

The steps that came out otherwise are told, and only those without which a verdict would not
be what it is on one of the days. Both situations must hold the norm under one edition; the
clauses are those of the second, which may be a carried one (see `carried`).
"""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.compare.lapsed import deadline_step
from hjemmel.compare.step_changes import Dated, NormTurned, Revalued, State, StepChange, Turned
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm
from hjemmel.core.walk import children_of
from hjemmel.explain.entries import run_of
from hjemmel.explain.facts import remarks
from hjemmel.explain.finding import addressed, result_of
from hjemmel.explain.operands import operands
from hjemmel.explain.seen import Seen
from hjemmel.explain.site import Site, Telling, site_of, telling_of
from hjemmel.explain.standing import standing
from hjemmel.explain.steps import Clause
from hjemmel.explain.trace import MOST_LINKS
from hjemmel.explain.verdict import reason, verdict
from hjemmel.provenance.decisive import (
    Marking,
    is_comparison,
    marking_near,
    possible_editions,
)
from hjemmel.provenance.lookup import few, looked_up
from hjemmel.provenance.situation import TOP, Here, Situation, is_list, path_of

_MEMBERS = (Quantifier.ALL, Quantifier.SOME)


def steps(before: Situation, after: Situation, norm: str) -> tuple[StepChange, ...]:
    """What came out otherwise; the values that did, where no step did."""
    marks = (_marks(before, norm), _marks(after, norm))
    walk = _Walk(before, after, marks, telling_of(after, marks[1].nodes, lambda *_: None))
    return tuple(walk.norm(norm)) or tuple(_values(before, after, norm))


def _marks(case: Situation, norm: str) -> Marking:
    asked = case.book.norms[norm]
    return marking_near(case, asked, standing(case, asked).stage, MOST_LINKS)


def _values(before: Situation, after: Situation, norm: str) -> Iterator[Revalued]:
    """The decisive steps that have another value, though they came out the same."""
    told = [addressed(reason(verdict(each, each.book.norms[norm]))) for each in (before, after)]
    first, second = ({at: found for at, found in each if found.decisive} for each in told)
    for at, found in second.items():
        if at in first and first[at].seen != found.seen:
            yield Revalued(first[at], found)


@frozen(eq=False)
class _Walk:
    """A walk down the clauses of a norm, side by side in both situations."""

    before: Situation
    after: Situation
    marks: tuple[Marking, Marking]
    told: Telling
    links: int = MOST_LINKS
    known: set[str] = field(factory=set)

    def norm(self, norm_id: str) -> Iterator[StepChange]:
        """What came out otherwise in a norm; which wording it has may have been open."""
        norm = self.after.book.norms[norm_id]
        if self.before.book is self.after.book:
            yield from self._dated(norm)
        yield from self.clauses(norm)

    def clauses(self, norm: Norm) -> Iterator[StepChange]:
        """What came out otherwise in when a norm applies and what it asks for."""
        editions = possible_editions(self.after, norm) or norm.editions
        for clause in dict.fromkeys(one for each in editions for one in each.clauses):
            yield from self.below(clause, TOP, site_of(self.after, norm))

    def _dated(self, norm: Norm) -> Iterator[StepChange]:
        """Whether an edition is in force, where that came out otherwise."""
        before, after = (
            State(result_of(each.norm_truth(norm.id, Stage.IN_FORCE)))
            for each in (self.before, self.after)
        )
        if before != after:
            yield Dated(norm.days, before, after)

    def below(self, node: Node, here: Here, site: Site) -> Iterator[StepChange]:
        """The lowest steps under a node that came out otherwise."""
        match node:
            case Literal():
                return
            case Ref():
                yield from self._reference(node)
            case Each():
                yield from self._members(node, here, site)
            case Fact():
                yield from self._fact(node, here, site)
            case Apply() if is_comparison(node):
                yield from self._comparison(node, here, site)
            case Apply() | Default():
                for each in children_of(node):
                    yield from self.below(each, here, site)
            case _:
                assert_never(node)

    def _reference(self, ref: Ref) -> Iterator[StepChange]:
        """The steps of a norm referred to, once; far down a chain just how it came out."""
        if ref.norm in self.known:
            return
        self.known.add(ref.norm)
        if self.links:
            norm = self.after.book.norms[ref.norm]
            yield from evolve(self, links=self.links - 1).clauses(norm)
        elif self._decides(ref, TOP) and self._differs(ref, TOP):
            yield NormTurned(ref, *self._states(ref, TOP))

    def _members(self, node: Each, here: Here, site: Site) -> Iterator[StepChange]:
        if node.quantifier not in _MEMBERS:
            return
        run, inner = run_of(node, site), site.inside(node)
        looked = looked_up(self.after, node, here)
        entries = few(node, here, looked) if looked else run.entries(self.told, here)
        for each in run.through(self.told, entries):
            yield from self.below(node.where, each, inner)
            yield from self.below(node.body, each, inner)

    def _fact(self, fact: Fact, here: Here, site: Site) -> Iterator[StepChange]:
        if is_list(fact) or not self._decides(fact, here) or not self._differs(fact, here):
            return
        yield Turned(Clause(fact, site.names), None, *self._states(fact, here))

    def _comparison(self, node: Apply, here: Here, site: Site) -> Iterator[StepChange]:
        if not self._decides(node, here):
            return
        if sense(node) in (Sense.IN_TIME, Sense.LAST_DAY):
            yield from deadline_step(
                self.before, self.after, node, here, self._seen(node, here, site)
            )
        elif self._differs(node, here):
            seen = self._seen(node, here, site)
            yield Turned(Clause(node, site.names), seen, *self._states(node, here))

    def _seen(self, node: Apply, here: Here, site: Site) -> Seen | None:
        seen = operands(node, site)
        return seen(self.told, here) if seen else None

    def _decides(self, node: Node, here: Here) -> bool:
        if isinstance(node, Fact) and any(
            path_of(node, here) in each.places for each in self.marks
        ):
            return True
        return any(each.marks(node, here) for each in self.marks)

    def _differs(self, node: Node, here: Here) -> bool:
        return self.before.truth(node, here) != self.after.truth(node, here)

    def _states(self, node: Node, here: Here) -> tuple[State, State]:
        return _state(self.before, node, here), _state(self.after, node, here)


def _state(case: Situation, node: Node, here: Here) -> State:
    truth = case.truth(node, here)
    if not isinstance(node, Fact):
        return State(result_of(truth))
    notes = () if any(truth) else remarks(case, path_of(node, here))
    return State(result_of(truth), True, notes)
