"""A program made ready once, and its verdicts on one case after another.

What is made ready is kept here, and nowhere that others share: two of these may be used in turn, or
each by its own thread, as if they were alone.
"""

from datetime import date

from attrs import Factory, field, frozen

from hjemmel.backends.staged.valuation import Staged, stage
from hjemmel.case.observation import observe
from hjemmel.case.statements import Case
from hjemmel.core.program import Program
from hjemmel.explain.verdict import Verdict, verdict
from hjemmel.provenance.book import Book, new_book
from hjemmel.provenance.situation import Situation


@frozen(eq=False)
class Judge:
    """A program, folded into steps, with the words of its nodes."""

    program: Program
    staged: Staged = field(
        default=Factory(lambda self: stage(self.program), takes_self=True), repr=False
    )
    book: Book = field(
        default=Factory(lambda self: new_book(self.program), takes_self=True), repr=False
    )

    def situation(self, case: Case, day: date) -> Situation:
        """A case as it is seen on a day, and what the program means in it."""
        self.book.meet()
        seen = observe(case, self.program.schema, day)
        return Situation(self.book, self.staged.valuation(seen.view), seen, day)

    def verdicts(self, case: Case, day: date) -> tuple[Verdict, ...]:
        """The verdicts of a case by a day, in the order of the law."""
        situation = self.situation(case, day)
        return tuple(verdict(situation, norm) for norm in self.program.norms)
