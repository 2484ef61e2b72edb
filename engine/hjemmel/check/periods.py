"""Whether periods that are to follow each other do so, without holes and overlaps."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen

from hjemmel.check import problems_logic
from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.days import day_in_words
from hjemmel.source.moment import Moment, moment_in_words
from hjemmel.source.span import Span


@frozen
class Lasting:
    """A period as written: its first day, its last where that is said, and where it stands."""

    start: Moment
    end: Moment | None
    span: Span


def is_beyond_calendar(day: date) -> bool:
    """True for a day so far away that it must be a slip of the pen."""
    return not EARLIEST <= day <= LATEST


def check_periods(periods: Sequence[Lasting]) -> list[Diagnostic]:
    """Overlaps, holes and backward periods, and days that no calendar of ours has."""
    if beyond := [problem for each in periods for problem in _beyond(each)]:
        return beyond
    if backward := [problem for each in periods for problem in _backwards(each)]:
        return backward
    ordered = sorted(periods, key=lambda each: each.start.first)
    return [problem for pair in pairwise(ordered) for problem in _between(*pair)]


def ends(periods: Iterable[Lasting]) -> dict[Span, Moment | None]:
    """The last day of each, by its place: one that says none lasts until the next begins."""
    ordered = sorted(periods, key=lambda each: each.start.first)
    found = {each.span: each.end for each in ordered}
    for each, after in pairwise(ordered):
        found[each.span] = each.end or after.start.day_before
    return found


def pieces(wordings: Sequence[Lasting], gaps: Sequence[Lasting]) -> dict[Span, list[Lasting]]:
    """When each wording is in force, by its place: until the next begins, and not in the gaps.

    After a gap the same wording is in force again, unless another begins then, or the gap has no
    last day.
    """
    found = {each.span: list[Lasting]() for each in wordings}
    ordered = sorted([*wordings, *gaps], key=lambda each: each.start.first)
    current: Lasting | None = None
    for each, after in zip(ordered, [*ordered[1:], None], strict=True):
        is_gap = each.span not in found
        begins = each.end.day_after if is_gap and each.end else each.start
        current = current if is_gap else each
        is_gone = is_gap and each.end is None
        if current is None or is_gone or (is_gap and not _goes_on(current, begins, after)):
            continue
        cut = after is not None and (current.end is None or after.span not in found)
        before = after.start.day_before if after and cut else None
        found[current.span].append(Lasting(begins, _earlier(current.end, before), current.span))
    return found


def _goes_on(wording: Lasting, begins: Moment, after: Lasting | None) -> bool:
    """Whether a wording is in force again on the day after a gap."""
    is_over = wording.end is not None and wording.end.last < begins.first
    return not is_over and (after is None or after.start != begins)


def _earlier(one: Moment | None, other: Moment | None) -> Moment | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda each: each.last)


def _beyond(of: Lasting) -> Iterator[Diagnostic]:
    for each in (of.start, of.end):
        days = dict.fromkeys((each.first, each.last)) if each else ()
        for day in filter(is_beyond_calendar, days):
            yield problems_logic.beyond_calendar(day_in_words(day), of.span)


def _backwards(of: Lasting) -> Iterator[Diagnostic]:
    for each in (of.start, of.end):
        if each and each.last < each.first:
            first, last = day_in_words(each.first), day_in_words(each.last)
            yield problems_logic.backward_span(first, last, of.span)
            return
    if of.end is not None and of.end.last < of.start.first:
        start, end = moment_in_words(of.start), moment_in_words(of.end)
        yield problems_logic.backwards(start, end, of.span)


def _between(one: Lasting, after: Lasting) -> Iterator[Diagnostic]:
    """What is wrong between two that follow each other. A boundary known only within a span is
    written alike on both sides."""
    start = moment_in_words(after.start)
    if one.start.last >= after.start.first:
        begun = moment_in_words(one.start)
        yield problems_logic.unordered(begun, start, after.span, one.span)
    elif one.end is None or one.end.day_after == after.start:
        return
    elif one.end.last >= after.start.first:
        yield problems_logic.overlap(moment_in_words(one.end), start, after.span, one.span)
    else:
        yield problems_logic.gap(moment_in_words(one.end), start, after.span, one.span)
