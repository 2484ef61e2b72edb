"""Decision tables: a row lets a case through when every cell does."""

from hjemmel.core.nodes import Node
from hjemmel.lowering.comparisons import Compared, as_compared, lower_bound, lower_equal
from hjemmel.lowering.context import Context
from hjemmel.syntax import tree
from hjemmel.syntax.lines import Cell, TableHead, TableRow


def lower_table(ctx: Context, head: TableHead, rows: list[TableRow]) -> Node:
    """The table as alternatives, one a row."""
    columns = [as_compared(ctx, column) for column in head.columns]
    return ctx.any_of([_row(ctx, columns, row, head) for row in rows], head.span, head.words)


def _row(ctx: Context, columns: list[Compared], row: TableRow, head: TableHead) -> Node:
    cells = [
        _cell(ctx, column, expression, cell)
        for column, expression, cell in zip(columns, head.columns, row.cells, strict=True)
        if cell.values
    ]
    return ctx.all_of(cells, row.span, row.words) if cells else ctx.true()


def _cell(ctx: Context, column: Compared, expression: tree.Expression, cell: Cell) -> Node:
    if cell.relation:
        bound = tree.Bound(expression, cell.relation, cell.values[0], cell.span)
        return lower_bound(ctx, column, bound)
    return lower_equal(ctx, column, tree.Is(expression, cell.values, False, cell.span))
