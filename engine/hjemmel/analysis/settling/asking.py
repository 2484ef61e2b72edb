"""Which single answers would settle most of the open verdicts in many cases.

One fact of one case is answered at a time, in every way that may make a difference, and all open
verdicts of the case are judged again. Of a fact that is yes or no, an assessment or one of a closed
list of values, those are all answers there are; of others, those at the boundaries of the rules.
Lists are not answered.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from hjemmel.analysis.boundaries.domain import NOT_DONE, domain
from hjemmel.analysis.settling.answers import Change, Step
from hjemmel.analysis.settling.stepping import after
from hjemmel.backends.compiled.source import compile_outcomes
from hjemmel.case.observation import Unknown, View
from hjemmel.case.statements import NotDone
from hjemmel.core.declared import type_at
from hjemmel.core.outcome import Outcome
from hjemmel.core.part import Needs, needs_of, part
from hjemmel.core.types import Assessed, Enumerated, Listed, Truth, Type
from hjemmel.explain.judge import Judge, Judged
from hjemmel.explain.verdict import missing

Fact = tuple[str, str]


@frozen
class Settles:
    """In one case: the norms that are settled whatever the answer is, and by some answer only."""

    case: str
    surely: tuple[str, ...]
    perhaps: tuple[str, ...]


@frozen
class Worth:
    """What asking for one fact is worth; `is_every_answer` where all that there are were tried."""

    fact: Fact
    cases: tuple[Settles, ...]
    is_every_answer: bool

    @property
    def surely(self) -> int:
        """How many verdicts are settled whatever the answers are."""
        return sum(len(each.surely) for each in self.cases)

    @property
    def at_most(self) -> int:
        """How many may be settled."""
        return self.surely + sum(len(each.perhaps) for each in self.cases)

    @property
    def sure_cases(self) -> tuple[str, ...]:
        """The cases in which any verdict is settled whatever the answer is."""
        return tuple(each.case for each in self.cases if each.surely)


def worth_asking(judge: Judge, cases: Iterable[Judged]) -> list[Worth]:
    """The facts of which an answer settles anything, those that surely settle most first."""
    asking = Asking.of(judge)
    found: dict[Fact, list[Settles]] = {}
    for each in cases:
        for fact, settles in asking.of_case(each):
            found.setdefault(fact, []).append(settles)
    worth = (Worth(fact, tuple(some), asking.is_closed(fact)) for fact, some in found.items())
    return sorted(worth, key=lambda each: (-each.surely, -each.at_most, each.fact))


@define(eq=False)
class Asking:
    """A judge, and the answers to try of each fact."""

    judge: Judge
    needs: Needs
    decide: Callable[[View], Mapping[str, Outcome]]
    answers: dict[tuple[Fact, str], tuple[Any, ...]] = field(factory=dict)

    @classmethod
    def of(cls, judge: Judge) -> "Asking":
        """Ready for cases."""
        needs, ids = needs_of(judge.program), [each.id for each in judge.norms]
        needed = part(judge.program, ids, needs)
        return cls(judge, needs, compile_outcomes(needed, ids, judge.outcomes))

    def is_closed(self, fact: Fact) -> bool:
        """Whether all answers there are to a fact are tried."""
        return isinstance(self._type(fact), (Truth, Assessed, Enumerated))

    def of_case(self, judged: Judged) -> Iterator[tuple[Fact, Settles]]:
        """The facts of which an answer would settle something in a case."""
        lacking = self._lacking(judged)
        is_open = [e.norm.id for e in judged.verdicts if e.outcome is Outcome.UNDECIDED]
        for fact, norms in lacking.items():
            told = [self._settled(judged, fact, value, is_open)
                    for value in self._answers(fact, norms)]  # fmt: skip
            some = frozenset[str]().union(*told)
            surely = frozenset(is_open).intersection(*told) if told else frozenset[str]()
            if some:
                yield (
                    fact,
                    Settles(
                        judged.case.title or judged.case.id,
                        tuple(each for each in is_open if each in surely),
                        tuple(each for each in is_open if each in some - surely),
                    ),
                )

    def _lacking(self, judged: Judged) -> dict[Fact, list[str]]:
        """What is missing in a case, each with the open norms that miss it."""
        found: dict[Fact, list[str]] = {}
        for each in judged.verdicts:
            for lack in missing(each):
                is_fact = len(lack.path) == 2 and lack.kind is not Unknown.INTERPRETATION
                fact = tuple(map(str, lack.path))
                if is_fact and not isinstance(self._type((fact[0], fact[1])), Listed):
                    found.setdefault((fact[0], fact[1]), []).append(each.norm.id)
        return found

    def _settled(
        self, judged: Judged, fact: Fact, value: Any, is_open: Iterable[str]
    ) -> frozenset[str]:
        told = after(judged.case, [Step(Change.TELL, fact, value)])
        found = self.decide(self.judge.presuming.observe(told, judged.day).view)
        return frozenset(each for each in is_open if found[each] is not Outcome.UNDECIDED)

    def _answers(self, fact: Fact, norms: Iterable[str]) -> tuple[Any, ...]:
        kind = self._type(fact)
        if isinstance(kind, (Truth, Assessed)):
            return (True, False)
        if isinstance(kind, Enumerated):
            return self.judge.program.schema.enumeration(kind.name).values
        every = (value for norm in norms for value in self._near(fact, norm))
        return tuple(dict.fromkeys(NotDone() if each is NOT_DONE else each for each in every))

    def _near(self, fact: Fact, norm: str) -> tuple[Any, ...]:
        """The answers at the boundaries of a norm."""
        if (fact, norm) not in self.answers:
            own = part(self.judge.program, [norm], self.needs)
            norms = (own.by_id[norm], *(each for each in own.norms if each.id != norm))
            for each in domain(own, norms):
                self.answers[(each.record, each.key), norm] = each.values
            self.answers.setdefault((fact, norm), ())
        return self.answers[fact, norm]

    def _type(self, fact: Fact) -> Type | None:
        return type_at(fact, self.judge.program.schema)
