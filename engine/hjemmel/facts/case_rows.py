"""The cases of a table: which rows are cases, and which are one more row of the case above."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define

from hjemmel.facts.cell_locations import Tables
from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import (
    CaseColumn,
    EntryColumn,
    EntryPartColumn,
    IgnoredColumn,
    Known,
)
from hjemmel.facts.draft import Draft
from hjemmel.facts.faults import Note, Rejected, Unusable
from hjemmel.facts.grid import Grid, GridRow, column_letters
from hjemmel.facts.joined_rows import are_one, join
from hjemmel.facts.names import composed, one_line, quoted
from hjemmel.facts.row_kinds import TOTAL, aside, is_total, no_case
from hjemmel.facts.schema import CASE_ID, TITLE
from hjemmel.facts.source_file import SourceFile, SourceStream, SourceTable
from hjemmel.facts.table import draft_of
from hjemmel.facts.table_problems import ROW_WITHOUT_CASE

Made = Draft | Rejected | Note


@define(eq=False)
class CaseRows:
    """The rows of a table, one after another. The last case is held: the next row may be of it."""

    grid: Grid
    columns: Sequence[Known]
    file: SourceFile | SourceStream | SourceTable
    tables: Tables
    place: str = ""
    held: Draft | None = None
    top: str = ""
    """The cell that has the name of the case that is held."""

    def through(self, rows: Iterable[GridRow]) -> Iterator[Made]:
        """All of some rows."""
        for row in rows:
            yield from self.take(row)
        yield from self.end()

    def take(self, row: GridRow) -> Iterator[Made]:
        """One row more, and what is ready by then."""
        if why := no_case(self.grid, row, self.columns):
            yield Note(self.file.name, self.place, aside(self.grid, row, why))
        elif self.held is not None and self._is_below(row):
            join(self.held, self._below(row))
            name = case_id(self.held) or self.held.default_id
            yield self._told(row.number, name, "slått sammen")
        elif self.held is not None and self._is_nobodys(row):
            yield self._orphan(row, self.held)
        elif is_total(row, self.columns):
            yield Note(self.file.name, self.place, aside(self.grid, row, TOTAL))
        else:
            yield from self._next(row)

    def end(self) -> Iterator[Draft]:
        """The case that is held when there are no more rows."""
        if self.held is not None:
            yield self.held
            self.held = None

    def _next(self, row: GridRow) -> Iterator[Made]:
        draft = draft_of(row, self.grid, self.columns, self.file, self.tables)
        if self.held is not None and case_id(draft) == case_id(self.held) != "":
            if are_one(self.held, draft):
                join(self.held, draft)
                yield self.told_of(draft)
                return
            self.held.partial.update(draft.side_by_side)
        yield from self.end()
        self.held, self.top = draft, self._name_cell(row)

    def told_of(self, row: Draft) -> Note:
        """That a row is one more of a case that has the same name."""
        return self._told(row.stands.row, case_id(row), "det samme")

    def _told(self, row: int, name: str, how: str) -> Note:
        where = self.grid.row(GridRow(row, ()))
        text = f"{where} er lest som en rad til av saken {quoted(name)}: navnet er {how}"
        return Note(self.file.name, self.place, text)

    def _name_cell(self, row: GridRow) -> str:
        at = self._at(CASE_ID, TITLE)
        return "" if at is None else f"{column_letters(at)}{row.number}"

    def _is_below(self, row: GridRow) -> bool:
        """Whether the name of the case above is merged over this row too."""
        at = self._at(CASE_ID, TITLE)
        cell = None if at is None else row.cells[at]
        return isinstance(cell, Unusable) and cell.same_as == self.top

    def _below(self, row: GridRow) -> Draft:
        """The row without the cells that are merged with the row above, which has said it."""
        above = self.held.stands.row if self.held else 0
        cells = [None if _is_merged(each, at, above) else each for at, each in enumerate(row.cells)]
        return draft_of(GridRow(row.number, cells), self.grid, self.columns, self.file, self.tables)

    def _is_nobodys(self, row: GridRow) -> bool:
        """Whether a row tells of a list only, in a table where cases have names, and has none."""
        names = [at for at in (self._at(CASE_ID), self._at(TITLE)) if at is not None]
        if not names or not all(is_blank(row.cells[at]) for at in names):
            return False
        filled = [at for at, each in enumerate(row.cells) if not is_blank(each)]
        known = [each for at, each in enumerate(self.columns) if at in filled]
        told = [each for each in known if not isinstance(each, IgnoredColumn)]
        return all(isinstance(each, EntryColumn | EntryPartColumn) for each in told)

    def _orphan(self, row: GridRow, above: Draft) -> Rejected:
        """What may be of the case above, which then has more than was said in its own row."""
        lists = (each for each in self.columns if isinstance(each, EntryColumn | EntryPartColumn))
        above.partial.update((each.record, each.list) for each in lists)
        column = self._at(CASE_ID, TITLE) or 0
        reason = "raden sier ikke hvilken sak den hører til"
        hint = (
            f"skriv navnet på saken i raden. Til det er rettet, regnes listene til saken over "
            f"({above.record}) som kjent bare i del."
        )
        record, place = self.grid.record(row), self.grid.place(row, column)
        code = ROW_WITHOUT_CASE.code
        return Rejected(self.file.name, record, place, CASE_ID, reason, code, hint)

    def _at(self, *keys: str) -> int | None:
        """The first of these columns that the table has."""
        found = (
            at for key in keys for at, each in enumerate(self.columns) if each == CaseColumn(key)
        )
        return next(found, None)


def case_id(draft: Draft) -> str:
    """The name of a case as it was written."""
    return written_name(draft.case.get(CASE_ID))


def written_name(raw: object) -> str:
    """A name, which may be a number in Excel; nothing where it is none."""
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        return ""
    return one_line(composed(str(raw)))


def _is_merged(cell: object, column: int, above: int) -> bool:
    """Merged with a cell of the same column, in the row that the case begins in or above it."""
    if not isinstance(cell, Unusable) or not cell.same_as:
        return False
    letters = column_letters(column)
    number = cell.same_as.removeprefix(letters)
    return cell.same_as.startswith(letters) and number.isdecimal() and int(number) >= above
