"""Cases in an Excel workbook: one a row, with sheets for lists of records."""

from collections.abc import Container, Iterator
from io import BytesIO
from typing import Any

from attrs import frozen

from hjemmel.facts.cells import is_blank
from hjemmel.facts.excel_scan import NO_VALUE, Address, Scanned, scan_workbook
from hjemmel.facts.faults import Found, Mistake, Unusable, rejected_file
from hjemmel.facts.file_problems import EMPTY_FILE, MISSING_LIBRARY, UNREADABLE_FILE
from hjemmel.facts.grid import MARKS, Grid, GridRow, column_letters
from hjemmel.facts.headings import Headings
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.table_problems import BAD_CELL, MERGED_CELLS
from hjemmel.facts.wording import told
from hjemmel.facts.workbook import read_workbook

OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How old workbooks begin, and new ones that are locked with a password."""

Merged = tuple[Address, Address]


@frozen
class _Sheet:
    """A sheet as the library gives it."""

    name: str
    rows: list[list[object]]
    merged: list[Merged]
    hidden: bool


def read_excel(file: SourceFile, headings: Headings) -> Iterator[Found]:
    """The cases of a workbook."""
    grids = grids_of(file.data)
    if isinstance(grids, Mistake):
        yield rejected_file(file.name, grids)
    else:
        yield from read_workbook(file, grids, headings)


def grids_of(data: bytes) -> dict[str, Grid] | Mistake:
    """The sheets of a workbook, or why it cannot be read."""
    if not data:
        return Mistake(EMPTY_FILE, "filen er tom")
    if data.startswith(OLD_FORMAT):
        reason = "arbeidsboken er låst med passord eller lagret i et gammelt format"
        return Mistake(UNREADABLE_FILE, reason, "lagre den som .xlsx uten passord")
    found = scan_workbook(data)
    if isinstance(found, Mistake):
        return found
    sheets = _sheets(data)
    if isinstance(sheets, Mistake):
        return sheets
    if crossing := next(filter(_is_crossing, sheets), None):
        reason = f"arket «{crossing.name}» har celler som er slått sammen oppå hverandre"
        return Mistake(UNREADABLE_FILE, reason, "opphev alle sammenslåinger i arket")
    return {each.name: _grid(each, found.get(each.name, Scanned())) for each in sheets}


def _sheets(data: bytes) -> list[_Sheet] | Mistake:
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum
    except ImportError:
        return _MISSING
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            hidden = {each.name for each in workbook.sheets_metadata
                      if each.visible != SheetVisibleEnum.Visible}  # fmt: skip
            return [_sheet(workbook, each, hidden) for each in workbook.sheet_names]
    except CalamineError:
        return _UNREADABLE


def _sheet(workbook: Any, name: str, hidden: Container[str]) -> _Sheet:
    sheet = workbook.get_sheet_by_name(name)
    merged = [_upright(*each) for each in sheet.merged_cell_ranges or []]
    rows = sheet.to_python(skip_empty_area=False)
    return _Sheet(name, rows, merged, name in hidden)


def _upright(one: Address, other: Address) -> Merged:
    """A range from its upper left to its lower right corner, however the file has it."""
    (top, bottom), (left, right) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return (top, left), (bottom, right)


def _is_crossing(sheet: _Sheet) -> bool:
    """Merged ranges that come to more than all there is, as they only do across one another.

    Excel makes no such file, and every range would have to be gone through by itself.
    """
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    covered = (
        (min(bottom + 1, height) - top) * (min(right + 1, width) - left)
        for (top, left), (bottom, right) in sheet.merged
        if top < height and left < width
    )
    return sum(covered) > height * width


def _grid(sheet: _Sheet, scanned: Scanned) -> Grid:
    """The sheet's rows that are not blank, with what cannot be used marked where it stands."""
    unusable = _covered(sheet) | {at: _bad_cell(shown) for at, shown in scanned.bad.items()}
    height = max([len(sheet.rows), *(row + 1 for row, _ in unusable)])
    width = max([*map(len, sheet.rows), *(column + 1 for _, column in unusable)], default=0)
    cells = [[*row, *[None] * (width - len(row))] for row in sheet.rows]
    cells += [[None] * width for _ in range(height - len(cells))]
    for (row, column), each in unusable.items():
        cells[row][column] = each
    rows = (GridRow(number, each) for number, each in enumerate(cells, start=1))
    filled = tuple(each for each in rows if not all(map(is_blank, each.cells)))
    return Grid(filled, sheet.name, sheet.hidden, scanned.unseen)


def _covered(sheet: _Sheet) -> dict[Address, Unusable]:
    """The cells that a merged neighbour covers, where the merged cell says something."""
    covered: dict[Address, Unusable] = {}
    for (top, left), (bottom, right) in sheet.merged:
        if top >= len(sheet.rows) or left >= len(sheet.rows[top]):
            continue
        first = sheet.rows[top][left]
        if is_blank(first) or first in MARKS:
            continue
        merged = _merged(first, f"{column_letters(left)}{top + 1}")
        for row in range(top, min(bottom + 1, len(sheet.rows))):
            for column in range(left, min(right + 1, len(sheet.rows[row]))):
                covered[row, column] = merged
        del covered[top, left]
    return covered


def _bad_cell(shown: str) -> Unusable:
    reason = f"cellen har {shown}" if shown == NO_VALUE else f"cellen viser feilen {shown[:40]}"
    return Unusable(Mistake(BAD_CELL, reason, "rett formelen, eller skriv inn verdien"))


def _merged(first: object, place: str) -> Unusable:
    reason = f"cellen er slått sammen med {place}, der det står {told(first)}"
    hint = "opphev sammenslåingen, og skriv verdien i hver celle den gjelder for"
    return Unusable(Mistake(MERGED_CELLS, reason, hint), same_as=place)


_UNREADABLE = Mistake(
    UNREADABLE_FILE,
    "arbeidsboken kan ikke leses",
    "åpne den i Excel og lagre den på nytt som «Excel-arbeidsbok (.xlsx)»",
)
_MISSING = Mistake(
    MISSING_LIBRARY,
    "Excel kan ikke leses uten tillegget for Excel",
    'skriv pip install "hjemmel[excel]", eller lagre arket som CSV UTF-8',
)
