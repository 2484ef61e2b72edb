"""Decision tables: a row lets a case through when every cell does."""

from itertools import combinations

from hjemmel.check import problems_logic, problems_types
from hjemmel.core.nodes import Node
from hjemmel.core.types import Enumerated
from hjemmel.lowering.clauses import lower_bound, lower_equal
from hjemmel.lowering.context import Context
from hjemmel.lowering.values import Typed, lower_value
from hjemmel.syntax import tree
from hjemmel.syntax.lines import Cell, TableHead, TableRow

_UPWARDS = {"minst": True, "mer enn": True, "høyst": False, "inntil": False, "mindre enn": False}
"""Whether a bound has no end above, or none below."""


def lower_table(ctx: Context, head: TableHead, rows: list[TableRow]) -> Node | None:
    """The table as alternatives, one a row."""
    columns = [lower_value(ctx, each, None) for each in head.columns]
    if any(each is None for each in columns):
        return None
    typed = [each for each in columns if each]
    found = [_row(ctx, typed, row, head) for row in rows]
    if any(each is None for each in found):
        return None
    _check_overlap(ctx, rows)
    _check_cover(ctx, typed, rows, head)
    return ctx.any_of([each for each in found if each], head.span, head.words)


def _row(ctx: Context, columns: list[Typed], row: TableRow, head: TableHead) -> Node | None:
    if len(row.cells) != len(columns):
        ctx.report(problems_types.row_width(len(row.cells), len(columns), row.span))
        return None
    found = [
        _cell(ctx, column, expression, cell)
        for column, expression, cell in zip(columns, head.columns, row.cells, strict=True)
        if cell.values
    ]
    if any(each is None for each in found):
        return None
    nodes = [each for each in found if each]
    return ctx.all_of(nodes, row.span, row.words) if nodes else ctx.true()


def _cell(ctx: Context, column: Typed, expression: tree.Expression, cell: Cell) -> Node | None:
    if cell.relation:
        clause: tree.Clause = tree.Bound(expression, cell.relation, cell.values[0], cell.span)
        return lower_bound(ctx, column, cell.relation, cell.values[0], clause)
    return lower_equal(ctx, column, cell.values, tree.Is(expression, cell.values, False, cell.span))


def _check_overlap(ctx: Context, rows: list[TableRow]) -> None:
    """Two rows that share a value in every column let the same case through."""
    for first, second in combinations(rows, 2):
        pairs = list(zip(first.cells, second.cells, strict=False))
        if all(_share(ctx, a, b) for a, b in pairs):
            ctx.report(problems_logic.rows_overlap(second.span, first.span))


def _share(ctx: Context, left: Cell, right: Cell) -> bool:
    if not left.values or not right.values:
        return True
    if left.relation or right.relation:  # two bounds of one side always meet somewhere
        return _UPWARDS.get(left.relation) is _UPWARDS.get(right.relation)
    first, second = ({_known(ctx, each) for each in of.values} for of in (left, right))
    return bool(first & second)


def _known(ctx: Context, value: tree.Expression) -> object:
    """A value, however it is spelled: capitals and other names of an institution are the same."""
    if not isinstance(value, tree.Name) or value.quoted:
        return value
    return ctx.symbols.schema.canonical(value.words).casefold()


def _check_cover(ctx: Context, columns: list[Typed], rows: list[TableRow], head: TableHead) -> None:
    """Values of a closed enumeration that stand in no row."""
    for index, column in enumerate(columns):
        if not isinstance(column.type, Enumerated):
            continue
        cells = [row.cells[index] for row in rows]
        if any(not cell.values for cell in cells):
            continue
        named = {
            each.words.casefold()
            for cell in cells
            for each in cell.values
            if isinstance(each, tree.Name)
        }
        missing = [
            f"«{value}»"
            for value in ctx.symbols.schema.enumeration(column.type.name).values
            if value.casefold() not in named
        ]
        if missing:
            span = head.columns[index].span
            ctx.report(problems_logic.uncovered(", ".join(missing), column.type.name, span))
