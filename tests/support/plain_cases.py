"""Cases in which each fact is told once and plainly, made of what is seen of others."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hjemmel.case.observation import PartialList, View
from hjemmel.case.statements import Case, Content, Entries, Record, Statement
from hjemmel.core.schema import CASE

PLAIN = (bool, str, int, date)


def plain_case(view: View) -> Case:
    """The case that tells all that is one value or a list; of the rest it tells nothing."""
    records = {key: _record(record) for key, record in view.items()
               if key != CASE and record is not None}  # fmt: skip
    return Case("sak", None, records)


def _record(seen: Mapping[str, Any]) -> Record:
    told = {name: _content(value) for name, value in seen.items()}
    return {name: (Statement(each),) for name, each in told.items() if each is not None}


def _content(value: Any) -> Content | None:
    match value:
        case list():
            told = value[: len(value) - getattr(value, "further", 0)]
            members = tuple(map(_member, told))
            whole = not isinstance(value, PartialList)
            return Entries(members, complete=whole) if None not in members else None
        case _ if isinstance(value, PLAIN) or type(value).__name__ == "Decimal":
            return value
        case _:  # not known, or not plainly
            return None


def _member(value: Any) -> Record | Content | None:
    return _record(value) if isinstance(value, dict) else _content(value)
