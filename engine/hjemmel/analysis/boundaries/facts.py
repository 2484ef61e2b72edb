"""A case of the boundary classes, as it would be written down: read again, it is the same case."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmel.analysis.boundaries.search import View
from hjemmel.case.observation import PartialList
from hjemmel.core.schema import CASE, FieldDeclaration, Schema
from hjemmel.core.types import Days, Listed, Money, Month, Months, Quarter, Row, Scalar, Type

_UNKNOWN_ENTRY = {"avventer": "ikke kjent"}
"""An entry of a list of plain values that is there, whatever it is."""


def written(view: View, schema: Schema) -> str:
    """The case as JSON on one line, to be put in a page."""
    day = (view[CASE] or {})["vurderingsdato"]
    found: dict[str, Any] = {"sak": "GRENSE", "vurderingsdato": day.isoformat()}
    for key, record in view.items():
        declared = schema.record(key)
        if declared is not None and record is not None:
            found[key] = _record(record, declared.fields, schema)
    return as_json(found)


def _record(
    record: Mapping[str, Any], fields: tuple[FieldDeclaration, ...], schema: Schema
) -> dict[str, Any]:
    types = {each.key: each.type for each in fields}
    known = {key: value for key, value in record.items() if value is not None}
    return {key: _value(value, types[key], schema) for key, value in known.items()}


def _value(value: Any, kind: Type, schema: Schema) -> Any:
    if isinstance(kind, Listed):
        entries = [_entry(each, kind.element, schema) for each in value]
        return {"minst": entries} if isinstance(value, PartialList) else entries
    match value:
        case tuple():
            return "ikke utført"
        case date():
            return value.isoformat()
        case _:
            return in_units(value, kind)


def in_units(value: Any, kind: Scalar) -> Any:
    """A value with its unit: amounts are written in kroner, lengths of time in words."""
    match kind:
        case Money():
            kroner = Decimal(value).scaleb(-2)
            return kroner if value % 100 else value // 100
        case Quarter():
            return f"{value // 4}-K{value % 4 + 1}"
        case Month():
            return f"{value // 12}-{value % 12 + 1:02}"
        case Months():
            return f"{value} måneder"
        case Days():
            return f"{value} dager"
        case _:
            return value


def _entry(value: Any, kind: Scalar | Row, schema: Schema) -> Any:
    if isinstance(kind, Row):
        declared = schema.record(kind.name)
        return _record(value, declared.fields if declared else (), schema)
    return _UNKNOWN_ENTRY if value is None else _value(value, kind, schema)


def as_json(value: Any) -> str:
    """JSON on one line, with decimal numbers written out, figure by figure."""
    match value:
        case dict():
            members = (f"{as_json(key)}: {as_json(each)}" for key, each in value.items())
            return f"{{{', '.join(members)}}}"
        case list():
            return f"[{', '.join(map(as_json, value))}]"
        case Decimal():
            return format(value, "f")
        case _:
            return json.dumps(value, ensure_ascii=False)
