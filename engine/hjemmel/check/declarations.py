"""Where each thing that a rule can name is declared, and what declarations name themselves."""

from collections.abc import Iterator, Sequence

from hjemmel.check.aliases import spelled
from hjemmel.check.known import known_facts
from hjemmel.check.references import (
    BodyReference,
    Constant,
    FactReference,
    ListReference,
    RecordReference,
)
from hjemmel.check.symbols import key_of
from hjemmel.check.tables import Use
from hjemmel.core.schema import ASSESSMENTS, Schema
from hjemmel.core.types import Enumerated, Listed, Registered, Row, Type
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import (
    AssessmentBlock,
    Block,
    RecordBlock,
    RegisterBlock,
    RoleBlock,
    RuleFile,
    Term,
    ValidLine,
)


def declarations(files: Sequence[RuleFile], schema: Schema) -> Iterator[Use]:
    """The names of what is declared, where it is declared."""
    for block in (block for file in files for block in file.blocks):
        yield from _declared(block, schema)


def _declared(block: Block, schema: Schema) -> Iterator[Use]:
    match block:
        case Term():
            kind = Enumerated(block.name.words)
            yield Use(block.name.span, ListReference(kind))
            yield from (Use(e.name.span, Constant(e.name.words, kind)) for e in block.values)
        case RegisterBlock():
            entries = Registered(block.name.words)
            yield Use(block.name.span, ListReference(entries))
            for entry in block.entries:
                yield from (Use(at, Constant(entry.name, entries)) for _, at in spelled(entry))
        case RoleBlock():
            yield Use(block.name.span, BodyReference(block.name.words))
        case RecordBlock():
            key = key_of(block.name.words)
            yield Use(block.name.span, RecordReference(key))
            for fact in block.facts:
                yield from _fact(schema, key, fact.name.words, fact.name.span)
        case AssessmentBlock():
            yield from _fact(schema, ASSESSMENTS, block.matter.words, block.matter.span)
        case _:  # no other block declares what a rule can name; norms are found by their heads
            return


def _fact(schema: Schema, record: str, name: str, span: Span) -> Iterator[Use]:
    declared = schema.record(record)
    field = declared.field(key_of(name)) if declared else None
    if field is not None:
        yield Use(span, FactReference(record, field.key, field.type, record))


def named_in(files: Sequence[RuleFile], schema: Schema) -> Iterator[Use]:
    """The lists, records and bodies that declarations name, and what registers know."""
    for block in (block for file in files for block in file.blocks):
        match block:
            case RegisterBlock():
                yield from _in_register(schema, block)
            case Term():
                kind = Enumerated(block.name.words)
                for value in block.values:
                    yield from _successor(schema, kind, value.valid)
            case RecordBlock():
                for fact in block.facts:
                    yield Use(fact.holder.span, BodyReference(fact.holder.words))
                    yield from _type(schema, block, fact.name.words, fact.type.span)
            case AssessmentBlock():
                yield Use(block.owner.span, BodyReference(block.owner.words))
            case RoleBlock():
                for who in (one for tenure in block.holders for one in tenure.holders):
                    yield Use(who.span, BodyReference(who.words))
            case _:  # the others name nothing that is declared elsewhere
                continue


def _in_register(schema: Schema, block: RegisterBlock) -> Iterator[Use]:
    """What the entries of a register are known to be, and what has taken over after them."""
    kind = Registered(block.name.words)
    facts = list(known_facts(schema, kind.name))
    for entry in block.entries:
        yield from _successor(schema, kind, entry.valid)
        for line in entry.known:
            for fact in (each for name, each in facts if name == line.fact.words):
                yield Use(line.fact.span, fact)
                yield from _value(schema, fact.type, line.value.words, line.value.span)


def _successor(
    schema: Schema, kind: Enumerated | Registered, valid: ValidLine | None
) -> Iterator[Use]:
    if valid is not None and valid.successor:
        yield from _value(schema, kind, valid.successor, valid.at_successor)


def _value(schema: Schema, kind: Type, words: str, span: Span) -> Iterator[Use]:
    """A value of a closed list, by any way that it is written."""
    match kind:
        case Enumerated():
            spelled_so = [(each, each) for each in schema.enumeration(kind.name).values]
        case Registered():
            entries = schema.register(kind.name).entries
            spelled_so = [(e.name, name) for e in entries for name in (e.name, *e.aliases)]
        case _:  # the others have no names
            return
    known = (value for value, name in spelled_so if name.casefold() == words.casefold())
    yield from (Use(span, Constant(value, kind)) for value in known)


def _type(schema: Schema, block: RecordBlock, fact: str, span: Span) -> Iterator[Use]:
    record = schema.record(key_of(block.name.words))
    field = record.field(key_of(fact)) if record else None
    match _element(field.type) if field else None:
        case Enumerated() | Registered() as kind:
            yield Use(span, ListReference(kind))
        case Row(name):
            yield Use(span, RecordReference(name))
        case _:  # the other types are words of the language
            return


def _element(kind: Type) -> object:
    return kind.element if isinstance(kind, Listed) else kind
