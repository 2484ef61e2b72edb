"""What the calendar said of the days that were counted, and what it did not say."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hjemmel.core.nodes import Apply, Literal, Node
from hjemmel.core.operators import FUNCTIONS, OPERATORS, Sense, sense
from hjemmel.core.working_days import Calendar, InCalendar
from hjemmel.explain.finding import Finding, Note, NotSaid, Off
from hjemmel.explain.site import Tell, Telling
from hjemmel.provenance.besides import asks_calendar
from hjemmel.provenance.situation import Here, Situation
from hjemmel.source.days import day_in_words
from hjemmel.words.phrases import filled

_ONE = timedelta(days=1)


def days_off(case: Situation, asking: tuple[Apply, ...], here: Here) -> tuple[Off, ...]:
    """The days off that were met, with what the calendar calls them."""
    by = case.book.program.schema.calendar
    if by is None:
        return ()
    met = (day for each in asking for day in _met(case, each, here, by))
    return tuple(Off(day, by.named.get(day, "")) for day in dict.fromkeys(met))


def _met(case: Situation, node: Apply, here: Here, by: Calendar) -> Iterator[date]:
    day = _single(case.value(node.arguments[0], here))
    if day is None:
        return
    if sense(node) is Sense.WORKING_DAY:
        yield from _off(by, day, day)
        return
    found, count = _single(case.value(node, here)), _count(node)
    if found is None:
        return
    # Counted from the day that was found, a day that may count itself is found again.
    itself = FUNCTIONS[node.operator](found, InCalendar(1, by)) == found
    start = day if itself else day + (_ONE if count > 0 else -_ONE)
    passed = _off(by, min(start, found), max(start, found))
    # Of many days, a weekend is no news.
    yield from (each for each in passed if abs(count) == 1 or each in by.named)


def _off(by: Calendar, first: date, last: date) -> Iterator[date]:
    while first <= last:
        if by.covers(first) and by.is_off(first):
            yield first
        first += _ONE


def _single(value: Any) -> date | None:
    first, last = value if isinstance(value, tuple) else (value, value)
    return first if isinstance(first, date) and first == last else None


def _count(node: Apply) -> int:
    constant = node.arguments[-1]
    return int(str(constant.value)) if isinstance(constant, Literal) else 0


def beyond(case: Situation, asking: tuple[Apply, ...], here: Here) -> Iterator[str]:
    """What the calendar does not say, since it does not have the days."""
    by = case.book.program.schema.calendar
    for node in asking if by else ():
        for day in _unanswered(case, node, here):
            yield _unsaid(node, day)


def _unsaid(node: Apply, day: date) -> str:
    said = filled(OPERATORS[node.operator].words, node, [day_in_words(day)])
    return f"om {said}" if sense(node) is Sense.WORKING_DAY else f"hva som er {said}"


def _unanswered(case: Situation, node: Apply, here: Here) -> Iterator[date]:
    value, by = case.value(node.arguments[0], here), case.book.program.schema.calendar
    days = value if isinstance(value, tuple) else (value, value)
    if sense(node) is Sense.WORKING_DAY:
        unsaid = [by is not None and each is not None and not by.covers(each) for each in days]
    else:
        unsaid = [each is None for each in case.value(node, here)]
    found = (day for day, is_open in zip(days, unsaid, strict=True) if is_open)
    yield from dict.fromkeys(day for day in found if day is not None)


def with_calendar(node: Node, tell: Tell) -> Tell:
    """The finding of a comparison, or of a day, with what the calendar said of it."""
    asking = asks_calendar(node)
    if not asking:
        return tell

    def told_with(told: Telling, here: Here, given: bool) -> Finding:
        found = tell(told, here, given)
        notes: tuple[Note, ...] = days_off(told.case, asking, here)
        notes += tuple(NotSaid(each) for each in beyond(told.case, asking, here))
        return found._replace(notes=(*found.notes, *notes)) if notes else found

    return told_with
