"""What no case shows of a norm: could any? Found by going through the cases on every boundary."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.analysis.boundaries.domain import Asked, domain
from hjemmel.analysis.boundaries.following import Key, is_at_odds, near, not_always_known
from hjemmel.analysis.boundaries.remaining import Remaining, Rest
from hjemmel.analysis.boundaries.search import (
    Answer,
    Exhausted,
    Known,
    Limit,
    Question,
    Result,
    Search,
    Unsearched,
    View,
    Witness,
    day_of,
    patience,
)
from hjemmel.analysis.boundaries.telling import Telling
from hjemmel.analysis.coverage import Condition, NormCoverage
from hjemmel.analysis.freely import deciding_freely, may_turn, settled, turns
from hjemmel.analysis.possible import still_possible
from hjemmel.analysis.skeleton import Skeleton, skeletons
from hjemmel.backends.staged.valuation import Staged, stage
from hjemmel.case.observation import Observation
from hjemmel.core.nodes import Apply, Fact, Literal, Node, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Outcome, Stage, outcome
from hjemmel.core.part import Needs, needs_of, part, referred
from hjemmel.core.program import Conclusion, Norm, Program, Wording
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.core.types import Truth as YesNo
from hjemmel.core.walk import nodes_of
from hjemmel.provenance.book import Book, new_book
from hjemmel.provenance.decisive import edition_in_force
from hjemmel.provenance.situation import TOP, Situation

FactsOf = Mapping[str, tuple[Fact, ...]]
"""Facts by the norm that asks for them."""


@frozen
class Coupling:
    """Another condition that asks for the same fact, so that the two do not vary freely."""

    other: Node
    shared: Fact


class Why(Enum):
    """Why no case can show something."""

    QUESTION = "åpent spørsmål"
    JOINED = "sammensetning"
    COUPLED = "samme opplysning"


@frozen
class Gap:
    """One thing that no case shows: an outcome, or a condition deciding alone when it is so.

    `witness` is a case that would show it. Where no case can, it says `why`, with the `couplings`
    or what is `following` of it. Where not all cases were gone through, it says at which `limit`.
    """

    norm: Norm
    outcome: Outcome | None = None
    condition: Condition | None = None
    way: bool = True
    witness: View | None = None
    why: Why | None = None
    limit: Limit | None = None
    couplings: tuple[Coupling, ...] = ()
    following: tuple[Conclusion, ...] = ()


def gaps(program: Program, covered: tuple[NormCoverage, ...]) -> Iterator[Gap]:
    """All that the cases do not show of the norms, each with whether any case could."""
    needs = needs_of(program)
    for each in covered:
        if each.unseen or any(one.undecided for one in each.conditions):
            yield from _of_norm(_Norm.of(program, needs, each.norm), each)


def wording_case(program: Program, norm: Norm, wording: Wording) -> View | None:
    """A case that is judged by a wording, where one is found."""
    asked = _Norm.of(program, needs_of(program), norm)
    subject = asked.norm.subject
    presence = Asked(subject, PRESENCE, (True,), certain=True)

    def question(view: View, _: int) -> Answer:
        case = asked.seen(view)
        edition = edition_in_force(case, asked.norm)
        if edition is None:
            return Answer.OPEN
        is_it = edition.wording == wording and not asked.is_at_odds(case)
        return Answer.FOUND if is_it else Answer.SETTLED

    found = asked.search((presence, *asked.domain(Stage.APPLIES))).first(question)
    return found.view if isinstance(found, Witness) else None


def _of_norm(asked: "_Norm", covered: NormCoverage) -> Iterator[Gap]:
    for wanted in covered.unseen:
        yield _gap(asked, Gap(covered.norm, wanted), _having(asked, wanted))
    for condition in covered.conditions:
        for way in condition.undecided:
            gap = Gap(covered.norm, None, condition, way)
            if asked.is_never_alone(condition, way):
                yield evolve(gap, why=_structural(asked.norm, condition, way))
            else:
                yield _gap(asked, gap, _deciding(asked, condition, way))


def _structural(norm: Norm, condition: Condition, way: bool) -> Why:
    """Whether it is an open question, or «og» and «eller», that never let a condition decide."""
    if way not in settled(condition.node):  # what it asks for never makes it so
        return Why.COUPLED
    questions = (
        part
        for clause in norm.clauses
        for node in nodes_of(clause)
        if isinstance(node, Apply) and sense(node) is Sense.READ_AS
        for asked in node.arguments[:2]
        for part in nodes_of(asked)
    )
    within = any(each.origin.id == condition.node.origin.id for each in questions)
    return Why.QUESTION if within else Why.JOINED


_EARLY = (Outcome.NOT_APPLICABLE, Outcome.NO_RULE)
"""The outcomes that are settled before what the norm requires is asked."""


def _having(asked: "_Norm", wanted: Outcome) -> Result:
    """A case in which the norm has the outcome; it need not have what the norm is about."""
    subject = asked.norm.subject
    may_lack = asked.book.program.schema.may_lack(subject)
    ways = (True, False) if may_lack else (True,)
    presence = Asked(subject, PRESENCE, ways, certain=True)
    # Whether a norm applies does not turn on what it requires, which may be more than can be tried.
    facts = asked.domain(Stage.APPLIES if wanted in _EARLY else Stage.REQUIREMENT)
    question = _outcome_is(asked, wanted)
    return asked.search((presence, *facts)).first(question)


def _deciding(asked: "_Norm", condition: Condition, way: bool) -> Result:
    """A case in which the condition decides alone."""
    facts = asked.domain(condition.stage, condition.node)
    telling = Telling(facts, Remaining.of(asked.program, asked.norm, facts))
    question = _decides(asked, telling, condition, way)
    return asked.search(facts).first_settled(question)


def _gap(asked: "_Norm", gap: Gap, found: Result) -> Gap:
    match found:
        case Witness(view):
            return evolve(gap, witness=view)
        case Unsearched(limit):
            return evolve(gap, limit=limit)
        case Exhausted():
            if gap.condition is None:
                return evolve(gap, why=Why.COUPLED)
            couplings, following = asked.coupled(gap.condition.node), asked.told(gap.condition.node)
            return evolve(gap, why=Why.COUPLED, couplings=couplings, following=following)
        case _:
            assert_never(found)


@frozen(eq=False)
class _Norm:
    """A norm with what it needs, ready to be asked in many cases."""

    program: Program
    book: Book
    staged: Staged
    norm: Norm
    asked: FactsOf = field(repr=False)

    @classmethod
    def of(cls, program: Program, needs: Needs, norm: Norm) -> "_Norm":
        """The norm within its part of the program."""
        own = part(program, [norm.id], needs)
        facts = (fact for clauses in asked_in(own).values() for fact in clauses)
        own = near(own, ((each.subject, each.name) for each in facts))
        return cls(own, new_book(own), stage(own), norm, asked_in(own))

    @property
    def patience(self) -> int:
        """How many cases to look at before giving up."""
        return patience(len(self.program.norms))

    def clauses(self, condition: Condition) -> tuple[Skeleton, ...]:
        """How the conditions around one are joined, in each edition that has it."""
        key = str(condition.node.origin.id)
        return tuple(
            each for each in skeletons(self.norm)
            if each.stage is condition.stage and key in each.conditions
        )  # fmt: skip

    def is_never_alone(self, condition: Condition, way: bool) -> bool:
        """Whether a condition cannot decide alone, even if all conditions varied freely."""
        clause, *_ = self.clauses(condition)
        found = deciding_freely(clause, condition.node, way, self.program.schema)
        return isinstance(found, Exhausted)

    def domain(self, last: Stage, *about: Node) -> tuple[Asked, ...]:
        """The facts asked for up to a stage, first those that some nodes are about."""
        norm = self.norm
        if last is Stage.APPLIES:  # what is asked for after that makes no difference
            always = Literal(True, YesNo())
            norm = evolve(
                norm, editions=tuple(evolve(e, requirement=always) for e in norm.editions)
            )
        needed = part(self.program, [*referred(norm)], needs_of(self.program)).norms
        first = frozenset(fact for each in about for fact in self._facts(each))
        return domain(self.program, (norm, *needed), first)

    def records(self, facts: tuple[Asked, ...]) -> tuple[str, ...]:
        """The records that the facts are about."""
        about = (each.record for each in facts if each.record != CASE)
        return tuple(dict.fromkeys((self.norm.subject, *about)))

    def search(self, facts: tuple[Asked, ...]) -> Search:
        """Ready to go through the cases in which so much may be told."""
        remaining = Remaining.of(self.program, self.norm, facts)

        def left(view: View, known: Known, unsaid: frozenset[Key]) -> Rest:
            return remaining.rest(self.seen(view), known, unsaid)

        loose = frozenset(not_always_known(self.program.conclusions, facts))
        return Search(facts, self.records(facts), self.patience, loose, left)

    def is_at_odds(self, case: Situation) -> bool:
        """Whether anything is told otherwise than it follows."""
        view, norms = case.observation.view, case.valuation.norms
        return is_at_odds(self.program.conclusions, view, norms)

    def seen(self, view: View) -> Situation:
        """The norm's meaning in a case."""
        found = self.staged.valuation(view)
        return Situation(self.book, found, Observation(view, {}, {}), day_of(view))

    def coupled(self, node: Node) -> tuple[Coupling, ...]:
        """The norm's other conditions that ask for a fact that this one asks for."""
        own = self._facts(node)
        return tuple(
            Coupling(other, shared[0])
            for clause in skeletons(self.norm)
            for other in clause.conditions.values()
            if other.origin.id != node.origin.id
            and (shared := [each for each in self._facts(other) if each in own])
        )

    def told(self, node: Node) -> tuple[Conclusion, ...]:
        """What says of a fact that a condition asks for what follows from others it asks for."""
        facts = {(each.subject, each.name) for each in self._facts(node)}
        return tuple(each for each in self.program.conclusions if each.path in facts)

    def _facts(self, node: Node) -> tuple[Fact, ...]:
        return asked_by(node, self.asked)


