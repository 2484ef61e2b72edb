"""Cases in CSV: one a row, as Excel and other programs write it in Norway."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice

from attrs import evolve

from hjemmel.facts.cells import is_blank
from hjemmel.facts.csv_text import unguarded
from hjemmel.facts.faults import Found, Mistake, Rejected, rejected_file
from hjemmel.facts.file_problems import BROKEN_SYNTAX
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.header_row import FURTHEST, Ranking, as_cases, headed, is_sure
from hjemmel.facts.headings import Headings
from hjemmel.facts.held_lists import Lists
from hjemmel.facts.source_file import SourceStream
from hjemmel.facts.table_cases import NO_CASES, Read, cases_below
from hjemmel.facts.text_lines import TextLines, flaw_beforehand

DELIMITERS = ";,\t"
LONGEST_CELL = 1_000_000


def read_csv(file: SourceStream, headings: Headings, lists: Lists) -> Iterator[Found]:
    """One case a row, below a row of headings; one or two are held at a time."""
    if (flaw := flaw_beforehand(file)) is not None:
        yield rejected_file(file.name, flaw)
        return
    rank = as_cases(headings, None)
    rows = _rows(TextLines(file), file.name, rank)
    grid, below, early = _head(rows, rank)
    if grid.header is None:
        yield from early or [rejected_file(file.name, NO_CASES)]
        return
    yield from cases_below(grid, _whole(chain(below, rows), grid, file.name), headings, file, lists)


def entries_in(file: SourceStream, rank: Ranking) -> tuple[Grid, Iterator[Read]]:
    """The table of a list: its headings, and the rows below them."""
    if (flaw := flaw_beforehand(file)) is not None:
        return Grid(()), iter([rejected_file(file.name, flaw)])
    rows = _rows(TextLines(file), file.name, rank)
    grid, below, early = _head(rows, rank)
    return grid, chain(early, _whole(chain(below, rows), grid, file.name))


def sample(file: SourceStream, headings: Headings, most: int) -> Grid:
    """The headings and the first rows; nothing is told of what is wrong with any of them."""
    rank = as_cases(headings, None)
    found = islice(_rows(TextLines(file), file.name, rank), most)
    grid = headed(Grid(tuple(each for each in found if isinstance(each, GridRow))), rank)
    if grid.head is None or grid.header is None:
        return grid
    below, width = grid.rows[grid.head + 1 :], len(grid.header.cells)
    whole = (each for each in below if len(each.cells) == width)
    return evolve(grid, rows=(*grid.rows[: grid.head + 1], *whole))


def _head(rows: Iterator[Read], rank: Ranking) -> tuple[Grid, list[Read], list[Rejected]]:
    """The rows down to the headings, what is read below them already, and faults above."""
    found: list[Read] = []
    for each in rows:
        found.append(each)
        if len(found) >= FURTHEST or (isinstance(each, GridRow) and is_sure(each, rank)):
            break
    whole = tuple(each for each in found if isinstance(each, GridRow))
    faults = [each for each in found if isinstance(each, Rejected)]
    grid = headed(Grid(whole), rank)
    if grid.header is None or grid.head is None:
        return grid, [], faults
    at = found.index(grid.header)
    return evolve(grid, rows=whole[: grid.head + 1]), found[at + 1 :], faults


def _whole(rows: Iterable[Read], grid: Grid, name: str) -> Iterator[Read]:
    """The rows; of one that is not as wide as the headings is told."""
    width = len(grid.header.cells) if grid.header else 0
    for each in rows:
        if isinstance(each, Rejected) or len(each.cells) == width:
            yield each
        else:
            yield _uneven(name, each, width)


def _rows(lines: TextLines, name: str, rank: Ranking) -> Iterator[Read]:
    """The rows, and why one is not whole, or is the last that is read."""
    csv.field_size_limit(LONGEST_CELL)
    coming = iter(lines)
    first = list(_until_text(coming))
    delimiter = _delimiter(first[-1:])
    if first and not is_sure(GridRow(1, next(csv.reader(first[-1:], delimiter=delimiter))), rank):
        first += islice(coming, FURTHEST)
        delimiter = _delimiter(first)
    reader = csv.reader(_ended(chain(first, coming)), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            row = GridRow(begins, [unguarded(each) for each in cells])
            begins = reader.line_num + 1
            if not all(is_blank(each) for each in cells):
                yield row
    except csv.Error as error:
        if not lines.flaws:  # it is what broke a row off
            yield _broken(name, begins, str(error))
    for flaw in lines.flaws:
        yield rejected_file(name, flaw)


def _until_text(lines: Iterator[str]) -> Iterator[str]:
    """The lines up to the first with something in it."""
    for each in lines:
        yield each
        if each.strip("\r\n"):
            return


def _ended(lines: Iterable[str]) -> Iterator[str]:
    """The lines, also where they end with nothing but a carriage return."""
    for each in lines:
        if "\r" in each[:-2]:
            yield from StringIO(each, newline="")
        else:
            yield each


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter that most lines have as often as one another, outside quotation marks."""
    plain = ["".join(each.split('"')[::2]) for each in lines]
    return max(DELIMITERS, key=lambda sign: _agreement([each.count(sign) for each in plain]))


def _agreement(counts: Sequence[int]) -> tuple[int, int]:
    """How many lines have the commonest number of a sign, if they have any, and that number."""
    common = Counter(each for each in counts if each).most_common(1)
    return (common[0][1], common[0][0]) if common else (0, 0)


def _uneven(name: str, row: GridRow, width: int) -> Rejected:
    reason = f"linjen har {len(row.cells)} felt, men overskriften har {width}"
    hint = "sett tekster som inneholder skilletegnet, i anførselstegn"
    return rejected_file(name, Mistake(BROKEN_SYNTAX, reason, hint), f"linje {row.number}")


def _broken(name: str, line: int, why: str) -> Rejected:
    known = next((told for begins, told in _WHY if begins in why), "linjen er skrevet feil")
    reason = f"{known}; resten av filen er ikke lest"
    return rejected_file(name, Mistake(BROKEN_SYNTAX, reason), f"linje {line}")


_WHY = (
    ("unexpected end of data", "et anførselstegn som begynner her, mangler en slutt"),
    ("expected after", "etter et avsluttende anførselstegn må det stå et skilletegn"),
    ("field larger", "et felt er for langt; kanskje mangler et anførselstegn"),
    ("new-line character", "linjeskiftene i filen er blandet"),
)
