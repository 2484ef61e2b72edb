"""The workbook to fill in: explanations, choices, and formats that keep Excel from guessing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from attrs import frozen

from hjemmel.core.schema import Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Enumerated,
    Fraction,
    Money,
    Registered,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts.grid import column_letters
from hjemmel.facts.names import canonical
from hjemmel.facts.template_columns import TemplateColumn, list_templates, sheet_columns
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.facts.workbook import CASES, WORDS, list_sheets

LAST_ROW = 5000
"""How far down the choices reach."""

MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""A fixed day, so that the same schema always gives the same file."""


def workbook(schema: Schema) -> bytes:
    """The workbook as bytes. Raises ImportError where the library is not installed."""
    import xlsxwriter

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": MADE.replace(tzinfo=None), "title": "Saker"})
    writing = _Writing(book, _choices(schema), _formats(book))
    writing.sheet(CASES, sheet_columns(schema))
    names = {at: name for name, at in list_sheets(Vocabulary.of(schema)).items()}
    for each in list_templates(schema):
        writing.sheet(names[canonical(each.record), canonical(each.key)], each.columns)
    writing.words()
    book.close()
    return buffer.getvalue()


def _choices(schema: Schema) -> dict[Type, Sequence[str]]:
    """What can be chosen from a list: all values of an enumeration or register."""
    found: dict[Type, Sequence[str]] = {Truth(): ("ja", "nei")}
    found |= {Enumerated(each.name): each.values for each in schema.enumerations}
    found |= {
        Registered(each.name): [entry.name for entry in each.entries] for each in schema.registers
    }
    return {kind: values for kind, values in found.items() if values}


def _formats(book: Any) -> dict[str, Any]:
    return {
        "heading": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
        "explanation": book.add_format(
            {"italic": True, "font_color": "#555555", "text_wrap": True, "valign": "top"}
        ),
        "text": book.add_format({"num_format": "@"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "number": book.add_format({}),
    }


@frozen
class _Writing:
    """The workbook under writing."""

    book: Any
    choices: dict[Type, Sequence[str]]
    formats: dict[str, Any]

    def sheet(self, name: str, columns: Sequence[TemplateColumn]) -> None:
        """One sheet with its headings and explanations."""
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(2, 1)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, max(14, len(column.heading) + 2), self._format(column.type))
            sheet.write_string(0, at, column.heading, self.formats["heading"])
            sheet.write_string(1, at, column.explanation, self.formats["explanation"])
            self._offer(sheet, at, column.type)

    def words(self) -> None:
        """The values to choose from, on a hidden sheet: a cell holds only 255 characters."""
        sheet = self.book.add_worksheet(WORDS)
        sheet.hide()
        for at, values in enumerate(self.choices.values()):
            for row, value in enumerate(values):
                sheet.write_string(row, at, value)

    def _offer(self, sheet: Any, at: int, kind: Type) -> None:
        """A list to choose from. It only warns, for other forms are allowed too."""
        wanted: Type = Truth() if isinstance(kind, Assessed) else kind
        values = self.choices.get(wanted)
        if values is None:
            return
        letters = column_letters(list(self.choices).index(wanted))
        source = f"={WORDS}!${letters}$1:${letters}${len(values)}"
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        rule |= {"error_title": "Ikke i listen", "error_message": "Velg helst fra listen."}
        sheet.data_validation(2, at, LAST_ROW, at, rule)

    def _format(self, kind: Type) -> Any:
        match kind:
            case Date():
                return self.formats["date"]
            case Year() | Whole() | Fraction() | Money():
                return self.formats["number"]
            case _:
                return self.formats["text"]
