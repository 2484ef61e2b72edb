"""«Ingen flere»: what any further entry of a list may be, where some kinds of it are ruled out.

A kind is one or more facts, each with its value. A further entry is unlike each kind in one of
its facts at least, so there is one possible entry for each way of choosing a fact of every kind.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.case.statements import Kind
from hjemmel.core.nodes import Value
from hjemmel.core.schema import ELEMENT, Schema
from hjemmel.core.types import Enumerated, Row, Scalar, Truth

_Types = Mapping[str, Scalar]


def further(kinds: tuple[Kind, ...], element: Scalar | Row, schema: Schema) -> list[Any]:
    """The possible entries, as backends see entries; none where every value is ruled out."""
    types, found = _types(element, schema), []
    for chosen in product(*kinds):
        barred: dict[str, set[Value]] = {}
        for key, value in chosen:
            barred.setdefault(key, set()).add(value)
        left = {key: _left(values, types[key], schema) for key, values in barred.items()}
        if not any(each == OneOf() for each in left.values()):
            entry = left[ELEMENT] if ELEMENT in left else dict.fromkeys(types) | left
            if entry not in found:
                found.append(entry)
    return found


def none_further(kinds: tuple[Kind, ...], element: Scalar | Row, schema: Schema) -> str:
    """«ingen flere der representerer er brukerorganisasjon: opplyst»."""
    names = _names(element, schema)
    told = (_in_words(kind, names) for kind in kinds)
    return f"ingen flere {', eller '.join(dict.fromkeys(told))}: opplyst"


def _in_words(kind: Kind, names: Mapping[str, str]) -> str:
    if any(key == ELEMENT for key, _ in kind):
        return f"som er {kind[0][1]}"
    return "der " + " og ".join(f"{names[key]} er {_value(value)}" for key, value in kind)


def _value(value: Value) -> str:
    match value:
        case bool():
            return "ja" if value else "nei"
        case _:  # a name or a text
            return str(value)


def _left(barred: set[Value], kind: Scalar, schema: Schema) -> Any:
    match kind:
        case Truth():
            values: tuple[Value, ...] = (True, False)
        case Enumerated(name):
            values = schema.enumeration(name).values
        case _:  # registers and texts are open: there are always others
            return NoneOf(barred)
    left = [each for each in values if each not in barred]
    return left[0] if len(left) == 1 else OneOf(left)


def _types(element: Scalar | Row, schema: Schema) -> _Types:
    return dict(_fields(element, schema))


def _fields(element: Scalar | Row, schema: Schema) -> Iterator[tuple[str, Any]]:
    if not isinstance(element, Row):
        yield ELEMENT, element
        return
    declared = schema.record(element.name)
    assert declared is not None
    yield from ((each.key, each.type) for each in declared.fields)


def _names(element: Scalar | Row, schema: Schema) -> Mapping[str, str]:
    declared = schema.record(element.name) if isinstance(element, Row) else None
    return {each.key: each.name for each in declared.fields} if declared else {}
