"""Which list a group is of: «steder», «av tjenestens steder», «medlem i referansegruppen»."""

import re

from attrs import frozen

from hjemmel.check.checking import Checking
from hjemmel.check.names import NamedFact, of_the_case
from hjemmel.check.said import entry_of, group_names
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Listed
from hjemmel.syntax.tree import Name

_OF = re.compile(r"(?:av|blant) (?=\S)", re.IGNORECASE)
_ONE = re.compile(r"(?:minst )?(?:en|én|ei|et|ett) (?=\S)", re.IGNORECASE)


@frozen
class Group:
    """A list that a group is of: how a rule names it in full, and what it holds."""

    source: Name
    kind: Listed
    entry: RecordDeclaration | None


def groups_called(ctx: Checking, run: Name) -> list[Group]:
    """The lists that a run of words can be of, those of what the norm is about before others."""
    partitive = _OF.match(run.words)
    words = run.words[partitive.end() :] if partitive else run.words
    known = lists_called(ctx, Name(words, run.span))
    if (
        known or partitive
    ):  # «av» is followed by a list that is known: «stedene», «tjenestens steder»
        return known
    folded = words.casefold()
    found = [
        (record, _of_field(ctx, record, field, run))
        for record in of_the_case(ctx.schema)
        for field in record.fields
        if isinstance(field.type, Listed) and folded in _called(ctx, record, field)
    ]
    mine = [group for record, group in found if record.key == ctx.subject]
    return mine or [group for _, group in found]


def lists_called(ctx: Checking, run: Name) -> list[Group]:
    """The lists that a run names: «stedene», «tjenestens steder»."""
    known = [e for e in ctx.path(run.words) if isinstance(e.fact.type, Listed)]
    return [_by_path(ctx, each, run.words, run) for each in known]


def without_one(run: Name) -> str:
    """«medlem i referansegruppen» of «et medlem i referansegruppen»."""
    return _ONE.sub("", run.words, count=1) if _ONE.match(run.words) else run.words


def _by_path(ctx: Checking, found: NamedFact, words: str, run: Name) -> Group:
    kind = found.fact.type
    assert isinstance(kind, Listed)
    return Group(Name(words, run.span), kind, entry_of(ctx.schema, kind))


def _of_field(
    ctx: Checking, record: RecordDeclaration, field: FieldDeclaration, run: Name
) -> Group:
    assert isinstance(field.type, Listed)
    source = Name(f"{record.genitive} {field.name}", run.span)
    return Group(source, field.type, entry_of(ctx.schema, field.type))


def _called(ctx: Checking, record: RecordDeclaration, field: FieldDeclaration) -> set[str]:
    """The ways to speak of a list's entries without naming the list as a path, in small letters."""
    return {each.casefold() for each in group_names(ctx.schema, record, field)}
