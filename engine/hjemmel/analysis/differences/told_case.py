"""A case as somebody would write it: read again, it is the same case."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hjemmel.analysis.boundaries.facts import in_units
from hjemmel.case.statements import (
    Assessment,
    Case,
    Content,
    Entries,
    Grade,
    Kind,
    NotDone,
    Pending,
    Record,
    Statement,
    Unreadable,
    Unrecognised,
)
from hjemmel.core.schema import FieldDeclaration, Schema
from hjemmel.core.types import Listed, Row, Scalar, Type
from hjemmel.source.moment import Moment

Raw = dict[str, Any]


def raw_of(case: Case, schema: Schema) -> Raw:
    """The case as data, by the names that a case has them under; without a day, if it has none."""
    found: Raw = {"vurderingsdato": case.day.isoformat()} if case.day else {}
    for key, record in case.records.items():
        declared = schema.record(key)
        assert declared is not None
        if record or declared.optional:  # one that every case has, says nothing while it is empty
            found[key] = _record(record, declared.fields, schema)
    return found


def _record(record: Record, fields: tuple[FieldDeclaration, ...], schema: Schema) -> Raw:
    types = {each.key: each.type for each in fields}
    told = {key: [each for each in of if _is_told(each)] for key, of in record.items()}
    return {key: _fact(of, types[key], schema) for key, of in told.items() if of}


def _is_told(of: Statement) -> bool:
    """What a register knows is not told, and what could not be read cannot be written again."""
    return not of.follows_from and not isinstance(of.content, Unreadable)


def _fact(told: Sequence[Statement], kind: Type, schema: Schema) -> Any:
    if len(told) > 1:
        return [_with_source(each, kind, schema) for each in told]
    (only,) = told
    if only.source or only.grade is not Grade.OFFICIAL:
        return _with_source(only, kind, schema)
    return _content(only.content, kind, schema)


def _with_source(of: Statement, kind: Type, schema: Schema) -> Raw:
    raw = _content(of.content, kind, schema)
    found: Raw = dict(raw) if isinstance(of.content, Assessment) else {"verdi": raw}
    if of.source:
        found["kilde"] = of.source
    if of.grade is not Grade.OFFICIAL:
        found["grad"] = of.grade.value
    return found


def _content(content: Content, kind: Type, schema: Schema) -> Any:
    match content:
        case Entries():
            return _entries(content, kind, schema)
        case Assessment():
            return _assessment(content)
        case Pending():
            return {"avventer": content.words}
        case NotDone():
            return "ikke utført"
        case Unrecognised():
            return content.text
        case date():
            return content.isoformat()
        case Moment():
            month = f"{content.first.year}-{content.first.month:02}"
            return month if content.first.month == content.last.month else month[:4]
        case _:
            assert not isinstance(kind, Listed)
            return in_units(content, kind)


def _assessment(of: Assessment) -> Raw:
    by = of.by[0] if len(of.by) == 1 else list(of.by)
    day = of.day.isoformat() if of.day else None
    around = {"av": by, "dato": day, "grunnlag": of.grounds}
    return {"verdi": of.positive, **{key: each for key, each in around.items() if each}}


def _entries(of: Entries, kind: Type, schema: Schema) -> Any:
    assert isinstance(kind, Listed)
    readable = [each for each in of.members if not isinstance(each, Unreadable)]
    members = [_entry(each, kind.element, schema) for each in readable]
    if of.complete and len(readable) == len(of.members):
        return members
    none = [_kind(each, kind.element, schema) for each in of.none]
    return {"minst": members, **({"ingen": none} if none else {})}


def _kind(of: Kind, element: Scalar | Row, schema: Schema) -> Any:
    """Entries that there are no more of, by what they are told to be."""
    if not isinstance(element, Row):
        return _content(of[0][1], element, schema)
    declared = schema.record(element.name)
    types = {each.key: each.type for each in declared.fields} if declared else {}
    return {key: _content(value, types[key], schema) for key, value in of}


def _entry(member: Record | Content, kind: Scalar | Row, schema: Schema) -> Any:
    if isinstance(member, Mapping):
        assert isinstance(kind, Row)
        declared = schema.record(kind.name)
        return _record(member, declared.fields if declared else (), schema)
    assert not isinstance(kind, Row)
    return _content(member, kind, schema)
