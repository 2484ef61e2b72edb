"""Whether a mutant that no case notices can be told from the rule at all."""

from attrs import frozen

from hjemmel.analysis.boundaries.domain import domain
from hjemmel.analysis.boundaries.search import Answer, Result, View, day_of, search
from hjemmel.analysis.mutation.mutant import NormMutant
from hjemmel.analysis.part import Needs, exchanged, part
from hjemmel.backends.staged.valuation import evaluate
from hjemmel.core.observation import Observation
from hjemmel.core.outcome import Outcome, outcome
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE
from hjemmel.explain.book import Book, new_book
from hjemmel.explain.editions import wording_in_force
from hjemmel.explain.situation import Situation

Shown = tuple[Outcome, int | None]
"""What a case shows of a norm: the outcome, and which of its wordings is in force."""


@frozen(eq=False)
class _Version:
    """One version of the norm, with what it needs."""

    book: Book
    norm: str

    def shown(self, view: View) -> Shown:
        valuation = evaluate(self.book.program, view)
        norm = self.book.norms[self.norm]
        case = Situation(self.book, valuation, Observation(view, {}, {}), day_of(view))
        wording = wording_in_force(case, norm)
        index = None if wording is None else norm.wordings.index(wording)
        return outcome(valuation.norms[self.norm])[0], index


def told_apart(program: Program, needs: Needs, mutant: NormMutant) -> Result:
    """A case of the boundary classes in which the norm shows something else, if there is one."""
    norm = mutant.norm.id
    own = part(program, [norm], needs)
    written, other = (_Version(new_book(each), norm) for each in (own, exchanged(own, mutant.norm)))
    others = [each for each in own.norms if each.id != norm]
    asked = domain(program, (program.by_id[norm], mutant.norm, *others))
    there = (each.record for each in asked if each.record != CASE)
    records = tuple(dict.fromkeys((mutant.norm.subject, *there)))

    def question(view: View) -> Answer:
        first, second = written.shown(view), other.shown(view)
        if first != second:
            return Answer.FOUND
        return Answer.OPEN if first[0] is Outcome.UNDECIDED else Answer.SETTLED

    return search(asked, records, question)
