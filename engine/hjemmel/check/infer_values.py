"""The types of values and expressions."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from hjemmel.check import problems_calendar, problems_logic, problems_types
from hjemmel.check.checking import Checking, every
from hjemmel.check.events import infer_event
from hjemmel.check.infer_lists import is_sound_count
from hjemmel.check.infer_names import infer_name
from hjemmel.check.references import Constant
from hjemmel.check.types import shown
from hjemmel.core import calendar
from hjemmel.core.types import (
    Date,
    Days,
    Fraction,
    Money,
    Month,
    Months,
    Period,
    Quarter,
    Scalar,
    Type,
    Whole,
    Year,
    is_period,
    months_in,
)
from hjemmel.source.span import Span
from hjemmel.syntax import tree
from hjemmel.syntax.build_values import written_year

PERIODS: dict[str, Period] = {"år": Year(), "kvartal": Quarter(), "måned": Month()}
"""What there is one of each of, by its name."""

_LONGEST_MONTHS, _LONGEST_DAYS = 200 * 12, 200 * 366


def infer_value(ctx: Checking, value: tree.Expression, wanted: Type | None) -> Type | None:  # noqa: C901, PLR0912 - a line each
    """The type of a value or expression; `wanted` is the type that the other side has, if known.

    None where the value cannot be used, and a diagnostic has been given or the name was lost.
    """
    match value:
        case tree.Name():
            return infer_name(ctx, value, wanted)
        case tree.Number():
            return _number(ctx, value, wanted)
        case tree.Amount():
            return _constant(ctx, value, value.ore, Money())
        case tree.Period():
            return _period(ctx, value)
        case tree.Day():
            return _day(ctx, value)
        case tree.DayIn():
            return _day_in(ctx, value)
        case tree.DayOf():
            return infer_event(ctx, value)
        case tree.Later():
            return _later(ctx, value)
        case tree.WorkingDays():
            return _working_days(ctx, value)
        case tree.Clamped():
            return _clamped(ctx, value, wanted)
        case tree.Extreme():
            days = [is_of_type(ctx, day, Date()) for day in (value.first, value.second)]
            return ctx.typed(value, Date()) if all(days) else None
        case tree.YearAfter():
            return _year_after(ctx, value)
        case tree.YearOf():
            return ctx.typed(value, Year()) if is_of_type(ctx, value.day, Date()) else None
        case tree.DatedPeriod():
            return _dated_period(ctx, value)
        case tree.PeriodAfter():
            return _period_after(ctx, value)
        case tree.PeriodOf():
            kind = PERIODS[value.unit]
            return ctx.typed(value, kind) if is_of_type(ctx, value.day, Date()) else None
        case tree.EndOf():
            return _end_of(ctx, value)
        case tree.CountDistinct() | tree.CountOf():
            return ctx.typed(value, Whole()) if is_sound_count(ctx, value) else None
        case tree.Column() | tree.NormName() | tree.NormGroup():
            ctx.report(problems_types.wrong_type("en liste eller norm", "en verdi", value.span))
            return None
        case _:
            assert_never(value)


def is_of_type(ctx: Checking, value: tree.Expression, wanted: Type) -> bool:
    """Whether a value has the type that it must have."""
    kind = infer_value(ctx, value, wanted)
    if kind is None or kind == wanted:
        return kind is not None
    ctx.report(problems_types.wrong_type(shown(kind), shown(wanted), value.span))
    return False


def _constant(
    ctx: Checking, node: tree.Expression, value: str | date | int | Decimal, kind: Scalar
) -> Type:
    ctx.tables.refer(node, Constant(value, kind))
    return ctx.typed(node, kind)


def _number(ctx: Checking, number: tree.Number, wanted: Type | None) -> Type | None:
    if isinstance(wanted, Fraction) or "." in number.digits:
        return _constant(ctx, number, Decimal(number.digits), Fraction())
    kind = wanted if isinstance(wanted, (Year, Whole)) else Whole()
    years = range(calendar.EARLIEST.year, calendar.LATEST.year + 1)
    if isinstance(kind, Year) and int(number.digits) not in years:
        ctx.report(problems_logic.beyond_calendar("årstallet", number.span))
        return None
    return _constant(ctx, number, int(number.digits), kind)


def _period(ctx: Checking, period: tree.Period) -> Type | None:
    if period.number > _longest(period.unit):
        ctx.report(problems_logic.too_long(period.span))
        return None
    kind = Months() if period.unit == "måneder" else Days()
    return _constant(ctx, period, period.number, kind)


def _day(ctx: Checking, value: tree.Day) -> Type | None:
    if not calendar.EARLIEST <= value.day <= calendar.LATEST:
        ctx.report(problems_logic.beyond_calendar("dagen", value.span))
        return None
    return _constant(ctx, value, value.day, Date())


def _day_in(ctx: Checking, value: tree.DayIn) -> Type | None:
    if not is_of_type(ctx, value.year, Year()):
        return None
    year = written_year(value.year)
    if year is not None and (value.month, value.day) == (2, 29):
        # a day of that year only, so it has no other form
        return _constant(ctx, value, date(year, 2, 29), Date())
    return ctx.typed(value, Date())


def _longest(unit: str) -> int:
    return _LONGEST_MONTHS if unit == "måneder" else _LONGEST_DAYS


def _later(ctx: Checking, value: tree.Later) -> Type | None:
    if not is_of_type(ctx, value.base, Date()):
        return None
    if abs(value.number) > _longest(value.unit):
        ctx.report(problems_logic.too_long(value.span))
        return None
    if value.unit != "dager" and not value.rounding and not _has_every_month(value.base):
        ctx.report(problems_types.ambiguous_months(value.span))
        return None
    return ctx.typed(value, Date())


def _year_after(ctx: Checking, value: tree.YearAfter) -> Type | None:
    """The year after a year, or after the one that a day is in."""
    base = infer_value(ctx, value.base, Year())
    if base not in (None, Year(), Date()):
        ctx.report(problems_types.wrong_type(shown(base), shown(Year()), value.base.span))
        return None
    return ctx.typed(value, Year()) if base else None


def _dated_period(ctx: Checking, value: tree.DatedPeriod) -> Type | None:
    kind = PERIODS[value.unit]
    year = value.index * months_in(kind) // 12
    if year not in range(calendar.EARLIEST.year, calendar.LATEST.year + 1):
        ctx.report(problems_logic.beyond_calendar(f"{shown(kind)[3:]}en", value.span))
        return None
    return _constant(ctx, value, value.index, kind)


def _period_after(ctx: Checking, value: tree.PeriodAfter) -> Type | None:
    """A quarter or month after another, or after the one that a day is in."""
    kind = PERIODS[value.unit]
    base = infer_value(ctx, value.base, kind)
    if base not in (None, kind, Date()):
        ctx.report(problems_types.wrong_type(shown(base), shown(kind), value.base.span))
        return None
    return ctx.typed(value, kind) if base else None


def _end_of(ctx: Checking, value: tree.EndOf) -> Type | None:
    period = infer_value(ctx, value.period, Year())
    if period is not None and not is_period(period):
        wanted = "et årstall, et kvartal eller en måned"
        ctx.report(problems_types.wrong_type(shown(period), wanted, value.period.span))
        return None
    return ctx.typed(value, Date()) if period else None


def _clamped(ctx: Checking, value: tree.Clamped, wanted: Type | None) -> Type | None:
    kind = infer_value(ctx, value.base, wanted)
    if kind is None:
        return None
    if not isinstance(kind, Date) and not is_period(kind):
        ctx.report(problems_types.wrong_type(shown(kind), shown(Date()), value.base.span))
        return None
    bounds = [each for each in (value.bound, value.second) if each is not None]
    within = every(is_of_type(ctx, each, kind) for each in bounds)
    return ctx.typed(value, kind) if within else None


def has_calendar(ctx: Checking, span: Span) -> bool:
    """Whether the rulebook has the calendar that working days are counted by."""
    if ctx.schema.calendar is None:
        ctx.report(problems_calendar.no_calendar(span))
    return ctx.schema.calendar is not None


def _working_days(ctx: Checking, value: tree.WorkingDays) -> Type | None:
    if not has_calendar(ctx, value.span) or not is_of_type(ctx, value.base, Date()):
        return None
    if not 1 <= abs(value.number) <= _LONGEST_DAYS:
        ctx.report(problems_logic.too_long(value.span))
        return None
    return ctx.typed(value, Date())


def _has_every_month(base: tree.Expression) -> bool:
    """True where the day is one that every month has."""
    match base:
        case tree.Day():
            return base.day.day <= 28
        case tree.DayIn():
            return base.day <= 28
        case _:  # the day is not written, so it may be any
            return False
