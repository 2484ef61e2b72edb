"""Outcomes and nothing else, for very many cases: by a function compiled for the norms wanted."""

from collections.abc import Callable, Iterable
from datetime import date

from attrs import field, frozen

from hjemmel.backends.compiled.source import compile_outcomes
from hjemmel.backends.presuming import Presuming
from hjemmel.case.observation import View
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome
from hjemmel.core.part import needs_of, part
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge


@frozen(eq=False)
class Decider:
    """Norms of a program, ready to be decided. `decide` takes what is seen of a case."""

    presuming: Presuming
    decide: Callable[[View], dict[str, Outcome]] = field(repr=False)

    def outcomes(self, case: Case, day: date) -> dict[str, Outcome]:
        """How each of the norms stands in a case on a day, in the order of the law."""
        return self.decide(self.presuming.observe(case, day).view)


def decider(program: Program, norms: Iterable[str]) -> Decider:
    """Who decides the norms of these ids."""
    judge = Judge.among(program, frozenset(norms))
    ids = [each.id for each in judge.norms]
    needed = part(program, ids, needs_of(program))
    return Decider(judge.presuming, compile_outcomes(needed, ids, judge.outcomes))
