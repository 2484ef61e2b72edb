"""What is seen of plainly told cases, as rows with the values that files have."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hjemmel.case.observation import PartialList, View
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.core.types import Days, Listed, Month, Months, Quarter, Row, Type
from hjemmel.source.moment import month_of

Told = dict[str, Any]


def rows_of(views: Sequence[View], schema: Schema) -> list[Told]:
    """A row each, with the groups that the case has; what is not known is null."""
    return [
        {"sak": f"S-{number}"} | {
            each.key: _record(view[each.key], each, schema)
            for each in schema.records
            if not each.entry and view.get(each.key) is not None
        }
        for number, view in enumerate(views)
    ]  # fmt: skip


def _record(seen: Mapping[str, Any] | None, of: RecordDeclaration, schema: Schema) -> Told:
    return {each.key: _value((seen or {}).get(each.key), each.type, schema) for each in of.fields}


def _value(value: Any, kind: Type, schema: Schema) -> Any:
    match kind:
        case Listed(element=element):
            if value is None or isinstance(value, PartialList):
                return None
            inner = schema.record(element.name) if isinstance(element, Row) else None
            return [_record(each, inner, schema) if inner else _value(each, element, schema)
                    for each in value]  # fmt: skip
        case _ if isinstance(value, tuple):
            return None
        case Months() if value is not None:
            return f"{value} måneder"
        case Days() if value is not None:
            return f"{value} dager"
        case Quarter() if value is not None:
            return f"{value // 4}-K{value % 4 + 1}"
        case Month() if value is not None:
            return month_of(value // 12, value % 12 + 1).first.isoformat()[:7]
        case _:
            return value if isinstance(value, (bool, int, str, date)) or value is None else None
