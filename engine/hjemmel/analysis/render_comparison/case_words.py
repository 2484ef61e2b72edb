"""A case that was found, in words: each thing that is told of it, by its name."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmel.core.declared import type_at
from hjemmel.core.schema import Schema
from hjemmel.core.types import Date, Days, Listed, Money, Months, Type
from hjemmel.explain.unknown_facts import name_of
from hjemmel.source.days import day_in_words

_DAY = "vurderingsdato"


def case_told(text: str, schema: Schema) -> tuple[tuple[str, str], ...]:
    """«søknadens dato», «16. januar 2024», and so on, in the order of the case."""
    raw = json.loads(text, parse_float=Decimal)
    return tuple(_told(raw, schema))


def _told(raw: dict[str, Any], schema: Schema) -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        if key == _DAY:
            yield "vurderingsdagen", _value(value, is_day=True)
        elif not value:
            yield name_of(schema, (key,)), "er med, uten opplysninger"
        else:
            yield from _record(value, (key,), schema)


def _record(
    of: dict[str, Any], at: tuple[str | int, ...], schema: Schema
) -> Iterator[tuple[str, str]]:
    for key, value in of.items():
        yield from _fact(value, (*at, key), schema)


def _fact(value: Any, at: tuple[str | int, ...], schema: Schema) -> Iterator[tuple[str, str]]:
    kind = type_at(tuple(each for each in at if isinstance(each, str)), schema)
    name = name_of(schema, at)
    match value:
        case {"minst": list() as entries}:
            yield name, f"minst {len(entries)} (det kan være flere)"
            yield from _entries(entries, at, schema)
        case {"avventer": why}:
            yield name, f"avventer ({why})"
        case list() if isinstance(kind, Listed):
            yield name, f"{len(value)} i alt" if value else "ingen"
            yield from _entries(value, at, schema)
        case list():
            said = (f"{_value(e['verdi'], isinstance(kind, Date))} (ifølge {e['kilde']})"
                    for e in value)  # fmt: skip
            yield name, "; ".join(said)
        case _:  # one value
            told = _value(value, isinstance(kind, Date))
            yield name, told if isinstance(value, str) else f"{told}{_unit(kind)}"


def _unit(kind: Type | None) -> str:
    """What a bare number is of; a text says it itself: «18 måneder»."""
    match kind:
        case Money():
            return " kroner"
        case Days():
            return " dager"
        case Months():
            return " måneder"
        case _:  # a number of nothing, or no number
            return ""


def _entries(
    entries: list[Any], at: tuple[str | int, ...], schema: Schema
) -> Iterator[tuple[str, str]]:
    for number, each in enumerate(entries):
        if isinstance(each, dict) and "avventer" not in each and each:
            yield from _record(each, (*at, number), schema)
        else:
            told = "ingenting er fortalt om den" if each == {} else _value(each, is_day=False)
            yield f"{at[-1]} nr. {number + 1}".replace("_", " "), told


def _value(value: Any, is_day: bool) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if is_day and isinstance(value, str) and value[:1].isdigit() and value.count("-") == 2:
        return day_in_words(date.fromisoformat(value))
    return str(value)
