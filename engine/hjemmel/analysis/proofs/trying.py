"""Questions gone through without a solver: all cases at the boundaries, where they are few."""

from attrs import field, frozen

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.boundaries.search import Answer, Exhausted
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.shrinking import shrunk
from hjemmel.analysis.differences.trials import Raw, Trials, said_beside, with_needed
from hjemmel.analysis.proofs.replayed import Replayed
from hjemmel.analysis.proofs.sought import (
    Doubt,
    Found,
    Never,
    Possible,
    Screened,
    Shown,
    Sought,
    Unknown,
    Way,
    holds,
    is_settled,
    norms_in,
)
from hjemmel.core.part import Needs, needs_of
from hjemmel.core.program import Program


@frozen(eq=False)
class Trying:
    """A program, and why nothing of it is proved.

    That no case shows a thing is said only where all cases at the boundaries have been gone
    through. Where there are more than there is patience for, nobody knows.
    """

    program: Program
    effort: Effort
    doubt: Doubt
    replayed: Replayed = field(init=False)
    needs: Needs = field(init=False)
    cases: list[Raw] = field(factory=list)
    """Those that were found: they are held against further questions first."""

    @replayed.default
    def _replayed(self) -> Replayed:
        return Replayed(self.program)

    @needs.default
    def _needs(self) -> Needs:
        return needs_of(self.program)

    def screened(self, sought: Sought) -> Screened:
        """Whether there is such a case."""
        match self._found(sought):
            case dict():
                return Possible()
            case other:  # none was found
                return other

    def shown(self, sought: Sought) -> Shown:
        """Such a case, made smaller as far as it goes."""
        match self._found(sought):
            case dict() as case:
                less = shrunk(case, lambda each: self.replayed.may_show(sought, each))
                return Found(as_json(less), self.replayed.standings(norms_in(sought), less), False)
            case other:  # none was found
                return other

    def _found(self, sought: Sought) -> Raw | Never | Unknown:
        for case in self.cases:
            if self.replayed.may_show(sought, case):
                return case
        trials = self._trials(sought)
        match trials.any_at_all(lambda case: self._says(sought, case), self.effort.cases):
            case dict() as found:
                self.cases.append(found)
                return found
            case Exhausted():
                return Never(Way.TRIED, doubt=self.doubt, tried=trials.count)
            case _:  # there are more than were looked at
                return Unknown(self.doubt, trials.count)

    def _trials(self, sought: Sought) -> Trials:
        norms = with_needed(self.program, norms_in(sought), self.needs)
        return Trials.of(self.program, norms, said_beside(self.program))

    def _says(self, sought: Sought, case: Raw) -> Answer:
        """Whether it is so in a case."""
        standings = self.replayed.may_stand(norms_in(sought), case)
        if standings is None:
            return Answer.OPEN
        if holds(sought, standings):
            return Answer.FOUND
        return Answer.SETTLED if is_settled(sought, standings) else Answer.OPEN
