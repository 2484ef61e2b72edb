"""What a register knows of an institution, said of each record that names it.

A record that names one institution of a register, and has a fact that the register knows, is told
of it by the register as by one more source, which weighs as much as those that told.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve

from hjemmel.case.statements import Case, Entries, Grade, Record, Statement, Unreadable
from hjemmel.case.telling import comparable
from hjemmel.core.schema import KnownValue, RecordDeclaration, RegisterEntry, Schema
from hjemmel.core.types import Listed, Registered, Row

_GRADES = tuple(Grade)


def with_registered(case: Case, schema: Schema, day: date) -> Case:
    """The case with what the registers know on the day."""
    if not any(each.known for register in schema.registers for each in register.entries):
        return case
    records = {
        key: record if declared is None else _record(record, declared, schema, day)
        for key, record in case.records.items()
        for declared in [schema.record(key)]
    }
    return evolve(case, records=records)


def _record(of: Record, declared: RecordDeclaration, schema: Schema, day: date) -> Record:
    told = dict(of)
    for each in declared.fields:
        if isinstance(each.type, Listed) and isinstance(each.type.element, Row):
            inner = schema.record(each.type.element.name)
            if inner is not None and each.key in told:
                told[each.key] = tuple(
                    _entries(said, inner, schema, day) for said in told[each.key]
                )
    for key, register in institutions(declared):
        entry = _institution(told.get(key, ()), schema.register(register).entries)
        for name, value in _known(entry, day) if entry else ():
            if name != key and may_follow(declared, name, register):
                told[name] = _with(told.get(name, ()), value, key, f"registeret over {register}")
    return told


def institutions(declared: RecordDeclaration) -> list[tuple[str, str]]:
    """The facts of a record that name an institution, each with its register."""
    return [(e.key, e.type.name) for e in declared.fields if isinstance(e.type, Registered)]


def may_follow(declared: RecordDeclaration, name: str, register: str) -> bool:
    """Whether the record has the fact, and names one institution of the register besides it."""
    others = [each for each, of in institutions(declared) if of == register and each != name]
    return declared.field(name) is not None and len(others) == 1


def _entries(said: Statement, inner: RecordDeclaration, schema: Schema, day: date) -> Statement:
    if not isinstance(said.content, Entries):
        return said
    members = tuple(
        _record(each, inner, schema, day) if isinstance(each, Mapping) else each
        for each in said.content.members
    )
    return evolve(said, content=evolve(said.content, members=members))


def _institution(
    told: tuple[Statement, ...], entries: tuple[RegisterEntry, ...]
) -> RegisterEntry | None:
    """The institution that is named, where the weightiest that tell agree."""
    names = {comparable(each.content) for each in _weightiest(told)}
    if len(names) != 1 or any(isinstance(each.content, Unreadable) for each in told):
        return None
    return next((each for each in entries if comparable(each.name) in names), None)


def _known(of: RegisterEntry, day: date) -> Iterator[tuple[str, KnownValue]]:
    return ((each.fact, each.value) for each in of.known if each.validity.covers(day))


def _with(
    told: tuple[Statement, ...], value: KnownValue, by: str, source: str
) -> tuple[Statement, ...]:
    """What is told, and the register's word where it says something else or nobody has told."""
    weightiest = tuple(_weightiest(told))
    if {comparable(each.content) for each in weightiest} == {comparable(value)}:
        return told
    grade = weightiest[0].grade if weightiest else Grade.OFFICIAL
    named = tuple(each if each.source else evolve(each, source="opplyst") for each in told)
    return (*named, Statement(value, source, grade, follows_from=by))


def _weightiest(told: tuple[Statement, ...]) -> Iterator[Statement]:
    highest = min((_GRADES.index(each.grade) for each in told), default=0)
    return (each for each in told if _GRADES.index(each.grade) == highest)
