"""The calendar that a rulebook counts working days by."""

from collections.abc import Iterator, Sequence

from hjemmel.check import problems_calendar, problems_declarations, problems_logic
from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.core.working_days import Calendar, DayOff
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.days import MONTHS
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import CalendarBlock, DayOffLine


def calendar_of(blocks: Sequence[CalendarBlock], diagnostics: list[Diagnostic]) -> Calendar | None:
    """The one calendar, with what is wrong with it noted; None where there is none to use."""
    if not blocks:
        return None
    first, *others = blocks
    diagnostics += (problems_calendar.second_calendar(each.span, first.span) for each in others)
    diagnostics += _problems(first)
    days = tuple(
        DayOff(e.month, e.day, e.year, e.name) for e in first.days_off if _within(e, first)
    )
    years = range(EARLIEST.year, LATEST.year + 1)
    start, end = (min(max(each, years[0]), years[-1]) for each in (first.first, first.last))
    return Calendar(first.name.words, start, max(start, end), days, first.span)


def _problems(of: CalendarBlock) -> Iterator[Diagnostic]:
    years = range(EARLIEST.year, LATEST.year + 1)
    if not {of.first, of.last} <= set(years):
        yield problems_logic.beyond_calendar("årstallet", of.years)
    elif of.last < of.first:
        yield problems_logic.backwards(str(of.first), str(of.last), of.years)
    else:
        said = f"{of.first} til {of.last}"
        for each in of.days_off:
            if not _within(each, of):
                yield problems_calendar.day_off_outside(_day(each), said, each.span, of.years)
    yield from _told_twice(of)


def _within(day: DayOffLine, of: CalendarBlock) -> bool:
    return day.year is None or of.first <= day.year <= of.last


def _told_twice(of: CalendarBlock) -> Iterator[Diagnostic]:
    told: dict[tuple[int, int, int | None], Span] = {}
    for each in of.days_off:
        same = ((each.month, each.day, None), (each.month, each.day, each.year))
        first = next((told[key] for key in same if key in told), None)
        if first is not None:
            yield problems_declarations.declared_twice("fridagen", _day(each), each.span, first)
        told.setdefault(same[1], each.span)


def _day(of: DayOffLine) -> str:
    day = f"{of.day}. {MONTHS[of.month - 1]}"
    return f"{day} hvert år" if of.year is None else f"{day} {of.year}"
