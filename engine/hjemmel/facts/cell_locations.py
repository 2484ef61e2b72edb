"""Where the facts of a case stand, or would stand, in the tables it was read from.

What is missing has no cell of its own in what was read, so places are worked out from the columns
when somebody asks. A case from a file without cells is never asked of it.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from hjemmel.facts.columns import EntryColumn, FieldColumn, Known, PresenceColumn
from hjemmel.facts.grid import LINE, Grid, column_letters
from hjemmel.facts.names import canonical, printable

At = tuple[str, str]
"""A record and one of its fields."""

Path = tuple[str | int, ...]


@frozen
class Table:
    """The columns of a table by the path of what they hold.

    `sheet` is None where cells have no addresses; `table` is then its name, where it is not that of
    the cases, and `counted` what a row of it is called.
    """

    sheet: str | None
    headings: Sequence[object]
    columns: Mapping[tuple[str, ...], int]
    counted: str = LINE
    table: str = ""

    @classmethod
    def of(cls, sheet: str | None, grid: Grid, columns: Sequence[Known]) -> "Table":
        """The table of a grid whose columns are known."""
        known = {path: at for at, each in enumerate(columns) for path in _paths(each)}
        headings = grid.header.cells if grid.header else ()
        return cls(sheet, headings, known, grid.counted, grid.of)

    def cell(self, row: int, path: tuple[str, ...]) -> str:
        """The cell of a fact in a row, or the column that the table would need for it."""
        at = self.columns.get(path)
        if at is None:
            return f"{self.row(row)}, ny kolonne «{'.'.join(path)}»"
        if self.sheet is None:
            return f"{self.row(row)}, kolonne «{str(self.headings[at]).strip()}»"
        return f"{self._sheet}celle {column_letters(at)}{row}"

    def row(self, row: int) -> str:
        """A row."""
        if self.sheet is not None:
            return f"{self._sheet}rad {row}"
        return f"{self._of}{self.counted} {row}"

    @property
    def new_row(self) -> str:
        """Where an entry of a list would be added."""
        return f"{self._sheet}{self._of}ny rad"

    @property
    def _of(self) -> str:
        return f"{self.table}, " if self.table else ""

    @property
    def _sheet(self) -> str:
        return f"ark {printable(self.sheet)}, " if self.sheet else ""


@frozen
class Tables:
    """The table of the cases, and those of lists."""

    cases: Table
    lists: dict[At, Table] = field(factory=dict)


@frozen
class Whereabouts:
    """One case: its row, and the rows of the entries of its lists."""

    tables: Tables
    row: int
    rows: dict[At, list[int]] = field(factory=dict)
    spread: dict[At, list[tuple[int, int]]] = field(factory=dict)
    """Where the case has several rows: of each entry its row, and which it is of those there."""
    numbers: dict[At, list[int]] = field(factory=dict)
    """Where entries have columns of their own: of each entry the number of its columns."""

    def __call__(self, path: Path) -> str:
        """Where the fact at a path stands or would stand."""
        keys = tuple(canonical(each) if isinstance(each, str) else each for each in path)
        match keys:
            case (str(record),):
                return self.tables.cases.cell(self.row, (record,))
            case (str(record), str(key)):
                return self._field(record, key)
            case (str(record), str(key), int(number), str(part), *_) if part:
                return self._entry((record, key), number, part)
            case (str(record), str(key), int(number), *_):
                return f"{self._field(record, key)}, ledd {number + 1}"
            case _:  # no part of a case
                return ""

    def _field(self, record: str, key: str) -> str:
        at, cases = (record, key), self.tables.cases
        if at in self.tables.lists:
            return self.tables.lists[at].new_row
        # Where the entries of a list stand side by side, that is where one is added.
        lists = (each for each in cases.columns if len(each) > 2)
        beside = next((each for each in lists if (each[0], each[1].partition("[")[0]) == at), at)
        return cases.cell(self.row, beside)

    def _entry(self, at: At, number: int, part: str) -> str:
        if at in self.rows:
            return self.tables.lists[at].cell(self.rows[at][number], (*at, part))
        row, number = self._beside(at, number)
        if number < len(self.numbers.get(at, [])):
            return self.tables.cases.cell(
                row, (at[0], f"{at[1]}[{self.numbers[at][number]}]", part)
            )
        return f"{self.tables.cases.cell(row, (*at, part))}, ledd {number + 1}"

    def _beside(self, at: At, number: int) -> tuple[int, int]:
        """The row in which an entry stands beside others, and its place among them."""
        spread = self.spread.get(at, [])
        return spread[number] if number < len(spread) else (self.row, number)


def _paths(column: Known) -> Iterator[tuple[str, ...]]:
    match column:
        case PresenceColumn(record):
            yield (record,)
        case FieldColumn(record, key):
            yield record, key
        case EntryColumn(record, key, part, number=number):
            yield record, f"{key}[{number}]" if number else key, part
        case _:  # no fact of a record
            return
