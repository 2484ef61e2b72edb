"""Values and expressions to core nodes."""

from typing import assert_never

from hjemmel.check.references import CaseYear, Constant, FactReference
from hjemmel.core.nodes import Fact, Literal, Node, Op
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date, Days, Months, Whole, is_period, is_symbolic, months_in
from hjemmel.lowering.context import Context
from hjemmel.lowering.quantities import lower_count
from hjemmel.source.span import NOWHERE, Span
from hjemmel.syntax import tree


def lower_value(ctx: Context, value: tree.Expression) -> Node:
    """A value or expression."""
    match ctx.tables.references.get(value):
        case Constant(constant, kind):
            words = str(constant) if is_symbolic(kind) else ""
            return Literal(constant, kind, ctx.origin(value.span, words))
        case FactReference() if isinstance(value, (tree.Name, tree.DayOf)):
            return ctx.fact(value, value.span, value.words)
        case CaseYear(years) if isinstance(value, tree.Name):
            return _case_year(ctx, value, years)
        case _:  # it is put together from others
            return _put_together(ctx, value)


def _put_together(ctx: Context, value: tree.Expression) -> Node:  # noqa: C901, PLR0912 - a line each
    match value:
        case tree.DayIn():
            day = Literal(value.month * 100 + value.day, Whole(), ctx.origin())
            return ctx.apply(Op.DAY_IN_YEAR, lower_value(ctx, value.year), day, span=value.span)
        case tree.Later():
            return _later(ctx, value)
        case tree.WorkingDays():
            count = Literal(value.number, Whole(), ctx.origin())
            which = Op.WORKING_DAYS_FROM if value.itself else Op.WORKING_DAYS_LATER
            return ctx.apply(which, lower_value(ctx, value.base), count, span=value.span)
        case tree.Extreme():
            days = lower_value(ctx, value.first), lower_value(ctx, value.second)
            extreme = {"seneste": Op.LATER_OF, "tidligste": Op.EARLIER_OF}[value.which]
            return ctx.apply(extreme, *days, span=value.span)
        case tree.Clamped():
            return _clamped(ctx, value)
        case tree.YearAfter():
            return _year_after(ctx, value)
        case tree.PeriodAfter():
            return _period_after(ctx, value)
        case tree.PeriodOf():
            return _period_of(ctx, lower_value(ctx, value.day), value.unit, value.span)
        case tree.EndOf():
            kind = ctx.tables.types[value.period]
            assert is_period(kind)
            months = Literal(months_in(kind), Whole(), ctx.origin())
            return ctx.apply(Op.END_OF, lower_value(ctx, value.period), months, span=value.span)
        case tree.YearOf():
            return _year_of(ctx, lower_value(ctx, value.day), value.span)
        case tree.CountDistinct() | tree.CountOf():
            return lower_count(ctx, value)
        case (
            tree.Name() | tree.Number() | tree.Amount() | tree.Period() | tree.Day() | tree.DayOf()
            | tree.DatedPeriod() | tree.Column() | tree.NormName() | tree.NormGroup()
        ):  # fmt: skip
            raise AssertionError(value)  # a value that the checker has let through is none of them
        case _:
            assert_never(value)


def _year_of(ctx: Context, day: Node, span: Span = NOWHERE, words: str = "") -> Node:
    none = Literal(0, Whole(), ctx.origin())
    return ctx.apply(Op.YEAR_OF, day, none, span=span, words=words)


_MONTHS_IN = {"kvartal": 3, "måned": 1}


def _period_of(ctx: Context, day: Node, unit: str, span: Span = NOWHERE) -> Node:
    months = Literal(_MONTHS_IN[unit], Whole(), ctx.origin())
    return ctx.apply(Op.PERIOD_OF, day, months, span=span)


def _period_after(ctx: Context, value: tree.PeriodAfter) -> Node:
    base = lower_value(ctx, value.base)
    if isinstance(ctx.tables.types[value.base], Date):
        base = _period_of(ctx, base, value.unit)
    step = Literal(value.number, Whole(), ctx.origin())
    return ctx.apply(Op.YEARS_LATER, base, step, span=value.span)


def _year_after(ctx: Context, value: tree.YearAfter) -> Node:
    """A number of years after another, or after the one that a day is in."""
    base = lower_value(ctx, value.base)
    year = _year_of(ctx, base) if isinstance(ctx.tables.types[value.base], Date) else base
    step = Literal(value.number, Whole(), ctx.origin())
    return ctx.apply(Op.YEARS_LATER, year, step, span=value.span)


def _case_year(ctx: Context, name: tree.Name, years: int) -> Node:
    """The year of the day of evaluation, or one so many years from it."""
    today = Fact(CASE, "vurderingsdato", Date(), ctx.origin(name.span))
    if not years:
        return _year_of(ctx, today, name.span, name.words)
    step = Literal(years, Whole(), ctx.origin())
    return ctx.apply(Op.YEARS_LATER, _year_of(ctx, today), step, span=name.span, words=name.words)


def _clamped(ctx: Context, value: tree.Clamped) -> Node:
    """The bound first, so that one of two days is never the first of two others: then it can be
    said aloud which belong together."""
    later, earlier = Op.LATER_OF, Op.EARLIER_OF
    first, second = (later, earlier) if value.first == "tidligst" else (earlier, later)
    base, bound = lower_value(ctx, value.base), lower_value(ctx, value.bound)
    if value.second is None:
        return ctx.apply(first, bound, base, span=value.span, words=value.words)
    kept = ctx.apply(first, bound, base)
    other = lower_value(ctx, value.second)
    return ctx.apply(second, other, kept, span=value.span, words=value.words)


def _later(ctx: Context, value: tree.Later) -> Node:
    if value.unit == "dager":
        operator, amount = Op.DAYS_LATER, Literal(value.number, Days(), ctx.origin())
    else:
        up = value.rounding == "opp"
        operator = Op.MONTHS_LATER_UP if up else Op.MONTHS_LATER_DOWN
        amount = Literal(value.number, Months(), ctx.origin())
    return ctx.apply(operator, lower_value(ctx, value.base), amount, span=value.span)