def asked_in(program: Program) -> FactsOf:
    """The facts that each norm asks for when it applies and is met, its references' among them."""
    found: dict[str, tuple[Fact, ...]] = {}
    for norm_id in program.order:
        norm = program.by_id[norm_id]
        both = (fact for clause in norm.clauses for fact in asked_by(clause, found))
        found[norm_id] = tuple(dict.fromkeys(both))
    return found


def asked_by(node: Node, of_norms: FactsOf) -> tuple[Fact, ...]:
    """The facts of the case that a node asks for, also by way of the norms that it refers to."""
    found: dict[Fact, None] = {}
    for each in nodes_of(node):
        if isinstance(each, Fact) and each.subject != CASE:
            found[each] = None
        elif isinstance(each, Ref):
            found |= dict.fromkeys(of_norms[each.norm])
    return tuple(found)


def _outcome_is(asked: _Norm, wanted: Outcome) -> Question:
    def question(view: View, _: int) -> Answer:
        case = asked.seen(view)
        if asked.is_at_odds(case):
            return Answer.SETTLED
        meaning = case.valuation.norms[asked.norm.id]
        if outcome(meaning)[0] is wanted:
            return Answer.FOUND
        return Answer.OPEN if wanted in still_possible(meaning) else Answer.SETTLED

    return question


