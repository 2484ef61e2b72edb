"""Wrong versions of how working days are counted."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

from hjemmel.core import calendar, working_days
from hjemmel.core.operators import FUNCTIONS
from hjemmel.core.working_days import InCalendar


def off_outside(day: date, run: InCalendar) -> date:
    """As if no day were a working day unless the calendar has it."""
    end = working_days.end_of_run(day, run)
    return end if run.number or run.calendar.covers(end) else end + timedelta(days=1000)


FAULTS: tuple[tuple[str, Callable[[], AbstractContextManager[Any]]], ...] = (
    (
        "from a day is after it",
        lambda: patch.dict(FUNCTIONS, {"virkedager_fra": working_days.working_days_later}),
    ),
    (
        "of the years from one to another, the last is not counted",
        lambda: patch.object(calendar, "steps", lambda first, last: max(0, last - first)),
    ),
    ("a Saturday is a working day", lambda: patch.object(working_days, "_SATURDAY", 6)),
    (
        "what is outside the calendar is a day off",
        lambda: patch.dict(FUNCTIONS, {"er_virkedag": off_outside}),
    ),
)
