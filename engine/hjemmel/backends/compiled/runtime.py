"""What emitted source may use, and nothing else: not even the builtins."""

from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmel.case.observation import PartialList
from hjemmel.case.one_of import ContestedView
from hjemmel.core.calendar import months_later_down, months_later_up
from hjemmel.core.operators import FUNCTIONS, OPERATORS
from hjemmel.core.outcome import Outcome
from hjemmel.core.working_days import Calendar, InCalendar


def spread(sure: Collection[Any], possible: Collection[Any]) -> tuple[int, int]:
    """How many different values: the known ones of the sure members, up to all possible."""
    least = max(len({each for each in sure if each is not None}), min(len(sure), 1))
    most = len({each for each in possible if each is not None})
    return least, most + sum(each is None for each in possible)


def _months_down(day: date, months: int) -> date:
    """`months_later_down`, at once for the days that every month has."""
    if day.day > 28:
        return months_later_down(day, months)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, day.day)


def _months_up(day: date, months: int) -> date:
    """`months_later_up`, at once for the days that every month has."""
    return months_later_up(day, months) if day.day > 28 else _months_down(day, months)


def _by(calendar: Calendar, function: Callable[..., Any]) -> Callable[[date, int], Any]:
    """A function that counts by a calendar, with the calendar bound to it."""
    return lambda day, number: function(day, InCalendar(number, calendar))


FASTER = {months_later_down: _months_down, months_later_up: _months_up}
"""What stands for a function of the core, and gives the same."""


def namespace(calendar: Calendar | None) -> dict[str, Any]:
    """A fresh world for emitted source to be run in, with the rulebook's calendar if it has one."""
    plain = {e: f for e, f in FUNCTIONS.items() if not OPERATORS[e].by_calendar}
    counting = {} if calendar is None else {
        each.value: _by(calendar, FUNCTIONS[each]) for each in FUNCTIONS.keys() - plain.keys()
    }  # fmt: skip
    return {
        "__builtins__": {},
        **{each.value: FASTER.get(function, function) for each, function in plain.items()},
        **counting,
        **{each.__name__: each for each in (isinstance, len, map, max, min, set, tuple)},
        **{each.name: each for each in Outcome},
        "KeyError": KeyError,
        "date": date,
        "Decimal": Decimal,
        "PartialList": PartialList,
        "ContestedView": ContestedView,
        "spread": spread,
    }
