"""A case being put together from the cells of a table."""

from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.core.types import Type, type_of_presence
from hjemmel.facts.annotated_values import AT_LEAST, VALUE
from hjemmel.facts.cell_locations import At, Whereabouts
from hjemmel.facts.cells import NONE, cell_value, is_blank, items, ticks
from hjemmel.facts.columns import (
    CaseColumn,
    Column,
    EntryColumn,
    EntryPartColumn,
    FieldColumn,
    LostColumn,
    PartColumn,
    PresenceColumn,
)
from hjemmel.facts.faults import Fault, Mistake, Origin, Path, RawCase, Remark, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.names import quoted
from hjemmel.facts.table_problems import UNEQUAL_LENGTHS
from hjemmel.facts.value_problems import BAD_WRAPPER, UNKNOWN_KEY, WRONG_TYPE
from hjemmel.facts.wording import told

Members = dict[str, object]
Said = dict[tuple[str, ...], object]
"""What the cells say of one entry, by field, or by field and part."""

Beside = EntryColumn | EntryPartColumn
Numbered = dict[int, dict[Beside, tuple[object, str]]]
"""Of each entry that has columns of its own, by its number, the cells and where they stand."""

_PARTIAL: dict[str, list[object]] = {AT_LEAST: []}


@frozen
class Draft:
    """What the cells have said so far."""

    file: str
    record: str
    default_id: str
    stands: Whereabouts
    case: Members = field(factory=dict)
    present: dict[str, bool] = field(factory=dict)
    values: dict[At, object] = field(factory=dict)
    parts: dict[At, Members] = field(factory=dict)
    side_by_side: dict[At, dict[Beside, list[object]]] = field(factory=dict)
    entries: dict[At, list[Members]] = field(factory=dict)
    places: dict[Path, str] = field(factory=dict)
    spoilt: dict[At, Unusable] = field(factory=dict)
    nones: dict[At, str] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    fatal: list[Fault] = field(factory=list)
    remarks: list[Remark] = field(factory=list)
    numbered: dict[At, Numbered] = field(factory=dict)
    partial: set[At] = field(factory=set)
    """The lists that may have entries which this case was not given."""

    def fault(self, path: Path, mistake: Mistake) -> None:
        """Note what is wrong at a place."""
        self.faults.append(Fault(path, mistake))

    def cell(self, cell: object, column: Column, place: str) -> None:
        """Take in a cell that is not blank."""
        kind = type_of_presence if isinstance(column, PresenceColumn) else column.type
        self.note_ticks(cell, kind, place)
        match column:
            case CaseColumn():
                self.places[(column.key,)] = place
                self.case[column.key] = _case_value(cell, column)
            case PresenceColumn(record):
                self.places.setdefault((record,), place)
                self._presence(column, cell)
            case FieldColumn(record, key, kind):
                self.places[record, key] = place
                self.values[record, key] = cell_value(cell, kind)
            case PartColumn(record, key, part):
                self.places[record, key, part] = place
                self.places.setdefault((record, key), place)
                self.parts.setdefault((record, key), {})[part] = cell_value(cell, column.type)
            case EntryColumn(record, key) | EntryPartColumn(record, key):
                self.places.setdefault((record, key), place)
                self._side_by_side(cell, column, place)
            case _:
                assert_never(column)

    def note_ticks(self, cell: object, kind: Type, place: str) -> None:
        """A mark is read as yes, and told."""
        for each in ticks(cell, kind):
            self.remark(place, f"{quoted(each)} er lest som ja")

    def remark(self, place: str, text: str) -> None:
        """Note something of a cell."""
        self.places[(place,)] = place
        self.remarks.append(Remark((place,), text))

    def stray(self, cell: object, heading: str, place: str) -> None:
        """Take note of a cell in a column without a heading."""
        self.places[(heading,)] = place
        mistake = Mistake(
            UNKNOWN_KEY,
            f"en celle uten overskrift har et innhold: {told(cell)}",
            "gi kolonnen en overskrift, eller tøm cellen",
        )
        self.fault((heading,), cell.mistake if isinstance(cell, Unusable) else mistake)

    def lost(self, column: LostColumn, place: str) -> None:
        """Take note of a cell in a column that nobody knows, where it leaves a fact open."""
        if column.spoils is not None:
            self.places.setdefault(column.spoils, place)
            self.spoilt[column.spoils] = Unusable(column.mistake)

    def none(self, at: At, place: str) -> None:
        """Take in «ingen» where an entry would stand: the list is empty."""
        self.places.setdefault(at, place)
        self.nones[at] = place

    def entry(self, at: At, row: int, said: Said, places: dict[tuple[str, ...], str]) -> None:
        """Add an entry, from a row of its own, to one of the case's lists."""
        found = self.entries.setdefault(at, [])
        for key, place in places.items():
            self.places[*at, len(found), *key] = place
            self.places.setdefault((*at, len(found), key[0]), place)
            self.places.setdefault(at, place)
        found.append(_members(at, said))
        self.stands.rows.setdefault(at, []).append(row)

    def finish(self, partial: frozenset[At] = frozenset()) -> RawCase:
        """The raw case. The `partial` lists may have entries that nobody could place."""
        for at, columns in self.side_by_side.items():
            self._pair(at, columns)
        raw = dict(self.case)
        groups: dict[str, Members] = {record: {} for record in self.present}
        told = (*self.values, *self.parts, *self.entries, *self.nones, *self.spoilt, *self.partial)
        for at in dict.fromkeys(told):
            value = self._value(at, at in partial or at in self.partial)
            groups.setdefault(at[0], {})[at[1]] = value
        for record, members in groups.items():
            self._add(raw, record, members)
        origin = Origin(self.file, self.record, self.default_id, self.places, self.stands)
        found = tuple(self.faults), tuple(self.fatal), tuple(self.remarks)
        return RawCase(raw, origin, *found)

    def _add(self, raw: Members, record: str, members: Members) -> None:
        if self.present.get(record, True):
            raw[record] = members
        elif members:
            reason = "raden sier at saken ikke har denne gruppen, men gir opplysninger i den"
            self._stop(record, Mistake(WRONG_TYPE, reason, "skriv «ja», eller tøm cellene"))

    def _stop(self, record: str, mistake: Mistake) -> None:
        """Note what leaves it open whether the case has a record."""
        self.fatal.append(Fault((record,), mistake))

    def _presence(self, column: PresenceColumn, cell: object) -> None:
        match cell_value(cell, type_of_presence):
            case False if not column.optional:
                reason = f"{quoted(column.record)} er ikke valgfri, så en sak kan ikke være uten"
                self._stop(column.record, Mistake(WRONG_TYPE, reason, "tøm cellen"))
            case bool(said):
                self.present[column.record] = said
            case Unusable(mistake):
                self._stop(column.record, mistake)
            case _:  # whatever else stands in the cell says neither yes nor no
                reason = f"venter ja eller nei, fikk {told(cell)}"
                self._stop(column.record, Mistake(WRONG_TYPE, reason))

    def _side_by_side(self, cell: object, column: Beside, place: str) -> None:
        at, key = (column.record, column.list), entry_key(column)
        if isinstance(cell, Unusable):
            self.places[at] = place
            self.spoilt[at] = cell
            return
        if column.number:
            self.numbered.setdefault(at, {}).setdefault(column.number, {})[column] = (cell, place)
            return
        found = items(cell)
        for index in range(len(found)):
            self.places[*at, index, *key] = place
            self.places.setdefault((*at, index, column.field), place)
        self.side_by_side.setdefault(at, {})[column] = found

    def line_up(self) -> None:
        """Entries in columns of their own become such as stand side by side."""
        for at, entries in self.numbered.items():
            if at in self.side_by_side:
                reason = "listen er gitt både i nummererte kolonner og i andre"
                self._spoil(at, Mistake(DUPLICATE_KEY, reason, "bruk bare den ene måten"))
                continue
            told = [entries[number] for number in sorted(entries)]
            plain = {evolve(column, number=0) for each in told for column in each}
            self.side_by_side[at] = {column: [""] * len(told) for column in sorted_by_name(plain)}
            self.stands.numbers[at] = sorted(entries)
            for index, each in enumerate(told):
                for column, (cell, place) in each.items():
                    self.side_by_side[at][evolve(column, number=0)][index] = cell
                    self.places[*at, index, *entry_key(column)] = place
                    self.places.setdefault((*at, index, column.field), place)
        self.numbered.clear()

    def _pair(self, at: At, columns: dict[Beside, list[object]]) -> None:
        """Side by side in columns becomes one after another."""
        if all(len(each) == 1 and says_none(each[0], key) for key, each in columns.items()):
            self.nones[at] = self.places[at]
            return
        lengths = {len(each) for each in columns.values()}
        if len(lengths) > 1:
            told_lengths = ", ".join(
                f"{'.'.join(entry_key(key))} har {len(each)}" for key, each in columns.items()
            )
            reason = f"kolonnene i listen har ulikt antall ledd: {told_lengths}"
            hint = "skriv like mange ledd i hver, med tom plass der verdien er ukjent: «A; ; C»"
            self._spoil(at, Mistake(UNEQUAL_LENGTHS, reason, hint))
            return
        if at in self.entries:
            reason = "listen er gitt både i kolonner og i sitt eget ark"
            self._spoil(at, Mistake(DUPLICATE_KEY, reason, "bruk bare den ene måten"))
            return
        for index in range(lengths.pop()):
            said = {
                entry_key(column): cell_value(found[index], column.type)
                for column, found in columns.items()
                if not is_blank(found[index])
            }
            self.entries.setdefault(at, []).append(_members(at, said))

    def _spoil(self, at: At, mistake: Mistake) -> None:
        self.spoilt[at] = Unusable(mistake)

    def _value(self, at: At, is_partial: bool) -> object:
        if at in self.spoilt:
            return self.spoilt[at]
        is_list = at in self.entries or at in self.nones
        value = self._listed(at, is_partial) if is_list else self.values.get(at)
        if is_partial and value in ([], None):
            value = _PARTIAL
        return _wrapped(value, self.parts.get(at, {}), at)

    def _listed(self, at: At, is_partial: bool) -> object:
        entries = self.entries.get(at, [])
        said = self.values.get(at)
        if isinstance(said, Unusable):
            return said
        if entries and at in self.nones:
            reason = f"«ingen» står i listen ({self.nones[at]}), men den har også oppføringer"
            hint = "ta bort «ingen», eller oppføringene"
            return Unusable(Mistake(DUPLICATE_KEY, reason, hint))
        agrees = said == _PARTIAL if entries else said == []
        if said is not None and not agrees:
            reason = "cellen for listen sier noe annet enn oppføringene i listen"
            hint = "la cellen stå tom, eller skriv «minst» hvis listen ikke er fullstendig"
            return Unusable(Mistake(DUPLICATE_KEY, reason, hint))
        return {AT_LEAST: entries} if said == _PARTIAL or is_partial else entries


