"""A program made ready once, and its verdicts on one case after another.

What is made ready is kept here, and nowhere that others share: two of these may be used in turn, or
each by its own thread, as if they were alone.
"""

from collections.abc import Collection
from datetime import date
from functools import cached_property

from attrs import Factory, field, frozen

from hjemmel.backends.presuming import Presuming
from hjemmel.backends.staged.valuation import Staged, stage
from hjemmel.case.observation import Observation, View
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome, outcome
from hjemmel.core.part import needs_of, part
from hjemmel.core.program import Norm, Program
from hjemmel.explain.verdict import Verdict, verdict
from hjemmel.provenance.book import Book, new_book
from hjemmel.provenance.situation import Situation


@frozen(eq=False)
class Judged:
    """A case as it was seen on a day, and verdicts on it in the order of the law."""

    case: Case
    situation: Situation = field(repr=False)
    verdicts: tuple[Verdict, ...]

    @property
    def day(self) -> date:
        """The day that it was judged by."""
        return self.situation.day

    @property
    def observation(self) -> Observation:
        """What was seen of the case."""
        return self.situation.observation


@frozen(eq=False)
class Judge:
    """A program, those of its norms that verdicts are wanted of, and its words."""

    program: Program
    norms: tuple[Norm, ...]
    book: Book = field(
        default=Factory(lambda self: new_book(self.program), takes_self=True), repr=False
    )

    @classmethod
    def of(cls, program: Program) -> "Judge":
        """A judge of all norms."""
        return cls(program, program.norms)

    @classmethod
    def among(cls, program: Program, wanted: Collection[str]) -> "Judge":
        """A judge of the norms of these ids."""
        return cls(program, tuple(each for each in program.norms if each.id in wanted))

    @cached_property
    def staged(self) -> Staged:
        """The steps of the norms that are wanted and of all they refer to."""
        if len(self.norms) == len(self.program.norms):
            return stage(self.program)
        wanted = [each.id for each in self.norms]
        return stage(part(self.program, wanted, needs_of(self.program)))

    @cached_property
    def presuming(self) -> Presuming:
        """What the program takes as given where nobody has told."""
        return Presuming(self.program)

    def outcomes(self, view: View) -> dict[str, Outcome]:
        """How each norm that is wanted stands in a case, in the order of the law."""
        found = self.staged.valuation(view).norms
        return {norm.id: outcome(found[norm.id])[0] for norm in self.norms}

    def situation(self, case: Case, day: date) -> Situation:
        """A case as it is seen on a day, and what the program means in it."""
        return self.seeing(self.presuming.observe(case, day), day)

    def seeing(self, seen: Observation, day: date) -> Situation:
        """The same where it is known what is seen."""
        self.book.meet()
        return Situation(self.book, self.staged.valuation(seen.view), seen, day)

    def judged(self, case: Case, day: date) -> Judged:
        """A case with the verdicts on it by a day."""
        situation = self.situation(case, day)
        return Judged(case, situation, self.verdicts(situation))

    def verdicts(self, situation: Situation) -> tuple[Verdict, ...]:
        """The verdicts of the norms that are wanted, in the order of the law."""
        return tuple(verdict(situation, norm) for norm in self.norms)
