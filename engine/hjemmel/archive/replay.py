"""A row of a result as a case again, read from the file it came from."""

from hjemmel.archive.account import Account
from hjemmel.archive.parts import CASE, SOURCE, FoundRow
from hjemmel.archive.work import ROWS, is_table, opened
from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.facts.faults import RawCase
from hjemmel.facts.headings import Headings
from hjemmel.facts.parquet_file import batches, origin
from hjemmel.facts.reading import stream_cases
from hjemmel.facts.schema import decode, without_day
from hjemmel.facts.source_file import Place, unheeded
from hjemmel.facts.translation import Translation


def case_of(account: Account, found: FoundRow, headings: Headings, schema: Schema) -> Case:
    """The case as it stands in the file that it came from."""
    place = account.sources[account.pieces[found.part].source].place()
    case = _row(account, found, headings, place) if is_table(place) else (
        _named(account, found, headings.translation, place, schema))  # fmt: skip
    assert case is not None  # it was one when it was judged, and the file is as it was
    return case


def _row(account: Account, found: FoundRow, headings: Headings, place: Place) -> Case | None:
    path = place.path
    assert path is not None
    piece, told = account.pieces[found.part], opened(path, headings)
    first = piece.first_row
    groups = list(range(piece.first_group, piece.first_group + piece.groups))
    for batch in batches(told, ROWS, groups):
        if found.row < first + batch.num_rows:
            (row,) = batch.slice(found.row - first, 1).to_pylist()
            raw = RawCase(told.raw(row), origin(path.name, path.stem, found.row))
            raw = raw if account.is_own_day else without_day(raw)
            return decode(raw, headings.vocabulary).case
        first += batch.num_rows
    return None


def _named(
    account: Account, found: FoundRow, translation: Translation, place: Place, schema: Schema
) -> Case | None:
    per = None if account.is_own_day else account.judged_on
    read = stream_cases(place, schema, unheeded, translation, per)
    return next((each for each in read if isinstance(each, Case) and each.id == found.said[CASE]),
                None)  # fmt: skip


def is_of_a_file(account: Account, found: FoundRow) -> bool:
    """Whether a row came from a file, and so can be read again."""
    return account.sources[account.pieces[found.part].source].is_file


def is_as_it_was(account: Account, found: FoundRow) -> bool:
    """Whether the file that a row came from is there unchanged."""
    return account.sources[account.pieces[found.part].source].is_unchanged()


def where_from(found: FoundRow) -> str:
    """The file and the row that it came from."""
    return f"{found.said[SOURCE]}, rad {found.row}"
