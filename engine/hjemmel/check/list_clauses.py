"""Clauses about whole lists: what they cover, and one against another."""

from hjemmel.check import problems_names, problems_types
from hjemmel.check.checking import Checking
from hjemmel.check.infer_lists import infer_column, infer_column_of_values
from hjemmel.check.infer_values import is_of_type
from hjemmel.check.references import ListReference
from hjemmel.check.types import shown
from hjemmel.core.schema import Schema
from hjemmel.core.types import Enumerated, Registered, Year
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax import tree


def is_sound_cover(ctx: Checking, clause: tree.CoversEach) -> bool:
    """«L omfatter hver T»."""
    kinds = [infer_column(ctx, each) for each in (clause.left, *clause.others)]
    named = clause.enumeration
    known = _closed(ctx.schema)
    folded = named.words.casefold()
    listed = next((option for option in known if option.name.casefold() == folded), None)
    if listed is None:
        if not ctx.was_lost(named.words):
            near = "".join(nearest(named.words, [option.name for option in known]))
            options = ", ".join(f"«{option.name}»" for option in known)
            help = f"mente du «{near}»?" if near else (
                f"skriv et begrep eller et register: {options}"
            )  # fmt: skip
            ctx.report(problems_names.unknown_name(named.words, named.span, help, None))
        return False
    for kind in kinds:
        if kind is None:
            return False
        if kind != listed:
            ctx.report(problems_types.wrong_type(shown(listed), shown(kind), named.span))
            return False
    ctx.tables.refer(named, ListReference(listed), named.span)
    return True


def _closed(schema: Schema) -> list[Enumerated | Registered]:
    """The types whose values are listed, each once."""
    terms = (Enumerated(term.name) for term in schema.enumerations)
    registers = (Registered(register.name) for register in schema.registers)
    return list(dict.fromkeys((*terms, *registers)))


def is_sound_member(ctx: Checking, clause: tree.Among) -> bool:
    """«A er blant L»: L a list of values of the type of A."""
    kind = infer_column_of_values(ctx, clause.source)
    return kind is not None and is_of_type(ctx, clause.value, kind)


def is_sound_comparison(ctx: Checking, clause: tree.Compare) -> bool:
    """«A omfatter alt i B», «A har ingenting utenom B», «A er det samme som B»."""
    left, right = (infer_column_of_values(ctx, each) for each in (clause.left, clause.right))
    if left is None or right is None:
        return False
    if left != right:
        ctx.report(problems_types.wrong_type(shown(right), shown(left), clause.span))
        return False
    return True


def is_sound_span(ctx: Checking, clause: tree.CoversYears) -> bool:
    """«L dekker hvert år fra og med A til og med B»."""
    kind = infer_column(ctx, clause.left)
    ends = [is_of_type(ctx, end, Year()) for end in (clause.first, clause.last)]
    if kind is None or not all(ends):
        return False
    if kind != Year():
        ctx.report(problems_types.wrong_type(shown(kind), "en liste av årstall", clause.span))
        return False
    return True
