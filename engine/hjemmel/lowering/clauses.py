"""Clauses and conditions to core nodes."""

from datetime import date
from functools import partial
from typing import assert_never

from hjemmel.core.nodes import Fact, Literal, Node, Op
from hjemmel.core.schema import PRESENCE
from hjemmel.core.types import Date, Truth
from hjemmel.lowering.comparisons import as_compared, lower_bound, lower_equal
from hjemmel.lowering.context import Context
from hjemmel.lowering.list_clauses import (
    lower_compare,
    lower_covers_each,
    lower_member,
    lower_span,
)
from hjemmel.lowering.quantities import lower_exists, lower_for_each
from hjemmel.lowering.references import lower_outcome
from hjemmel.lowering.values import lower_value
from hjemmel.source.span import Span
from hjemmel.syntax import tree
from hjemmel.syntax.lines import Latest


def lower_condition(ctx: Context, condition: tree.Condition) -> Node:
    """Alternatives of conjunctions."""
    nodes = [_conjunction(ctx, clauses) for clauses in condition.alternatives]
    return ctx.any_of(nodes, condition.span, condition.words)


def _conjunction(ctx: Context, clauses: tuple[tree.Clause, ...]) -> Node:
    """Clauses joined by «og»."""
    return ctx.all_of([lower_clause(ctx, clause) for clause in clauses], clauses[0].span)


def lower_clause(ctx: Context, clause: tree.Clause) -> Node:
    """One clause; where a question is open about it, with the readings that replace it."""
    written = _lower(ctx, ctx.tables.said(clause))
    return ctx.as_read(clause, written, partial(_reading, ctx))


def _reading(ctx: Context, holds: bool | tree.Condition | Latest) -> Node:
    """What takes a clause's place: that it holds, that it fails, or a condition."""
    assert not isinstance(holds, Latest)  # the checker has seen to it
    if isinstance(holds, tree.Condition):
        return lower_condition(ctx, holds)
    return Literal(holds, Truth(), ctx.origin())


def _lower(ctx: Context, clause: tree.Clause) -> Node:  # noqa: C901, PLR0912 - a line each
    match clause:
        case tree.Claim():
            return _said(ctx, clause, clause.name.span)
        case tree.Judged():
            return _judged(ctx, clause)
        case tree.CaseHas():
            return _case_has(ctx, clause)
        case tree.Is():
            return _is(ctx, clause)
        case tree.Defined():
            return _defined(ctx, clause)
        case tree.Among():
            return lower_member(ctx, clause)
        case tree.Bound():
            return lower_bound(ctx, as_compared(ctx, clause.left), clause)
        case tree.IsWorkingDay():
            return _is_working_day(ctx, clause)
        case tree.IsTold():
            return _is_told(ctx, clause)
        case tree.Exists():
            return lower_exists(ctx, clause)
        case tree.ForEach():
            return lower_for_each(ctx, clause)
        case tree.CoversEach():
            return lower_covers_each(ctx, clause)
        case tree.Compare():
            return lower_compare(ctx, clause)
        case tree.CoversSpan():
            return lower_span(ctx, clause, clause.left)
        case tree.HasEach():
            return lower_span(ctx, clause, clause.said)
        case tree.Either():
            nodes = [lower_clause(ctx, part) for part in clause.clauses]
            return ctx.any_of(nodes, clause.span, clause.words)
        case tree.OfEntries() | tree.EachHas() | tree.Counted() | tree.Impersonal():
            raise AssertionError(clause)  # the checker has found what it says in full
        case _:
            assert_never(clause)


def _said(ctx: Context, clause: tree.Claim | tree.Is, span: Span) -> Node:
    """A yes/no fact, said or denied."""
    fact = ctx.fact(clause, span, "" if clause.negated else clause.words)
    return ctx.negated(fact, clause.span, clause.words) if clause.negated else fact


def _defined(ctx: Context, clause: tree.Defined) -> Node:
    """What a word means where it is used; the definition itself is put there once it is lowered."""
    words = "" if clause.negated else clause.words
    node = ctx.defined(clause.definition, clause.span, words)
    return ctx.negated(node, clause.span, clause.words) if clause.negated else node


def _judged(ctx: Context, clause: tree.Judged) -> Node:
    fact = ctx.fact(clause, clause.span, clause.words if clause.positive else "")
    return fact if clause.positive else ctx.negated(fact, clause.span, clause.words)


def _case_has(ctx: Context, clause: tree.CaseHas) -> Node:
    words = "" if clause.negated else clause.words
    fact = Fact(ctx.tables.record(clause), PRESENCE, Truth(), ctx.origin(clause.span, words))
    return ctx.negated(fact, clause.span, clause.words) if clause.negated else fact


def _is_working_day(ctx: Context, clause: tree.IsWorkingDay) -> Node:
    """A day off is a day that is no working day."""
    denied = clause.works is clause.negated
    words = "" if denied else clause.words
    day = lower_value(ctx, clause.day)
    node = ctx.apply(Op.IS_WORKING_DAY, day, span=clause.span, words=words)
    return ctx.negated(node, clause.span, clause.words) if denied else node


def _is_told(ctx: Context, clause: tree.IsTold) -> Node:
    """Any day is by the last that there is; one that nobody has told of may have none."""
    day, last = lower_value(ctx, clause.day), Literal(date.max, Date(), ctx.origin())
    return ctx.apply(Op.NOT_AFTER, day, last, span=clause.span, words=clause.words)


def _is(ctx: Context, clause: tree.Is) -> Node:
    left = clause.left
    if ctx.tables.references.get(clause) is not None:
        return _said(ctx, clause, clause.span)
    if isinstance(left, (tree.NormName, tree.NormGroup)):
        node = lower_outcome(ctx, left, clause)
    else:
        node = lower_equal(ctx, as_compared(ctx, left), clause)
    return ctx.negated(node, clause.span, clause.words) if clause.negated else node
