"""From the values of a table that has types to cells, so that they are read as any others are."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from uuid import UUID

from attrs import evolve

from hjemmel.core.types import Assessed, Listed, Truth
from hjemmel.facts.cells import MOST_DIGITS_IN_EXCEL
from hjemmel.facts.columns import (
    CaseColumn,
    EntryColumn,
    EntryPartColumn,
    FieldColumn,
    Known,
    PartColumn,
    PresenceColumn,
)
from hjemmel.facts.faults import Mistake, Rejected, rejected_file
from hjemmel.facts.file_problems import UNREADABLE_FILE
from hjemmel.facts.grid import NAMES, ROW, Grid, GridRow
from hjemmel.facts.parquet_columns import raw_cell
from hjemmel.facts.source_file import BrokenOffError, OpenTable

_ONE_AND_NONE = (0, 1)


def cell(value: object) -> object:
    """A value as a cell has it. Nothing in a table with types is as Excel would have it."""
    match value:
        case bool() | str() | None:
            return value
        case int() if abs(value) >= 10**MOST_DIGITS_IN_EXCEL:
            return str(value)  # Excel would have rounded it off, a database has not
        case int():
            return value
        case Decimal() if value.is_finite() and value.as_tuple().exponent == 0:
            return cell(int(value))
        case datetime() | date() | float() | Decimal():
            return raw_cell(value)
        case UUID():
            return str(value)
        case _:  # a list or a group, or what no fact can hold
            return raw_cell(value)


def headed(names: Sequence[str]) -> Grid:
    """The headings of a table whose columns have names of their own."""
    return Grid((GridRow(NAMES, names),), head=0, counted=ROW)


def sample(table: OpenTable, most: int, file: str) -> Grid:
    """The headings and the first rows."""
    first = [each for each in islice(rows(table, None, file), most) if isinstance(each, GridRow)]
    return evolve(headed(table.names), rows=(*headed(table.names).rows, *first))


def rows(table: OpenTable, by: str | None, file: str) -> Iterator[GridRow | Rejected]:
    """The rows, numbered from 1; last what kept the rest from being read."""
    number = 0
    try:
        for number, each in enumerate(table.rows(by), start=1):
            yield GridRow(number, [cell(value) for value in each])
    except BrokenOffError as broken:
        mistake = Mistake(UNREADABLE_FILE, broken.refused.reason, broken.refused.help)
        yield rejected_file(file, mistake, f"etter {ROW} {number}" if number else "")


def truths_in(
    rows: Iterator[GridRow | Rejected], columns: Sequence[Known]
) -> Iterator[GridRow | Rejected]:
    """The rows of a table that tells yes and no as 1 and 0."""
    return (each if isinstance(each, Rejected) else _with_truths(each, columns) for each in rows)


def _with_truths(row: GridRow, columns: Sequence[Known]) -> GridRow:
    return evolve(row, cells=[
        value == 1 if type(value) is int and value in _ONE_AND_NONE and _is_of_truths(column)
        else value
        for value, column in zip(row.cells, columns, strict=True)
    ])  # fmt: skip


def _is_of_truths(column: Known) -> bool:
    match column:
        case PresenceColumn():
            return True
        case FieldColumn(type=kind) | EntryColumn(type=kind):
            element = kind.element if isinstance(kind, Listed) else kind
            return isinstance(element, (Truth, Assessed))
        case CaseColumn() | PartColumn() | EntryPartColumn():
            return False
        case _:  # a column that is not read
            return False
