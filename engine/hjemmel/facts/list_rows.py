"""The rows of the lists' own sheets, each put where its case is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from hjemmel.facts.case_rows import written_name
from hjemmel.facts.cell_locations import At, Table, Tables
from hjemmel.facts.cells import cell_value, is_blank
from hjemmel.facts.columns import CaseColumn, EntryColumn, EntryPartColumn, Known, LostColumn
from hjemmel.facts.draft import Draft, Said, entry_key, says_none
from hjemmel.facts.faults import Mistake, Note, Rejected, Unread, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.grid import Grid, GridRow, column_letters
from hjemmel.facts.names import folded, listed, quoted, suggestion
from hjemmel.facts.row_kinds import aside, no_case
from hjemmel.facts.schema import CASE_ID, TITLE
from hjemmel.facts.sheet_roles import CASES, Roles, list_sheets, meant, names_whole
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.table import header_faults, known_columns, lost_columns
from hjemmel.facts.table_problems import ROW_WITHOUT_CASE
from hjemmel.facts.told_header import told_of_header
from hjemmel.facts.value_problems import UNKNOWN_KEY

SAK, TITTEL = CaseColumn(CASE_ID), CaseColumn(TITLE)
KEYS = (SAK, TITTEL)
"""Either says which case a row belongs to."""


@frozen
class ListRows:
    """The reading of the lists' sheets into the drafts of the cases they belong to."""

    file: SourceFile
    main: str
    roles: Roles
    drafts: dict[str, list[Draft]]
    tables: Tables
    partial: set[At] = field(factory=set)

    def sheets(self, grids: Mapping[str, Grid]) -> Iterator[Rejected | Unread | Note]:
        """Take in all sheets but that of the cases."""
        of_list: dict[At, dict[str, Grid]] = {}
        for name, grid in grids.items():
            if self.roles.is_own(name):
                continue
            at = self.roles.list_of(name)
            if at is not None:
                of_list.setdefault(at, {})[name] = self.roles.entries(grid, at)
            elif grid.rows:
                yield self._other(name, grid)
        for at, same in of_list.items():
            yield from self._list(at, same)

    def _other(self, name: str, grid: Grid) -> Unread | Note:
        """A sheet that is not read. One that may be meant for cases or entries costs them."""
        what = "er skjult, og er ikke lest" if grid.hidden else "er ikke lest"
        text = f"arket {quoted(name)} {what}; sakene er lest fra {quoted(self.main)}"
        close = meant(name, self.roles.vocabulary)
        if not close or (grid.hidden and self.roles.is_of_cases(name)):
            return Note(self.file.name, name, f"{text}.")
        hint = f"mente du {' eller '.join(map(quoted, close))}?"
        if close == [CASES]:
            hint = f"{hint} Alle saker står i ett ark."
        else:
            self.partial.update(list_sheets(self.roles.vocabulary)[each] for each in close)
            hint = f"{hint} Til det er rettet, regnes listen som kjent bare i del."
        return Unread(rejected_sheet(self.file, name, Mistake(UNKNOWN_KEY, text, hint)))

    def _list(self, at: At, same: Mapping[str, Grid]) -> Iterator[Rejected | Unread | Note]:
        """Take in the sheet of a list. Of several, the only one that everybody sees is read."""
        filled = {name: each for name, each in same.items() if any(each.body())}
        seen = {name: each for name, each in filled.items() if not each.hidden}
        if len(filled) > 1:
            self.partial.add(at)
            yield Unread(self._several(at, filled, seen))
        among = seen or filled or dict([*same.items()][:1])
        if len(among) > 1:
            return
        for name, grid in among.items():
            if grid.hidden and grid.rows:
                text = f"arket {quoted(name)} er skjult, men er det eneste for listen"
                yield Note(self.file.name, name, text)
            elif grid.rows and not names_whole(name, at, self.roles.vocabulary):
                text = f"arket {quoted(name)} er lest som listen {quoted('.'.join(at))}"
                yield Note(self.file.name, name, text)
            yield from self._entries(at, grid)

    def _several(self, at: At, filled: Mapping[str, Grid], seen: Mapping[str, Grid]) -> Rejected:
        which = f"bare {listed(seen)} er lest" if len(seen) == 1 else "ingen av dem er lest"
        reason = f"arkene {listed(filled)} gjelder samme liste, {quoted('.'.join(at))}; {which}"
        hint = "samle radene i ett ark. Til det er rettet, regnes listen som kjent bare i del."
        last = [*filled][-1]
        return rejected_sheet(self.file, last, Mistake(DUPLICATE_KEY, reason, hint))

    def _entries(self, at: At, grid: Grid) -> Iterator[Rejected | Unread | Note]:
        name = grid.sheet or ""
        if grid.header is None:
            return
        headings = self.roles.headings
        meanings = headings.of_entries(grid.header.cells, name, at)
        wrong = header_faults(grid, meanings, self.file.name)
        key = next((each for each in KEYS if each in meanings), None)
        if key is None and not wrong:
            reason = "arket mangler kolonnen «sak», som sier hvilken sak hver rad hører til"
            hint = "tjenestens tittel kan også brukes, i kolonnen «tittel»"
            wrong = [rejected_sheet(self.file, name, Mistake(UNKNOWN_KEY, reason, hint))]
        if wrong or key is None:
            self.partial.add(at)
            yield from wrong
            return
        yield from told_of_header(grid, meanings, headings, self.file.name, name)
        columns = known_columns(meanings)
        yield from lost_columns(grid, columns, self.file.name)
        self.tables.lists[at] = Table.of(grid.sheet, grid, columns)
        for row in grid.body():
            if why := no_case(grid, row, columns):
                yield Note(self.file.name, name, aside(grid, row, why))
            elif (orphan := self._row(at, grid, row, columns, key)) is not None:
                self.partial.add(at)
                yield orphan

    def _row(
        self, at: At, grid: Grid, row: GridRow, columns: list[Known], key: CaseColumn
    ) -> Rejected | None:
        cell = _above(grid, row.cells[columns.index(key)], columns.index(key))
        case = name_in(cell, key)
        found = self._called(case, key)
        if not found or (len(found) > 1 and key == TITTEL):
            place = grid.place(row, columns.index(key))
            there = f"i arket {quoted(self.main)}"
            fault = orphan(case, len(found), there, self.drafts)
            hint = fault.help or "skriv navnet på saken slik det står der."
            hint += " Til det er rettet, regnes listene i arket som kjent bare i del."
            return Rejected(self.file.name, grid.record(row), place, CASE_ID, fault.reason,
                            fault.problem.code, hint)  # fmt: skip
        for draft in found:
            add(draft, at, grid, row, columns)
        return None

    def _called(self, name: str, key: CaseColumn) -> list[Draft]:
        """The cases of that name, or of that title."""
        if key == SAK:
            return self.drafts.get(name, [])
        every = (each for same in self.drafts.values() for each in same)
        return [each for each in every if name and _title(each) == folded(name)]


