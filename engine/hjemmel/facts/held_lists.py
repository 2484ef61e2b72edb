"""The entries of lists that stand in tables of their own, held until their cases come.

Cases are read one at a time, and the rows of their lists may stand anywhere in another table. So
those rows are held, by what they call their case, and no more of them than their cells.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from attrs import evolve, field, frozen

from hjemmel.case.statements import nowhere
from hjemmel.facts.annotated_values import AT_LEAST
from hjemmel.facts.case_rows import case_id, written_name
from hjemmel.facts.cell_locations import At, Path, Table, Tables, Whereabouts
from hjemmel.facts.columns import CaseColumn, Known
from hjemmel.facts.draft import Draft
from hjemmel.facts.faults import Mistake, Origin, RawCase, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.list_rows import SAK, TITTEL, add
from hjemmel.facts.names import canonical, folded
from hjemmel.facts.schema import CASE_ID, TITLE

Key = tuple[CaseColumn, str]
"""What a row calls its case: by its name, or by its title."""


@frozen(eq=False)
class ListTable:
    """The table of a list, whose columns are known."""

    at: At
    grid: Grid
    columns: tuple[Known, ...]


@frozen(eq=False)
class Lists:
    """The rows by what they call their case; `partial` are lists of which some are nobody's."""

    BY: ClassVar[CaseColumn] = SAK
    """Rows that say the same here may be one case, and are best read together."""

    rows: Mapping[Key, list[tuple[ListTable, GridRow]]] = field(factory=dict)
    tables: dict[At, Table] = field(factory=dict)
    partial: frozenset[At] = frozenset()

    def into(self, draft: Draft) -> None:
        """Give a case its entries."""
        name = case_id(draft) or draft.default_id
        for of, row in self._of(name, written_name(draft.case.get(TITLE))):
            add(draft, of.at, of.grid, row, of.columns)

    def onto(self, case: RawCase) -> RawCase:
        """The same of a case that is read already."""
        rows = list(self._of(name_of(case), title_of(case)))
        if not isinstance(case.raw, dict) or not (rows or self.partial):
            return case
        alone = Draft("", "", "", Whereabouts(Tables(Table(None, (), {}), self.tables), 0))
        for of, row in rows:
            add(alone, of.at, of.grid, row, of.columns)
        made = alone.finish(self.partial)
        assert isinstance(made.raw, dict)
        raw = _joined(case.raw, made.raw, self.partial)
        origin = _joined_origin(case.origin, made.origin)
        faults, remarks = (*case.faults, *made.faults), (*case.remarks, *made.remarks)
        return evolve(case, raw=raw, origin=origin, faults=faults, remarks=remarks)

    def _of(self, name: str, title: str) -> Iterator[tuple[ListTable, GridRow]]:
        yield from self.rows.get((SAK, name), ())
        if title:
            yield from self.rows.get((TITTEL, folded(title)), ())


NO_LISTS = Lists()


def name_of(case: RawCase) -> str:
    """What a case is called, as it is written."""
    told = case.raw.get(CASE_ID) if isinstance(case.raw, dict) else None
    return written_name(told) or case.origin.default_id


def title_of(case: RawCase) -> str:
    """Its title."""
    return written_name(case.raw.get(TITLE)) if isinstance(case.raw, dict) else ""


def _joined(
    raw: Mapping[str, object], more: Mapping[str, object], partial: frozenset[At]
) -> dict[str, object]:
    """A case with the lists that stand elsewhere, put into its records."""
    found = dict(raw)
    keys = {canonical(each): each for each in raw}
    for record in dict.fromkeys((*more, *(at[0] for at in partial))):
        told, lists = found.get(keys.get(record, record)), more.get(record, {})
        if told is not None and not isinstance(told, dict):
            continue  # what is no record is told of when it is decoded
        assert isinstance(lists, dict)
        members = dict(told or {})
        own = {canonical(each): each for each in members if isinstance(each, str)}
        for key, value in lists.items():
            members[own.get(key, key)] = _both(members.get(own.get(key, key)), value)
        for _, key in (at for at in partial if at[0] == record and at[1] not in lists):
            if isinstance(members.get(own.get(key, key)), list):
                members[own[key]] = {AT_LEAST: members[own[key]]}
        if told is not None or members:
            found[keys.get(record, record)] = members
    return found


def _both(said: object, entries: object) -> object:
    """What the case itself says of a list, and the entries that it has elsewhere."""
    if said is None or said == entries:
        return entries
    if said == {AT_LEAST: []} and isinstance(entries, list):
        return {AT_LEAST: entries}
    if isinstance(entries, Unusable):
        return entries
    reason = "listen er gitt både i saken og i sin egen tabell"
    return Unusable(Mistake(DUPLICATE_KEY, reason, "bruk bare den ene måten"))


def _joined_origin(of: Origin, more: Origin) -> Origin:
    """Where the parts of the case stand, and where those of its lists do."""
    lists = {path[:2] for path in more.places if len(path) > 1}

    def place_of(path: Path) -> str:
        keys = tuple(canonical(each) if isinstance(each, str) else each for each in path)
        return (more if keys[:2] in lists else of).place_of(path)

    places = nowhere if of.place_of is nowhere else place_of
    return evolve(of, place_of=places, elsewhere=more.places)
