"""Clauses about whole lists: what they cover, and one against another."""

from hjemmel.check import problems_names, problems_types
from hjemmel.check.checking import Checking, every
from hjemmel.check.infer_lists import infer_column, infer_column_of_values
from hjemmel.check.infer_names import is_ambiguous, refer
from hjemmel.check.infer_values import PERIODS, is_of_type
from hjemmel.check.references import ListReference
from hjemmel.check.types import shown
from hjemmel.core.schema import Schema
from hjemmel.core.types import Enumerated, Listed, Registered, Type
from hjemmel.diagnostics.suggest import nearest
from hjemmel.source.span import Span
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


def is_sound_span(ctx: Checking, clause: tree.CoversSpan) -> bool:
    """«L dekker hvert år fra A til og med B»."""
    kind, wanted = infer_column(ctx, clause.left), PERIODS[clause.unit]
    ends = every(is_of_type(ctx, end, wanted) for end in (clause.first, clause.last))
    if kind is None or not ends:
        return False
    if kind != wanted:
        _not_one_of_each(ctx, kind, clause.unit, clause.span)
        return False
    return True


def is_sound_series(ctx: Checking, clause: tree.HasEach) -> bool:
    """«tjenesten har levert rapport for hvert kvartal fra A til og med B»."""
    wanted, words = PERIODS[clause.unit], clause.said.words
    ends = every(is_of_type(ctx, end, wanted) for end in (clause.first, clause.last))
    facts = ctx.around.symbols.names.claim(words, ctx.bound)
    lists = [each for each in facts if isinstance(each.fact.type, Listed)]
    if not lists:
        if not ctx.was_lost(words):
            listed = {"år": "årstall"}.get(clause.unit, clause.unit)
            help = f"gi listen formen («opplysning …, har … for, er liste av {listed}»)"
            ctx.report(problems_names.unknown_name(words, clause.said.span, help, None))
        return False
    if is_ambiguous(ctx, words, lists, clause.span) or not ends:
        return False
    refer(ctx, clause.said, lists[0], words, clause.said.span)
    ctx.name_entry(clause.said)
    if lists[0].fact.type != Listed(wanted):
        _not_one_of_each(ctx, lists[0].fact.type, clause.unit, clause.span)
        return False
    return True


_LISTS = {"år": "årstall", "kvartal": "kvartaler", "måned": "måneder"}


def _not_one_of_each(ctx: Checking, kind: Type, unit: str, span: Span) -> None:
    ctx.report(problems_types.wrong_type(shown(kind), f"en liste av {_LISTS[unit]}", span))
