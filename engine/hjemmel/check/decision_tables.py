"""Decision tables: whether each row fits the columns, and the rows each other."""

from itertools import combinations

from hjemmel.check import problems_logic, problems_types
from hjemmel.check.checking import Checking, every
from hjemmel.check.comparisons import is_sound_bound, is_sound_equality
from hjemmel.check.infer_values import infer_value
from hjemmel.core.types import Enumerated
from hjemmel.syntax import tree
from hjemmel.syntax.lines import Cell, TableHead, TableRow

_UPWARDS = {"minst": True, "mer enn": True, "høyst": False, "inntil": False, "mindre enn": False}
"""Whether a bound has no end above, or none below."""


def is_sound_table(ctx: Checking, head: TableHead, rows: list[TableRow]) -> bool:
    """The table as alternatives, one a row."""
    columns = [infer_value(ctx, column, None) for column in head.columns]
    if None in columns:
        return False
    if not every(_is_sound_row(ctx, row, head) for row in rows):
        return False
    _check_overlap(ctx, rows)
    _check_cover(ctx, rows, head)
    return True


def _is_sound_row(ctx: Checking, row: TableRow, head: TableHead) -> bool:
    if len(row.cells) != len(head.columns):
        ctx.report(problems_types.row_width(len(row.cells), len(head.columns), row.span))
        return False
    cells = zip(head.columns, row.cells, strict=True)
    return every(_is_sound_cell(ctx, column, cell) for column, cell in cells if cell.values)


def _is_sound_cell(ctx: Checking, column: tree.Expression, cell: Cell) -> bool:
    if cell.relation:
        return is_sound_bound(ctx, column, cell.relation, cell.values[0], cell.span)
    said = tree.Is(column, cell.values, False, cell.span)
    return is_sound_equality(ctx, column, cell.values, said)


def _check_overlap(ctx: Checking, rows: list[TableRow]) -> None:
    """Two rows that share a value in every column let the same case through."""
    for first, second in combinations(rows, 2):
        pairs = list(zip(first.cells, second.cells, strict=False))
        if all(_share(ctx, a, b) for a, b in pairs):
            ctx.report(problems_logic.rows_overlap(second.span, first.span))


def _share(ctx: Checking, left: Cell, right: Cell) -> bool:
    if not left.values or not right.values:
        return True
    if left.relation or right.relation:  # two bounds of one side always meet somewhere
        return _UPWARDS.get(left.relation) is _UPWARDS.get(right.relation)
    first, second = ({_known(ctx, value) for value in of.values} for of in (left, right))
    return bool(first & second)


def _known(ctx: Checking, value: tree.Expression) -> object:
    """A value, however it is spelled: capitals and other names of an institution are the same."""
    if not isinstance(value, tree.Name) or value.quoted:
        return value
    return ctx.schema.canonical(value.words).casefold()


def _check_cover(ctx: Checking, rows: list[TableRow], head: TableHead) -> None:
    """Values of a closed enumeration that stand in no row."""
    for index, column in enumerate(head.columns):
        kind = ctx.tables.types[column]
        if not isinstance(kind, Enumerated):
            continue
        cells = [row.cells[index] for row in rows]
        if any(not cell.values for cell in cells):
            continue
        named = {
            value.words.casefold()
            for cell in cells
            for value in cell.values
            if isinstance(value, tree.Name)
        }
        values = ctx.schema.enumeration(kind.name).values
        missing = [f"«{value}»" for value in values if value.casefold() not in named]
        if missing:
            ctx.report(problems_logic.uncovered(", ".join(missing), kind.name, column.span))
