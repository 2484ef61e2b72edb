"""Lists: what is counted, and columns of values."""

from typing import assert_never

from hjemmel.check import problems_types
from hjemmel.check.checking import Checking, every
from hjemmel.check.infer_names import infer_list, infer_name
from hjemmel.check.types import shown
from hjemmel.core.types import Listed, Row, Type, is_ordered, is_symbolic
from hjemmel.syntax import tree

_VALUES = "en liste av verdier"


def are_sound(ctx: Checking, clauses: tuple[tree.Clause, ...]) -> bool:
    """Whether all the clauses are sound; each is looked at."""
    return every(ctx.check_clause(ctx, clause) for clause in clauses)


def is_sound_count(ctx: Checking, count: tree.CountDistinct | tree.CountOf) -> bool:
    """«antall ulike F blant L» or «antallet av L»."""
    match count:
        case tree.CountOf():
            return is_sound_of_entries(ctx, count.source, count.filters)
        case tree.CountDistinct():
            return infer_column_of_values(ctx, count.column) is not None
        case _:
            assert_never(count)


def is_sound_of_entries(ctx: Checking, source: tree.Name, clauses: tuple[tree.Clause, ...]) -> bool:
    """Whether clauses can be said of the entries of a list."""
    domain = infer_list(ctx, source)
    if domain is None:
        return False
    with ctx.entry_of(source, domain):
        return are_sound(ctx, clauses)


def infer_column(ctx: Checking, column: tree.Name | tree.Column) -> Type | None:
    """The type of the values of a list, or of a field of its entries."""
    if isinstance(column, tree.Name):
        return _of_values(ctx, column)
    domain = infer_list(ctx, column.source)
    if domain is None:
        return None
    with ctx.entry_of(column.source, domain):
        sound = are_sound(ctx, column.filters)
        kind = infer_name(ctx, column.field, None)
    return ctx.typed(column, kind) if sound and kind is not None else None


def infer_column_of_values(ctx: Checking, column: tree.Name | tree.Column) -> Type | None:
    """The type of the values of a column, which can be told from one another."""
    kind = infer_column(ctx, column)
    if kind is None or is_ordered(kind) or is_symbolic(kind):
        return kind
    span = column.field.span if isinstance(column, tree.Column) else column.span
    of = "lister" if isinstance(kind, Listed) else shown(kind)
    ctx.report(problems_types.wrong_type(f"en liste av {of}", _VALUES, span))
    return None


def _of_values(ctx: Checking, name: tree.Name) -> Type | None:
    domain = infer_list(ctx, name)
    if domain is None:
        return None
    if isinstance(domain.element, Row):
        ctx.report(problems_types.wrong_type("en liste av oppføringer", _VALUES, name.span))
        return None
    ctx.name_entry(name)
    return domain.element
