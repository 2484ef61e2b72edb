"""Whether a mutant that no case notices can be told from the rule at all."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from hjemmel.analysis.boundaries.domain import Asked, domain
from hjemmel.analysis.boundaries.following import Key, is_at_odds, near, not_always_known
from hjemmel.analysis.boundaries.remaining import Remaining, Rest
from hjemmel.analysis.boundaries.search import (
    Answer,
    Known,
    Result,
    Search,
    View,
    Witness,
    day_of,
    patience,
)
from hjemmel.analysis.boundaries.telling import Telling
from hjemmel.analysis.coverage import SETTLED
from hjemmel.analysis.mutation.difference import Difference, differences, is_excerpt
from hjemmel.analysis.mutation.masked import Holed, Told, holed, may_differ
from hjemmel.analysis.mutation.mutant import NormMutant
from hjemmel.analysis.skeleton import Skeleton, skeletons
from hjemmel.backends.plain import Plain, Truth
from hjemmel.backends.staged.valuation import Staged, stage
from hjemmel.case.observation import Observation
from hjemmel.core.nodes import Apply, Fact, Node, Ref
from hjemmel.core.operators import OPERATORS
from hjemmel.core.outcome import Outcome, Stage, outcome
from hjemmel.core.part import Needs, exchanged, part
from hjemmel.core.program import Conclusion, Norm, Program
from hjemmel.core.schema import CASE
from hjemmel.core.walk import nodes_of
from hjemmel.explain.standing import wordings_in_force
from hjemmel.provenance.book import Book, new_book
from hjemmel.provenance.decisive import edition_in_force
from hjemmel.provenance.situation import TOP, Situation

Shown = tuple[Outcome, tuple[int, ...]]
"""What a case shows of a norm: the outcome, and which of its wordings is in force."""


@frozen(eq=False)
class _Version:
    """One version of the norm, with what it needs."""

    book: Book
    norm: Norm
    staged: Staged

    @classmethod
    def of(cls, program: Program, norm_id: str) -> "_Version":
        """The norm as a program has it."""
        return cls(new_book(program), program.by_id[norm_id], stage(program))

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What follows of the facts that are asked for."""
        return self.book.program.conclusions

    def seen(self, view: View) -> Situation:
        """What everything means in a case."""
        valuation = self.staged.valuation(view)
        return Situation(self.book, valuation, Observation(view, {}, {}), day_of(view))

    def shown(self, case: Situation) -> Shown:
        """What the case shows of the norm; no wording where it applies under none of them."""
        truths = case.valuation.norms[self.norm.id]
        found = outcome(truths)[0]
        if truths.somewhere[1]:
            return found, ()
        places = map(self.norm.wordings.index, wordings_in_force(case, self.norm))
        return found, tuple(places)


@frozen(eq=False, slots=False)
class _Pair:
    """The norm as written and as changed, and where the two differ."""

    written: _Version
    other: _Version
    where: tuple[Difference, ...]
    said_at: int
    """How many facts of the domain it takes until all is said of where they differ."""
    telling: Telling
    other_telling: Telling

    def answer(self, view: View, said: int) -> Answer:
        """Whether a case tells the two apart, or one that knows more could."""
        before, after = self.written.seen(view), self.other.seen(view)
        if is_at_odds(self.written.conclusions, view, before.valuation.norms):
            return Answer.SETTLED
        first, second = self.written.shown(before), self.other.shown(after)
        if first != second:
            return Answer.FOUND
        if first[0] is not Outcome.UNDECIDED and not self._may_turn(first[0]):
            return Answer.SETTLED
        if self._has_same_editions() and not self._may_differ(before, after, said):
            return Answer.SETTLED
        if self._asks_alike and self._never_applies(before, said):
            return Answer.SETTLED
        # Which wording is in force is for good where it is known.
        alike = bool(first[1]) or said >= self.said_at or self._has_same_editions()
        return Answer.SETTLED if alike and self._agree(before, after, said) else Answer.OPEN

    def _may_turn(self, found: Outcome) -> bool:
        """Whether no wording is in force, and it may yet turn out that one version applies under
        none and the other does."""
        scopes = ([each.applies for each in of.norm.editions] for of in (self.written, self.other))
        return found is Outcome.NO_RULE and next(scopes) != next(scopes)

    @cached_property
    def _asks_alike(self) -> bool:
        """Whether the two differ only in what they require where they apply."""
        scopes = ([each.applies for each in of.norm.editions] for of in (self.written, self.other))
        return self._has_same_editions() and next(scopes) == next(scopes)

    @cached_property
    def _holed(self) -> tuple[Holed, ...]:
        return tuple(holed(self.written.norm, self.other.norm))

    def _may_differ(self, before: Situation, after: Situation, said: int) -> bool:
        """Whether a clause may come out otherwise in one version than in the other."""
        edition = edition_in_force(before, self.written.norm)
        own, others = Told(before, self.telling, said), Told(after, self.other_telling, said)
        clauses = (each for each in self._holed if edition in (None, each.edition))
        return any(may_differ(each, own, others) for each in clauses)

    @cached_property
    def _scopes(self) -> tuple[Skeleton, ...]:
        return tuple(e for e in skeletons(self.written.norm) if e.stage is Stage.APPLIES)

    def _never_applies(self, case: Situation, said: int) -> bool:
        """Whether the norm is not in force or does not apply for certain, whatever more is told."""
        norm = self.written.norm
        is_in_force = case.norm_truth(norm.id, Stage.IN_FORCE)[0]
        if not is_in_force and all(self.telling.is_over(day, case, said) for day in norm.days):
            return True
        edition = edition_in_force(case, norm)
        scopes = (each for each in self._scopes if edition in (None, each.edition))
        return not any(self.telling.may_hold(each, case, said) for each in scopes)

    def _has_same_editions(self) -> bool:
        first, second = self.written.norm, self.other.norm
        return (first.wordings, _days(first)) == (second.wordings, _days(second))

    def _agree(self, before: Situation, after: Situation, said: int) -> bool:
        """Whether all that differs comes to the same for good, so that nothing else can differ."""
        for each in self.where:
            truth = _truth(before, each.written)
            is_final = truth in SETTLED or said >= self.said_at
            if not is_final or truth != _truth(after, each.other):
                return False
        return True


