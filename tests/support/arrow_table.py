"""What is seen of plainly told cases, written as an Arrow table."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from hjemmel.backends.columns.arrow import PARTIAL
from hjemmel.case.observation import PartialList, View
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Fraction,
    Listed,
    Row,
    Scalar,
    Truth,
    Type,
    is_ordered,
)


def table_of(views: Sequence[View], schema: Schema) -> pa.RecordBatch:
    """A column each record of the case."""
    records = [each for each in schema.records if not each.entry]
    columns = {
        each.key: pa.array([_told(view.get(each.key), each, schema) for view in views],
                           _struct(each, schema))
        for each in records
    }  # fmt: skip
    return pa.RecordBatch.from_pydict(columns)


def _told(record: Any, declared: RecordDeclaration, schema: Schema) -> dict[str, Any] | None:
    if record is None:
        return None
    found: dict[str, Any] = {}
    for each in declared.fields:
        value = record.get(each.key)
        if isinstance(each.type, Listed):
            found[each.key + PARTIAL] = isinstance(value, PartialList)
            element = each.type.element
            if value is not None and isinstance(element, Row):
                inner = schema.record(element.name)
                value = [_told(entry, inner, schema) for entry in value]
        found[each.key] = value
    return found


def _struct(declared: RecordDeclaration, schema: Schema) -> pa.DataType:
    fields = []
    for each in declared.fields:
        fields.append(pa.field(each.key, _type(each.type, schema)))
        if isinstance(each.type, Listed):
            fields.append(pa.field(each.key + PARTIAL, pa.bool_()))
    return pa.struct(fields)


def _type(kind: Type, schema: Schema) -> pa.DataType:
    if not isinstance(kind, Listed):
        return _scalar(kind)
    if not isinstance(kind.element, Row):
        return pa.list_(_scalar(kind.element))
    inner = schema.record(kind.element.name)
    assert inner is not None
    return pa.list_(_struct(inner, schema))


def _scalar(kind: Scalar) -> pa.DataType:
    match kind:
        case Truth() | Assessed():
            return pa.bool_()
        case Date():
            return pa.date32()
        case Fraction():
            return pa.decimal128(38, 10)
        case _:
            return pa.int64() if is_ordered(kind) else pa.string()
