"""The values that rules and cases are drawn from: few, so that they meet."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmel.core.schema import (
    ALWAYS,
    Enumeration,
    Joint,
    Known,
    Register,
    RegisterEntry,
    Role,
    Schema,
    Tenure,
    Validity,
)
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Scalar,
    Text,
    Truth,
    Whole,
    Year,
)
from hjemmel.core.working_days import Calendar, DayOff
from hjemmel.source.moment import Moment, moment

DAYS = (
    date(2021, 3, 31),
    date(2020, 2, 29),
    date(2020, 1, 31),
    date(2021, 2, 28),
    date(2020, 12, 31),
    date(2021, 3, 1),
    date(2022, 1, 1),
    date(2021, 8, 30),
)
LAST_OF_FEBRUARY = (date(2021, 2, 28), date(2021, 3, 1))
MONTHS_TO_LAST_OF_FEBRUARY = (-1, 12, 2, 13, -6)
"""What a day that February 2021 does not have is rounded to, down and up; and from how many months
away: each of them from one of the days."""
MONTHS_AND_DAYS = (101, 228, 331, 831, 1231)

ENUMERATIONS = (Enumeration("slag", ("ett", "to", "tre")), Enumeration("nivå", ("lavt", "høyt")))


def _known(value: bool, start: date) -> tuple[Known, ...]:
    """What the register knows, of whichever of the first facts of a record are of its kind."""
    since = Validity(moment(start), None)
    truths = [Known(f"truth_{number}", value, since) for number in range(4)]
    days = [Known(f"date_{number}", date(2021, 2, 28), since) for number in range(4)]
    return (*truths, *days)


REGISTER = Register(
    "helseforetak",
    (
        RegisterEntry("Oslo universitetssykehus HF", ("OUS",), ALWAYS, _known(True, date.min)),
        RegisterEntry("Helse Bergen HF", (), ALWAYS, _known(False, date(2021, 2, 1))),
        RegisterEntry("St. Olavs hospital HF"),
    ),
)
ROLE = Role(
    "myndigheten",
    (
        Tenure(None, Moment(date(2020, 1, 30), date(2021, 1, 30)), "departementet"),
        Tenure(Moment(date(2020, 1, 31), date(2021, 1, 31)), date(2021, 2, 27), "direktoratet"),
        Tenure(date(2021, 2, 28), date(2021, 3, 30), ("departementet", "direktoratet")),
        Tenure(
            date(2021, 3, 31),
            date(2021, 12, 31),
            ("departementet", "direktoratet"),
            joint=Joint.TOGETHER,
        ),
        Tenure(Moment(date(2022, 1, 1), date(2022, 12, 31)), None, "direktoratet"),
    ),
)
"""A change that is known only within a span; then either of two, then both together; and then a day
on which nobody may have it."""
CALENDAR = Calendar(
    "dager",
    2020,
    2021,
    (DayOff(3, 1), DayOff(12, 31), DayOff(3, 30, 2021), DayOff(2, 27, 2020), DayOff(1, 1)),
)
"""Some of the days that are drawn are working days in it, some are not, and some are outside it."""
BODIES = (
    ("direktoratet",),
    ("departementet",),
    ("myndigheten",),
    ("et annet organ",),
    ("departementet", "direktoratet"),
    ("direktoratet", "et annet organ"),
)

TRUTHS: tuple[Scalar, ...] = (Truth(), Assessed("myndigheten"), Assessed("departementet"))
SYMBOLS: tuple[Scalar, ...] = (
    Enumerated("slag"),
    Registered("helseforetak"),
    Text(),
    Enumerated("nivå"),
)
NUMBERS: tuple[Scalar, ...] = (
    Whole(),
    Year(),
    Quarter(),
    Month(),
    Money(),
    Fraction(),
    Months(),
    Days(),
)
MULTIPLIED: tuple[Scalar, ...] = (Whole(), Money(), Fraction(), Months(), Days())

SHARED = Schema((), ENUMERATIONS, (REGISTER,), (ROLE,), CALENDAR)
"""What all random rulebooks declare alike."""


def pool(kind: Scalar) -> Sequence[Any]:  # noqa: C901 - a line each
    """The known values a fact or literal of the type may have."""
    match kind:
        case Truth() | Assessed():
            return (True, False)
        case Text():
            return ("rød", "departementet", "direktoratet", "{0}'\"\\", "")
        case Enumerated():
            return SHARED.enumeration(kind.name).values
        case Registered():
            return tuple(each.name for each in SHARED.register(kind.name).entries)
        case Date():
            return DAYS
        case Year():
            return (2020, 2021, 2022)
        case Quarter():
            return (4 * 2020, 4 * 2020 + 1, 4 * 2020 + 3, 4 * 2021)
        case Month():
            return (12 * 2020 + 1, 12 * 2020 + 2, 12 * 2020 + 11, 12 * 2021)
        case Money():
            return (0, 10_000, 20_000, 20_001)
        case Fraction():
            return (Decimal(1), Decimal("0.5"), Decimal("1.50"), Decimal("-0.1"), Decimal(3))
        case Whole() | Months() | Days():
            return (1, 0, 2, 3)
