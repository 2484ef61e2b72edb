"""The cases of a table that is read row by row, whatever the table came from."""

from collections.abc import Iterable, Iterator, Sequence

from hjemmel.facts.case_rows import CaseRows, Made
from hjemmel.facts.cell_locations import Table, Tables
from hjemmel.facts.columns import Known
from hjemmel.facts.draft import Draft
from hjemmel.facts.faults import Found, Mistake, Note, RawCase, Rejected, rejected_file
from hjemmel.facts.file_problems import EMPTY_FILE
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.headings import Headings
from hjemmel.facts.held_lists import Lists
from hjemmel.facts.source_file import SourceStream, SourceTable
from hjemmel.facts.table import header_faults, known_columns, lost_columns
from hjemmel.facts.told_header import not_read, told_of_header
from hjemmel.facts.typed_cells import headed, rows, truths_in

NO_CASES = Mistake(EMPTY_FILE, "det er ingen saker under overskriften")
_NO_ROWS = Mistake(EMPTY_FILE, "det er ingen rader")

Read = GridRow | Rejected
"""A row, or why one is not whole, or is the last that is read."""


def cases_below(
    grid: Grid, below: Iterable[Read], headings: Headings, file: SourceStream | SourceTable,
    lists: Lists,
) -> Iterator[Found]:  # fmt: skip
    """The cases of the rows below some headings, each with the entries of its lists."""
    header = grid.header
    assert header is not None
    meanings = headings.of_cases(header.cells, None)
    wrong = header_faults(grid, meanings, file.name)
    if wrong:
        yield from wrong
        yield from not_read(wrong, file.name, grid.row(header), _called(file))
        return
    yield from told_of_header(grid, meanings, headings, file.name, None)
    columns = known_columns(meanings)
    yield from lost_columns(grid, columns, file.name)
    is_empty = True
    for each in _body(below, grid, columns, file, lists):
        is_empty = is_empty and isinstance(each, Note)
        yield each
    if is_empty:
        yield rejected_file(file.name, _NO_ROWS if isinstance(file, SourceTable) else NO_CASES)


def read_table(file: SourceTable, headings: Headings, lists: Lists) -> Iterator[Found]:
    """One case a row; one or two are held at a time."""
    names, table = file.table.names, file.table
    meanings = headings.of_cases(names, None)
    by = next((name for name, each in zip(names, meanings, strict=True) if each == lists.BY), None)
    below = rows(table, by, file.name)
    if not table.tells_truths:
        below = truths_in(below, known_columns(meanings))
    yield from cases_below(headed(names), below, headings, file, lists)


def _body(
    below: Iterable[Read], grid: Grid, columns: Sequence[Known],
    file: SourceStream | SourceTable, lists: Lists,
) -> Iterator[RawCase | Rejected | Note]:  # fmt: skip
    tables = Tables(Table.of(None, grid, columns), lists.tables)
    cases = CaseRows(grid, columns, file, tables)
    for each in below:
        if isinstance(each, Rejected):
            yield each
        else:
            for row in grid.facts_among((each,)):
                for made in cases.take(row):
                    yield _finished(made, lists)
    for made in cases.end():
        yield _finished(made, lists)


def _finished(made: Made, lists: Lists) -> RawCase | Rejected | Note:
    if not isinstance(made, Draft):
        return made
    lists.into(made)
    return made.finish(lists.partial)


def _called(file: SourceStream | SourceTable) -> str:
    """What the table is called in a command."""
    return (file.table.called if isinstance(file, SourceTable) else "") or file.name
