"""How rules speak of what is declared, besides by its path: with a verb, or as a group."""

from collections.abc import Iterator

from hjemmel.check.names import is_definite
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Listed, Row
from hjemmel.syntax.verbs import begins_with_verb

WHAT_IT_IS = ("type", "slag")
"""The facts that say what the one whose they are is: «tjenesten er en …»."""


def verbs_of(field: FieldDeclaration) -> Iterator[str]:
    """What says the fact with a verb: its name, or the other form of it."""
    if begins_with_verb(field.name):
        yield field.name
    if field.form and not is_definite(field.form):
        yield field.form


def entry_of(schema: Schema, kind: Listed) -> RecordDeclaration | None:
    """What the entries of a list are, where they have facts of their own."""
    return schema.record(kind.element.name) if isinstance(kind.element, Row) else None


def group_names(
    schema: Schema, record: RecordDeclaration, field: FieldDeclaration
) -> Iterator[str]:
    """Every way to speak of the entries of a list that is no path of it."""
    yield field.name
    assert isinstance(field.type, Listed)
    entry = entry_of(schema, field.type)
    nouns = (entry.key.replace("_", " "), entry.many) if entry else ()
    whole = [f"{record.genitive} {field.name}"]
    whole += [field.form] if is_definite(field.form) else []
    for noun in filter(None, nouns):
        yield noun
        yield from (f"{noun} {joint} {each}" for joint in ("i", "av") for each in whole)
        yield from (f"{noun} {joint} {record.definite}" for joint in ("i", "av"))
