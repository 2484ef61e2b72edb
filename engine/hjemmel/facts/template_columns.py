"""The columns of the templates, in the order of the declarations."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from attrs import field, frozen

from hjemmel.core.schema import PRESENCE, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts import told_forms
from hjemmel.facts.annotated_values import DAY as DAY_ASSESSED
from hjemmel.facts.case_schema import explained
from hjemmel.facts.grid import EXPLANATION, PROVISION, QUESTION, RECORD
from hjemmel.facts.names import listed
from hjemmel.facts.provisions import Asked, provisions
from hjemmel.facts.questions import PARTS, capital, presence_question, question, title
from hjemmel.facts.schema import CASE_ID, DAY, TITLE
from hjemmel.facts.template_basis import TemplateBasis

MOST_VALUES_TOLD = 12


@frozen
class TemplateColumn:
    """A column to fill in, and what a template tells of it.

    `optional` are the columns of a record that a case need not have.
    """

    heading: str
    record: str
    question: str
    provision: str
    explanation: str
    type: Type
    optional: bool = field(default=False, kw_only=True)


@frozen
class TemplateList:
    """A list of records with a sheet of its own."""

    record: str
    key: str
    columns: tuple[TemplateColumn, ...]


_MARKED = TemplateColumn(CASE_ID, RECORD, QUESTION, PROVISION, EXPLANATION, Text())
"""The column of the case marks the rows above and below the headings as the template's own."""

CASE_COLUMNS = (
    _MARKED,
    TemplateColumn(
        TITLE, "Sak", "Hva heter saken?", "", f"Sakens tittel. {told_forms.TEXT}", Text()
    ),
    TemplateColumn(
        DAY,
        "Sak",
        "Hvilken dag skal saken vurderes etter?",
        "",
        told_forms.DAY,
        Date(),
    ),
)


def sheet_columns(basis: TemplateBasis) -> list[TemplateColumn]:
    """One column for each fact of a case, and one for whether it has an optional record."""
    making = _Making(basis, provisions(basis.program))
    columns = list(CASE_COLUMNS)
    for record in basis.program.schema.records:
        if not record.entry:
            columns += making.presence(record)
            columns += making.columns(record, title(record.key), f"{record.key}.")
    return columns


def table_columns(basis: TemplateBasis) -> list[TemplateColumn]:
    """The same for a file without further sheets: the entries of lists stand side by side."""
    lists = {f"{each.record}.{each.key}": each.columns for each in list_templates(basis)}
    columns: list[TemplateColumn] = []
    for column in sheet_columns(basis):
        columns.append(column)
        for each in lists.get(column.heading, ())[1:]:
            if not isinstance(each.type, Listed):
                explanation = f"{each.explanation} Én for hver oppføring, med ; mellom."
                heading = f"{column.heading}.{each.heading}"
                columns.append(
                    TemplateColumn(
                        heading, each.record, each.question, each.provision, explanation, each.type
                    )
                )
    return columns


def list_templates(basis: TemplateBasis) -> list[TemplateList]:
    """The lists of records, each with the columns of its sheet."""
    making = _Making(basis, provisions(basis.program))
    return [
        TemplateList(record.key, declared.key, (_MARKED, *making.entry(name, declared)))
        for record in basis.program.schema.records
        if not record.entry
        for declared in record.fields
        if (name := _row_of(declared.type)) is not None
    ]


def headings(columns: list[TemplateColumn]) -> list[str]:
    """The first row of a table."""
    return [each.heading for each in columns]


def explanations(columns: list[TemplateColumn]) -> list[str]:
    """The second row of a table: all that is told of each column."""
    return [
        each.explanation
        if each.explanation == EXPLANATION
        else " ".join(filter(None, (each.question, each.explanation, _in_brackets(each.provision))))
        for each in columns
    ]


def _in_brackets(text: str) -> str:
    return f"({text})" if text else ""


@frozen
class _Making:
    """The making of columns from declarations."""

    basis: TemplateBasis
    provisions: Mapping[Asked, str]

    def presence(self, record: RecordDeclaration) -> list[TemplateColumn]:
        """Whether the case has a record that it need not have."""
        if not record.optional:
            return []
        asked = self.provisions.get((record.key, PRESENCE), "")
        told = (title(record.key), presence_question(record), asked, told_forms.PRESENCE)
        return [TemplateColumn(record.key, *told, Truth())]

    def entry(self, name: str, declared: FieldDeclaration) -> Iterator[TemplateColumn]:
        """The columns of a list's own sheet."""
        record = self.basis.program.schema.record(name)
        if record is not None:
            yield from self.columns(record, capital(declared.name), "")

    def columns(
        self, record: RecordDeclaration, band: str, prefix: str
    ) -> Iterator[TemplateColumn]:
        """A column for each fact of a record, and for what is told of an assessment."""
        for each in record.fields:
            heading = f"{prefix}{each.key}"
            yield TemplateColumn(
                heading,
                band,
                question(record, each, self.basis.predicate),
                self.provisions.get((record.key, each.key), ""),
                _explanation(each, self.basis.program.schema),
                each.type,
                optional=record.optional,
            )
            if isinstance(each.type, Assessed):
                yield from _parts(heading, band, each.type)


def _parts(heading: str, band: str, kind: Assessed) -> Iterator[TemplateColumn]:
    for part, (asked, explanation) in PARTS.items():
        told = explanation.format(owner=kind.owner)
        form: Type = Date() if part == DAY_ASSESSED else Text()
        yield TemplateColumn(f"{heading}.{part}", band, asked, "", told, form)


def _explanation(declared: FieldDeclaration, schema: Schema) -> str:
    guides = f"Se etter: {'; '.join(declared.guides)}." if declared.guides else ""
    meaning = explained(declared)
    if declared.meaning:
        rest = meaning.removeprefix(declared.meaning)
        meaning = f"{capital(declared.meaning.rstrip('.'))}.{rest}"
    return " ".join(filter(None, (form(declared.type, schema), meaning, guides)))


def _row_of(kind: Type) -> str | None:
    return kind.element.name if isinstance(kind, Listed) and isinstance(kind.element, Row) else None


def form(kind: Type, schema: Schema) -> str:  # noqa: C901, PLR0912 - one line for each type
    """How a value of the type is written in a template."""
    match kind:
        case Truth():
            return told_forms.TRUTH
        case Assessed():
            return told_forms.ASSESSED
        case Text():
            return told_forms.TEXT
        case Date():
            return told_forms.ACT
        case Year():
            return told_forms.YEAR
        case Quarter():
            return told_forms.QUARTER
        case Month():
            return told_forms.MONTH
        case Whole():
            return told_forms.WHOLE
        case Fraction():
            return told_forms.FRACTION
        case Money():
            return told_forms.MONEY
        case Months():
            return told_forms.MONTHS
        case Days():
            return told_forms.DAYS
        case Enumerated(name):
            return f"{told_forms.VALUES}{listed(schema.enumeration(name).values)}."
        case Registered(name):
            return _register(name, schema)
        case Listed(element=Row()):
            return told_forms.ENTRIES
        case Listed(element=element):
            assert not isinstance(element, Row)
            return f"{told_forms.MEMBERS}{form(element, schema)}"
        case _:
            assert_never(kind)


def _register(name: str, schema: Schema) -> str:
    entries = [each.name for each in schema.register(name).entries[:MOST_VALUES_TOLD]]
    return f"{told_forms.REGISTER}{name}», som {listed(entries[:3])}."
