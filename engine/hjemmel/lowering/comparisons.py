"""«A er B eller C» and «A er minst B» to core nodes."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.check.references import RoleReference
from hjemmel.core.nodes import Literal, Node, Op
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
    roles = [_held(ctx, left, each, clause) for each in _roles(ctx, clause)]
    values = [lower_value(ctx, each) for each in clause.values if not _is_role(ctx, each)]
    if roles:
        return ctx.any_of([*roles, *_named(ctx, left, values, clause)], clause.span, clause.words)
    if is_symbolic(left.type):
        operator = Op.IS if len(values) == 1 else Op.IS_AMONG
        return ctx.apply(operator, left.node, *values, span=clause.span, words=clause.words)
    same = [
        ctx.apply(Op.EQUALS, left.node, e, span=clause.span, words=clause.words) for e in values
    ]
    return ctx.any_of(same, clause.span, clause.words)


def _named(ctx: Context, left: Compared, values: list[Node], clause: tree.Is) -> list[Node]:
    """That it is one of the values that are named beside a role, if any are."""
    if not values:
        return []
    operator = Op.IS if len(values) == 1 else Op.IS_AMONG
    return [ctx.apply(operator, left.node, *values, span=clause.span)]


def names_role(ctx: Context, clause: tree.Is) -> bool:
    """Whether a role is among what a clause names."""
    return any(_is_role(ctx, each) for each in clause.values)


def _is_role(ctx: Context, value: tree.Expression) -> bool:
    return isinstance(ctx.tables.references.get(value), RoleReference)


def _roles(ctx: Context, clause: tree.Is) -> Iterator[RoleReference]:
    """The roles among what is named."""
    for each in clause.values:
        reference = ctx.tables.references.get(each)
        if isinstance(reference, RoleReference):
            yield reference


def _held(ctx: Context, left: Compared, role: RoleReference, clause: tree.Is) -> Node:
    """That it is whoever holds a role on the day that decides the wording."""
    named = Literal(role.role, role.type, ctx.origin(words=role.role))
    day = ctx.deciding()
    words = "" if clause.negated else clause.words
    return ctx.apply(Op.HOLDS_ROLE, left.node, day, named, span=clause.span, words=words)


def lower_bound(ctx: Context, left: Compared, clause: tree.Bound) -> Node:
    """«A er minst B»."""
    limit = lower_value(ctx, clause.right)
    operator = _OPERATORS[clause.relation]
    return ctx.apply(operator, left.node, limit, span=clause.span, words=clause.words)
