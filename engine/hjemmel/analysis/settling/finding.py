"""What it takes to settle a verdict that is open, or to turn one that fails."""

from importlib.util import find_spec

from attrs import frozen

from hjemmel.analysis.settling.answers import Answer, Reason, Settled, Settling, Turning
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.trying import Trying
from hjemmel.analysis.settling.weights import to_settle, to_turn
from hjemmel.core.outcome import Outcome


@frozen
class Effort:
    """How much work may be put into one answer: the solver's own count, and how many cases to try
    without it. It is counted, not timed: so answers do not depend on the machine."""

    work: int = 8_000_000
    cases: int = 2_000


ORDINARY = Effort()


def what_it_takes(judging: Judging, effort: Effort = ORDINARY) -> Answer:
    """The smallest sets of facts that would settle the verdict; or, where it fails, the smallest
    changes that would turn it.

    Every way has been judged by the ordinary engine. Where z3 is not installed, or does
    not come to an answer, cases at the boundaries are tried, and the answer says so.
    """
    match judging.before.outcome:
        case Outcome.UNDECIDED:
            return _settling(judging, effort)
        case Outcome.BROKEN:
            return _turning(judging, effort)
        case _:  # it holds, or there is nothing to hold
            return Settled(judging.before)


def has_prover() -> bool:
    """Whether a solver is installed."""
    return find_spec("z3") is not None


def _settling(judging: Judging, effort: Effort) -> Settling:
    if not has_prover():
        return Trying(judging, to_settle, effort.cases, Reason.NO_PROVER).settling()
    from hjemmel.analysis.settling.proving import GaveUpError, Proving

    try:
        return Proving(judging, to_settle, effort.work).settling()
    except GaveUpError as why:
        return Trying(judging, to_settle, effort.cases, why.reason).settling()


def _turning(judging: Judging, effort: Effort) -> Turning:
    weigh = to_turn(judging.day)
    if not has_prover():
        return Trying(judging, weigh, effort.cases, Reason.NO_PROVER).turning()
    from hjemmel.analysis.settling.proving import GaveUpError, Proving

    try:
        return Proving(judging, weigh, effort.work).turning()
    except GaveUpError as why:
        return Trying(judging, weigh, effort.cases, why.reason).turning()
