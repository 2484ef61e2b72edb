"""From a table of cases to drafts, whatever file the table came from."""

from collections.abc import Iterator, Sequence

from hjemmel.facts.cell_locations import Tables, Whereabouts
from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import IgnoredColumn, Known, LostColumn, Meaning
from hjemmel.facts.draft import Draft
from hjemmel.facts.faults import Mistake, Rejected, Unread, Unusable
from hjemmel.facts.grid import Grid, GridRow, column_letters
from hjemmel.facts.names import printable
from hjemmel.facts.source_file import SourceFile, SourceStream, SourceTable


def header_faults(grid: Grid, meanings: Sequence[Meaning], file: str) -> list[Rejected]:
    """What is wrong with the headings, so that no row can be read surely."""
    mistakes = [
        each if isinstance(each, Mistake) and not _is_empty_half(grid, at) else None
        for at, each in enumerate(meanings)
    ]
    return list(_told(grid, mistakes, file))


def _is_empty_half(grid: Grid, at: int) -> bool:
    """Whether a heading is merged over a column in which nothing stands."""
    cell = grid.header.cells[at] if grid.header is not None else None
    merged = isinstance(cell, Unusable) and cell.same_as != ""
    return merged and all(is_blank(row.cells[at]) for row in grid.body())


def lost_columns(grid: Grid, columns: Sequence[Known], file: str) -> Iterator[Unread]:
    """The columns that cost only what stands in them."""
    mistakes = [each.mistake if isinstance(each, LostColumn) else None for each in columns]
    return map(Unread, _told(grid, mistakes, file))


def _told(grid: Grid, mistakes: Sequence[Mistake | None], file: str) -> Iterator[Rejected]:
    header = grid.header
    for at, each in enumerate(mistakes):
        if header is not None and each is not None:
            place, heading = grid.place(header, at), _heading(header.cells[at], at)
            code = each.problem.code
            yield Rejected(file, grid.sheet or "", place, heading, each.reason, code, each.help)


def draft_of(
    row: GridRow, grid: Grid, columns: Sequence[Known],
    file: SourceFile | SourceStream | SourceTable, tables: Tables,
) -> Draft:  # fmt: skip
    """What a row says."""
    stands = Whereabouts(tables, row.number)
    draft = Draft(file.name, grid.record(row), f"{file.stem}-{row.number}", stands)
    fill(draft, grid, row, columns)
    return draft


def fill(draft: Draft, grid: Grid, row: GridRow, columns: Sequence[Known]) -> None:
    """Give a draft the cells of a row."""
    for at, cell in enumerate(row.cells):
        if is_blank(cell):
            continue
        column = columns[at] if at < len(columns) else None
        match column:
            case None:
                draft.stray(cell, f"kolonne {column_letters(at)}", grid.place(row, at))
            case IgnoredColumn():
                pass  # somebody has said so
            case LostColumn():
                draft.lost(column, grid.place(row, at))
            case _:  # a column that is known
                draft.cell(cell, column, grid.place(row, at))
    draft.line_up()


def known_columns(meanings: Sequence[Meaning]) -> list[Known]:
    """The columns, where none of them is wrong."""
    return [None if isinstance(each, Mistake) else each for each in meanings]


def _heading(cell: object, at: int) -> str:
    if isinstance(cell, str) and cell.strip():
        return printable(cell.strip())
    return f"kolonne {column_letters(at)}"
