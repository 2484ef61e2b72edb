"""The sheets of a workbook: the cases, and the lists that belong to them."""

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from hjemmel.core.types import Listed, Row
from hjemmel.facts.cell_locations import At, Table, Tables
from hjemmel.facts.cells import cell_value, is_blank
from hjemmel.facts.columns import (
    CaseColumn,
    EntryColumn,
    EntryPartColumn,
    Known,
    LostColumn,
    case_columns,
    entry_columns,
)
from hjemmel.facts.draft import Draft, Said, entry_key, says_none
from hjemmel.facts.faults import Edition, Found, Mistake, Note, Rejected, Unread
from hjemmel.facts.file_problems import DUPLICATE_KEY, EMPTY_FILE
from hjemmel.facts.grid import Grid, GridRow, column_letters
from hjemmel.facts.names import (
    canonical,
    composed,
    folded,
    listed,
    nearest,
    one_line,
    quoted,
    suggestion,
)
from hjemmel.facts.schema import CASE_ID
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.table import drafts, header_faults, known_columns, lost_columns
from hjemmel.facts.table_problems import ROW_WITHOUT_CASE
from hjemmel.facts.value_problems import UNKNOWN_KEY
from hjemmel.facts.vocabulary import Vocabulary

CASES = "saker"
WORDS = "verdier"
"""The template's own sheet of allowed values; nothing is read from it."""

READ_FIRST = "Les meg først"
"""The template's own sheet of advice. Of it is read which rulebook it was made from."""

RULEBOOK, FINGERPRINT = "Regelverk", "Regelverkets fingeravtrykk"
"""Stand in its first column, and what they are in the second."""

_OWN = (WORDS, READ_FIRST.casefold())

LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_COPY = re.compile(r"(?<=\w)[\s\d()_.~-]+$")
"""What is added to the name of a sheet that is a copy, or of another year."""

SAK = CaseColumn(CASE_ID)


def read_workbook(
    file: SourceFile, grids: Mapping[str, Grid], vocabulary: Vocabulary
) -> Iterator[Found]:
    """The cases, each with the entries of its lists."""
    yield from _edition(file, grids)
    main = _main(grids, vocabulary)
    if main and grids[main].hidden:
        yield Note(file.name, main, f"arket {quoted(main)} er skjult, men er det eneste med saker")
    grid = Grid(grids[main].rows, "") if main else Grid(())
    if grid.header is None:
        yield _rejected(file, main, Mistake(EMPTY_FILE, f"arket {quoted(main)} er tomt"))
        return
    meanings = case_columns(grid.header.cells, vocabulary)
    wrong = header_faults(grid, meanings, file.name)
    if wrong:
        yield from wrong
        return
    columns = known_columns(meanings)
    yield from lost_columns(grid, columns, file.name)
    tables = Tables(Table.of(main, grid, columns))
    lists = _Lists(file, main, vocabulary, _by_id(drafts(grid, columns, file, tables)), tables)
    if not lists.drafts:
        yield _rejected(file, main, Mistake(EMPTY_FILE, "det er ingen saker under overskriften"))
    yield from lists.sheets({name: each for name, each in grids.items() if name != main})
    for same in lists.drafts.values():
        for draft in same:
            yield draft.finish(frozenset(lists.partial))


def _main(grids: Mapping[str, Grid], vocabulary: Vocabulary) -> str:
    """The sheet of the cases: by its name, else the first that somebody has made.

    What nobody sees is not read in place of what everybody sees, whatever it is called.
    """
    names = [each for each in grids if each.strip().casefold() not in _OWN]
    seen = [each for each in names if not grids[each].hidden and not _list_of(each, vocabulary)]
    among = seen or names
    return next((each for each in among if each.strip().casefold() == CASES), "".join(among[:1]))


def _edition(file: SourceFile, grids: Mapping[str, Grid]) -> Iterator[Edition]:
    """The rulebook that the template was made from, where the sheet of advice is still there."""
    for name, grid in grids.items():
        if name.strip().casefold() == READ_FIRST.casefold():
            told = {each.cells[0]: each.cells[1] for each in grid.rows if len(each.cells) > 1}
            if isinstance(found := told.get(FINGERPRINT), str):
                yield Edition(file.name, name, str(told.get(RULEBOOK, "")), found.strip())


def list_sheets(vocabulary: Vocabulary) -> dict[str, At]:
    """The lists of records that may have a sheet of their own, by its name."""
    found: dict[str, At] = {}
    for record, shape in vocabulary.records.items():
        for key, declared in shape.fields.items():
            if isinstance(declared.type, Listed) and isinstance(declared.type.element, Row):
                found[_sheet_name(f"{record}.{key}", found)] = (record, key)
    return found


def _sheet_name(wanted: str, taken: Mapping[str, At]) -> str:
    """With the characters and the length that Excel allows, and unlike the others."""
    wanted = _NOT_IN_SHEET_NAMES.sub("-", wanted)
    name, number = wanted[:LONGEST_SHEET_NAME], 2
    while name in taken:
        name, number = f"{wanted[: LONGEST_SHEET_NAME - 3]}~{number}", number + 1
    return name


