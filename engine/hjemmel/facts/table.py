"""From a table of cases to drafts, whatever file the table came from."""

from collections.abc import Iterator, Sequence

from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import Column, Meaning
from hjemmel.facts.draft import Draft
from hjemmel.facts.faults import Mistake, Rejected
from hjemmel.facts.grid import Grid, GridRow, column_letters
from hjemmel.facts.names import printable
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.whereabouts import Tables, Whereabouts


def header_faults(grid: Grid, meanings: Sequence[Meaning], file: str) -> list[Rejected]:
    """What is wrong with the headings. With a wrong one no row can be read surely."""
    header = grid.header
    if header is None:
        return []
    return [
        Rejected(
            file,
            grid.sheet or "",
            grid.place(header, at),
            _heading(header.cells[at], at),
            each.reason,
            each.problem.code,
            each.help,
        )
        for at, each in enumerate(meanings)
        if isinstance(each, Mistake)
    ]


def drafts(
    grid: Grid, columns: Sequence[Column | None], file: SourceFile, tables: Tables
) -> Iterator[Draft]:
    """A draft for each row."""
    for row in grid.body():
        stands = Whereabouts(tables, row.number)
        draft = Draft(file.name, grid.record(row), f"{file.stem}-{row.number}", stands)
        fill(draft, grid, row, columns)
        yield draft


def fill(draft: Draft, grid: Grid, row: GridRow, columns: Sequence[Column | None]) -> None:
    """Give a draft the cells of a row."""
    for at, cell in enumerate(row.cells):
        if is_blank(cell):
            continue
        column = columns[at] if at < len(columns) else None
        if column is None:
            draft.stray(cell, f"kolonne {column_letters(at)}", grid.place(row, at))
        else:
            draft.cell(cell, column, grid.place(row, at))


def known_columns(meanings: Sequence[Meaning]) -> list[Column | None]:
    """The columns, where none of them is wrong."""
    return [None if isinstance(each, Mistake) else each for each in meanings]


def _heading(cell: object, at: int) -> str:
    if isinstance(cell, str) and cell.strip():
        return printable(cell.strip())
    return f"kolonne {column_letters(at)}"
