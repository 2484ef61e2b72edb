"""Whether dated wordings follow each other without holes and overlaps."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hjemmel.check import problems_logic
from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.days import day_in_words
from hjemmel.source.span import Span


def is_beyond_calendar(day: date) -> bool:
    """True for a day so far away that it must be a slip of the pen."""
    return not EARLIEST <= day <= LATEST


def check_periods(periods: Sequence[tuple[date, date | None, Span]]) -> list[Diagnostic]:
    """Overlaps, holes and backward periods among (first day, last day, place), and days that no
    calendar of ours has."""
    beyond = [
        problems_logic.beyond_calendar(day_in_words(day), span)
        for start, end, span in periods
        for day in (start, end)
        if day is not None and is_beyond_calendar(day)
    ]
    if beyond:
        return beyond
    found = [
        problems_logic.backwards(day_in_words(start), day_in_words(end), span)
        for start, end, span in periods
        if end is not None and end < start
    ]
    if found:
        return found
    ordered = sorted(periods, key=lambda each: each[0])
    for (_, end, first), (start, _, span) in pairwise(ordered):
        if end is None or end >= start:
            last = "alltid" if end is None else day_in_words(end)
            found.append(problems_logic.overlap(last, day_in_words(start), span, first))
        elif end + timedelta(days=1) < start:
            found.append(problems_logic.gap(day_in_words(end), day_in_words(start), span, first))
    return found