@frozen
class _Lists:
    """The reading of the lists' sheets into the drafts of the cases they belong to."""

    file: SourceFile
    main: str
    vocabulary: Vocabulary
    drafts: dict[str, list[Draft]]
    tables: Tables
    partial: set[At] = field(factory=set)

    def sheets(self, grids: Mapping[str, Grid]) -> Iterator[Rejected | Unread | Note]:
        """Take in all sheets but that of the cases."""
        of_list: dict[At, dict[str, Grid]] = {}
        for name, grid in grids.items():
            at = _list_of(name, self.vocabulary)
            if at is not None:
                of_list.setdefault(at, {})[name] = grid
            elif grid.rows and name.strip().casefold() not in _OWN:
                yield self._other(name, grid)
        for at, same in of_list.items():
            yield from self._list(at, same)

    def _other(self, name: str, grid: Grid) -> Unread | Note:
        """A sheet that is not read. One that may be meant for cases or entries costs them."""
        what = "er skjult, og er ikke lest" if grid.hidden else "er ikke lest"
        text = f"arket {quoted(name)} {what}; sakene er lest fra {quoted(self.main)}"
        meant = _meant(name, self.vocabulary)
        if not meant or (grid.hidden and _is_of_cases(name)):
            return Note(self.file.name, name, f"{text}.")
        hint = f"mente du {' eller '.join(map(quoted, meant))}?"
        if meant == [CASES]:
            hint = f"{hint} Alle saker står i ett ark."
        else:
            self.partial.update(list_sheets(self.vocabulary)[each] for each in meant)
            hint = f"{hint} Til det er rettet, regnes listen som kjent bare i del."
        return Unread(_rejected(self.file, name, Mistake(UNKNOWN_KEY, text, hint)))

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
            yield from self._entries(at, grid)

    def _several(self, at: At, filled: Mapping[str, Grid], seen: Mapping[str, Grid]) -> Rejected:
        which = f"bare {listed(seen)} er lest" if len(seen) == 1 else "ingen av dem er lest"
        reason = f"arkene {listed(filled)} gjelder samme liste, {quoted('.'.join(at))}; {which}"
        hint = "samle radene i ett ark. Til det er rettet, regnes listen som kjent bare i del."
        last = [*filled][-1]
        return _rejected(self.file, last, Mistake(DUPLICATE_KEY, reason, hint))

    def _entries(self, at: At, grid: Grid) -> Iterator[Rejected | Unread]:
        if grid.header is None:
            return
        meanings = entry_columns(grid.header.cells, at, self.vocabulary)
        wrong = header_faults(grid, meanings, self.file.name)
        if SAK not in meanings and not wrong:
            reason = "arket mangler kolonnen «sak», som sier hvilken sak hver rad hører til"
            wrong = [_rejected(self.file, grid.sheet or "", Mistake(UNKNOWN_KEY, reason))]
        if wrong:
            self.partial.add(at)
            yield from wrong
            return
        columns = known_columns(meanings)
        yield from lost_columns(grid, columns, self.file.name)
        self.tables.lists[at] = Table.of(grid.sheet, grid, columns)
        for row in grid.body():
            if (orphan := self._row(at, grid, row, columns)) is not None:
                self.partial.add(at)
                yield orphan

    def _row(self, at: At, grid: Grid, row: GridRow, columns: list[Known]) -> Rejected | None:
        sak = row.cells[columns.index(SAK)]
        case = _id(None if is_blank(sak) else cell_value(sak, SAK.type))
        if case not in self.drafts:
            return self._orphan(grid, row, case, columns.index(SAK))
        for draft in self.drafts[case]:
            _add(draft, at, grid, row, columns)
        return None

    def _orphan(self, grid: Grid, row: GridRow, case: str, column: int) -> Rejected:
        if case:
            reason = f"saken {quoted(case)} står ikke i arket «saker»"
        else:
            reason = "raden sier ikke hvilken sak den hører til"
        hint = suggestion(case, self.drafts) or "skriv navnet på saken slik det står der."
        hint += " Til det er rettet, regnes listene i arket som kjent bare i del."
        record, place = grid.record(row), grid.place(row, column)
        code = ROW_WITHOUT_CASE.code
        return Rejected(self.file.name, record, place, CASE_ID, reason, code, hint)


def _add(draft: Draft, at: At, grid: Grid, row: GridRow, columns: list[Known]) -> None:
    said: Said = {}
    places: dict[tuple[str, ...], str] = {}
    empty: list[bool] = []
    for index, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        place = grid.place(row, index)
        if is_blank(cell):
            continue
        if isinstance(column, EntryColumn | EntryPartColumn):
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


def _by_id(found: Iterator[Draft]) -> dict[str, list[Draft]]:
    """The drafts by the name of their case; a name that comes twice is judged later."""
    by_id: dict[str, list[Draft]] = {}
    for each in found:
        by_id.setdefault(_id(each.case.get(CASE_ID)) or each.default_id, []).append(each)
    return by_id


def _id(raw: object) -> str:
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        return ""
    return one_line(composed(str(raw)))


def _list_of(name: str, vocabulary: Vocabulary) -> At | None:
    """The list whose sheet has the name; Excel takes capitals and small letters for the same."""
    wanted = folded(canonical(name))
    found = [at for short, at in list_sheets(vocabulary).items()
             if wanted in (folded(short), folded(".".join(at)))]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _is_of_cases(name: str) -> bool:
    return folded(name) == CASES


def _meant(name: str, vocabulary: Vocabulary) -> list[str]:
    """The sheets that may be meant, whatever number a copy has; a list by its name alone too."""
    lists = list_sheets(vocabulary)
    known = (CASES, *(at[1] for at in lists.values()), *lists)
    close = nearest(_COPY.sub("", name), known, 1)
    if close == (CASES,):
        return [CASES]
    return [short for short, at in lists.items() if set(close) & {short, at[1]}]


def _rejected(file: SourceFile, sheet: str, mistake: Mistake) -> Rejected:
    return Rejected(file.name, sheet, sheet, "", mistake.reason, mistake.problem.code, mistake.help)
