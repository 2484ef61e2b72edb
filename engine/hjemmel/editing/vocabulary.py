"""Every name that a rule can use, as it is written there, with what is declared of it."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.check.names import Bound, NamedFact, claims, of_the_case, paths
from hjemmel.check.types import shown
from hjemmel.core.program import Program
from hjemmel.core.schema import ASSESSMENTS, FieldDeclaration, Role, Schema
from hjemmel.core.types import Enumerated, Listed, Registered, Row, Type, is_truth
from hjemmel.facts.provisions import provisions
from hjemmel.source.moment import period_in_words
from hjemmel.source.span import Span
from hjemmel.syntax.show_names import words as written
from hjemmel.syntax.verbs import begins_with_verb


@frozen
class Entry:
    """A name, what it is the name of, and what there is to say of it.

    `values` are those that it can have, where only some will do; `provision` is which provisions
    ask for it, and `declared` where it is declared, if anywhere.
    """

    name: str
    sort: str
    type: str = ""
    holder: str = ""
    meaning: str = ""
    values: tuple[str, ...] = ()
    declared: Span | None = None
    provision: str = ""


def vocabulary(of: Program) -> tuple[Entry, ...]:
    """All of them, each once: facts, assessments, the parts of a case, values, roles."""
    found: dict[str, Entry] = {}
    for each in (*_facts(of), *_assessments(of), *_parts(of.schema), *_values(of.schema),
                 *map(_role, of.schema.roles)):  # fmt: skip
        found.setdefault(each.name, each)
    return tuple(found.values())


def _facts(of: Program) -> Iterator[Entry]:
    """Each fact by the ways that rules write it; those of entries as in a list."""
    schema, asked = of.schema, provisions(of)
    bound = tuple(Bound(e.key, Row(e.key)) for e in schema.records if e.entry)
    every: tuple[tuple[Iterator[NamedFact], bool], ...] = (
        (paths(schema, bound), False),
        (claims(schema, bound), True),
    )
    for facts, is_claim in every:
        for each in facts:
            if is_truth(each.fact.type) is is_claim and each.fact.record != ASSESSMENTS:
                declared = _declared(schema, each)
                provision = asked.get((each.fact.record, each.fact.name), "")
                yield _fact(schema, each, declared, provision)
    yield from _states(of)


def _states(of: Program) -> Iterator[Entry]:
    """What a part of the case may be: «tjenesten er godkjent»."""
    asked = provisions(of)
    for record in of_the_case(of.schema):
        for each in record.fields:
            if is_truth(each.type) and not begins_with_verb(each.name):
                yield Entry(f"{record.definite} er {each.name}", "opplysning", shown(each.type),
                            each.holder, each.meaning, (), each.span,
                            asked.get((record.key, each.key), ""))  # fmt: skip


def _declared(schema: Schema, of: NamedFact) -> FieldDeclaration | None:
    record = schema.record(of.fact.record)
    return record.field(of.fact.name) if record else None


def _fact(
    schema: Schema, of: NamedFact, declared: FieldDeclaration | None, provision: str
) -> Entry:
    kind = of.fact.type
    if declared is None:
        return Entry(of.written, "opplysning", shown(kind))
    return Entry(of.written, "opplysning", shown(kind), declared.holder, declared.meaning,
                 _values_of(schema, kind), declared.span, provision)  # fmt: skip


def _assessments(of: Program) -> Iterator[Entry]:
    record, asked = of.schema.record(ASSESSMENTS), provisions(of)
    for each in record.fields if record else ():
        yield Entry(written(each.name), "vurdering", shown(each.type), each.holder,
                    "; ".join(each.guides), (), each.span,
                    asked.get((ASSESSMENTS, each.key), ""))  # fmt: skip


def _parts(schema: Schema) -> Iterator[Entry]:
    for each in of_the_case(schema):
        yield Entry(each.definite, "del av saken", declared=each.span)


def _values(schema: Schema) -> Iterator[Entry]:
    for each in schema.enumerations:
        for value in each.values:
            yield Entry(written(value), "verdi", f"av «{each.name}»", declared=each.span)
    for register in schema.registers:
        for entry in register.entries:
            yield Entry(written(entry.name), "verdi", f"i «{register.name}»",
                        declared=register.span)  # fmt: skip


def _role(of: Role) -> Entry:
    held = "; ".join(
        f"{each.holder} {period_in_words(each.start, each.end)}" for each in of.tenures
    )
    return Entry(of.name, "rolle", meaning=held, declared=of.span)


def _values_of(schema: Schema, kind: Type | Row) -> tuple[str, ...]:
    match kind.element if isinstance(kind, Listed) else kind:
        case Enumerated(name):
            return schema.enumeration(name).values
        case Registered(name):
            return tuple(each.name for each in schema.register(name).entries)
        case _:  # any value of the type
            return ()
