"""A rulebook with no more facts than somebody needs to fill in, for a shorter template."""

from collections.abc import Collection, Iterable

from attrs import evolve

from hjemmel.core.part import referred
from hjemmel.core.program import Program
from hjemmel.core.schema import PRESENCE, FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Listed, Row
from hjemmel.facts.names import canonical
from hjemmel.facts.provisions import Asked, asked_by


def narrowed(program: Program, asked: Collection[Asked]) -> Program:
    """The program as it is, with no other facts declared than those asked for."""
    records = [
        evolve(each, fields=tuple(field for field in each.fields if (each.key, field.key) in asked))
        for each in program.schema.records
    ]
    kept = [each for each in records if each.fields or (each.key, PRESENCE) in asked]
    return evolve(program, schema=evolve(program.schema, records=tuple(kept)))


def asked_for(
    program: Program, norms: Iterable[str], aside: Collection[str] = ()
) -> frozenset[Asked]:
    """What some norms ask for, they and all they refer to, and what that surely follows from.

    What the norms `aside` come to is known already, so that nothing is asked for their sake.
    """
    needed = _needed(program, norms, aside)
    found = {asked for norm in needed for asked in asked_by(program, program.norm(norm))}
    waiting = list(program.conclusions)
    while following := [each for each in waiting if each.path in found]:
        waiting = [each for each in waiting if each.path not in found]
        found |= {asked for each in following for asked in asked_by(program, each.norm)}
    return with_lists(program, found)


def _needed(program: Program, norms: Iterable[str], aside: Collection[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(norms)
    while waiting:
        norm = waiting.pop()
        if norm not in found and norm not in aside:
            found.add(norm)
            waiting += referred(program.norm(norm))
    return found


def with_lists(program: Program, asked: Iterable[Asked]) -> frozenset[Asked]:
    """What is asked for; a list whose entries nobody asks about still needs what names them."""
    found = set(asked)
    for record in program.schema.records:
        for each in record.fields:
            entry = _entry_of(program, each)
            if entry is None or (record.key, each.key) not in found:
                continue
            if not any((entry.key, inner.key) in found for inner in entry.fields):
                found |= {(entry.key, inner.key) for inner in entry.fields[:1]}
    return frozenset(found)


def asked_at(program: Program, path: Iterable[str | int]) -> frozenset[Asked]:
    """What is asked for at the place of a fact in a case: `tjeneste.steder[1].helseforetak`."""
    keys = [each for each in path if isinstance(each, str)]
    record = _record(program, keys[0]) if keys else None
    found: set[Asked] = {(record.key, PRESENCE)} if record is not None else set()
    for key in keys[1:]:
        if record is None:
            break
        declared = next((each for each in record.fields if _is(each.key, key)), None)
        if declared is None:
            break
        found.add((record.key, declared.key))
        record = _entry_of(program, declared)
    return frozenset(found)


def _entry_of(program: Program, declared: FieldDeclaration) -> RecordDeclaration | None:
    kind = declared.type
    is_list = isinstance(kind, Listed) and isinstance(kind.element, Row)
    return program.schema.record(kind.element.name) if is_list else None  # type: ignore[union-attr]


def _record(program: Program, key: str) -> RecordDeclaration | None:
    return next((each for each in program.schema.records if _is(each.key, key)), None)


def _is(declared: str, key: str) -> bool:
    return canonical(declared) == canonical(key)
