"""Two versions compared: only norms that can differ are asked about."""

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from hjemmel.analysis.comparison.aspects import Aspect, Difference, aspects, difference
from hjemmel.analysis.comparison.budget import Budget
from hjemmel.analysis.comparison.causes import Cause, Causes, beside_by_id
from hjemmel.analysis.comparison.comparison import (
    BesideDifference,
    Comparison,
    NormDifference,
    Version,
)
from hjemmel.analysis.comparison.declarations import redeclared
from hjemmel.analysis.comparison.pairing import Pairing
from hjemmel.analysis.comparison.sentences import Sentences, sentences
from hjemmel.analysis.comparison.services import (
    Day,
    Judging,
    Reading,
    Services,
    Turn,
    services,
)
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.comparison.texts import text_differences
from hjemmel.analysis.comparison.witness import Witnessing, witnessing
from hjemmel.analysis.differences.answers import Added, Answer, Basis, Changed, Removed, Unchanged
from hjemmel.analysis.differences.comparing import differences
from hjemmel.analysis.differences.effort import ORDINARY, Effort
from hjemmel.analysis.differences.means import has_prover
from hjemmel.analysis.elsewhere.passed_by import PassedBy, passed_by
from hjemmel.analysis.heeded import ASKED, Along, unseen
from hjemmel.analysis.read_back import read_norm, read_presumption
from hjemmel.core.part import Needs, needs_of, part
from hjemmel.core.program import Conclusion, Norm, Program
from hjemmel.provenance.book import Book, new_book


@frozen(eq=False)
class Portfolio:
    """Services as each version reads them, and the day that one is judged by."""

    readings: tuple[Reading, Reading]
    day: Day


def comparison(
    old: Version, new: Version, portfolio: Portfolio | None = None, effort: Effort = ORDINARY,
    along: Along = unseen,
) -> Comparison:  # fmt: skip
    """All that differs between two versions, and how the services of a portfolio turn.

    `along` is how the work is followed.
    """
    files = text_differences(old.texts, new.texts, (old.program, new.program))
    if old.program.fingerprint == new.program.fingerprint and old.program == new.program:
        found = Comparison(old, new, files)
        return evolve(found, services=_no_services(portfolio))
    comparing = _Comparing(Pairing.of(old.program, new.program), effort, along)
    norms = tuple(comparing.norms())
    listed = tuple(each for each in norms if _is_told(each))
    found = Comparison(
        old, new, files, listed,
        tuple(each for each in norms if not _is_told(each)),
        tuple(comparing.beside()), comparing.causes.declared,
        _sentences(comparing.pairing), elsewhere(comparing.pairing),
    )  # fmt: skip
    return _shown_by(found, _services(found, comparing, portfolio))


def _shown_by(found: Comparison, of: Services | None) -> Comparison:
    """The comparison with its services: what one of them shows is so, whatever was tried."""
    turned = {each.norm: each for each in reversed(of.flips if of else ())
              if each.turn is Turn.OUTCOME and each.before and each.after}  # fmt: skip

    def shown(each: NormDifference) -> NormDifference:
        is_open = each.sort in (Sort.TRIED, Sort.UNASKED)
        return evolve(each, seen=turned.get(each.id)) if is_open else each

    every = (*map(shown, found.norms), *map(shown, found.unchanged))
    listed = tuple(e for e in every if e.seen or e.id in {one.id for one in found.norms})
    rest = tuple(each for each in every if each not in listed)
    return evolve(found, norms=listed, unchanged=rest, services=of)


def _is_told(of: NormDifference) -> bool:
    """Whether a norm is told of by itself, and not only counted."""
    return of.own or bool(of.aspects or of.read) or of.sort is not Sort.ASIDE


def _sentences(pairing: Pairing) -> Sentences:
    if (pairing.old.norms, pairing.old.beside) == (pairing.new.norms, pairing.new.beside):
        old, new = pairing.old, pairing.new
        if [e.span for e in old.norms] == [e.span for e in new.norms]:
            return Sentences()
    return sentences(pairing.old, pairing.new)


def elsewhere(pairing: Pairing) -> tuple[PassedBy, ...]:
    """What is changed in one place and not in others, by the names that norms have now."""
    found = passed_by(pairing.old, pairing.as_before)
    return tuple(
        evolve(
            each,
            by=tuple(map(pairing.now, each.by)),
            places=tuple(evolve(at, norm=pairing.new.by_id[pairing.now(at.norm.id)])
                         for at in each.places),
        )
        for each in found
    )  # fmt: skip


def _no_services(portfolio: Portfolio | None) -> Services | None:
    if portfolio is None:
        return None
    return Services(
        (), len(portfolio.readings[1].cases), readings=portfolio.readings, day=portfolio.day
    )


