"""Names as values and as lists: what each refers to, and its type."""

from hjemmel.check import names, problems_names, problems_types
from hjemmel.check.checking import Checking
from hjemmel.check.references import CaseYear, Constant
from hjemmel.check.runs import without_article
from hjemmel.check.suggestions import (
    NOT_DECLARED,
    meant_fact,
    named_owner,
    owner_first,
    replacement,
)
from hjemmel.check.types import shown
from hjemmel.core.schema import Enumeration, RegisterEntry
from hjemmel.core.types import Enumerated, Listed, Registered, Text, Truth, Type, Whole, Year
from hjemmel.diagnostics.suggest import nearest
from hjemmel.source.numbers import in_letters
from hjemmel.source.span import Span
from hjemmel.syntax import tree

_SPELLED = {"null": 0, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
            "atten": 18, "nitten": 19, "tjue": 20, "tretti": 30, "førti": 40, "femti": 50,
            "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90, "hundre": 100}  # fmt: skip
"""What is not read as a number where a value begins, as «to» and «tolv» are."""


def infer_name(ctx: Checking, name: tree.Name, wanted: Type | None) -> Type | None:
    """A name as a constant of the wanted type, or as a fact. None where it is neither."""
    constant = _constant(ctx, name, wanted)
    facts = ctx.path(name.words)
    year = names.CASE_YEARS.get(name.words.casefold())
    if year is not None and not facts and constant is None:
        ctx.tables.refer(name, CaseYear(year), name.span)
        return ctx.typed(name, Year())
    if year is not None:
        options = f"«{name.words}», sett fra vurderingsdagen, eller det som er erklært"
        ctx.report(problems_names.ambiguous(name.words, options, name.span))
        return None
    if constant is not None and not facts:
        ctx.tables.refer(name, constant, name.span)
        return ctx.typed(name, constant.type)
    if facts and ctx.is_untyped(facts[0].fact):
        return None
    if constant is not None:
        options = ", ".join(f"«{fact.written}»" for fact in facts)
        ctx.report(problems_names.ambiguous(name.words, options, name.span))
        return None
    if is_ambiguous(ctx, name.words, facts, name.span):
        return None
    if facts:
        refer(ctx, name, facts[0], name.words, name.span)
        return ctx.typed(name, facts[0].fact.type)
    _unknown(ctx, name, wanted)
    return None


def infer_list(ctx: Checking, name: tree.Name) -> Listed | None:
    """A name that must be a list."""
    facts = ctx.path(name.words)
    if not facts:
        _unknown_list(ctx, name)
        return None
    if ctx.is_untyped(facts[0].fact):
        return None
    kind = facts[0].fact.type
    if not isinstance(kind, Listed):
        ctx.report(problems_types.not_a_list(name.words, shown(kind), name.span))
        return None
    refer(ctx, name, facts[0], name.words, name.span)
    ctx.typed(name, kind)
    return kind


def is_ambiguous(ctx: Checking, words: str, facts: list[names.NamedFact], span: Span) -> bool:
    """Report words that more than one fact is called by."""
    if len(facts) < 2:
        return False
    options = ", ".join(f"«{fact.fact.name}» i «{fact.fact.subject}»" for fact in facts)
    ctx.report(problems_names.ambiguous(words, options.replace("_", " "), span))
    return True


def refer(ctx: Checking, node: object, meant: names.NamedFact, words: str, *spans: Span) -> None:
    """Keep the fact that a node refers to; reported where the case may lack its record."""
    ctx.tables.refer(node, meant.fact, *spans)
    record = ctx.schema.record(meant.fact.subject)
    if record is not None and record.optional and record.key not in ctx.guards:
        ctx.report(problems_names.unguarded(words, record.definite, spans[0]))


def _constant(ctx: Checking, name: tree.Name, wanted: Type | None) -> Constant | None:
    folded = name.words.casefold()
    match wanted:
        case Enumerated():
            value = _value_called(ctx.schema.enumeration(wanted.name), folded)
        case Registered():
            entries = ctx.schema.register(wanted.name).entries
            value = next((entry.name for entry in entries if _is_called(entry, folded)), None)
        case Text():
            value = name.words if name.quoted else None
        case Whole() if not name.quoted:
            number = in_letters(name.words)
            return None if number is None else Constant(number, wanted)
        case Truth() if folded in ("ja", "nei"):
            return Constant(folded == "ja", wanted)
        case _:  # other types have no constants that are names
            return None
    return None if value is None else Constant(value, wanted)


def is_value(ctx: Checking, name: tree.Name, wanted: Type) -> bool:
    """Whether a name is a value of a type, written in the rule or told in the case."""
    facts = ctx.path(name.words)
    return _constant(ctx, name, wanted) is not None or any(e.fact.type == wanted for e in facts)


def _value_called(term: Enumeration, folded: str) -> str | None:
    """The value that is called so: its name, with or without an article, or its definite form."""
    definites = term.definites or ("",) * len(term.values)
    for words in (folded, without_article(folded)):
        for value, definite in zip(term.values, definites, strict=True):
            if words in (value.casefold(), definite.casefold()):
                return value
    return None


def _is_called(entry: RegisterEntry, folded: str) -> bool:
    return folded in (name.casefold() for name in (entry.name, *entry.aliases))


def _unknown(ctx: Checking, name: tree.Name, wanted: Type | None) -> None:
    if ctx.was_lost(name.words):
        return
    if name.words.casefold() in _SPELLED and not isinstance(wanted, (Enumerated, Registered)):
        digit = str(_SPELLED[name.words.casefold()])
        ctx.report(problems_names.spelled_number(name.words, digit, name.span))
        return
    meant = meant_fact(ctx.schema, name.words, list(names.paths(ctx.schema, ctx.bound)))
    if isinstance(wanted, Enumerated) and meant is None:
        _unknown_value(ctx, name, wanted)
        return
    help, declared = (meant.question, meant.declared) if meant else (_undeclared(ctx, name), None)
    if isinstance(wanted, Text):
        help = f"{help} En tekst skrives i hermetegn: «{name.words}»" if meant else (
            f"er det en tekst, skrives den i hermetegn: «{name.words}»"
        )  # fmt: skip
    ctx.report(
        problems_names.unknown_name(name.words, name.span, help, declared, replacement(meant))
    )


def _unknown_value(ctx: Checking, name: tree.Name, wanted: Enumerated) -> None:
    values = ctx.schema.enumeration(wanted.name).values
    suggestion = "".join(nearest(name.words, values))
    allowed = ", ".join(f"«{value}»" for value in values)
    ctx.report(
        problems_names.unknown_value(name.words, wanted.name, name.span, suggestion, allowed)
    )


def _undeclared(ctx: Checking, name: tree.Name) -> str:
    """What to do about a name that is like no other."""
    owned = ctx.bound or named_owner(ctx.schema, name.words)
    return f"{'' if owned else owner_first(ctx.schema)}{NOT_DECLARED}"


def _unknown_list(ctx: Checking, name: tree.Name) -> None:
    if ctx.was_lost(name.words):
        return
    reachable = names.paths(ctx.schema, ctx.bound)
    lists = [fact for fact in reachable if isinstance(fact.fact.type, Listed)]
    meant = meant_fact(ctx.schema, name.words, lists)
    help, declared = (meant.question, meant.declared) if meant else (NOT_DECLARED, None)
    ctx.report(
        problems_names.unknown_name(name.words, name.span, help, declared, replacement(meant))
    )
