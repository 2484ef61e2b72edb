"""One step of a reason."""

from collections.abc import Iterator
from enum import Enum
from typing import assert_never

from attrs import evolve, frozen


class Result(Enum):
    """How a step came out."""

    HOLDS = "holder"
    FAILS = "holder ikke"
    UNDECIDED = "uavklart"


@frozen
class Finding:
    """What was asked, on what authority, what was seen, how it came out, and why."""

    what: str
    citation: str
    value: str
    result: Result
    decisive: bool
    because: tuple["Finding", ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""


def reworded(finding: Finding, what: str) -> Finding:
    """The finding in other words."""
    return Finding(
        what,
        finding.citation,
        finding.value,
        finding.result,
        finding.decisive,
        finding.because,
        finding.notes,
        finding.source,
    )


def result_of(truth: tuple[bool, bool]) -> Result:
    """The result of a truth."""
    return Result.HOLDS if truth[0] else Result.FAILS if truth[1] else Result.UNDECIDED


def turned(result: Result) -> Result:
    """The result of the opposite."""
    match result:
        case Result.HOLDS:
            return Result.FAILS
        case Result.FAILS:
            return Result.HOLDS
        case Result.UNDECIDED:
            return Result.UNDECIDED
        case _:
            assert_never(result)


def flat(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """The findings and all below them, each before those it rests on."""
    for each in findings:
        yield each
        yield from flat(each.because)


def pruned(finding: Finding) -> Finding:
    """The finding with only what is decisive below it."""
    if not finding.because:
        return finding
    because = tuple(pruned(each) for each in finding.because if each.decisive)
    return evolve(finding, because=because)


def notes_of(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """All that was worth noting, each once."""
    return tuple(dict.fromkeys(note for each in flat(findings) for note in each.notes))
