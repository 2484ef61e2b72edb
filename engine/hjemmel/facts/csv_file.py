"""Cases in CSV: one a row, as Excel and other programs write it in Norway."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain

from hjemmel.facts.cell_locations import Table, Tables
from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import Known, case_columns
from hjemmel.facts.csv_text import unguarded
from hjemmel.facts.faults import Found, Mistake, RawCase, Rejected, rejected_file
from hjemmel.facts.file_problems import BROKEN_SYNTAX, EMPTY_FILE
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.source_file import SourceStream
from hjemmel.facts.table import draft_of, header_faults, known_columns, lost_columns
from hjemmel.facts.text_lines import TextLines, flaw_beforehand
from hjemmel.facts.vocabulary import Vocabulary

DELIMITERS = ";,\t"
LONGEST_CELL = 1_000_000
_NO_CASES = Mistake(EMPTY_FILE, "det er ingen saker under overskriften")


def read_csv(file: SourceStream, vocabulary: Vocabulary) -> Iterator[Found]:
    """One case a row, below a row of headings; one is held at a time."""
    if (flaw := flaw_beforehand(file)) is not None:
        yield rejected_file(file.name, flaw)
        return
    rows = _rows(TextLines(file), file.name)
    grid, early = _head(rows)
    if grid.header is None:
        yield from early or [rejected_file(file.name, _NO_CASES)]
        return
    meanings = case_columns(grid.header.cells, vocabulary)
    wrong = header_faults(grid, meanings, file.name)
    if wrong:
        yield from wrong
        return
    columns = known_columns(meanings)
    yield from lost_columns(grid, columns, file.name)
    yield from early
    is_empty = not early
    for each in _body(rows, grid, columns, file):
        is_empty = False
        yield each
    if is_empty:
        yield rejected_file(file.name, _NO_CASES)


def _head(rows: Iterator[GridRow | Rejected]) -> tuple[Grid, list[Rejected]]:
    """The rows down to the headings, and those among them that are not whole."""
    rejected: list[Rejected] = []
    found: list[GridRow] = []
    for each in rows:
        if isinstance(each, Rejected):
            rejected.append(each)
            continue
        found.append(each)
        if Grid((each,)).header is not None:
            break
    return Grid(tuple(found)), rejected


def _body(
    rows: Iterator[GridRow | Rejected], grid: Grid, columns: Sequence[Known], file: SourceStream
) -> Iterator[RawCase | Rejected]:
    tables = Tables(Table.of(None, grid, columns))
    for each in rows:
        if isinstance(each, Rejected):
            yield each
        else:
            for row in grid.facts_among((each,)):
                yield draft_of(row, grid, columns, file, tables).finish()


def _rows(lines: TextLines, name: str) -> Iterator[GridRow | Rejected]:
    """The rows, and why one is not whole, or is the last that is read."""
    csv.field_size_limit(LONGEST_CELL)
    coming = iter(lines)
    blank = list(_until_text(coming))
    delimiter = _delimiter(blank[-1] if blank else "")
    reader = csv.reader(_ended(chain(blank, coming)), delimiter=delimiter, strict=True)
    width, begins = 0, 1
    try:
        for cells in reader:
            row = GridRow(begins, [unguarded(each) for each in cells])
            begins = reader.line_num + 1
            if all(is_blank(each) for each in cells):
                continue
            width = width or len(cells)
            yield row if len(cells) == width else _uneven(name, row, width)
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


def _delimiter(text: str) -> str:
    """The delimiter that the first line uses most, outside quotation marks."""
    plain = "".join(text.split('"')[::2])
    return max(DELIMITERS, key=plain.count)


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
