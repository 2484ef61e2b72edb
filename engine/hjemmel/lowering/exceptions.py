"""Exceptions, and exceptions from them."""

from hjemmel.core.nodes import Default, Node
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.context import Context
from hjemmel.syntax.lines import ExceptionLine


def lower_exceptions(ctx: Context, lines: list[ExceptionLine]) -> tuple[Node, ...]:
    """The exceptions of a norm as nodes, each holding the exceptions from itself."""
    return tuple(_lower(ctx, exception, lines) for exception in lines if not exception.parent)


def _lower(ctx: Context, line: ExceptionLine, lines: list[ExceptionLine]) -> Node:
    condition = lower_condition(ctx, line.condition)
    below = [exception for exception in lines if exception.parent == line.name]
    inner = tuple(_lower(ctx, exception, lines) for exception in below)
    origin = ctx.origin(line.span, f"unntak: {line.name}", ctx.citations(line.cited))
    return Default(inner, condition, ctx.true(), origin)
