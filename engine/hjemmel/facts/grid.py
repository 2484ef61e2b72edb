"""A table before anybody knows what its columns mean."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from hjemmel.facts.names import quoted
from hjemmel.facts.schema import CASE_ID
from hjemmel.facts.told_forms import tells_a_form

RECORD, QUESTION, PROVISION = "(del)", "(spørsmål)", "(hjemmel)"
EXPLANATION = "(forklaring)"
LINE, ROW = "linje", "rad"
NAMES = 0
"""The number of the row of headings, where columns have names of their own."""

MARKS = (RECORD, QUESTION, PROVISION, EXPLANATION)
"""Mark, in the column of the case, the rows in which a template tells what to write."""


@frozen
class GridRow:
    """A row that is not blank, with its number in the file."""

    number: int
    cells: Sequence[object]


@frozen
class Unseen:
    """The rows, by their number, and the columns, from 0, that a sheet does not show."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


@frozen
class Grid:
    """Rows of cells. `sheet` is None in a file that has no cell addresses.

    A sheet that is `hidden` is not seen by whoever fills in the workbook. `head` is which of the
    rows has the headings, where that is known. `counted` is what a row is called that has no cell
    addresses; where columns have names and no row tells them, the headings are row 0. `of` is the
    table, where places must tell it from that of the cases.
    """

    rows: tuple[GridRow, ...]
    sheet: str | None = None
    hidden: bool = False
    unseen: Unseen = field(factory=Unseen)
    head: int | None = None
    counted: str = LINE
    of: str = ""

    @property
    def header(self) -> GridRow | None:
        """The row of headings; where nobody looked for it, the first that is not a template's."""
        if self.head is not None:
            return self.rows[self.head]
        return next((each for each in self.rows if not is_told(each)), None)

    def body(self) -> Iterator[GridRow]:
        """The rows of facts: neither the header nor what a template tells of it."""
        header = self.header
        if header is not None:
            yield from self.facts_among(self.rows[self.rows.index(header) + 1 :])

    def facts_among(self, rows: Iterable[GridRow]) -> Iterator[GridRow]:
        """Those of the rows below the header that a template does not tell of it in."""
        names = [str(each).strip() for each in self.header.cells] if self.header else []
        at = names.index(CASE_ID) if CASE_ID in names else None
        for row in rows:
            if at is None or row.cells[at] != EXPLANATION or not _explains(row, at):
                yield row

    def row(self, row: GridRow) -> str:
        """A row by its number."""
        if row.number == NAMES:
            return ""
        return f"{self.counted} {row.number}" if self.sheet is None else f"rad {row.number}"

    def record(self, row: GridRow) -> str:
        """Which record a row is, in words."""
        if self.sheet is None:
            return f"{self.counted} {row.number}"
        return f"{self.sheet}!rad {row.number}" if self.sheet else f"rad {row.number}"

    def place(self, row: GridRow, column: int) -> str:
        """The exact place of a cell: its address, or its line where it has none."""
        if row.number == NAMES:
            return f"kolonne {quoted(str(row.cells[column]))}"
        if self.sheet is None:
            within = f"{self.of}, " if self.of else ""
            return f"{within}{self.counted} {row.number}"
        address = f"{column_letters(column)}{row.number}"
        return f"{self.sheet}!{address}" if self.sheet else address


def is_told(row: GridRow) -> bool:
    """Whether a row above the headings is a template's own; wherever its column is moved."""
    return any(isinstance(each, str) and each in MARKS for each in row.cells)


def _explains(row: GridRow, at: int) -> bool:
    """Whether a row below the headings is the template's own, by its words.

    Its other marked rows stand above the headings. A case may be called what marks such a row; what
    says anything else, or nothing, is read as one.
    """
    others = [each for number, each in enumerate(row.cells) if number != at and each is not None]
    told = [each for each in others if not isinstance(each, str) or each.strip()]
    return bool(told) and all(isinstance(each, str) and tells_a_form(each) for each in told)


def column_letters(column: int) -> str:
    """The letters of a column, counted from 0: A, …, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
