"""What is true of every reason, whatever the rulebook and the facts."""

from collections.abc import Iterator

from hjemmel.core.outcome import Outcome, Stage
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.steps import Breach
from hjemmel.explain.verdict import Verdict, missing, reason
from random_programs.pairs import pairs
from support.evaluation import assess, evaluate


def verdicts(seed: int, count: int) -> Iterator[Verdict]:
    """The verdicts of random rulebooks and facts."""
    for pair in pairs(seed, count):
        seen = pair.situation.observation
        valuation = evaluate(pair.program, seen.view)
        yield from assess(pair.program, seen, valuation, pair.situation.day)


def _forbids(finding: Finding) -> bool:
    return isinstance(finding.step.role, Breach)


def test_only_and_every_undecided_verdict_lacks_something() -> None:
    """Nothing is left open without a word on what would close it."""
    for verdict in verdicts(11, 900):
        assert bool(missing(verdict)) == (verdict.outcome is Outcome.UNDECIDED), verdict


def test_the_last_finding_is_the_deciding_stage() -> None:
    """A reason ends where the outcome was decided, with the result that decided it.

    A prohibition is told by what breaks it, so there it is the other way round.
    """
    for verdict in verdicts(12, 600):
        findings = reason(verdict)
        if verdict.stage is Stage.SUBJECT:
            continue
        match verdict.outcome:
            case Outcome.UNDECIDED if verdict.case.withheld(verdict.norm.id) and (
                verdict.stage is Stage.REQUIREMENT
            ):  # what would break it is told as it is seen; that it is only given, is what lacks
                assert findings[-1].result is not Result.UNDECIDED
            case Outcome.MET | Outcome.BROKEN if _forbids(findings[-1]):
                broken = findings[-1].result is Result.HOLDS
                assert broken == (verdict.outcome is Outcome.BROKEN)
            case Outcome.MET:
                assert findings[-1].result is Result.HOLDS
            case Outcome.UNDECIDED:
                assert findings[-1].result is Result.UNDECIDED
            case _:
                assert findings[-1].result is Result.FAILS
