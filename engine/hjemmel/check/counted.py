"""What «tjenesten har steder ved nøyaktig to helseforetak» counts: entries, values, or a number."""

from collections.abc import Iterator

from attrs import evolve

from hjemmel.check import problems_sentences
from hjemmel.check.checking import Checking
from hjemmel.check.names import of_the_case
from hjemmel.check.quantified import quantity
from hjemmel.check.said import group_names, verbs_of
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Fraction, Listed, Row, Whole
from hjemmel.syntax import tree

_JOINTS = ("av", "i", "ved", "fra", "til", "på", "hos", "for", "med")
_RELATIONS = {"minst": "minst", "høyst": "høyst", "mer enn": "mer enn", "færre enn": "mindre enn"}


def counted(ctx: Checking, clause: tree.Counted) -> list[tree.Clause]:
    """The meanings of the sentence; reported where it has none."""
    found = [
        meant
        for record in of_the_case(ctx.schema)
        for meant in _of_record(ctx, record, clause)
    ]  # fmt: skip
    if not found and not ctx.was_lost(clause.words):
        ctx.report(problems_sentences.uncountable(clause.words, clause.span, _help(ctx, clause)))
    return list(dict.fromkeys(found))


def impersonal(ctx: Checking, clause: tree.Impersonal) -> list[tree.Clause]:
    """«det er betalt gebyr», «det er levert rapport for hvert år …»: of what the norm is about."""
    record = ctx.schema.record(ctx.subject)
    owner = record.definite if record else ""
    if isinstance(clause.said, tree.HasEach):
        return _impersonal_series(ctx, clause.said, owner, clause)
    return [
        tree.Is(tree.Name(owner, clause.span), (clause.said,), False, clause.span, clause.words)
    ]


def _impersonal_series(
    ctx: Checking, each: tree.HasEach, owner: str, clause: tree.Impersonal
) -> list[tree.Clause]:
    """«det er levert rapport for» is what the list that is said «har levert rapport for» says; of
    another part of the case only where what the norm is about has no such list."""
    wanted = f"har {each.said.words}".casefold()
    owners = [
        record.definite
        for record in of_the_case(ctx.schema)
        if any(wanted == verb.casefold() and isinstance(field.type, Listed)
               for field in record.fields for verb in verbs_of(field))
    ]  # fmt: skip
    meant = [owner] if owner in owners or not owners else owners
    return [
        evolve(each, said=tree.Name(f"{who} har {each.said.words}", each.said.span),
               span=clause.span, words=clause.words)
        for who in meant
    ]  # fmt: skip


def _of_record(
    ctx: Checking, record: RecordDeclaration, clause: tree.Counted
) -> Iterator[tree.Clause]:
    owner = clause.owner.words.casefold()
    start = f"{record.definite} har".casefold()
    for field in record.fields:
        if owner == start:
            yield from _entries(ctx, record, field, clause)
        elif owner in (f"{record.definite} {verb}".casefold() for verb in verbs_of(field)):
            yield from _listed(record, field, clause)
        elif owner.startswith(f"{start} "):
            yield from _values(ctx, record, field, owner.removeprefix(f"{start} "), clause)


def _entries(
    ctx: Checking, record: RecordDeclaration, field: FieldDeclaration, clause: tree.Counted
) -> Iterator[tree.Clause]:
    """«har minst to steder», «har minst 250 ansatte»."""
    name = tree.Name(f"{record.genitive} {field.name}", clause.group.span)
    folded = clause.group.words.casefold()
    if isinstance(field.type, (Whole, Fraction)) and not clause.filters:
        if folded == field.name.casefold():
            yield _compared(name, clause)
    elif isinstance(field.type, Listed) and folded in _named(ctx, record, field):
        many = quantity(clause.quantity)
        yield tree.Exists(many, name, clause.filters, clause.span, clause.words)


def _listed(
    record: RecordDeclaration, field: FieldDeclaration, clause: tree.Counted
) -> Iterator[tree.Clause]:
    """«har levert rapport for minst to driftsår»: the values of a list with a verb, called what
    the list is, or by its last word."""
    kind = field.type
    if not isinstance(kind, Listed) or isinstance(kind.element, Row) or clause.filters:
        return
    called = field.name.casefold()
    if clause.group.words.casefold() in (called, called.rpartition(" ")[2]):
        name = tree.Name(f"{record.genitive} {field.name}", clause.owner.span)
        yield _compared(tree.CountOf(name, (), clause.span), clause)


def _named(ctx: Checking, record: RecordDeclaration, field: FieldDeclaration) -> set[str]:
    return {each.casefold() for each in group_names(ctx.schema, record, field)}


def _values(
    ctx: Checking, record: RecordDeclaration, field: FieldDeclaration, listed: str,
    clause: tree.Counted,
) -> Iterator[tree.Clause]:  # fmt: skip
    """«har steder ved minst to helseforetak»: different values of a fact of the entries."""
    source, _, joint = listed.rpartition(" ")
    kind = field.type
    if joint not in _JOINTS or not isinstance(kind, Listed) or clause.filters:
        return
    if source not in _named(ctx, record, field) or not isinstance(kind.element, Row):
        return
    entry = ctx.schema.record(kind.element.name)
    folded = clause.group.words.casefold()
    for each in entry.fields if entry else ():
        if folded in (each.name.casefold(), each.plural.casefold(), each.form.casefold()):
            of = tree.Name(f"{record.genitive} {field.name}", clause.owner.span)
            column = tree.Column(tree.Name(each.name, clause.group.span), of, (), clause.span)
            yield _compared(tree.CountDistinct(column, clause.span), clause)


def _compared(left: tree.Expression, clause: tree.Counted) -> tree.Clause:
    number = tree.Number(str(clause.quantity.number), clause.span)
    relation = _RELATIONS.get(clause.quantity.word)
    if relation is None:
        return tree.Is(left, (number,), False, clause.span, clause.words)
    return tree.Bound(left, relation, number, clause.span, clause.words)


def _help(ctx: Checking, clause: tree.Counted) -> str:
    """What could be counted of the part that is named."""
    for record in of_the_case(ctx.schema):
        if clause.owner.words.casefold().startswith(record.definite.casefold()):
            lists = [f"«{each.name}»" for each in record.fields
                     if isinstance(each.type, (Listed, Whole, Fraction))]  # fmt: skip
            if lists:
                return f"det som kan telles av {record.definite}, er {', '.join(lists)}"
    return "begynn med en del av saken som er erklært, og «har»: «tjenesten har minst to steder»"
