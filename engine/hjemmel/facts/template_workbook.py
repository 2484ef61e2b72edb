"""The workbook to fill in: questions, choices, and formats that keep Excel from guessing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from textwrap import wrap
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
from hjemmel.facts.schema import CASE_ID
from hjemmel.facts.sheet_roles import CASES, READ_FIRST, WORDS, list_sheets
from hjemmel.facts.template_advice import Advice, advice
from hjemmel.facts.template_basis import TemplateBasis
from hjemmel.facts.template_columns import TemplateColumn, list_templates, sheet_columns
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.facts.workbook import FINGERPRINT

LAST_ROW = 5000
"""How far down the choices reach."""

HEIGHTS = (16, 64, 38, 14, 60)
"""The rows of a sheet: what the facts belong to, questions, provisions, headings, explanations."""

FROZEN = 4
"""So many rows stay when one scrolls. What they take is room that the cases have not."""

NARROWEST, WIDEST = 14, 40
QUESTION_LINES, PROVISION_LINES = 4, 3
"""A column is just so wide that the question and the provisions have room in their rows."""

LONGEST_MESSAGE = 255
MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""A fixed day, so that the same rulebook always gives the same file."""


def workbook(basis: TemplateBasis) -> bytes:
    """The workbook as bytes. Raises ImportError where the library is not installed."""
    import xlsxwriter

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": MADE.replace(tzinfo=None), "title": "Saker"})
    schema = basis.program.schema
    names = {at: name for name, at in list_sheets(Vocabulary.of(schema)).items()}
    lists = [
        (names[canonical(each.record), canonical(each.key)], each.columns)
        for each in list_templates(basis)
    ]
    writing = _Writing(book, _choices(schema), _formats(book))
    writing.advice(advice(basis, [name for name, _ in lists]))
    for name, columns in ((CASES, sheet_columns(basis)), *lists):
        writing.sheet(name, columns)
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
    wrapped = {"text_wrap": True, "valign": "top"}
    small = {"font_size": 8, "font_color": "#555555"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "chapter": book.add_format({"bold": True, "top": 1}),
        "advice": book.add_format(wrapped),
        "band0": book.add_format({"bold": True, "bg_color": "#D9E2EC"}),
        "band1": book.add_format({"bold": True, "bg_color": "#EAE3D2"}),
        "question": book.add_format({"bold": True, **wrapped}),
        "provision": book.add_format({**wrapped, "font_size": 9}),
        "heading": book.add_format({**small, "bottom": 1, "num_format": "@"}),
        "explanation": book.add_format({"italic": True, "bottom": 1, **small, **wrapped}),
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

    def advice(self, rows: Sequence[Advice]) -> None:
        """The sheet that is read first. The fingerprint also has a name, for other programs."""
        sheet = self.book.add_worksheet(READ_FIRST)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 100)
        for at, (left, right) in enumerate(rows):
            chapter = "chapter" if at else "title"
            sheet.write_string(at, 0, left, self.formats["advice" if right else chapter])
            sheet.write_string(at, 1, right, self.formats["advice"])
            if left == FINGERPRINT:
                place = f"='{READ_FIRST}'!$B${at + 1}"
                self.book.define_name("regelverk_sha256", place)

    def sheet(self, name: str, columns: Sequence[TemplateColumn]) -> None:
        """One sheet, with what is told of each column around its heading."""
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(FROZEN, 1)
        sheet.outline_settings(True, True, False)
        for row, height in enumerate(HEIGHTS):
            sheet.set_row(row, height)
        for band, (_, group) in enumerate(groupby(enumerate(columns), lambda each: each[1].record)):
            for at, column in group:
                self._column(sheet, at, column)
                sheet.write_string(0, at, column.record, self.formats[f"band{band % 2}"])
                self._offer(sheet, name, at, column)

    def words(self) -> None:
        """The values to choose from, on a hidden sheet: a cell holds only 255 characters."""
        sheet = self.book.add_worksheet(WORDS)
        sheet.hide()
        for at, values in enumerate(self.choices.values()):
            for row, value in enumerate(values):
                sheet.write_string(row, at, value)

    def _column(self, sheet: Any, at: int, column: TemplateColumn) -> None:
        """Its width, and the texts. What not every case has can be folded away together."""
        folding = {"level": 1} if column.optional else {}
        sheet.set_column(at, at, width_of(column), self._format(column.type), folding)
        sheet.write_string(1, at, column.question, self.formats["question"])
        sheet.write_string(2, at, column.provision, self.formats["provision"])
        sheet.write_string(3, at, column.heading, self.formats["heading"])
        sheet.write_string(4, at, column.explanation, self.formats["explanation"])

    def _offer(self, sheet: Any, name: str, at: int, column: TemplateColumn) -> None:
        """How to fill a cell in, and a list to choose from where there is one.

        It only warns, for other forms are allowed too.
        """
        rule: dict[str, object] = {"validate": "any"}
        source = self._source(name, column)
        if source:
            rule = {"validate": "list", "source": source, "error_type": "warning"}
            rule |= {"error_title": "Ikke i listen", "error_message": "Velg helst fra listen."}
        if column.heading != CASE_ID:
            rule |= {"input_title": "Slik fyller du ut", "input_message": _short(column)}
        if len(rule) > 1:
            sheet.data_validation(len(HEIGHTS), at, LAST_ROW, at, rule)

    def _source(self, name: str, column: TemplateColumn) -> str:
        """Where the values stand; in the sheet of a list, a case is one of those that there are."""
        if column.heading == CASE_ID and name != CASES:
            return f"={CASES}!$A${len(HEIGHTS) + 1}:$A${LAST_ROW}"
        wanted: Type = Truth() if isinstance(column.type, Assessed) else column.type
        values = self.choices.get(wanted)
        if values is None:
            return ""
        letters = column_letters(list(self.choices).index(wanted))
        return f"={WORDS}!${letters}$1:${letters}${len(values)}"

    def _format(self, kind: Type) -> Any:
        match kind:
            case Date():
                return self.formats["date"]
            case Year() | Whole() | Fraction() | Money():
                return self.formats["number"]
            case _:
                return self.formats["text"]


def width_of(column: TemplateColumn) -> int:
    """The width at which the texts have room, with some to spare for wide letters."""

    def has_room(width: int) -> bool:
        longest = max(map(len, column.question.split()))
        question, provision = wrap(column.question, width), wrap(column.provision, width)
        return (
            longest <= width
            and len(question) <= QUESTION_LINES
            and len(provision) <= PROVISION_LINES
        )

    return 2 + next(filter(has_room, range(NARROWEST, WIDEST)), WIDEST)


def _short(column: TemplateColumn) -> str:
    text = column.explanation
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE - 1]}…"