def _services(
    found: Comparison, comparing: "_Comparing", portfolio: Portfolio | None
) -> Services | None:
    """Those of every norm that may stand otherwise, or rest on something else."""
    if portfolio is None:
        return None
    norms = {each.id for each in (*found.norms, *found.unchanged)}
    norms |= {comparing.pairing.now(each) for each, causes in comparing.caused.items() if causes}
    ready = comparing.witnessing.old.presuming, comparing.witnessing.new.presuming
    judging = Judging(portfolio.day, ready, comparing.along)
    return services(comparing.pairing, norms, portfolio.readings, judging)


@frozen(eq=False)
class _Comparing:
    """Two versions under comparison."""

    pairing: Pairing
    effort: Effort
    along: Along
    causes: Causes = field(init=False)
    books: tuple[Book, Book] = field(init=False)
    witnessing: Witnessing = field(init=False)

    @causes.default
    def _causes(self) -> Causes:
        pairing = self.pairing
        declared = redeclared(pairing.old, pairing.new)
        return Causes(pairing.old, pairing.as_before, declared)

    @books.default
    def _books(self) -> tuple[Book, Book]:
        return new_book(self.pairing.old), new_book(self.pairing.new)

    @witnessing.default
    def _witnessing(self) -> Witnessing:
        return witnessing(self.pairing.old, self.pairing.new)

    @cached_property
    def caused(self) -> dict[str, tuple[Cause, ...]]:
        """What may have made each norm stand otherwise, by the ids of before."""
        return {norm: self.causes.of(norm) for norm in self._ids()}

    def norms(self) -> Iterator[NormDifference]:
        """Every norm that differs or that asks of something that does."""
        causes = self.caused
        answers = self._answers([norm for norm, found in causes.items() if found])
        for was, now in self.pairing.pairs():
            before = self.pairing.was.get(now.id, now.id) if now else was.id  # type: ignore[union-attr]
            found = self._norm(was, now, before, answers)
            if found is not None:
                yield evolve(found, causes=causes.get(before, ()))

    def _ids(self) -> dict[str, None]:
        return dict.fromkeys((*self.pairing.old.by_id, *self.pairing.as_before.by_id))

    def _answers(self, candidates: list[str]) -> dict[str, Answer]:
        old, new = self.pairing.old, self.pairing.as_before
        asked = candidates
        if has_prover() and (self.causes.beside or any(e.may_turn for e in self.causes.declared)):
            asked = [*self._ids()]  # quick, and so nothing rests on how names were followed
        if not asked:
            return {}
        budget = Budget(self.caused, self.causes.own, self.effort.dependants)
        found = differences(
            _only(old, asked), _only(new, asked), asked, self.effort, budget.is_spent
        )
        followed = self.along(map(budget.noted, found), len(asked), ASKED)
        return {each.norm: each for each in followed}

    def _norm(
        self, was: Norm | None, now: Norm | None, before: str, answers: dict[str, Answer]
    ) -> NormDifference | None:
        answer = answers.get(before, Unchanged(before, Basis.SAME_TERMS))
        if was is None or now is None:
            answer = Added(before) if was is None else Removed(before)
            return NormDifference(was, now, answer, own=True, causes=())
        own = before in self.causes.own
        is_asked = answer != Unchanged(before, Basis.SAME_TERMS)
        others, read = self._besides(was, now, read_norm)
        if not (own or is_asked or others or read):
            return None
        witness = None
        if isinstance(answer, Changed):
            witness = self.witnessing.witness(answer, now.id)
        return NormDifference(was, now, answer, own, (), others, read, witness)

    def _besides(
        self, was: Norm, now: Norm, read: Callable[[Book, Norm], tuple[str, ...]]
    ) -> tuple[tuple[Difference, ...], Difference | None]:
        others = aspects(was, now) if was != now else ()
        lines = difference(
            Aspect.READ, *(read(book, each) for book, each in
                           zip(self.books, (was, now), strict=True))
        )  # fmt: skip
        return others, lines

    def beside(self) -> Iterator[BesideDifference]:
        """Every presumption and conclusion that differs."""
        before, after = (beside_by_id(each) for each in (self.pairing.old, self.pairing.new))
        for name in dict.fromkeys((*after, *before)):
            was, now = before.get(name), after.get(name)
            of = now or was
            assert of is not None
            called = "slutning" if isinstance(of, Conclusion) else "formodning"
            own = name in self.causes.beside
            if was is None or now is None:
                norms = (was.norm if was else None), (now.norm if now else None)
                yield BesideDifference(called, *norms, own)
                continue
            others = aspects(was.norm, now.norm) if was != now else ()
            books = zip(self.books, (was, now), strict=True)
            lines = difference(Aspect.READ, *(read_presumption(*each) for each in books))
            if own or others or lines:
                yield BesideDifference(called, was.norm, now.norm, own, others, lines)


def _only(program: Program, norms: Collection[str]) -> Program:
    """The program with no more than what the norms need."""
    needs: Needs = needs_of(program)
    return part(program, [each for each in norms if each in program.by_id], needs)
