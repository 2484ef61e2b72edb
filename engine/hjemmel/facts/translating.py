"""The file that says what columns mean, proposed for a table in which some have no known name."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve, frozen

from hjemmel.core.schema import Schema
from hjemmel.facts.cell_locations import At
from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import CaseColumn, EntryColumn, FieldColumn, LostColumn, Meaning
from hjemmel.facts.csv_file import sample
from hjemmel.facts.excel_file import grids_of
from hjemmel.facts.faults import Mistake, Rejected, rejected_file
from hjemmel.facts.file_problems import UNREADABLE_FILE
from hjemmel.facts.grid import Grid, column_letters
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import composed, one_line, quoted
from hjemmel.facts.proposals import Proposal, proposal
from hjemmel.facts.reading import Opened
from hjemmel.facts.sheet_roles import CASES, Roles, meant
from hjemmel.facts.source_file import TABLE, Place, unheeded
from hjemmel.facts.translation import COLUMNS
from hjemmel.facts.typed_cells import sample as typed_sample
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.files.refused import Refused

MOST_ROWS = 500
MOST_BYTES = 1_000_000_000
TABLES = (".csv", ".xlsx", ".parquet")
"""The files that have columns."""


@frozen
class Proposed:
    """A line of the file: a column, or where it has no heading a sheet, and what is proposed."""

    sheet: str
    heading: str
    proposal: Proposal


def proposed(place: Place, schema: Schema) -> list[Proposed] | Rejected:
    """A line for each column and sheet that is not known by its name."""
    headings = Headings(Vocabulary.of(schema))
    stream = place.open(MOST_BYTES)
    if isinstance(stream, Refused):
        return rejected_file(place.name, Mistake(UNREADABLE_FILE, stream.reason, stream.help))
    with stream:
        found = _lines(Opened(place, stream, unheeded), headings)
    return rejected_file(place.name, found) if isinstance(found, Mistake) else _once(iter(found))


def _lines(opened: Opened, headings: Headings) -> list[Proposed] | Mistake:
    """The lines, by what kind of table it is."""
    match opened.place.form:
        case ".csv":
            grid = sample(opened.streamed(), headings, MOST_ROWS)
            return list(_of_cases(grid, headings, None))
        case ".parquet":
            from hjemmel.facts.parquet_sample import of_parquet

            found = of_parquet(opened.stream, headings, MOST_ROWS)
            if isinstance(found, Mistake):
                return found
            return list(_unknown(found.grid, found.meanings, headings.vocabulary, None))
        case form if form == TABLE:
            table = opened.table().table
            grid = typed_sample(table, MOST_ROWS, opened.name)
            return list(_of_cases(grid, headings, None))
        case _:  # a workbook
            source = opened.whole()
            grids = source if isinstance(source, Mistake) else grids_of(source.data)
            if isinstance(grids, Mistake):
                return grids
            return list(_of_workbook(grids, Roles(headings)))


def written(lines: Sequence[Proposed]) -> str:
    """The file's text, with tabs between."""
    rows = [COLUMNS, *((each.sheet, each.heading, each.proposal.meaning, each.proposal.why)
                       for each in lines)]  # fmt: skip
    return "".join("\t".join(row) + "\n" for row in rows)


def _of_workbook(grids: Mapping[str, Grid], roles: Roles) -> Iterator[Proposed]:
    main = roles.main(grids)
    for name, grid in grids.items():
        at = roles.list_of(name)
        if name == main:
            yield from _of_cases(roles.cases(grid), roles.headings, name)
        elif at is not None:
            yield from _of_entries(roles.entries(grid, at), roles.headings, at)
        elif grid.rows and not roles.is_own(name):
            yield from _of_sheet(name, roles)


def _of_sheet(name: str, roles: Roles) -> Iterator[Proposed]:
    """A sheet that may be meant for a list."""
    close = [each for each in meant(name, roles.vocabulary) if each != CASES]
    if close:
        only = close[0] if len(close) == 1 else ""
        yield Proposed(
            name, "", Proposal(only, f"arket ligner {' eller '.join(map(quoted, close))}")
        )


def _of_cases(grid: Grid, headings: Headings, sheet: str | None) -> Iterator[Proposed]:
    if grid.header is not None:
        meanings = headings.of_cases(grid.header.cells, sheet)
        yield from _unknown(grid, meanings, headings.vocabulary, None)


def _of_entries(grid: Grid, headings: Headings, at: At) -> Iterator[Proposed]:
    if grid.header is not None:
        meanings = headings.of_entries(grid.header.cells, grid.sheet or "", at)
        yield from _unknown(grid, meanings, headings.vocabulary, at)


def _unknown(
    grid: Grid, meanings: Sequence[Meaning], vocabulary: Vocabulary, of: At | None
) -> Iterator[Proposed]:
    """The columns whose headings are not known, or missing over something."""
    taken = {_name(each) for each in meanings}
    for at, meaning in enumerate(meanings):
        cell = grid.header.cells[at] if grid.header else None
        values = [row.cells[at] for row in islice(grid.body(), MOST_ROWS) if at < len(row.cells)]
        is_filled = not all(map(is_blank, values))
        if not isinstance(meaning, (Mistake, LostColumn)) and (
            meaning is not None or not is_filled
        ):
            continue
        has_heading = isinstance(cell, str) and not is_blank(cell)
        heading = one_line(composed(str(cell))) if has_heading else f"kolonne {column_letters(at)}"
        found = proposal(heading if has_heading else "", values, vocabulary, of)
        if found.meaning and found.meaning in taken:
            found = Proposal("", f"{quoted(found.meaning)} er en annen kolonne")
        yield Proposed(grid.sheet or "", heading, found)


def _name(meaning: Meaning) -> str:
    """The whole name of a column that is known."""
    match meaning:
        case CaseColumn(key):
            return key
        case FieldColumn(record, key):
            return f"{record}.{key}"
        case EntryColumn(record, key, part, number=number):
            return f"{record}.{key}{f'[{number}]' if number else ''}.{part}"
        case _:  # never proposed
            return ""


def _once(lines: Iterator[Proposed]) -> list[Proposed]:
    """Of two columns with the same proposal, the first has it."""
    seen: set[tuple[str, str]] = set()
    found: list[Proposed] = []
    for each in lines:
        key = (each.sheet, each.proposal.meaning)
        if each.heading and each.proposal.meaning not in ("", "-") and key in seen:
            why = f"{quoted(each.proposal.meaning)} er foreslått for en annen kolonne"
            found.append(evolve(each, proposal=Proposal("", why)))
        else:
            seen.add(key)
            found.append(each)
    return found
