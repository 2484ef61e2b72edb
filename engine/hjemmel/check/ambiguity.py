"""The sentences that declarations make, and those among them that say two things.

Whoever declares a word may make a sentence that another word makes too: that a tjeneste «bygger på»
«avtale», and that it «bygger på avtale». No rule can use it then, and the fault is in the words,
not in the rule. Two lists with entries of one sort are no fault: they have names of their own.
"""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.check import problems_declarations
from hjemmel.check.names import is_definite, of_the_case
from hjemmel.check.said import WHAT_IT_IS, entry_of, group_names, verbs_of
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Date, Enumerated, Listed, is_truth
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.syntax.verbs import begins_with_verb


@frozen
class Sentence:
    """A sentence about a part of the case, what it says, and the fact that makes it.

    `line` is how a condition has it. A norm about the part can say it.
    """

    about: RecordDeclaration
    line: str
    meaning: tuple[str, ...]
    span: Span


def sentences(schema: Schema) -> Iterator[Sentence]:
    """Every sentence of one fact that the declarations make."""
    for record in of_the_case(schema):
        for field in record.fields:
            for said, meaning in _said(schema, field):
                line = f"{record.definite} {said}"
                yield Sentence(record, line, (record.key, *meaning), field.span)
            yield from _happened(record, field)
            if isinstance(field.type, Listed):
                yield from _of_group(schema, record, field, field.type)


def _said(schema: Schema, field: FieldDeclaration) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said with a fact, of whomever it is about, and what that means."""
    if is_truth(field.type):
        for name in dict.fromkeys((field.name, *verbs_of(field))):
            yield (name if begins_with_verb(name) else f"er {name}"), (field.key,)
    elif isinstance(field.type, Enumerated):
        values = schema.enumeration(field.type.name).values
        for value in values:
            yield from ((f"{verb} {value}", (field.key, value)) for verb in verbs_of(field))
            if field.name in WHAT_IT_IS:
                yield f"er en {value}", (field.key, value)


def _happened(record: RecordDeclaration, field: FieldDeclaration) -> Iterator[Sentence]:
    form = field.form
    if field.type != Date() or not form or is_definite(form):
        return
    whole = f" {record.definite.casefold()} " in f" {form.casefold()} "
    event = form if whole else f"{record.definite} {form}"
    yield Sentence(record, f"{event} senest vurderingsdagen", (record.key, field.key), field.span)


def _of_group(
    schema: Schema, record: RecordDeclaration, field: FieldDeclaration, kind: Listed
) -> Iterator[Sentence]:
    """What is said of all in a list."""
    entry = entry_of(schema, kind)
    alike = [each for each in record.fields if each.type == kind]
    for group in group_names(schema, record, field):
        if len(alike) > 1 and field.name not in group and (field.form or group) not in group:
            continue
        for each in entry.fields if entry else ():
            for said, meaning in _said(schema, each):
                if not said.startswith("er en "):
                    line = f"alle {group} {said}"
                    all_of = (record.key, field.key, *meaning)
                    yield Sentence(record, line, all_of, each.span)


def ambiguous_sentences(schema: Schema) -> Iterator[Diagnostic]:
    """The sentences that say two things, once for each two facts that make one."""
    first: dict[tuple[str, str], Sentence] = {}
    told: set[tuple[Span, Span]] = set()
    for each in sentences(schema):
        of_group = each.about.key if each.line.startswith("alle ") else ""
        before = first.setdefault((of_group, each.line.casefold()), each)
        pair = (before.span, each.span)
        if before.meaning != each.meaning and pair not in told:
            told.add(pair)
            yield problems_declarations.two_meanings(each.line, each.span, before.span)
