"""A row of a result as a case again, read from the table it came from."""

from pathlib import Path

from attrs import frozen

from hjemmel.archive.account import Account
from hjemmel.archive.parts import SOURCE, FoundRow
from hjemmel.archive.reasons import Key, Meaning
from hjemmel.archive.work import ROWS, opened
from hjemmel.facts.faults import RawCase
from hjemmel.facts.headings import Headings
from hjemmel.facts.parquet_file import batches, origin
from hjemmel.facts.schema import without_day


def raw_case(account: Account, found: FoundRow, headings: Headings) -> RawCase:
    """The case as it stands in its table."""
    piece = account.pieces[found.part]
    path = Path(account.sources[piece.source].path)
    told = opened(path, headings)
    first = piece.first_row
    groups = list(range(piece.first_group, piece.first_group + piece.groups))
    for batch in batches(told, ROWS, groups):
        if found.row < first + batch.num_rows:
            (row,) = batch.slice(found.row - first, 1).to_pylist()
            raw = RawCase(told.raw(row), origin(path.name, path.stem, found.row))
            return raw if account.is_own_day else without_day(raw)
        first += batch.num_rows
    raise AssertionError(found.row)


@frozen(eq=False)
class Said:
    """What a row of the result itself says of a norm."""

    outcome: str
    why: tuple[Meaning, ...]


def said(found: FoundRow, key: Key, norm: str) -> Said:
    """How the norm stands in the row, and what decides it or is missing."""
    return Said(found.said[norm], tuple(key.said(found.words(), norm)))


def is_as_it_was(account: Account, found: FoundRow) -> bool:
    """Whether the table that a row came from is there unchanged."""
    return account.sources[account.pieces[found.part].source].is_unchanged()


def where_from(found: FoundRow) -> str:
    """The file and the row that it came from."""
    return f"{found.said[SOURCE]}, rad {found.row}"
