"""Workbooks as people make them: titles, merged cells, formulas, and what is hidden."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from attrs import frozen
from xlsxwriter.utility import xl_cell_to_rowcol

Rows = Sequence[Sequence[object]]


@frozen
class Formula:
    """A formula, and what Excel shows for it: nothing where a program has not computed it."""

    text: str
    value: object = ""


@frozen
class Sheet:
    """Rows of cells from A1, ranges that are merged («A3:A5»), and what is not shown."""

    rows: Rows
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    hidden: bool = False


def save(path: Path, sheets: Mapping[str, Sheet | Rows]) -> Path:
    """Write a workbook. A merged range shows what stands in its first cell."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, told in sheets.items():
            sheet = told if isinstance(told, Sheet) else Sheet(told)
            made = book.add_worksheet(name)
            for at, row in enumerate(sheet.rows):
                for column, cell in enumerate(row):
                    _write(made, (at, column), cell, day)
            for each in sheet.merged:
                row, column = xl_cell_to_rowcol(each.partition(":")[0])
                made.merge_range(each, None)
                _write(made, (row, column), sheet.rows[row][column], day)
            for number in sheet.hidden_rows:
                made.set_row(number - 1, None, None, {"hidden": True})
            for letters in sheet.hidden_columns:
                made.set_column(f"{letters}:{letters}", None, None, {"hidden": True})
            if sheet.hidden:
                made.hide()
    return path


def _write(sheet: Any, at: tuple[int, int], cell: object, day: Any) -> None:
    match cell:
        case None | "":
            return
        case date():
            sheet.write_datetime(*at, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
        case Formula(text, value):
            sheet.write_formula(*at, text, None, value)
        case str():
            sheet.write_string(*at, cell)
        case _:
            sheet.write(*at, cell)
