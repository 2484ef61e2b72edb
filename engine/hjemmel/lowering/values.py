"""Values and expressions to core nodes."""

from typing import assert_never

from hjemmel.check.references import Constant, FactReference
from hjemmel.core.nodes import Literal, Node, Op
from hjemmel.core.types import Days, Months, Whole, is_symbolic
from hjemmel.lowering.context import Context
from hjemmel.lowering.quantities import lower_count
from hjemmel.syntax import tree


def lower_value(ctx: Context, value: tree.Expression) -> Node:
    """A value or expression."""
    match ctx.tables.references.get(value):
        case Constant(constant, kind):
            words = str(constant) if is_symbolic(kind) else ""
            return Literal(constant, kind, ctx.origin(value.span, words))
        case FactReference() if isinstance(value, (tree.Name, tree.DayOf)):
            return ctx.fact(value, value.span, value.words)
        case _:  # it is put together from others
            return _put_together(ctx, value)


def _put_together(ctx: Context, value: tree.Expression) -> Node:
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
        case tree.YearAfter():
            step = Literal(value.number, Whole(), ctx.origin())
            return ctx.apply(Op.YEARS_LATER, lower_value(ctx, value.base), step, span=value.span)
        case tree.YearOf():
            none = Literal(0, Whole(), ctx.origin())
            return ctx.apply(Op.YEAR_OF, lower_value(ctx, value.day), none, span=value.span)
        case tree.CountDistinct() | tree.CountOf():
            return lower_count(ctx, value)
        case (
            tree.Name() | tree.Number() | tree.Amount() | tree.Period() | tree.Day() | tree.DayOf()
            | tree.Column() | tree.NormName() | tree.NormGroup()
        ):  # fmt: skip
            raise AssertionError(value)  # a value that the checker has let through is none of them
        case _:
            assert_never(value)


def _later(ctx: Context, value: tree.Later) -> Node:
    if value.unit == "dager":
        operator, amount = Op.DAYS_LATER, Literal(value.number, Days(), ctx.origin())
    else:
        up = value.rounding == "opp"
        operator = Op.MONTHS_LATER_UP if up else Op.MONTHS_LATER_DOWN
        amount = Literal(value.number, Months(), ctx.origin())
    return ctx.apply(operator, lower_value(ctx, value.base), amount, span=value.span)
