"""The tables of lists, read before the cases that their rows belong to."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from sys import intern

from attrs import evolve, field, frozen

from hjemmel.facts.cell_locations import At, Table
from hjemmel.facts.columns import CaseColumn
from hjemmel.facts.csv_file import entries_in
from hjemmel.facts.faults import (
    Found,
    Mistake,
    Note,
    RawCase,
    Rejected,
    Unread,
    rejected_file,
)
from hjemmel.facts.file_problems import EMPTY_FILE, UNREADABLE_FILE
from hjemmel.facts.grid import LINE, ROW, Grid, GridRow
from hjemmel.facts.header_row import as_entries
from hjemmel.facts.headings import Headings
from hjemmel.facts.held_lists import Key, Lists, ListTable, name_of, title_of
from hjemmel.facts.json_file import read_json, read_jsonl
from hjemmel.facts.json_rows import json_rows
from hjemmel.facts.list_rows import KEYS, SAK, name_in, orphan
from hjemmel.facts.names import folded, listed, quoted
from hjemmel.facts.row_kinds import aside, no_case
from hjemmel.facts.schema import CASE_ID
from hjemmel.facts.source_file import (
    LIST_FORMS,
    Open,
    OpenTable,
    Place,
    SourceFile,
    SourceStream,
    unheeded,
)
from hjemmel.facts.table import header_faults, known_columns, lost_columns
from hjemmel.facts.table_cases import Read
from hjemmel.facts.told_header import told_of_header
from hjemmel.facts.typed_cells import headed, rows, truths_in
from hjemmel.facts.value_problems import UNKNOWN_KEY
from hjemmel.files.refused import Refused

_NO_ROWS = Mistake(EMPTY_FILE, "det er ingen rader")
_MOST = 1_000_000_000_000

Told = Rejected | Unread | Note
Reading = Generator[Told, None, bool]
"""What is told; at the end whether all of a table is read, and each row has its case."""


@frozen(eq=False)
class Known:
    """The cases that there are: their names, and how many have each title."""

    names: frozenset[str]
    titles: Mapping[str, int]

    @classmethod
    def of(cls, found: Iterable[Found]) -> "Known":
        """The cases of a file, of which nothing else is kept."""
        names: set[str] = set()
        titles: Counter[str] = Counter()
        for each in found:
            if isinstance(each, RawCase):
                names.add(name_of(each))
                titles[folded(title_of(each))] += 1
        return cls(frozenset(names), titles)

    def count(self, key: Key) -> int:
        """How many cases are called so; a name is one case's, whoever else has taken it."""
        column, name = key
        return int(name in self.names) if column == SAK else self.titles.get(name, 0) if name else 0


def held(place: Place, headings: Headings, known: Known) -> Generator[Told, None, Lists]:
    """The entries of the place's lists."""
    gathering = _Gathering(place, headings, known)
    for at, each in place.lists.items():
        is_whole = yield from gathering.table(at, each)
        if not is_whole:
            gathering.partial.add(at)
    return Lists(gathering.rows, gathering.tables, frozenset(gathering.partial))


