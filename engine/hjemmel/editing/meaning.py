"""What there is to say of a name, once it is known what it refers to."""

from typing import assert_never

from attrs import frozen

from hjemmel.check.heads import Head
from hjemmel.check.names import CASE_YEARS, THE_DAY
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
from hjemmel.check.types import shown
from hjemmel.core.schema import ASSESSMENTS, CASE, FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Enumerated, Registered, is_truth
from hjemmel.editing.declared import Declared
from hjemmel.source.span import Span
from hjemmel.syntax.tree import THE_ENTRY
from hjemmel.syntax.verbs import begins_with_verb


@frozen
class Meaning:
    """What stands at a place, from a column to before another, and what there is to say of it.

    `about` is what it is; `page` where in the documentation the words of the language stand.
    """

    start: int
    end: int
    about: str
    name: str
    type: str = ""
    holder: str = ""
    meaning: str = ""
    citations: tuple[str, ...] = ()
    declared: Span | None = None
    page: str = ""


def _year_called(of: CaseYear) -> str:
    return next(word for word, years in CASE_YEARS.items() if years == of.years)


def meaning_of(reference: Reference, span: Span, declared: Declared) -> Meaning | None:
    """What a name at a place refers to; None for texts, days and numbers, which say it all."""
    start, end, where = span.column, span.end, declared.places.declared(reference)
    match reference:
        case FactReference():
            return _fact(reference, span, declared)
        case Constant(value, Enumerated(name)):
            return Meaning(start, end, "verdi", str(value), f"av «{name}»", declared=where)
        case Constant(value, Registered(name)):
            return Meaning(start, end, "verdi", str(value), f"i «{name}»", declared=where)
        case Constant():
            return None
        case CaseYear():
            return Meaning(start, end, "årstall", _year_called(reference))
        case RecordReference(record):
            return _record(record, span, declared)
        case ListReference(kind):
            about = "begrep" if isinstance(kind, Enumerated) else "register"
            return Meaning(start, end, about, kind.name, declared=where)
        case BodyReference(name) | RoleReference(role=name):
            about = "rolle" if declared.schema.role(name) else "den som har det"
            return Meaning(start, end, about, name, declared=where)
        case NormReference(norms):
            heads = [head for head in declared.heads if head.id in norms]
            return norm_meaning(heads[0], start, end) if len(heads) == 1 else _norms(heads, span)
        case _:
            assert_never(reference)


def norm_meaning(head: Head, start: int, end: int) -> Meaning:
    """What there is to say of a norm that is named from a column to before another."""
    editions = head.anatomy.editions if head.anatomy else ()
    cited = [part.edition.cited for part in editions if part.edition]
    citations = [each for those in (head.cited, *cited) for each in those.in_words]
    return Meaning(start, end, head.kind, head.title, head.id,
                   citations=tuple(dict.fromkeys(citations)), declared=head.span)  # fmt: skip


def _norms(heads: list[Head], span: Span) -> Meaning | None:
    if not heads:
        return None
    names = ", ".join(head.reference for head in heads)
    return Meaning(span.column, span.end, "normer", names, declared=heads[0].span)


def _record(key: str, span: Span, declared: Declared) -> Meaning | None:
    record = declared.schema.record(key)
    if record is None:
        return None
    about = "oppføring" if record.entry else "del av saken"
    name = record.key.replace("_", " ") if record.entry else record.definite
    where = declared.places.declared(RecordReference(key))
    return Meaning(span.column, span.end, about, name, declared=where)


def _fact(fact: FactReference, span: Span, declared: Declared) -> Meaning:
    start, end, kind = span.column, span.end, shown(fact.type)
    where = declared.places.declared(fact)
    record = declared.schema.record(fact.record)
    field = record.field(fact.name) if record else None
    if record is None or field is None:
        name = THE_DAY if fact.subject == CASE else THE_ENTRY
        return Meaning(start, end, "opplysning", name, kind)
    if record.key == ASSESSMENTS:
        guides = "; ".join(field.guides)
        return Meaning(start, end, "vurdering", field.name, kind, field.holder, guides,
                       declared=where)  # fmt: skip
    name = _name(record, field)
    return Meaning(start, end, "opplysning", name, kind, field.holder, field.meaning, (), where)


def _name(record: RecordDeclaration, field: FieldDeclaration) -> str:
    """A fact as rules name it."""
    if record.entry:
        return field.name
    if not is_truth(field.type):
        return f"{record.genitive} {field.name}"
    joint = "" if begins_with_verb(field.name) else "er "
    return f"{record.definite} {joint}{field.name}"
