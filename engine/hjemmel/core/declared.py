"""What is declared at a place of a case, in one rulebook or in either of two."""

from typing import Any

from attrs import evolve

from hjemmel.core.schema import CASE, ELEMENT, Enumeration, RecordDeclaration, Schema
from hjemmel.core.types import Date, Enumerated, Listed, Registered, Row, Type

Place = tuple[str, ...]
"""A record and a field, with the fields of the lists between them."""


def record_at(place: Place, schema: Schema) -> RecordDeclaration | None:
    """The record, or the shape of an entry, that a fact stands in."""
    declared = schema.record(place[0])
    for name in place[1:-1]:
        found = declared.field(name) if declared else None
        kind = found.type if found else None
        if not (isinstance(kind, Listed) and isinstance(kind.element, Row)):
            return None
        declared = schema.record(kind.element.name)
    return declared


def type_at(place: Place, schema: Schema) -> Type | None:
    """The type of what stands at a place; None where nothing does."""
    if place[0] == CASE:
        return Date()
    if place[-1] == ELEMENT:
        listed = type_at(place[:-1], schema)
        is_plain = isinstance(listed, Listed) and not isinstance(listed.element, Row)
        return listed.element if is_plain else None  # type: ignore[union-attr, return-value]
    declared = record_at(place, schema)
    found = declared.field(place[-1]) if declared else None
    return found.type if found else None


def names_of(kind: Type, schema: Schema) -> tuple[str, ...]:
    """The names that there are of a type; of texts, there is no end to them."""
    match kind:
        case Enumerated(name):
            return schema.enumeration(name).values
        case Registered(name):
            return tuple(each.name for each in schema.register(name).entries)
        case _:  # texts
            return ()


def joined(one: Schema, other: Schema) -> Schema:
    """The facts of both; what both declare, as the first does."""
    mine = {each.key for each in one.records}
    records = [_together(each, other.record(each.key)) for each in one.records]
    records += [each for each in other.records if each.key not in mine]
    return evolve(
        one,
        records=tuple(records),
        enumerations=_both(one.enumerations, other.enumerations),
        registers=_both(one.registers, other.registers),
    )


def shared(one: Schema, other: Schema) -> Schema:
    """The facts of both, told by such values alone as both have: so both can read what is told."""
    found = joined(one, other)
    return evolve(
        found,
        enumerations=tuple(_known_to_both(each, one, other) for each in found.enumerations),
    )


def _known_to_both(of: Enumeration, one: Schema, other: Schema) -> Enumeration:
    known = common_values(of.name, one, other)
    values = tuple(each for each in of.values if each in known)
    if not known or values == of.values:
        return of
    return evolve(of, values=values, definites=(), validities=())


def common_values(enumeration: str, one: Schema, other: Schema) -> frozenset[str]:
    """The values that two schemas have; none where one of them has no such enumeration."""
    found = [each.values for of in (one, other) for each in of.enumerations
             if each.name == enumeration]  # fmt: skip
    return frozenset(found[0]) & frozenset(found[1]) if len(found) > 1 else frozenset()


def _together(one: RecordDeclaration, other: RecordDeclaration | None) -> RecordDeclaration:
    more = [each for each in (other.fields if other else ()) if one.field(each.key) is None]
    return evolve(one, fields=(*one.fields, *more))


def _both(some: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    names = {each.name for each in some}
    return (*some, *(each for each in others if each.name not in names))
