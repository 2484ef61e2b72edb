"""What a name in a rule refers to."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.core.nodes import Fact
from hjemmel.core.schema import (
    ASSESSMENTS,
    CASE,
    ELEMENT,
    FieldDeclaration,
    RecordDeclaration,
    Schema,
)
from hjemmel.core.types import Date, Row, Scalar
from hjemmel.source.span import NOWHERE, Span

THE_DAY = "vurderingsdagen"
THE_ENTRY = "oppføringen"


@frozen
class Found:
    """A fact that a name means, how it is written in full, and where it is declared."""

    fact: Fact
    written: str
    declared: Span


@frozen
class Bound:
    """An entry of a list that is in reach: its variable, and what the list holds."""

    variable: str
    element: Scalar | Row


def paths(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[Found]:
    """Every fact in reach by a path: «tjenestens type», or an entry's own field name."""
    yield Found(Fact(CASE, "vurderingsdato", Date()), THE_DAY, NOWHERE)
    for entry in bound:
        if isinstance(entry.element, Row):
            declaration = schema.record(entry.element.name)
            for each in declaration.fields if declaration else ():
                yield _found(entry.variable, each, each.name)
                if each.plural:
                    yield _found(entry.variable, each, each.plural)
        else:
            yield Found(Fact(entry.variable, ELEMENT, entry.element), THE_ENTRY, NOWHERE)
    for record in _of_the_case(schema):
        for each in record.fields:
            yield _found(record.key, each, f"{record.genitive} {each.name}")


def claims(schema: Schema, bound: tuple[Bound, ...]) -> Iterator[Found]:
    """Every fact in reach by a claim: «tjenesten har referansegruppe», «henvist»."""
    for entry in bound:
        if isinstance(entry.element, Row):
            declaration = schema.record(entry.element.name)
            for each in declaration.fields if declaration else ():
                yield _found(entry.variable, each, each.name)
    for record in _of_the_case(schema):
        for each in record.fields:
            yield _found(record.key, each, f"{record.definite} {each.name}")


def assessments(schema: Schema) -> tuple[FieldDeclaration, ...]:
    """Every assessment."""
    record = schema.record(ASSESSMENTS)
    return record.fields if record else ()


def record_named(schema: Schema, words: str) -> RecordDeclaration | None:
    """The record of the case with this name, in its plain or definite form."""
    folded = words.casefold()
    return next(
        (each for each in _of_the_case(schema)
         if folded in (each.key.replace("_", " ").casefold(), each.definite.casefold())),
        None,
    )  # fmt: skip


def record_names(schema: Schema) -> list[str]:
    """The definite forms of the case's records."""
    return [each.definite for each in _of_the_case(schema)]


def matching(options: Iterator[Found], words: str) -> list[Found]:
    """The options written just so, whatever their case; the innermost list wins."""
    folded = words.casefold()
    found = [each for each in options if each.written.casefold() == folded]
    return found[:1] if found and found[0].fact.subject not in ("", CASE) else found


def _of_the_case(schema: Schema) -> Iterator[RecordDeclaration]:
    return (each for each in schema.records if not each.entry and each.key != ASSESSMENTS)


def _found(subject: str, declared: FieldDeclaration, written: str) -> Found:
    return Found(Fact(subject, declared.key, declared.type), written, declared.span)
