"""A case of the boundary classes, as it would be written down."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hjemmel.analysis.boundaries.search import View
from hjemmel.core.observation import PartialList
from hjemmel.core.schema import CASE, FieldDeclaration, Schema
from hjemmel.core.types import Days, Listed, Months, Row, Type


def written(view: View, schema: Schema) -> str:
    """The case as JSON on one line, to be put in a page."""
    day = (view[CASE] or {})["vurderingsdato"]
    found: dict[str, Any] = {"sak": "GRENSE", "vurderingsdato": day.isoformat()}
    for key, record in view.items():
        declared = schema.record(key)
        if declared is not None and record is not None:
            found[key] = _record(record, declared.fields, schema)
    return json.dumps(found, ensure_ascii=False)


def _record(
    record: Mapping[str, Any], fields: tuple[FieldDeclaration, ...], schema: Schema
) -> dict[str, Any]:
    types = {each.key: each.type for each in fields}
    known = {key: value for key, value in record.items() if value is not None}
    return {key: _value(value, types[key], schema) for key, value in known.items()}


def _value(value: Any, kind: Type, schema: Schema) -> Any:
    match value:
        case list():
            assert isinstance(kind, Listed)
            entries = [_entry(each, kind, schema) for each in value]
            return {"minst": entries} if isinstance(value, PartialList) else entries
        case tuple():
            return "ikke utført"
        case bool():
            return value
        case date():
            return value.isoformat()
        case _ if isinstance(kind, (Months, Days)):
            return f"{value} {'måneder' if isinstance(kind, Months) else 'dager'}"
        case _:
            return value


def _entry(value: Any, kind: Listed, schema: Schema) -> Any:
    if isinstance(kind.element, Row):
        declared = schema.record(kind.element.name)
        return _record(value, declared.fields if declared else (), schema)
    return None if value is None else _value(value, kind.element, schema)