def _days(norm: Norm) -> list[Node]:
    """The day that decides each of the editions."""
    return [norm.day_of(each) for each in norm.editions]


def _truth(case: Situation, node: Node) -> Truth:
    """The truth of a part of a norm, or of some of what its «og» or «eller» joins."""
    if isinstance(node, Apply) and is_excerpt(node):
        truths = [case.truth(each, TOP) for each in node.arguments]
        joined: Truth = OPERATORS[node.operator].meaning(Plain(), *truths)
        return joined
    return case.truth(node, TOP)


def told_apart(program: Program, needs: Needs, mutant: NormMutant) -> Result:
    """A case of the boundary classes in which the norm shows something else, if there is one."""
    norm = mutant.norm.id
    own = part(program, [norm], needs)
    both = (own, exchanged(own, mutant.norm))
    asked_for = ((e.subject, e.name) for each in both for e in _facts_of(each))
    own = near(own, asked_for)
    written, other = (_Version.of(each, norm) for each in (own, exchanged(own, mutant.norm)))
    where = differences(written.norm, other.norm)
    others = [each for each in own.norms if each.id != norm]
    about = (*(node for each in where for node in (each.written, each.other)),
             *written.norm.days, *other.norm.days)  # fmt: skip
    first = frozenset(_facts(about))
    asked = domain(program, (written.norm, other.norm, *others), first)
    tellings = (Telling(asked, Remaining.of(each.book.program, each.norm, asked))
                for each in (written, other))  # fmt: skip
    pair = _Pair(written, other, where, _said_at(asked, about), *tellings)
    search = _search(pair, mutant.norm.subject, asked, patience(len(own.norms)))
    # Most that can be told apart can be so where everything is known, and those cases are few.
    match search.first_settled(pair.answer):
        case Witness() as found:
            return found
        case _:  # what is left is told apart by what is not known, or not at all
            return search.first(pair.answer)


def _search(pair: _Pair, subject: str, asked: tuple[Asked, ...], most: int) -> Search:
    """Ready to go through the cases that may tell two versions apart."""
    there = (each.record for each in asked if each.record != CASE)
    records = tuple(dict.fromkeys((subject, *there)))
    loose = not_always_known(pair.written.conclusions, asked)
    versions = [(each, Remaining.of(each.book.program, each.norm, asked))
                for each in (pair.written, pair.other)]  # fmt: skip

    def left(view: View, known: Known, unsaid: frozenset[Key]) -> Rest:
        first, second = (of.rest(each.seen(view), known, unsaid) for each, of in versions)
        return Rest(first.open | second.open, (first.mark, second.mark))

    return Search(asked, records, most, frozenset(loose), left)


def _facts_of(program: Program) -> Iterator[Fact]:
    """The facts that the norms of a program ask for."""
    return _facts(node for norm in program.norms for node in (*norm.days, *norm.clauses))


def _facts(nodes: Iterable[Node]) -> Iterator[Fact]:
    return (each for node in nodes for each in nodes_of(node) if isinstance(each, Fact))


def _said_at(asked: tuple[Asked, ...], about: tuple[Node, ...]) -> int:
    """Where the facts that nodes ask for end; a norm that they refer to may ask for any."""
    if any(isinstance(each, Ref) for node in about for each in nodes_of(node)):
        return len(asked)
    keys = {(fact.subject, fact.name) for fact in _facts(about)}
    places = (at for at, each in enumerate(asked, 1) if (each.record, each.key) in keys)
    return max(places, default=0)
