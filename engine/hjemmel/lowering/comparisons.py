"""«A er B eller C» and «A er minst B» to core nodes."""

from attrs import frozen

from hjemmel.core.nodes import Node, Op
from hjemmel.core.types import Truth, Type, is_symbolic
from hjemmel.lowering.context import Context
from hjemmel.lowering.values import lower_value
from hjemmel.syntax import tree

_OPERATORS = {
    "senest": Op.NOT_AFTER, "tidligst": Op.NOT_BEFORE, "før": Op.BEFORE, "etter": Op.AFTER,
    "minst": Op.AT_LEAST, "høyst": Op.AT_MOST, "inntil": Op.AT_MOST, "mer enn": Op.MORE,
    "mindre enn": Op.LESS,
}  # fmt: skip


@frozen
class Compared:
    """The left side of a comparison, lowered once however often it is compared."""

    node: Node
    type: Type


def as_compared(ctx: Context, value: tree.Expression) -> Compared:
    """A value as the left side of comparisons."""
    return Compared(lower_value(ctx, value), ctx.tables.types[value])


def lower_equal(ctx: Context, left: Compared, clause: tree.Is) -> Node:
    """«A er B eller C», as if it were not denied."""
    if isinstance(left.type, Truth):
        constant = ctx.tables.constant(clause.values[0])
        is_yes = constant is not None and constant.value
        return left.node if is_yes else ctx.negated(left.node, clause.span, clause.words)
    values = [lower_value(ctx, value) for value in clause.values]
    if is_symbolic(left.type):
        operator = Op.IS if len(values) == 1 else Op.IS_AMONG
        return ctx.apply(operator, left.node, *values, span=clause.span, words=clause.words)
    same = [
        ctx.apply(Op.EQUALS, left.node, e, span=clause.span, words=clause.words) for e in values
    ]
    return ctx.any_of(same, clause.span, clause.words)


def lower_bound(ctx: Context, left: Compared, clause: tree.Bound) -> Node:
    """«A er minst B»."""
    limit = lower_value(ctx, clause.right)
    operator = _OPERATORS[clause.relation]
    return ctx.apply(operator, left.node, limit, span=clause.span, words=clause.words)