def sorted_by_name(columns: set[Beside]) -> list[Beside]:
    """In the same order every time."""
    return sorted(columns, key=entry_key)


def says_none(cell: object, column: Beside) -> bool:
    """Whether a cell says that there are no entries."""
    is_word = isinstance(cell, str) and cell.strip().casefold() == NONE
    return is_word and isinstance(column, EntryColumn) and column.may_say_none


def _case_value(cell: object, column: CaseColumn) -> object:
    """The name of a case may be a number in Excel, which makes one of every digit."""
    value = cell_value(cell, column.type)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def entry_key(column: Beside) -> tuple[str, ...]:
    """What a column says of each entry: a field, or a part of one."""
    if isinstance(column, EntryPartColumn):
        return column.field, column.part
    return (column.field,)


def _members(at: At, said: Said) -> Members:
    """An entry, with what is said about a fact wrapped around it."""
    members: Members = {}
    for key in dict.fromkeys(each[0] for each in said):
        parts = {each[1]: value for each, value in said.items() if each[0] == key and each[1:]}
        members[key] = _wrapped(said.get((key,)), parts, (*at, key))
    return members


def _wrapped(value: object, parts: Members, path: tuple[str, ...]) -> object:
    if not parts:
        return value
    if value is not None:
        return {VALUE: value, **parts}
    heading = ".".join(path)
    reason = f"«{next(iter(parts))}» er fylt ut, men ikke selve opplysningen"
    hint = f"fyll ut kolonnen {quoted(heading)}, eller tøm cellen"
    return Unusable(Mistake(BAD_WRAPPER, reason, hint))
