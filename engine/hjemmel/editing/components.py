"""The parts of what is written of a thing: whose it is, and the name itself.

«Tjenestens type» names two things: the service, by its genitive, and the fact, by its name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import assert_never

from attrs import evolve, frozen

from hjemmel.check.heads import Head
from hjemmel.check.references import (
    BodyReference,
    CaseYear,
    Constant,
    FactReference,
    ListReference,
    NormReference,
    RecordReference,
    Reference,
    RoleReference,
)
from hjemmel.check.tables import Use
from hjemmel.core.schema import ASSESSMENTS, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Enumerated, Listed, Registered, Row
from hjemmel.editing.declared import Declared
from hjemmel.source.span import Span


class Piece(Enum):
    """How much of a name stands there: «har ikke fått svar» parts «har fått svar» in two."""

    WHOLE = "whole"
    VERB = "verb"
    REST = "rest"


@frozen
class Component:
    """A name of a thing where it stands: the form of it that is used, as that is declared."""

    reference: Reference
    form: str
    span: Span
    piece: Piece = Piece.WHOLE


def same_thing(reference: Reference) -> Reference:
    """A reference as it is the same wherever the thing is named."""
    match reference:
        case FactReference():
            return evolve(reference, subject=reference.record)
        case RoleReference(role):
            return BodyReference(role)
        case _:  # the others say nothing of where they stand
            return reference


def components(use: Use, line: str, declared: Declared) -> Iterator[Component]:
    """The names that a use is made of; none where it is a number, a day or several norms."""
    phrase = line[use.span.column - 1 : use.span.end - 1]
    if isinstance(use.reference, FactReference):
        yield from _of_fact(use, phrase, declared.schema)
    else:
        thing = same_thing(use.reference)
        yield from _last(use, phrase, thing, forms_of(thing, declared))


def forms_of(thing: Reference, declared: Declared) -> tuple[str, ...]:
    """All the ways that a thing is declared to be written."""
    schema = declared.schema
    match thing:
        case FactReference():
            record = schema.record(thing.record)
            field = record.field(thing.name) if record else None
            return _some(field.name, field.plural, field.form) if field else ()
        case Constant(value, Enumerated(name)):
            term = schema.enumeration(name)
            definites = dict(zip(term.values, term.definites, strict=False))
            return _some(str(value), definites.get(str(value), ""))
        case Constant(value, Registered(name)):
            entries = schema.register(name).entries
            found = next((each for each in entries if each.name == value), None)
            return (found.name, *found.aliases) if found else ()
        case RecordReference(key):
            record = schema.record(key)
            return forms_of_record(record) if record else ()
        case ListReference(kind):
            return (kind.name,)
        case BodyReference(name) | RoleReference(role=name):
            return (name,)
        case NormReference(norms):
            head = only_norm(norms, declared.heads)
            return (head.title,) if head else ()
        case Constant() | CaseYear():
            return ()
        case _:
            assert_never(thing)


def only_norm(norms: tuple[str, ...], heads: Sequence[Head]) -> Head | None:
    """The norm that is named, where it is one by itself."""
    return next((each for each in heads if (each.id,) == norms), None)


def forms_of_record(record: RecordDeclaration) -> tuple[str, ...]:
    """What a part of the case, or an entry, is called."""
    name = record.key.replace("_", " ")
    if record.entry:
        one = record.one
        return _some(name, one, f"{one}s" if one else "", record.many)
    return _some(name, record.definite, record.genitive)


def _some(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, forms)))


def _of_fact(use: Use, phrase: str, schema: Schema) -> Iterator[Component]:
    assert isinstance(use.reference, FactReference)
    thing = same_thing(use.reference)
    assert isinstance(thing, FactReference)
    record = schema.record(thing.record)
    field = record.field(thing.name) if record else None
    if record is None or field is None:
        return
    forms = _some(field.name, field.plural, field.form)
    found = [*_last(use, phrase, thing, forms)] or [*_within(use, phrase, thing, forms)]
    found = found or [*_divided(use, phrase, thing, forms)]
    before = phrase[: found[0].span.column - use.span.column] if found else phrase
    for owner in _owners(record, field, schema):
        yield from _within(use, before, RecordReference(owner.key), forms_of_record(owner))
    yield from found


def _owners(
    record: RecordDeclaration, field: FieldDeclaration, schema: Schema
) -> Iterator[RecordDeclaration]:
    """What may be named before a fact: whose it is, and of a list the entries that it has."""
    if record.key != ASSESSMENTS:
        yield record
    if isinstance(field.type, Listed) and isinstance(field.type.element, Row):
        entries = schema.record(field.type.element.name)
        yield from (entries,) if entries else ()


def _within(use: Use, phrase: str, thing: Reference, forms: Sequence[str]) -> Iterator[Component]:
    return _longest(use, phrase, thing, forms, _anywhere)


def _last(use: Use, phrase: str, thing: Reference, forms: Sequence[str]) -> Iterator[Component]:
    return _longest(use, phrase, thing, forms, _ends)


def _longest(
    use: Use, phrase: str, thing: Reference, forms: Sequence[str],
    where: Callable[[str], re.Pattern[str]],
) -> Iterator[Component]:  # fmt: skip
    """The longest form that stands there, if any does."""
    for form in sorted(forms, key=len, reverse=True):
        found = where(form).search(phrase) if _may_hold(phrase, form) else None
        if found:
            yield _component(use, thing, form, found, Piece.WHOLE)
            return


def _divided(use: Use, phrase: str, thing: Reference, forms: Sequence[str]) -> Iterator[Component]:
    """The two halves of a name that «ikke» stands within."""
    for form in forms:
        verb, _, rest = form.partition(" ")
        for half, piece in ((rest, Piece.REST), (verb, Piece.VERB)):
            found = _ends(half).search(phrase) if half else None
            if found:
                yield _component(use, thing, form, found, piece)
                return


def _component(
    use: Use, thing: Reference, form: str, found: "re.Match[str]", piece: Piece
) -> Component:
    start = use.span.column + found.start(1)
    end = use.span.column + found.end(1)
    return Component(thing, form, evolve(use.span, column=start, end=end), piece)


def _may_hold(phrase: str, form: str) -> bool:
    """Whether the last word of a form is in a phrase at all, which is quick to tell."""
    return form.rsplit(" ", 1)[-1].casefold() in phrase.casefold()


@lru_cache(maxsize=8192)
def _anywhere(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({spaced_out(form)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _ends(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({spaced_out(form)})(?=»?$)", re.IGNORECASE)


def spaced_out(words: str) -> str:
    """A pattern for some words with any number of blanks between them."""
    return " +".join(map(re.escape, words.split()))
