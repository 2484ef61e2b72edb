"""A table before anybody knows what its columns mean."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from hjemmel.facts.schema import CASE_ID

EXPLANATION = "(forklaring)"
"""Marks, in the column of the case, the template's row of explanations."""


@frozen
class GridRow:
    """A row that is not blank, with its number in the file."""

    number: int
    cells: Sequence[object]


@frozen
class Grid:
    """Rows of cells. `sheet` is None in a file that has no cell addresses."""

    rows: tuple[GridRow, ...]
    sheet: str | None = None

    @property
    def header(self) -> GridRow | None:
        """The first row."""
        return self.rows[0] if self.rows else None

    def body(self) -> Iterator[GridRow]:
        """The rows of facts: neither the header nor the explanation of it."""
        names = [] if self.header is None else [str(each).strip() for each in self.header.cells]
        at = names.index(CASE_ID) if CASE_ID in names else None
        for row in self.rows[1:]:
            if at is None or row.cells[at] != EXPLANATION:
                yield row

    def record(self, row: GridRow) -> str:
        """Which record a row is, in words."""
        if self.sheet is None:
            return f"linje {row.number}"
        return f"{self.sheet}!rad {row.number}" if self.sheet else f"rad {row.number}"

    def place(self, row: GridRow, column: int) -> str:
        """The exact place of a cell: its address, or its line where it has none."""
        if self.sheet is None:
            return f"linje {row.number}"
        address = f"{column_letters(column)}{row.number}"
        return f"{self.sheet}!{address}" if self.sheet else address


def column_letters(column: int) -> str:
    """The letters of a column, counted from 0: A, …, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
