"""Lists: counting their entries, «alle», «det finnes», and columns of values."""

from collections.abc import Callable
from typing import assert_never

from attrs import frozen

from hjemmel.core.nodes import Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Listed, Row, Whole
from hjemmel.lowering.context import Context
from hjemmel.syntax import tree


@frozen
class Column:
    """A list of values: the list, its variable, the filter, and the value of an entry."""

    domain: Fact
    variable: str
    where: Node
    value: Fact


def lower_column(ctx: Context, column: tree.Name | tree.Column) -> Column:
    """A list of plain values, or a field of the entries of a list."""
    if isinstance(column, tree.Name):
        domain, variable = ctx.list_of(column), ctx.tables.variables[column]
        assert isinstance(domain.type, Listed) and not isinstance(domain.type.element, Row)
        value = Fact(variable, ELEMENT, domain.type.element, ctx.origin())
        return Column(domain, variable, ctx.true(), value)
    domain, variable = ctx.list_of(column.source), ctx.tables.variables[column.source]
    where = lower_filters(ctx, column.filters)
    value = ctx.fact(column.field, column.field.span, column.field.words)
    return Column(domain, variable, where, value)


def lower_filters(ctx: Context, filters: tuple[tree.Clause, ...]) -> Node:
    """The filters of a list as one condition; true when there are none."""
    nodes = [ctx.lower_clause(ctx, clause) for clause in filters]
    return ctx.all_of(nodes) if nodes else ctx.true()


def lower_count(ctx: Context, count: tree.CountDistinct | tree.CountOf) -> Node:
    """«antall ulike F blant L» or «antallet av L»."""
    match count:
        case tree.CountOf():
            domain = ctx.list_of(count.source)
            body = lower_filters(ctx, count.filters)
            return Each(Quantifier.COUNT, ctx.tables.variables[count.source], domain, ctx.true(),
                        body, ctx.origin(count.span))  # fmt: skip
        case tree.CountDistinct():
            column = lower_column(ctx, count.column)
            return Each(Quantifier.DISTINCT, column.variable, column.domain, column.where,
                        column.value, ctx.origin(count.span))  # fmt: skip
        case _:
            assert_never(count)


def lower_exists(ctx: Context, clause: tree.Exists) -> Node:
    """«det finnes minst 2 blant L der …»."""
    return _over(ctx, clause, clause.filters, ())


def lower_for_each(ctx: Context, clause: tree.ForEach) -> Node:
    """«for alle blant L gjelder at …», and of those that pass the filters."""
    if clause.quantity.word in ("alle", "minst halvparten"):
        return _over(ctx, clause, clause.body, clause.filters)
    return _over(ctx, clause, (*clause.filters, *clause.body), ())


def _over(
    ctx: Context, clause: tree.Exists | tree.ForEach, clauses: tuple[tree.Clause, ...],
    among: tuple[tree.Clause, ...],
) -> Node:  # fmt: skip
    """What is told of the entries, for so many of them as the clause says."""
    domain, variable = ctx.list_of(clause.source), ctx.tables.variables[clause.source]
    where, body = lower_filters(ctx, among), lower_filters(ctx, clauses)

    def over(quantifier: Quantifier, body: Node) -> Each:
        origin = ctx.origin(clause.span, clause.words)
        return Each(quantifier, variable, domain, where, body, origin)

    return _quantified(ctx, clause, over, body)


def _quantified(
    ctx: Context,
    clause: tree.Exists | tree.ForEach,
    over: Callable[[Quantifier, Node], Each],
    body: Node,
) -> Node:
    quantity, span, words = clause.quantity, clause.span, clause.words
    match quantity.word:
        case "alle":
            return over(Quantifier.ALL, body)
        case "ingen":
            return ctx.apply(Op.NOT, over(Quantifier.SOME, body), span=span, words=words)
        case "minst" if quantity.number == 1:
            return over(Quantifier.SOME, body)
        case "minst halvparten":
            two = Literal(2, Whole(), ctx.origin())
            twice = ctx.apply(Op.TIMES, over(Quantifier.COUNT, body), two)
            whole = over(Quantifier.COUNT, ctx.true())
            return ctx.apply(Op.AT_LEAST, twice, whole, span=span, words=words)
        case _:
            operator = {"minst": Op.AT_LEAST, "høyst": Op.AT_MOST, "nøyaktig": Op.EQUALS}[
                quantity.word
            ]
            number = Literal(quantity.number, Whole(), ctx.origin())
            count = over(Quantifier.COUNT, body)
            return ctx.apply(operator, count, number, span=span, words=words)
