"""One step of a reason, as it came out in a case."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple, assert_never

from attrs import frozen

from hjemmel.core.program import Interpretation, Suspension, Wording
from hjemmel.explain.seen import Entry, Seen
from hjemmel.explain.steps import Place, Step
from hjemmel.explain.unread import Unread


class Result(Enum):
    """How a step came out."""

    HOLDS = "holder"
    FAILS = "holder ikke"
    UNDECIDED = "uavklart"


@frozen
class Remark:
    """What was noted of a fact, or of the doubt about it, as the case has it."""

    words: str


@frozen
class Interpreted:
    """An open question that the step rests on."""

    question: Interpretation


@frozen
class Off:
    """A day that is no working day, with what the calendar calls it, if anything."""

    day: date
    name: str


@frozen
class NotSaid:
    """What the calendar does not say, since it does not have the days."""

    words: str


@frozen
class HolderChosen:
    """Who held a role by a chosen day, without which it would be open."""

    words: str


class Notice(Enum):
    """What is worth knowing of a step besides."""

    EMPTY = "tom liste"
    NONE_APPLICABLE = "ingen aktuelle"


@frozen
class Under:
    """The wording that the step is asked under, where it is not known which is in force."""

    wording: Wording


@frozen
class Suspended:
    """The days on which no wording is in force, where the day that decides is one of them."""

    by: Suspension


Note = Remark | Interpreted | Off | NotSaid | HolderChosen | Notice | Under | Unread | Suspended


class Finding(NamedTuple):
    """What was asked, what was seen, how it came out, whether it decides, and why.

    A tuple, since a reason is little else than making them, and a tuple is made in a fraction of
    the time.

    `source` is where the fact was read; `entry` which entry of its list it is about.
    """

    step: Step
    result: Result
    seen: Seen | None
    decisive: bool
    because: tuple["Finding", ...] = ()
    notes: tuple[Note, ...] = ()
    source: str = ""
    entry: Entry | None = None


Address = tuple[Place, tuple[int, ...]]
"""Where a finding stands: the place of its step, and the entries of the lists around it."""


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


def flat(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings and all below them, each before those it rests on."""
    for each in findings:
        yield each
        yield from flat(each.because)


def addressed(findings: Iterable[Finding]) -> Iterator[tuple[Address, Finding]]:
    """As `flat`, each with where it stands."""
    yield from _addressed(findings, "", ())


def _addressed(
    findings: Iterable[Finding], norm: str, around: tuple[int, ...]
) -> Iterator[tuple[Address, Finding]]:
    for each in findings:
        place = each.step.place
        # What another norm asks is asked of the case, and not of an entry.
        entries = entries_of(each, around if place.norm == norm else ())
        yield (place, entries), each
        yield from _addressed(each.because, place.norm, entries)


def entries_of(finding: Finding, around: tuple[int, ...]) -> tuple[int, ...]:
    """The entries that a finding is about, those of the lists around it first."""
    return (*around, finding.entry.number) if finding.entry else around


def pruned(finding: Finding) -> Finding:
    """The finding with only what is decisive below it."""
    because = finding.because
    if not because:
        return finding
    kept = tuple([pruned(each) for each in because if each.decisive])
    return Finding(*finding[:4], kept, *finding[5:])
