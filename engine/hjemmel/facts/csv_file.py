"""Cases in CSV: one a row, as Excel and other programs write it in Norway."""

import csv
from collections.abc import Iterator
from io import StringIO

from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import case_columns
from hjemmel.facts.csv_text import unguarded
from hjemmel.facts.faults import Found, Mistake, Rejected, rejected_file
from hjemmel.facts.file_problems import BROKEN_SYNTAX, EMPTY_FILE
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.table import drafts, header_faults, known_columns, lost_columns
from hjemmel.facts.text_file import decode_text_file
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.facts.whereabouts import Table, Tables

DELIMITERS = ";,\t"
LONGEST_CELL = 1_000_000


def read_csv(file: SourceFile, vocabulary: Vocabulary) -> Iterator[Found]:
    """One case a row, below a row of headings."""
    text = decode_text_file(file.data)
    if isinstance(text, Mistake):
        yield rejected_file(file.name, text)
        return
    rows, rejected = _rows(text, file.name)
    grid = Grid(tuple(rows))
    if grid.header is not None:
        meanings = case_columns(grid.header.cells, vocabulary)
        wrong = header_faults(grid, meanings, file.name)
        yield from wrong
        if wrong:
            return
        columns = known_columns(meanings)
        yield from lost_columns(grid, columns, file.name)
        for draft in drafts(grid, columns, file, Tables(Table.of(None, grid, columns))):
            yield draft.finish()
    yield from rejected
    if not rejected and not any(grid.body()):
        yield rejected_file(file.name, Mistake(EMPTY_FILE, "det er ingen saker under overskriften"))


def _rows(text: str, name: str) -> tuple[list[GridRow], list[Rejected]]:
    """The rows, and those that are not whole."""
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[GridRow] = []
    rejected: list[Rejected] = []
    begins = 1
    try:
        for cells in lines:
            row = GridRow(begins, [unguarded(each) for each in cells])
            begins = lines.line_num + 1
            if all(is_blank(each) for each in cells):
                continue
            if rows and len(cells) != len(rows[0].cells):
                rejected.append(_uneven(name, row, len(rows[0].cells)))
            else:
                rows.append(row)
    except csv.Error as error:
        rejected.append(_broken(name, begins, str(error)))
    return rows, rejected


def _delimiter(text: str) -> str:
    """The delimiter that the first line uses most, outside quotation marks."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    plain = "".join(first.split('"')[::2])
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