@frozen(eq=False)
class _Gathering:
    """The rows so far."""

    main: Place
    headings: Headings
    known: Known
    rows: dict[Key, list[tuple[ListTable, GridRow]]] = field(factory=dict)
    tables: dict[At, Table] = field(factory=dict)
    partial: set[At] = field(factory=set)

    def table(self, at: At, place: Place) -> Reading:
        """One table more."""
        source = place.open(_MOST)
        if isinstance(source, Refused):
            yield _file(place, Mistake(UNREADABLE_FILE, source.reason, source.help))
            return False
        yield Note(self.main.name, "", f"listen {quoted('.'.join(at))} er lest fra {place.name}")
        with source:
            found = _rows(source, place, self.headings, at)
            if isinstance(found, Mistake):
                yield _file(place, found)
                return False
            grid, below = found
            return (yield from self._below(at, place, evolve(grid, of=place.name), below))

    def _below(self, at: At, place: Place, grid: Grid, below: Iterator[Read]) -> Reading:
        if grid.header is None:
            yield from (each for each in below if isinstance(each, Rejected))
            yield _file(place, _NO_ROWS)
            return False
        meanings = self.headings.of_entries(grid.header.cells, place.stem, at)
        wrong = header_faults(grid, meanings, place.name)
        key = next((each for each in KEYS if each in meanings), None)
        if key is None and not wrong:
            reason = "tabellen mangler kolonnen «sak», som sier hvilken sak hver rad hører til"
            hint = "tjenestens tittel kan også brukes, i kolonnen «tittel»"
            wrong = [_file(place, Mistake(UNKNOWN_KEY, reason, hint))]
        if wrong or key is None:
            yield from wrong
            return False
        yield from told_of_header(grid, meanings, self.headings, place.name, place.stem)
        columns = known_columns(meanings)
        yield from lost_columns(grid, columns, place.name)
        self.tables[at] = Table.of(None, grid, columns)
        of = ListTable(at, grid, tuple(columns))
        is_whole = True
        for each in below:
            told = each if isinstance(each, Rejected) else self._row(of, each, key, place)
            if told is not None:
                is_whole = is_whole and isinstance(told, Note)
                yield told
        return is_whole

    def _row(self, of: ListTable, row: GridRow, key: CaseColumn, place: Place) -> Told | None:
        columns = of.columns
        if not any(True for _ in of.grid.facts_among((row,))):
            return None
        if why := no_case(of.grid, row, columns):
            return Note(place.name, "", aside(of.grid, row, why))
        case = name_in(row.cells[columns.index(key)], key)
        called = (key, case if key == SAK else folded(case))
        count = self.known.count(called)
        if count != 1:
            there = f"i {self.main.name}"
            fault = orphan(case, count, there, self.known.names)
            hint = self.main.chosen or fault.help or "skriv navnet på saken slik det står der."
            hint += " Til det er rettet, regnes listen som kjent bare i del."
            where = of.grid.record(row)
            return Rejected(place.name, where, where, CASE_ID, fault.reason, fault.problem.code,
                            hint)  # fmt: skip
        kept = GridRow(row.number, tuple(map(_kept, row.cells)))
        self.rows.setdefault(called, []).append((of, kept))
        return None


def _kept(cell: object) -> object:
    """Most texts in a table stand there many times, and are held once."""
    return intern(cell) if type(cell) is str else cell


def _rows(
    source: Open, place: Place, headings: Headings, at: At
) -> tuple[Grid, Iterator[Read]] | Mistake:
    """The headings of a list's table, and the rows below them."""
    if isinstance(source, OpenTable):
        return _of_table(source, place, headings, at)
    stream = SourceStream(place.name, place.stem, source, unheeded)
    match place.form:
        case ".csv":
            return entries_in(stream, as_entries(headings, place.stem, at))
        case ".parquet":
            from hjemmel.facts.parquet_file import table_of

            table = table_of(source)
            return table if isinstance(table, Mistake) else _of_table(table, place, headings, at)
        case ".jsonl":
            return json_rows(read_jsonl(stream), place.name, LINE)
        case ".json":
            whole = SourceFile(place.name, place.stem, source.read())
            return json_rows(read_json(whole), place.name, ROW)
        case _:
            hint = f"en liste leses fra filer som slutter på {listed(LIST_FORMS)}"
            return Mistake(UNREADABLE_FILE, f"den slutter på {quoted(place.form)}", hint)


def _of_table(
    table: OpenTable, place: Place, headings: Headings, at: At
) -> tuple[Grid, Iterator[Read]]:
    below: Iterator[Read] = rows(table, None, place.name)
    if not table.tells_truths:
        columns = known_columns(headings.of_entries(table.names, place.stem, at))
        below = truths_in(below, columns)
    return headed(table.names), below


def _file(place: Place, mistake: Mistake) -> Rejected:
    return rejected_file(place.name, mistake)
