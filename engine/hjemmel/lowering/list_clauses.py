"""Clauses about whole lists to core nodes: what they cover, and one against another."""

from collections.abc import Iterator

from attrs import evolve

from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.schema import Schema, Validity
from hjemmel.core.types import Date, Enumerated, Listed, Registered, is_ordered
from hjemmel.lowering.context import Context
from hjemmel.lowering.quantities import Column, lower_column
from hjemmel.lowering.values import lower_value
from hjemmel.source.span import Span
from hjemmel.syntax import tree


def lower_covers_each(ctx: Context, clause: tree.CoversEach) -> Node:
    """«L omfatter hver T»: for every value of T that is in use, some entry has it.

    It is the day that decides the wording that tells which values are in use. Where that is not
    known of a value, it is asked for from the day it surely is, to the day it surely was.
    """
    kind = ctx.tables.closed_list(clause.enumeration)
    columns = [(lower_column(ctx, e), _column_words(e)) for e in (clause.left, *clause.others)]

    def has(value: str) -> Node:
        found = [
            _some_equal(ctx, column, Literal(value, kind, ctx.origin(words=value)),
                        clause.span, f"{words} omfatter {value}")
            for column, words in columns
        ]  # fmt: skip
        outside = list(_not_in_use(ctx, ctx.symbols.schema.validity(kind, value), clause.span))
        return ctx.any_of([*found, *outside], clause.span, f"{clause.enumeration.words} {value}")

    values = _values(ctx.symbols.schema, kind)
    if clause.others:
        return ctx.all_of(list(map(has, values)), clause.span, clause.words)
    dated = [each for each in values if _is_dated(ctx.symbols.schema.validity(kind, each))]
    always = [has(each) for each in values if each not in dated]
    covered = always if len(always) < _SEVERAL else [
        ctx.apply(Op.COVERS, *always, span=clause.span, words=clause.words)]  # fmt: skip
    parts = [*covered, *map(has, dated)]
    return parts[0] if len(parts) == 1 else ctx.all_of(parts, clause.span, clause.words)


_SEVERAL = 2
"""Of one value alone it is not said that it is all of them."""


def _is_dated(of: Validity) -> bool:
    return of.start is not None or of.end is not None


def _not_in_use(ctx: Context, of: Validity, span: Span) -> Iterator[Node]:
    """The deciding day is before the value came, or after it went."""
    if of.start is not None:
        day = Literal(of.start.last, Date(), ctx.origin())
        yield ctx.apply(Op.BEFORE, ctx.deciding(), day, span=span)
    if of.end is not None:
        day = Literal(of.end.first, Date(), ctx.origin())
        yield ctx.apply(Op.AFTER, ctx.deciding(), day, span=span)


def _values(schema: Schema, kind: Enumerated | Registered) -> tuple[str, ...]:
    if isinstance(kind, Enumerated):
        return schema.enumeration(kind.name).values
    return tuple(entry.name for entry in schema.register(kind.name).entries)


def _column_words(column: tree.Name | tree.Column) -> str:
    if isinstance(column, tree.Name):
        return column.words
    return f"{column.field.words} blant {column.source.words}"


def lower_member(ctx: Context, clause: tree.Among) -> Node:
    """«A er blant L»: some entry of L is A."""
    value, column = lower_value(ctx, clause.value), lower_column(ctx, clause.source)
    words = "" if clause.negated else clause.words
    some = _some_equal(ctx, column, value, clause.span, words)
    return ctx.negated(some, clause.span, clause.words) if clause.negated else some


def lower_compare(ctx: Context, clause: tree.Compare) -> Node:
    """One list against another: each entry of the one is in the other."""
    left, right = lower_column(ctx, clause.left), lower_column(ctx, clause.right)
    match clause.relation:
        case "omfatter alt i":
            return _within(ctx, right, left, clause)
        case "har ingenting utenom":
            return _within(ctx, left, right, clause)
        case _:  # «er det samme som»: both ways
            both = [_within(ctx, left, right, clause), _within(ctx, right, left, clause)]
            return ctx.all_of(both, clause.span, clause.words)


def _within(ctx: Context, inner: Column, outer: Column, clause: tree.Compare) -> Node:
    """Every value of `inner` is a value of `outer`."""
    member = _some_equal(ctx, _apart(ctx, outer), inner.value, clause.span, "")
    return Each(Quantifier.ALL, inner.variable, inner.domain, inner.where, member,
                ctx.origin(clause.span, clause.words))  # fmt: skip


def lower_span(
    ctx: Context, clause: tree.CoversSpan | tree.HasEach, left: tree.Name | tree.Column
) -> Node:
    """«L dekker hvert år fra A til og med B»: as many different ones from A to B as there are."""
    column = lower_column(ctx, left)
    within = [
        ctx.apply(Op.AT_LEAST, _again(ctx, column), lower_value(ctx, clause.first)),
        ctx.apply(Op.AT_MOST, _again(ctx, column), lower_value(ctx, clause.last)),
    ]
    if not isinstance(column.where, Literal):
        within.append(column.where)
    different = Each(Quantifier.DISTINCT, column.variable, column.domain, ctx.all_of(within),
                     column.value, ctx.origin(clause.span))  # fmt: skip
    first, last = lower_value(ctx, clause.first), lower_value(ctx, clause.last)
    return ctx.apply(Op.COVERS_SPAN, different, first, last, span=clause.span, words=clause.words)


def _again(ctx: Context, column: Column) -> Fact:
    """The value of an entry once more."""
    return evolve(column.value, origin=ctx.origin())


def _some_equal(ctx: Context, column: Column, value: Node, span: Span, words: str) -> Node:
    """«noen i kolonnen er lik verdien»."""
    kind = column.value.type
    assert not isinstance(kind, Listed)
    body = ctx.apply(Op.EQUALS if is_ordered(kind) else Op.IS, column.value, value)
    return Each(Quantifier.SOME, column.variable, column.domain, column.where, body,
                ctx.origin(span, words))  # fmt: skip


def _apart(ctx: Context, column: Column) -> Column:
    """The same column under another variable, for use inside itself."""
    other = f"{column.variable} i den andre listen"
    value = Fact(other, column.value.name, column.value.type, ctx.origin())
    return Column(column.domain, other, _renamed(column.where, column.variable, other), value)


def _renamed(node: Node, old: str, new: str) -> Node:
    """A filter with its variable renamed, so that two lists' entries stay apart."""
    match node:
        case Fact() if node.subject == old:
            return evolve(node, subject=new)
        case Apply():
            return evolve(node, arguments=tuple(_renamed(a, old, new) for a in node.arguments))
        case Each():
            domain = _renamed(node.domain, old, new)
            assert isinstance(domain, Fact)
            where, body = _renamed(node.where, old, new), _renamed(node.body, old, new)
            return evolve(node, domain=domain, where=where, body=body)
        case _:  # literals and facts of the case hold no variable
            return node
