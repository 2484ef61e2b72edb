"""A case that a solver found, as somebody would write it: what is shown is what was replayed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hjemmel.analysis.boundaries.facts import in_units
from hjemmel.case.statements import (
    Case,
    Content,
    Entries,
    NotDone,
    Pending,
    Record,
    Statement,
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
    return {key: _fact(told, types[key], schema) for key, told in record.items()}


def _fact(told: tuple[Statement, ...], kind: Type, schema: Schema) -> Any:
    if len(told) == 1 and not told[0].source:
        return _content(told[0].content, kind, schema)
    return [{"verdi": _content(each.content, kind, schema), "kilde": each.source}
            for each in told]  # fmt: skip


def _content(content: Content, kind: Type, schema: Schema) -> Any:
    match content:
        case Entries():
            assert isinstance(kind, Listed)
            entries = [_entry(each, kind.element, schema) for each in content.members]
            return entries if content.complete else {"minst": entries}
        case Pending():
            return {"avventer": content.words}
        case NotDone():
            return "ikke utført"
        case date():
            return content.isoformat()
        case Moment():
            month = f"{content.first.year}-{content.first.month:02}"
            return month if content.first.month == content.last.month else month[:4]
        case _:
            assert not isinstance(kind, Listed)
            return in_units(content, kind)


def _entry(member: Record | Content, kind: Scalar | Row, schema: Schema) -> Any:
    if isinstance(member, Mapping):
        assert isinstance(kind, Row)
        declared = schema.record(kind.name)
        return _record(member, declared.fields if declared else (), schema)
    assert not isinstance(kind, Row)
    return _content(member, kind, schema)
