"""«tjenesten er avvikla»: a sentence of a part of the case that no declared words make."""

from collections.abc import Iterator

from attrs import evolve

from hjemmel.check import names, problems_names
from hjemmel.check.checking import Checking
from hjemmel.check.names import NamedFact
from hjemmel.check.suggestions import NOT_DECLARED, meant_fact, named_owner, replacement
from hjemmel.core.types import is_truth
from hjemmel.syntax import tree
from hjemmel.syntax.verbs import begins_with_verb


def is_unknown_sentence(ctx: Checking, clause: tree.Is) -> bool:
    """Report «A er B» where A begins with a part of the case, and is no fact of it.

    What is wrong is then not A, which is none, but the whole that is said.
    """
    left = clause.left
    owner = named_owner(ctx.schema, clause.words)
    if not isinstance(left, tree.Name) or owner is None or ctx.path(left.words):
        return False
    if left.words.casefold().startswith(f"{owner.genitive.casefold()} "):
        return False
    if ctx.was_lost(clause.words):
        return True
    meant = meant_fact(ctx.schema, clause.words, list(_sentences(ctx)))
    help, declared = (meant.question, meant.declared) if meant else (NOT_DECLARED, None)
    found = problems_names.unknown_name(clause.words, clause.span, help, declared)
    ctx.report(evolve(found, replacement=replacement(meant)))  # a sentence, which has no quotes
    return True


def _sentences(ctx: Checking) -> Iterator[NamedFact]:
    """Every yes/no fact as it is said."""
    for each in names.claims(ctx.schema, ctx.bound):
        if is_truth(each.fact.type):
            yield each
    for record in names.of_the_case(ctx.schema):
        for field in record.fields:
            if is_truth(field.type) and not begins_with_verb(field.name):
                fact = names.of_case(record, field, "")
                yield evolve(fact, written=f"{record.definite} er {field.name}")
