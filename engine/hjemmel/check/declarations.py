"""Where each thing that a rule can name is declared, and what declarations name themselves."""

from collections.abc import Iterator, Sequence

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
            yield from (Use(entry.span, Constant(entry.name, entries)) for entry in block.entries)
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
    """The lists, records and bodies that declarations name."""
    for block in (block for file in files for block in file.blocks):
        match block:
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
