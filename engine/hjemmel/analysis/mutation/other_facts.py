"""A fact asked for in another's place: the one declared right before or after it."""

from collections.abc import Iterator

from attrs import evolve

from hjemmel.analysis.mutation.mutant import Change, Edit
from hjemmel.core.nodes import Fact
from hjemmel.core.schema import RecordDeclaration, Schema


def other_facts(fact: Fact, schema: Schema) -> Iterator[Edit]:
    """The nearest facts of the same type on either side: what a slip of the pen would name."""
    record = _record(fact, schema)
    if record is None:
        return
    alike = [each for each in record.fields if each.type == fact.type]
    at = [each.key for each in alike].index(fact.name)
    for each in (*alike[max(at - 1, 0) : at], *alike[at + 1 : at + 2]):
        told = f"«{each.name}» for «{alike[at].name}»"
        yield Edit(Change.FACT, told, evolve(fact, name=each.key))


def _record(fact: Fact, schema: Schema) -> RecordDeclaration | None:
    """Where a fact is declared; an entry of a list goes by a name of its own in the norm."""
    found = schema.record(fact.subject)
    candidates = (found,) if found else (each for each in schema.records if each.entry)
    return next((each for each in candidates if _declares(each, fact)), None)


def _declares(record: RecordDeclaration, fact: Fact) -> bool:
    return any((each.key, each.type) == (fact.name, fact.type) for each in record.fields)
