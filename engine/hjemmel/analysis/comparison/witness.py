"""The case that tells two versions of a norm apart, with the verdict of each."""

import json
from decimal import Decimal

from attrs import field, frozen

from hjemmel.analysis.differences.answers import Changed
from hjemmel.analysis.differences.replaying import Judging
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import Verdict


@frozen(eq=False)
class Witness:
    """A case as JSON, how each version judges it, and whether no smaller one is as good."""

    case: str
    before: Verdict
    after: Verdict
    is_smallest: bool


@frozen(eq=False)
class Witnessing:
    """Both versions, each with the ids that its norms have there, ready to judge."""

    old: Judging = field(converter=Judging)
    new: Judging = field(converter=Judging)

    def witness(self, found: Changed, now: str) -> Witness:
        """What a norm that was found changed comes to in the case, by the id it has now."""
        before = _verdict(self.old, found.norm, found.case)
        after = _verdict(self.new, now, found.case)
        return Witness(found.case, before, after, found.is_smallest)


def witnessing(old: Program, new: Program) -> Witnessing:
    """Both versions."""
    return Witnessing(old, new)


def _verdict(by: Judging, norm: str, text: str) -> Verdict:
    case = by.case(json.loads(text, parse_float=Decimal))
    assert case.day is not None
    judge = Judge.among(by.program, [norm])
    seen = by.presuming.observe(case, case.day)  # made ready once, and not for each norm
    (found,) = judge.verdicts(judge.seeing(seen, case.day))
    return found
