"""What a sentence says of a part of the case or of an entry: its type, a definition, a value.

«tjenesten er en kompetansetjeneste» may be of what the tjeneste is, or of a definition of it, and
«tjenesten bygger på avtale» is of the fact that the verb names. Every meaning that the declared
words allow is found, as the clause that says it in full.
"""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.check.checking import Checking
from hjemmel.check.infer_names import is_value
from hjemmel.check.names import of_the_case
from hjemmel.check.runs import has_article, part, without_article
from hjemmel.check.said import WHAT_IT_IS, verbs_of
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Enumerated, Registered, Row
from hjemmel.syntax import tree


@frozen
class Owner:
    """One of whom something is said: how it is named, and what stands before the name of a fact."""

    called: str
    genitive: str
    record: RecordDeclaration

    def path(self, field: FieldDeclaration, like: tree.Name) -> tree.Name:
        """The fact as a rule names it in full."""
        return tree.Name(f"{self.genitive} {field.name}".strip(), like.span)


def owners(ctx: Checking) -> Iterator[Owner]:
    """The entries in reach, the innermost first, and the parts of the case."""
    for entry in ctx.bound:
        record = ctx.schema.record(entry.element.name) if isinstance(entry.element, Row) else None
        if record is not None:
            genitive = f"{record.one}s" if record.one else ""
            yield Owner(tree.THE_ENTRY, "", record)
            yield Owner("", "", record)
            if record.one:
                yield Owner(record.one, genitive, record)
    for record in of_the_case(ctx.schema):
        yield Owner(record.definite, record.genitive, record)


def what_it_is(ctx: Checking, clause: tree.Is) -> list[tree.Clause]:
    """The meanings of «A er en B» and «A er C», where A is a part of the case or an entry.

    «en B» is a type or a definition of it; «C», as in «tjenesten er i drift», only a definition.
    """
    left = clause.left
    if not isinstance(left, tree.Name):
        return []
    values = [each for each in clause.values if isinstance(each, tree.Name)]
    if len(values) < len(clause.values):
        return []
    named = all(has_article(each.words) for each in values)
    found: list[tree.Clause] = []
    for owner in owners(ctx):
        if owner.called and owner.called.casefold() == left.words.casefold():
            found += _of_type(ctx, owner, left, tuple(values), clause) if named else ()
            found += _defined(ctx, owner, tuple(values), clause)
    return list(dict.fromkeys(found))


def _of_type(
    ctx: Checking, owner: Owner, left: tree.Name, values: tuple[tree.Name, ...], of: tree.Is
) -> Iterator[tree.Clause]:
    for field in owner.record.fields:
        fits = field.name in WHAT_IT_IS and isinstance(field.type, Enumerated)
        if fits and all(is_value(ctx, each, field.type) for each in values):
            yield tree.Is(owner.path(field, left), values, of.negated, of.span, of.words)


def _defined(
    ctx: Checking, owner: Owner, values: tuple[tree.Name, ...], of: tree.Is
) -> Iterator[tree.Clause]:
    """That the owner is what a definition of it defines."""
    if len(values) > 1:
        return
    title = without_article(values[0].words)
    for head in ctx.around.directory.definitions(title):
        if ctx.around.subject_of(head) == owner.record.key:
            named = tree.NormName(head.section, head.title, values[0].span)
            yield tree.Defined(named, of.negated, of.span, of.words)


def with_value(ctx: Checking, clause: tree.Claim) -> list[tree.Clause]:
    """The meanings of a claim of a fact that a verb names: «tjenesten bygger på avtale»."""
    words = f"{clause.name.words} {clause.denied.words}" if clause.denied else clause.name.words
    run = tree.Name(words, clause.span)
    found = [
        tree.Is(owner.path(field, run), (value, *clause.others), clause.negated, clause.span,
                clause.words)
        for owner, field, value in _verbs(ctx, run)
        if all(is_value(ctx, each, field.type) for each in (value, *clause.others))
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def nearly_with_value(ctx: Checking, clause: tree.Claim) -> tree.Clause | None:
    """The same where the value is none of the fact's: what is wrong is found in the value."""
    run = clause.name
    if clause.denied is not None:
        return None
    for owner, field, value in _verbs(ctx, run):
        return tree.Is(owner.path(field, run), (value, *clause.others), False, clause.span,
                       clause.words)  # fmt: skip
    return None


def _verbs(ctx: Checking, run: tree.Name) -> Iterator[tuple[Owner, FieldDeclaration, tree.Name]]:
    """The facts with a closed list of values that a run may be about, with the rest of it."""
    folded = run.words.casefold()
    for owner in owners(ctx):
        for field in owner.record.fields:
            if not isinstance(field.type, (Enumerated, Registered)):
                continue
            for said in verbs_of(field):
                start = f"{owner.called} {said}".strip()
                if folded.startswith(f"{start.casefold()} "):
                    yield owner, field, part(run, len(start.split()))