def name_in(cell: object, key: CaseColumn) -> str:
    """What a row says the case is called that it belongs to."""
    return written_name(None if is_blank(cell) else cell_value(cell, key.type))


def orphan(case: str, found: int, there: str, known: Iterable[str]) -> Mistake:
    """A row that belongs to no case, or to nobody knows which of several.

    `there` is where the cases stand, in words.
    """
    if found:
        reason = f"{found} saker har tittelen {quoted(case)}"
    elif case:
        reason = f"saken {quoted(case)} står ikke {there}"
    else:
        reason = "raden sier ikke hvilken sak den hører til"
    return Mistake(ROW_WITHOUT_CASE, reason, suggestion(case, known))


def add(draft: Draft, at: At, grid: Grid, row: GridRow, columns: Sequence[Known]) -> None:
    """Give a draft the entry that stands in a row of its own."""
    said: Said = {}
    places: dict[tuple[str, ...], str] = {}
    empty: list[bool] = []
    for index, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        place = grid.place(row, index)
        if is_blank(cell):
            continue
        if isinstance(column, EntryColumn | EntryPartColumn):
            draft.note_ticks(cell, column.type, place)
            said[entry_key(column)] = cell_value(cell, column.type)
            places[entry_key(column)] = place
            empty.append(says_none(cell, column))
        elif isinstance(column, LostColumn):
            draft.lost(column, place)
        elif column is None:
            draft.stray(cell, f"{grid.sheet}: kolonne {column_letters(index)}", place)
    if empty and all(empty):
        draft.none(at, next(iter(places.values())))
    else:
        draft.entry(at, row.number, said, places)


def _above(grid: Grid, cell: object, column: int) -> object:
    """What stands in the cell; where it is merged with one above it, what stands there."""
    if not isinstance(cell, Unusable):
        return cell
    same = (each for each in grid.rows if cell.same_as == f"{column_letters(column)}{each.number}")
    return next((each.cells[column] for each in same), cell)


def _title(draft: Draft) -> str:
    return folded(written_name(draft.case.get(TITLE)))


def rejected_sheet(file: SourceFile, sheet: str, mistake: Mistake) -> Rejected:
    """A whole sheet that is not read."""
    return Rejected(file.name, sheet, sheet, "", mistake.reason, mistake.problem.code, mistake.help)
