"""Every way is judged by the ordinary engine before it is shown."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from attrs import field, frozen

from hjemmel.analysis.settling.answers import Step
from hjemmel.analysis.settling.stepping import after
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome
from hjemmel.core.part import needs_of, part
from hjemmel.core.program import Norm, Program
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import Verdict, verdict


@frozen(eq=False)
class Judging:
    """A case, and a norm of which a verdict is wanted."""

    judge: Judge
    norm: Norm
    case: Case
    day: date
    before: Verdict = field(init=False)
    part: Program = field(init=False)

    @before.default
    def _before(self) -> Verdict:
        return self._verdict(self.case)

    @part.default
    def _part(self) -> Program:
        """No more of the program than the norm needs."""
        return part(self.program, [self.norm.id], needs_of(self.program))

    @property
    def program(self) -> Program:
        """The program that judges."""
        return self.judge.program

    def after(self, steps: Sequence[Step]) -> Verdict:
        """The verdict once the steps are taken."""
        return self._verdict(after(self.case, steps))

    @cached_property
    def applied(self) -> tuple[str, ...]:
        """The norms that surely apply, of those that the verdict rests on: they still must."""
        norms = self.before.case.valuation.norms
        return tuple(each.id for each in self.part.norms if norms[each.id].applies[0])

    def still_applies(self, found: Verdict) -> bool:
        """Whether all that applied still does."""
        norms = found.case.valuation.norms
        return all(norms[each].applies[0] for each in self.applied)

    def _verdict(self, case: Case) -> Verdict:
        return verdict(self.judge.situation(case, self.day), self.norm)


WANTED = (Outcome.MET, Outcome.BROKEN, Outcome.NOT_APPLICABLE, Outcome.NO_RULE)
"""How an open verdict may come out."""
