"""Verdicts as an Excel workbook."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from hjemmel.source.shown import shown

_MADE = datetime(2024, 1, 1)  # noqa: DTZ001 - the library knows no time zones
"""A fixed day, so that the same verdicts always give the same file."""
_WIDTHS = (14, 40, 11, 32, 30, 12, 11, 14, 22, 14, 20, 50, 60)


def verdict_workbook(rows: Sequence[tuple[str, ...]]) -> bytes:
    """One sheet, with a header that stays and a filter on every column.

    Texts are written as texts: what looks like a formula or a number stays as it is.
    """
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False,
                                      "strings_to_urls": False}) as book:  # fmt: skip
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet("verdikter")
        head = book.add_format({"bold": True, "bottom": 1})
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, shown(text), head if number == 0 else None)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(rows) - 1, 1), len(_WIDTHS) - 1)
    return buffer.getvalue()
