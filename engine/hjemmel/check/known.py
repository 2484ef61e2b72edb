"""What a register knows of its institutions: facts that some record which names one has."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from hjemmel.check.periods import Lasting, check_periods
from hjemmel.check.problems_declarations import no_such_fact, not_that_value
from hjemmel.check.references import FactReference
from hjemmel.check.validity import validity_of
from hjemmel.core.schema import Known, KnownValue, Register, Schema
from hjemmel.core.types import Enumerated, Registered, Text, Truth, Type
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax.blocks import KnownLine, RegisterBlock

_TRUTHS = {"ja": True, "nei": False}


def with_known(schema: Schema, blocks: Sequence[RegisterBlock], found: list[Diagnostic]) -> Schema:
    """The schema with what each register knows; what is wrong is added to what is found."""
    pairs = zip(schema.registers, blocks, strict=True)
    registers = tuple(_with_known(schema, register, block, found) for register, block in pairs)
    return evolve(schema, registers=registers)


def _with_known(
    schema: Schema, register: Register, block: RegisterBlock, found: list[Diagnostic]
) -> Register:
    by_name = known_facts(schema, register.name)
    facts = {name: (fact.name, fact.type) for name, fact in by_name}
    entries = tuple(
        evolve(entry, known=tuple(_known(schema, facts, each.known, found)))
        for entry, each in zip(register.entries, block.entries, strict=True)
    )
    return evolve(register, entries=entries)


def known_facts(schema: Schema, register: str) -> Iterator[tuple[str, FactReference]]:
    """What a register may know: by its name, the facts of the records that name one of its own."""
    for record in schema.records:
        named = [each for each in record.fields if each.type == Registered(register)]
        for each in record.fields:
            # A fact may itself be such a name: then it is the other that it is known by.
            if len([e for e in named if e is not each]) == 1:
                yield each.name, FactReference(record.key, each.key, each.type, record.key)


def _known(
    schema: Schema,
    facts: dict[str, tuple[str, Type]],
    lines: Sequence[KnownLine],
    found: list[Diagnostic],
) -> Iterator[Known]:
    for line in lines:
        if line.valid and line.valid.start:
            found += check_periods([Lasting(line.valid.start, line.valid.end, line.valid.span)])
        fact = facts.get(line.fact.words)
        if fact is None:
            # Rulebooks share a register, and not all of them have what it knows.
            if near := "".join(nearest(line.fact.words, facts)):
                found.append(no_such_fact(line.fact.words, line.fact.span, near))
            continue
        value = _value(schema, line.value.words, fact[1])
        if value is None:
            found.append(not_that_value(line.fact.words, line.value.words, line.value.span))
            continue
        yield Known(fact[0], value, validity_of(line.valid))


def _value(schema: Schema, words: str, kind: Type) -> KnownValue | None:
    folded = words.casefold()
    match kind:
        case Truth():
            return _TRUTHS.get(folded)
        case Text():
            return words
        case Enumerated():
            values = schema.enumeration(kind.name).values
            return next((each for each in values if each.casefold() == folded), None)
        case Registered():
            entries = schema.register(kind.name).entries
            names = ((each, each.name) for each in entries)
            return next(
                (name for each, name in names
                 if folded in (e.casefold() for e in (name, *each.aliases))), None
            )  # fmt: skip
        case _:  # a register knows what kind of thing an institution is, and no sizes
            return None
