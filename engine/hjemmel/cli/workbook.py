"""Verdicts as an Excel workbook."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from hjemmel.source.shown import shown

_MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - the library knows no time zones
"""A fixed day, so that the same verdicts always give the same file."""
MOST_ROWS, LONGEST_CELL = 1_048_576, 32_767
"""What a sheet and a cell have room for in Excel."""

_WIDTHS = (14, 40, 11, 32, 30, 12, 11, 14, 22, 14, 20, 50, 60)


def too_long(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], str] | None:
    """The first row with a text that no cell has room for, and the name of its column."""
    for row in rows:
        for name, text in zip(rows[0], row, strict=True):
            if len(text) > LONGEST_CELL // 8 and len(shown(text)) > LONGEST_CELL:
                return row, name
    return None


def verdict_workbook(rows: Sequence[tuple[str, ...]]) -> bytes:
    """A sheet, and more where there are more rows, with a header that stays and a filter.

    Texts are written as texts: what looks like a formula or a number stays as it is. None may be
    too long for a cell (see `too_long`).
    """
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False,
                                      "strings_to_urls": False}) as book:  # fmt: skip
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True, "bottom": 1})
        room = MOST_ROWS - 1
        for number, start in enumerate(range(1, max(len(rows), 2), room), start=1):
            sheet = book.add_worksheet("verdikter" if number == 1 else f"verdikter {number}")
            _fill(sheet, (rows[0], *rows[start : start + room]), head)
    return buffer.getvalue()


def _fill(sheet: Any, rows: Sequence[tuple[str, ...]], head: Any) -> None:
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            shape = head if number == 0 else None
            # The library says so, and nothing more, where it drops a row or cuts a text.
            if sheet.write_string(number, column, shown(text), shape):
                raise ValueError(f"no room for row {number + 1}, column {column + 1}")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows) - 1, 1), len(_WIDTHS) - 1)
