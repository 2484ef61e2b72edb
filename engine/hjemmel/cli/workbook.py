"""Verdicts as an Excel workbook: what they come to, a matrix, reasons, what is missing, all rows.

Rows are written as the cases come; what tells of all of them is written last, though it stands
first. Texts are written as texts: what looks like a formula or a number stays as it is.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from attrs import define, field

from hjemmel.cli.workbook_shapes import Shapes, shapes
from hjemmel.source.shown import shown

MOST_ROWS, LONGEST_CELL = 1_048_576, 32_767
"""What a sheet and a cell have room for in Excel."""

Cell = str | int | date
_TURNED = (95, 190)
"""The heights that the turned names of provisions and of norms have room in."""
_LINE, _TALLEST = 15, 400
"""The height of a line, and of the tallest row."""
_MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - the library knows no time zones
"""A fixed day, so that the same verdicts always give the same file."""
A4, A3 = 9, 8
"""Sizes of paper, as Excel numbers them."""


class TooLongError(Exception):
    """A text that no cell has room for: the case, and the column it would stand in."""

    def __init__(self, case: str, column: str) -> None:
        super().__init__(case, column)
        self.case, self.column = case, column


@define(eq=False)
class Paged:
    """Rows under a head that stays in sight: a sheet, and more where there are more rows.

    `sheet` is the first. `heads` are the rows at the top, of which the last names the columns; so
    many columns as `still` stay in sight too, and stand on each printed page. From the column
    `turned_from` the names are turned, and those in `counts` stand above numbers. On paper they are
    so many pages `wide`.
    """

    book: Any
    shape: Shapes
    sheet: Any
    heads: Sequence[Sequence[str]]
    widths: Sequence[int]
    still: int = 1
    paper: int = A4
    turned_from: int = 16_384
    counts: Collection[str] = ()
    wide: int = 1
    name: str = field(init=False)
    sheets: int = 1
    row: int = 0

    def __attrs_post_init__(self) -> None:
        self.name = self.sheet.get_name()
        self._begin()

    def write(self, cells: Sequence[Cell], looks: Mapping[int, Any] = {}) -> None:
        """A row, some of its cells with a look of their own."""
        if self.row == MOST_ROWS:
            self._next()
        lines = max((self._lines(each, cells) for each, look in looks.items()
                     if look is self.shape.wrapped), default=1)  # fmt: skip
        if lines > 1:  # said outright: not every program finds the height itself
            self.sheet.set_row(self.row, min(lines * _LINE, _TALLEST))
        for column, cell in enumerate(cells):
            self._cell(cells, column, cell, looks.get(column))
        self.row += 1

    def end(self) -> None:
        """No more rows: now it is known how far the filter reaches."""
        head, last = len(self.heads) - 1, len(self.widths) - 1
        self.sheet.autofilter(head, 0, max(self.row - 1, head + 1), last)

    def _lines(self, column: int, cells: Sequence[Cell]) -> int:
        """How many lines a text that is broken takes, with some to spare for wide words."""
        return 1 + int(len(str(cells[column])) * 1.1 / self.widths[column])

    def _cell(self, cells: Sequence[Cell], column: int, cell: Cell, look: Any) -> None:
        if isinstance(cell, date):
            self.sheet.write_datetime(self.row, column, cell, look or self.shape.day)
        elif isinstance(cell, int):
            self.sheet.write_number(self.row, column, cell, look or self.shape.number)
        else:
            text = shown(cell)
            if len(text) > LONGEST_CELL:
                raise TooLongError(str(cells[0]), self.heads[-1][column])
            # The library says so, and nothing more, where it drops a row or cuts a text.
            if self.sheet.write_string(self.row, column, text, look or self.shape.text):
                raise ValueError(f"no room for row {self.row + 1}, column {column + 1}")

    def _height(self, head: int) -> int:
        """That of a row of names: no program finds it by itself where they are broken."""
        names = self.heads[head]
        if self.turned_from < len(names):
            return _TURNED[head]
        return _LINE * max(self._lines(column, names) for column in range(len(names)))

    def _named(self, column: int, name: str) -> Any:
        if column >= self.turned_from:
            return self.shape.turned
        return self.shape.above_number if name in self.counts else self.shape.lying

    def _next(self) -> None:
        self.end()
        self.sheets += 1
        self.sheet = self.book.add_worksheet(f"{self.name} {self.sheets}")
        self._begin()

    def _begin(self) -> None:
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        for number, head in enumerate(self.heads):
            self.sheet.set_row(number, self._height(number))
            for column, text in enumerate(head):
                self.sheet.write_string(number, column, shown(text), self._named(column, text))
        self.row = len(self.heads)
        self.sheet.freeze_panes(len(self.heads), self.still)
        printed(self.sheet, self.paper, self.wide)
        self.sheet.repeat_rows(0, len(self.heads) - 1)
        if self.still:
            self.sheet.repeat_columns(0, self.still - 1)


def printed(sheet: Any, paper: int, wide: int = 1) -> None:
    """How a sheet comes out on paper: lying, so many pages wide, with its name and number."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(wide, 0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_header("&L&A")
    sheet.set_footer("&RSide &P av &N")


@define(eq=False)
class Workbook:
    """The workbook under writing, and what it will be made of."""

    buffer: BytesIO = field(factory=BytesIO)
    book: Any = field(init=False)
    shape: Shapes = field(init=False)

    def __attrs_post_init__(self) -> None:
        import xlsxwriter

        self.book = xlsxwriter.Workbook(self.buffer, {
            "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        })  # fmt: skip
        self.book.set_properties({"created": _MADE, "title": "Porteføljen"})
        self.shape = shapes(self.book)

    def content(self) -> bytes:
        """The whole file; nothing can be written after."""
        self.book.close()
        return self.buffer.getvalue()
