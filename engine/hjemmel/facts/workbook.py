"""The sheets of a workbook: the cases, and the lists that belong to them."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from hjemmel.facts.case_rows import CaseRows, case_id
from hjemmel.facts.cell_locations import Table, Tables
from hjemmel.facts.draft import Draft
from hjemmel.facts.faults import Edition, Found, Mistake, Note
from hjemmel.facts.file_problems import EMPTY_FILE
from hjemmel.facts.grid import Grid
from hjemmel.facts.headings import Headings
from hjemmel.facts.joined_rows import are_one, join
from hjemmel.facts.list_rows import ListRows, rejected_sheet
from hjemmel.facts.names import quoted
from hjemmel.facts.sheet_roles import READ_FIRST, Roles
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.table import header_faults, known_columns, lost_columns
from hjemmel.facts.told_header import not_read, told_of_header

RULEBOOK, FINGERPRINT = "Regelverk", "Regelverkets fingeravtrykk"
"""Stand in the first column of the sheet of advice, and what they are in the second."""


def read_workbook(
    file: SourceFile, grids: Mapping[str, Grid], headings: Headings
) -> Iterator[Found]:
    """The cases, each with the entries of its lists."""
    roles = Roles(headings)
    yield from _edition(file, grids)
    yield from _said(file, grids, roles)
    main = roles.main(grids)
    if main and grids[main].hidden:
        yield Note(file.name, main, f"arket {quoted(main)} er skjult, men er det eneste med saker")
    grid = evolve(roles.cases(grids[main]), sheet="") if main else Grid(())
    if grid.header is None:
        yield rejected_sheet(file, main, Mistake(EMPTY_FILE, f"arket {quoted(main)} er tomt"))
        return
    meanings = headings.of_cases(grid.header.cells, main)
    wrong = header_faults(grid, meanings, file.name)
    if wrong:
        yield from wrong
        yield from not_read(wrong, file.name, main, file.name)
        return
    yield from told_of_header(grid, meanings, headings, file.name, main)
    columns = known_columns(meanings)
    yield from lost_columns(grid, columns, file.name)
    tables = Tables(Table.of(main, grid, columns))
    drafts: dict[str, list[Draft]] = {}
    rows = CaseRows(grid, columns, file, tables, main)
    for each in rows.through(grid.body()):
        if isinstance(each, Draft):
            drafts.setdefault(case_id(each) or each.default_id, []).append(each)
        else:
            yield each
    for same in drafts.values():
        yield from map(rows.told_of, _joined(same))
    lists = ListRows(file, main, roles, drafts, tables)
    if not drafts:
        yield rejected_sheet(
            file, main, Mistake(EMPTY_FILE, "det er ingen saker under overskriften")
        )
    yield from lists.sheets({name: each for name, each in grids.items() if name != main})
    for same in drafts.values():
        for draft in same:
            yield draft.finish(frozenset(lists.partial))


def _joined(same: list[Draft]) -> Iterator[Draft]:
    """The rows that are more of a case that began further up; they are no cases of their own.

    A row that says something else is one by its name, and the first may have what it tells of.
    """
    first, others = same[0], same[1:]
    for each in others:
        if case_id(first) == case_id(each) != "" and are_one(first, each):
            join(first, each)
            same.remove(each)
            yield each
        else:
            first.partial.update(each.side_by_side)


def _said(file: SourceFile, grids: Mapping[str, Grid], roles: Roles) -> Iterator[Note]:
    """The sheets that are read, or not, as somebody has said."""
    for name in grids:
        if (line := roles.said(name)) is not None:
            how = "leses arket ikke" if line.is_ignored else f"leses arket som {line.meaning}"
            yield Note(file.name, name, f"{how}, etter {roles.headings.translation.where(line)}")


def _edition(file: SourceFile, grids: Mapping[str, Grid]) -> Iterator[Edition]:
    """The rulebook that the template was made from, where the sheet of advice is still there."""
    for name, grid in grids.items():
        if name.strip().casefold() == READ_FIRST.casefold():
            told = {each.cells[0]: each.cells[1] for each in grid.rows if len(each.cells) > 1}
            if isinstance(found := told.get(FINGERPRINT), str):
                yield Edition(file.name, name, str(told.get(RULEBOOK, "")), found.strip())
