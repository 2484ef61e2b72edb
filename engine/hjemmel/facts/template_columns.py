"""The columns of the templates, in the order of the declarations."""

from typing import assert_never

from attrs import frozen

from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Months,
    Registered,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts.case_schema import explained
from hjemmel.facts.grid import EXPLANATION
from hjemmel.facts.names import listed

MOST_VALUES_TOLD = 12


@frozen
class TemplateColumn:
    """A column to fill in."""

    heading: str
    explanation: str
    type: Type


@frozen
class TemplateList:
    """A list of records with a sheet of its own."""

    record: str
    key: str
    columns: tuple[TemplateColumn, ...]


CASE_COLUMNS = (
    TemplateColumn("sak", EXPLANATION, Text()),
    TemplateColumn("tittel", "Sakens tittel. Tekst.", Text()),
    TemplateColumn("vurderingsdato", "Dagen saken skal vurderes etter. Dato.", Date()),
)


def sheet_columns(schema: Schema) -> list[TemplateColumn]:
    """One column for each fact of a case, and one for whether it has an optional record."""
    columns = list(CASE_COLUMNS)
    for record in schema.records:
        if not record.entry:
            columns += _presence(record)
            columns += [_column(f"{record.key}.{each.key}", each, schema) for each in record.fields]
    return columns


def table_columns(schema: Schema) -> list[TemplateColumn]:
    """The same for a file without further sheets: the entries of lists stand side by side."""
    lists = {f"{each.record}.{each.key}": each.columns for each in list_templates(schema)}
    columns: list[TemplateColumn] = []
    for column in sheet_columns(schema):
        columns.append(column)
        for each in lists.get(column.heading, ())[1:]:
            if not isinstance(each.type, Listed):
                explanation = f"{each.explanation} Én for hver oppføring, med ; mellom."
                heading = f"{column.heading}.{each.heading}"
                columns.append(TemplateColumn(heading, explanation, each.type))
    return columns


def list_templates(schema: Schema) -> list[TemplateList]:
    """The lists of records, each with the columns of its sheet."""
    return [
        TemplateList(record.key, declared.key, (CASE_COLUMNS[0], *_entry_columns(name, schema)))
        for record in schema.records
        if not record.entry
        for declared in record.fields
        if (name := _row_of(declared.type)) is not None
    ]


def headings(columns: list[TemplateColumn]) -> list[str]:
    """The first row."""
    return [each.heading for each in columns]


def explanations(columns: list[TemplateColumn]) -> list[str]:
    """The second row."""
    return [each.explanation for each in columns]


def _presence(record: RecordDeclaration) -> list[TemplateColumn]:
    if not record.optional:
        return []
    explanation = f"Har saken {record.key.replace('_', ' ')}? Ja, nei eller tom."
    return [TemplateColumn(record.key, explanation, Truth())]


def _entry_columns(name: str, schema: Schema) -> list[TemplateColumn]:
    record = schema.record(name)
    return [_column(each.key, each, schema) for each in record.fields] if record else []


def _column(heading: str, declared: FieldDeclaration, schema: Schema) -> TemplateColumn:
    explanation = f"{explained(declared)} {_form(declared.type, schema)}".strip()
    return TemplateColumn(heading, explanation, declared.type)


def _row_of(kind: Type) -> str | None:
    return kind.element.name if isinstance(kind, Listed) and isinstance(kind.element, Row) else None


def _form(kind: Type, schema: Schema) -> str:  # noqa: C901, PLR0912 - one line for each type
    match kind:
        case Truth():
            return "Ja eller nei."
        case Assessed(owner):
            return f"Vurdering av {owner}: ja eller nei."
        case Text():
            return "Tekst."
        case Date():
            return "Dato, som 15.03.2024, eller «ikke utført»."
        case Year():
            return "Årstall."
        case Whole():
            return "Helt tall."
        case Fraction():
            return "Tall, med komma før desimaler."
        case Money():
            return "Beløp i kroner."
        case Months():
            return "Tid, som «5 år» eller «18 måneder»."
        case Days():
            return "Tid, som «30 dager»."
        case Enumerated(name):
            return f"Én av: {listed(schema.enumeration(name).values)}."
        case Registered(name):
            return _register(name, schema)
        case Listed(element=Row()):
            return "Fyll ut listen. Her: tom, «ingen», eller «minst» hvis den er ufullstendig."
        case Listed(element=element):
            assert not isinstance(element, Row)
            return f"Liste med ; mellom, eller «ingen». Hvert ledd: {_form(element, schema)}"
        case _:
            assert_never(kind)


def _register(name: str, schema: Schema) -> str:
    entries = [each.name for each in schema.register(name).entries[:MOST_VALUES_TOLD]]
    return f"Navn fra registeret «{name}», som {listed(entries[:3])}."
