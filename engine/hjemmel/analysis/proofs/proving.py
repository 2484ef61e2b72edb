"""A solver asked of one rulebook; a case that it finds is judged before it is shown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from attrs import field, frozen

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.replaying import DoesNotReplayError, NoCaseError, Raw
from hjemmel.analysis.differences.shrinking import shrunk
from hjemmel.analysis.differences.told_case import raw_of
from hjemmel.analysis.proofs.replayed import Replayed
from hjemmel.analysis.proofs.sought import (
    APPLIES,
    PROVED,
    Apart,
    Claim,
    Doubt,
    Found,
    Never,
    Possible,
    Screened,
    Shown,
    Sought,
    Stands,
    StandsNot,
    Unknown,
    norms_in,
)
from hjemmel.analysis.proofs.trying import Trying
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.lists import lengths
from hjemmel.backends.symbolic.logic import Bit, conj, disj, negation
from hjemmel.backends.symbolic.prover import Question
from hjemmel.backends.symbolic.question import Among, Asked, asked
from hjemmel.backends.symbolic.solving import Model, Refusal, Solver
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import Standing
from hjemmel.backends.terms.term import Term
from hjemmel.core.outcome import NormMeaning, Outcome, Stage
from hjemmel.core.program import Program

_SHORT = 3
"""So long lists are enough for most norms to be met: for the others longer ones are looked at."""
Ways = Mapping[Standing, Term]
_KEPT = 40
"""So many cases that were found are held against further questions before the solver is asked."""


@frozen(eq=False)
class Proving:
    """Some norms of a program, of which questions are asked in one space."""

    program: Program
    effort: Effort
    ways: Mapping[str, Ways]
    binding: Mapping[str, Term]
    """That a norm is in force and applies."""
    asked: Asked
    solver: Solver
    models: list[tuple[Model, int]] = field(factory=list)
    """Cases that were found, each with how much was held by then."""

    @classmethod
    def of(
        cls, program: Program, norms: Iterable[str], effort: Effort, tables: Tables
    ) -> "Proving":
        """Ready to be asked of some norms of a program."""
        return cls.on(Version.of(program, Graph()), program, norms, effort, tables)

    @classmethod
    def on(
        cls, version: Version, program: Program, norms: Iterable[str], effort: Effort,
        tables: Tables,
    ) -> "Proving":  # fmt: skip
        """The same, where the terms of the norms are at hand in a version that has them."""
        folding, names = version.folding, tuple(norms)
        ways = {each: version.standings(each) for each in names}
        binding = {each: _binding(folding.graph, folding.norms[each]) for each in names}
        terms = [term for way in ways.values() for term in way.values()]
        open_facts = asked((version,), (terms,), program.schema, tables)
        solver = Solver(open_facts.space, effort.work)
        return cls(program, effort, ways, binding, open_facts, solver)

    def screened(self, sought: Sought) -> Screened:
        """Whether there is such a case."""
        wanted = self._bit(sought)
        if wanted is False:  # by the terms alone, however long lists are
            return PROVED
        if any(self._is_so(wanted, *each) for each in self.models):
            return Possible()
        match self._asked(wanted, sought):
            case Refusal.NONE:
                return self._never(sought)
            case Refusal.SPENT:
                return self._tried.screened(sought)
            case model:  # a case in which it is so
                self.models.insert(0, (model, len(self.asked.space.valid)))
                del self.models[_KEPT:]
                return Possible()

    def shown(self, sought: Sought) -> Shown:
        """The smallest such case, judged."""
        self.solver.left = self.effort.work
        question = Question(self.asked, self._bit(sought), self._settled(sought), self.solver)
        match question.smallest():
            case Refusal.NONE:
                return self._never(sought)
            case Refusal.SPENT:
                return self._tried.shown(sought)
            case shown:  # a case in which it is so
                case = raw_of(shown.case, self.program.schema)
                return self._replayed(sought, case, shown.is_smallest)

    def _replayed(self, sought: Sought, case: Raw, is_smallest: bool) -> Found:
        replayed = Replayed(self.program)
        try:
            shows = replayed.shows(sought, case)
        except NoCaseError as fault:
            raise DoesNotReplayError(norms_in(sought)[0], as_json(case), str(fault)) from fault
        if not shows:
            raise DoesNotReplayError(norms_in(sought)[0], as_json(case), "vises ikke av saken")
        if not is_smallest:
            case = shrunk(dict(case), lambda less: replayed.may_show(sought, less))
        return Found(as_json(case), replayed.standings(norms_in(sought), case), is_smallest)

    @property
    def _tried(self) -> Trying:
        """For what the solver did not get done."""
        return Trying(self.program, self.effort, Doubt.SPENT)

    def _is_so(self, wanted: Bit, model: Model, held: int) -> bool:
        """Whether it is so in a case that was found: what it left open, was not told in it."""
        return model.bit(wanted) and all(map(model.bit, self.asked.space.beside(held)))

    def _asked(self, wanted: Bit, sought: Sought) -> Model | Refusal:
        self.solver.left = self.effort.work
        terms = [term for each in sought for term in self._terms(each)]
        return self.solver.ask([wanted], self.asked.versions[0].about(terms))

    def _never(self, sought: Sought) -> Never | Unknown:
        """That there is none; where longer lists may show more, nobody knows."""
        return Unknown(Doubt.LONGER) if self._within(sought) else PROVED

    def _within(self, sought: Sought) -> bool:
        """Whether lists that are asked for may be longer than those that were looked at."""
        if not self.asked.lengths.within:
            return False
        terms = [term for each in sought for term in self._terms(each)]
        return bool(lengths(self.asked.versions[0].needed(terms)).within)

    def _terms(self, claim: Claim) -> Iterable[Term]:
        """What a claim comes down to."""
        match claim:
            case Apart():
                return [each[way] for each in self._both(claim) for way in self._differing(claim)]
            case Stands() | StandsNot():
                return self._so(claim.norm, claim.so)
            case _:
                assert_never(claim)

    # --- what is asked, as bits ----------------------------------------------------------

    def _bit(self, sought: Sought) -> Bit:
        return conj(self._of(each) for each in sought)

    def _of(self, claim: Claim) -> Bit:
        match claim:
            case Stands():
                return self._stands(claim.norm, claim.so)
            case StandsNot():
                return negation(self._stands(claim.norm, claim.so))
            case Apart():
                return self._apart(claim)
            case _:
                assert_never(claim)

    def _stands(self, norm: str, so: frozenset[Standing]) -> Bit:
        return disj(map(self._run, self._so(norm, so)))

    def _so(self, norm: str, so: frozenset[Standing]) -> list[Term]:
        """The ways; that it applies in one way or another, asks for nothing of what it requires."""
        return [self.binding[norm]] if so == APPLIES else [self.ways[norm][each] for each in so]

    def _apart(self, claim: Apart) -> Bit:
        one, other = self._both(claim)
        return disj(
            conj([self._run(one[way]), negation(self._run(other[way]))])
            for way in self._differing(claim)
        )

    def _both(self, claim: Apart) -> tuple[Ways, Ways]:
        return self.ways[claim.one], self.ways[claim.other]

    def _differing(self, claim: Apart) -> list[Standing]:
        one, other = self._both(claim)
        return [way for way in one if one[way] is not other[way]]

    def _settled(self, sought: Sought) -> Bit:
        undecided = (
            self._run(term)
            for norm in norms_in(sought)
            for (result, _), term in self.ways[norm].items()
            if result is Outcome.UNDECIDED
        )
        return negation(disj(undecided))

    def _run(self, term: Term) -> Bit:
        return self.asked.runnings[0].of(term)


@frozen(eq=False)
class AtOnce:
    """Many norms in one space, of which cases are sought in which many are met.

    Lists are short here. So norms that are met at once can be; those that are not, may be able to.
    """

    version: Version
    effort: Effort
    asked: Asked

    @classmethod
    def on(cls, version: Version, norms: Iterable[str], effort: Effort, tables: Tables) -> "AtOnce":
        """Ready for some norms of a version."""
        terms = [_met(version, each) for each in norms]
        among = Among(most=_SHORT)
        return cls(version, effort,
                   asked((version,), (terms,), version.program.schema, tables, among))  # fmt: skip

    def met_with(self, norm: str, others: Sequence[str]) -> frozenset[str]:
        """As many of the others as can be met in one case together with a norm."""
        terms = [_met(self.version, each) for each in (norm, *others)]
        first, *rest = (self.asked.runnings[0].of(each) for each in terms)
        solver = Solver(self.asked.space, self.effort.work)
        match solver.most([first], rest, self.version.about(terms)):
            case tuple() as found:
                return frozenset(others[at] for at in found)
            case _:  # the norm cannot be met, or nobody knows
                return frozenset()


def _met(version: Version, norm: str) -> Term:
    return version.standings(norm)[Outcome.MET, Stage.REQUIREMENT]


def _binding(graph: Graph, norm: NormMeaning) -> Term:
    return graph.conj([norm.subject[0], norm.in_force[0], norm.applies[0]])