def _decides(asked: _Norm, telling: Telling, condition: Condition, way: bool) -> Question:
    """Whether the condition decides alone in a case in which it holds (or, does not hold)."""
    clauses = asked.clauses(condition)

    def question(view: View, count: int) -> Answer:
        case = asked.seen(view)
        if asked.is_at_odds(case):
            return Answer.SETTLED
        edition = edition_in_force(case, asked.norm)
        clause = next((each for each in clauses if each.edition == edition), None)
        if clause is None:
            is_gone = case.norm_truth(asked.norm.id, Stage.IN_FORCE)[1]
            is_dated = all(telling.is_over(each, case, count) for each in asked.norm.days)
            return Answer.SETTLED if is_gone or is_dated else Answer.OPEN
        truths = {key: case.truth(node, TOP) for key, node in clause.conditions.items()}
        key, schema = str(condition.node.origin.id), asked.program.schema
        answers = _reached(asked, condition, case), turns(clause, key, way, truths, schema)
        if Answer.SETTLED in answers or answers == (Answer.FOUND, Answer.FOUND):
            return max(answers, key=_ORDER.index)
        can_be = telling.can_be(clause.conditions, case, count)
        return Answer.OPEN if may_turn(clause, key, can_be) else Answer.SETTLED

    return question


_ORDER = (Answer.FOUND, Answer.OPEN, Answer.SETTLED)
"""Of two questions that must both be answered: what one says of both, weakest last."""


def _reached(asked: _Norm, condition: Condition, case: Situation) -> Answer:
    """Whether the stages before that of the condition hold."""
    found = case.valuation.norms[asked.norm.id]
    before = [found.subject, found.in_force]
    if condition.stage is Stage.REQUIREMENT:
        before.append(found.applies)
    if any(fails for _, fails in before):
        return Answer.SETTLED
    return Answer.FOUND if all(holds for holds, _ in before) else Answer.OPEN
