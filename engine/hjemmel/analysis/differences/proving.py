"""Differences that a solver proves or finds; each case is judged by both before it is shown."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.differences.answers import (
    Basis,
    Changed,
    Reason,
    Standing,
    Unasked,
    Unchanged,
)
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.replaying import DoesNotReplayError, NoCaseError, Replay
from hjemmel.analysis.differences.shrinking import shrunk
from hjemmel.analysis.differences.told_case import raw_of
from hjemmel.analysis.differences.trying import Trying
from hjemmel.backends.symbolic.prover import Alike, Prover, Question, Shown
from hjemmel.backends.symbolic.solving import Refusal
from hjemmel.case.statements import Case
from hjemmel.core.declared import joined
from hjemmel.core.schema import Schema

Raw = dict[str, Any]
Pair = tuple[Standing, Standing]


@frozen(eq=False)
class Proving:
    """Both versions in one graph, and both ready to judge."""

    replay: Replay
    effort: Effort
    prover: Prover
    schema: Schema

    @classmethod
    def of(cls, replay: Replay, effort: Effort) -> "Proving":
        """Ready for norms that both have."""
        old, new = replay.old.program, replay.new.program
        return cls(replay, effort, Prover.of(old, new), joined(old.schema, new.schema))

    def answer(self, norm: str) -> Unchanged | Changed:
        """What can be said of a norm."""
        match self.prover.question(norm, self.effort.work):
            case Alike.SAME:
                return Unchanged(norm, Basis.SAME_TERMS)
            case Alike.REDECLARED:
                return Trying(self.replay, self.effort, Reason.REDECLARED).answer(norm)
            case question:
                return self._asked(norm, question)

    def glance(self, norm: str) -> Unchanged | Unasked:
        """What the terms say of a norm."""
        is_same = self.prover.alike(norm) is Alike.SAME
        return Unchanged(norm, Basis.SAME_TERMS) if is_same else Unasked(norm)

    def _asked(self, norm: str, question: Question) -> Unchanged | Changed:
        match question.smallest():
            case Refusal.NONE:
                return Unchanged(norm, Basis.PROVED, question.within)
            case Refusal.SPENT:
                return Trying(self.replay, self.effort, Reason.SPENT).answer(norm)
            case shown:  # a case that tells them apart
                return self._shown(norm, shown)

    def _shown(self, norm: str, shown: Shown) -> Changed:
        """The case, once both versions have judged it; made smaller where the solver gave up."""
        case, pair = self._replayed(norm, shown.case)
        if not shown.is_smallest:
            case = shrunk(case, self._shows(norm, pair))
        return Changed(norm, as_json(case), *pair, is_smallest=shown.is_smallest)

    def _replayed(self, norm: str, found: Case) -> tuple[Raw, Pair]:
        """The case as it is written, which both versions have judged otherwise."""
        case = raw_of(found, self.schema)
        try:
            before, after = self.replay.standings(norm, case)
        except NoCaseError as fault:
            raise DoesNotReplayError(norm, as_json(case), str(fault)) from fault
        if before == after:
            raise DoesNotReplayError(norm, as_json(case), f"ga {before[0].value} i begge")
        return case, (before, after)

    def _shows(self, norm: str, pair: Pair) -> Callable[[Raw], bool]:
        def shows(case: Raw) -> bool:
            try:
                return self.replay.standings(norm, case) == pair
            except NoCaseError:
                return False

        return shows
