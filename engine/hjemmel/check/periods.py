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
