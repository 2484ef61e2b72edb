"""Values and expressions to core nodes, with their types."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from attrs import evolve, frozen

from hjemmel.check import names, problems_logic, problems_names, problems_types
from hjemmel.check.suggestions import (
    NOT_DECLARED,
    meant_fact,
    named_owner,
    owner_first,
    replacement,
)
from hjemmel.check.types import shown
from hjemmel.core import calendar
from hjemmel.core.nodes import Fact, Literal, Node, Op
from hjemmel.core.types import (
    Date,
    Days,
    Enumerated,
    Fraction,
    Money,
    Months,
    Registered,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.diagnostics.suggest import nearest
from hjemmel.lowering import quantities
from hjemmel.lowering.context import Context
from hjemmel.source.span import Span
from hjemmel.syntax import tree
from hjemmel.syntax.build_values import written_year

_SPELLED = {"null": 0, "én": 1, "en": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5,
            "seks": 6, "sju": 7, "åtte": 8, "ni": 9, "ti": 10}  # fmt: skip

_LONGEST_MONTHS, _LONGEST_DAYS = 200 * 12, 200 * 366


@frozen
class Typed:
    """A node and its type."""

    node: Node
    type: Type


def lower_value(ctx: Context, value: tree.Expression, wanted: Type | None) -> Typed | None:  # noqa: C901, PLR0912
    """A value or expression; `wanted` is the type that the other side has, if known.

    None where a diagnostic has been given.
    """
    match value:
        case tree.Name():
            return lower_name(ctx, value, wanted)
        case tree.Number():
            return _number(ctx, value, wanted)
        case tree.Amount():
            return Typed(Literal(value.ore, Money(), ctx.origin(value.span)), Money())
        case tree.Period() if value.number > _longest(value.unit):
            ctx.report(problems_logic.too_long(value.span))
            return None
        case tree.Period():
            kind = Months() if value.unit == "måneder" else Days()
            return Typed(Literal(value.number, kind, ctx.origin(value.span)), kind)
        case tree.Day() if not calendar.EARLIEST <= value.day <= calendar.LATEST:
            ctx.report(problems_logic.beyond_calendar("dagen", value.span))
            return None
        case tree.Day():
            return Typed(Literal(value.day, Date(), ctx.origin(value.span)), Date())
        case tree.DayIn():
            return _day_in(ctx, value)
        case tree.Later():
            return _later(ctx, value)
        case tree.Extreme():
            return _extreme(ctx, value)
        case tree.YearAfter():
            base = of_type(ctx, value.base, Year())
            step = Literal(value.number, Whole(), ctx.origin())
            return base and Typed(
                ctx.apply(Op.YEARS_LATER, base.node, step, span=value.span), Year()
            )
        case tree.YearOf():
            day = of_type(ctx, value.day, Date())
            none = Literal(0, Whole(), ctx.origin())
            if day is None:
                return None
            return Typed(ctx.apply(Op.YEAR_OF, day.node, none, span=value.span), Year())
        case tree.CountDistinct() | tree.CountOf():
            node = quantities.lower_count(ctx, value)
            return Typed(node, Whole()) if node else None
        case tree.Column() | tree.NormName() | tree.NormGroup():
            ctx.report(problems_types.wrong_type("en liste eller norm", "en verdi", value.span))
            return None
        case _:
            assert_never(value)


def of_type(ctx: Context, value: tree.Expression, wanted: Type) -> Typed | None:
    """A value that must have a type."""
    found = lower_value(ctx, value, wanted)
    if found is None or found.type == wanted:
        return found
    ctx.report(problems_types.wrong_type(shown(found.type), shown(wanted), value.span))
    return None


def lower_name(ctx: Context, name: tree.Name, wanted: Type | None) -> Typed | None:
    """A name as a constant of the wanted type, or as a fact."""
    constant = _constant(ctx, name, wanted)
    facts = ctx.symbols.names.path(name.words, ctx.bound)
    if constant is not None and not facts:
        return constant
    if facts and ctx.is_untyped(facts[0].fact):
        return None
    if constant is not None:
        options = ", ".join(f"«{each.written}»" for each in facts)
        ctx.report(problems_names.ambiguous(name.words, options, name.span))
        return None
    if is_ambiguous(ctx, name.words, facts, name.span):
        return None
    if facts:
        return Typed(use(ctx, facts[0], name.span, name.words), facts[0].fact.type)
    _unknown(ctx, name, wanted)
    return None


def is_ambiguous(ctx: Context, words: str, found: list[names.Found], span: Span) -> bool:
    """Report words that more than one fact is called by."""
    if len(found) < 2:
        return False
    options = ", ".join(f"«{each.fact.name}» i «{each.fact.subject}»" for each in found)
    ctx.report(problems_names.ambiguous(words, options.replace("_", " "), span))
    return True


def use(ctx: Context, found: names.Found, span: Span, words: str) -> Fact:
    """A fact that a rule refers to; reported where the case may lack its record."""
    fact = evolve(found.fact, origin=ctx.origin(span, words))
    ctx.used.add((_record_of(ctx, fact), fact.name))
    record = ctx.symbols.schema.record(fact.subject)
    if record is not None and record.optional and record.key not in ctx.guards:
        ctx.report(problems_names.unguarded(words, record.definite, span))
    return fact


def _record_of(ctx: Context, fact: Fact) -> str:
    for each in ctx.bound:
        if each.variable == fact.subject:
            return getattr(each.element, "name", "")
    return fact.subject


def _constant(ctx: Context, name: tree.Name, wanted: Type | None) -> Typed | None:
    schema, where = ctx.symbols.schema, name.span
    match wanted:
        case Enumerated():
            values = schema.enumeration(wanted.name).values
            found = next((v for v in values if v.casefold() == name.words.casefold()), None)
            ctx.used.add((wanted.name, "begrep"))
        case Registered():
            folded = name.words.casefold()
            found = next(
                (each.name for each in schema.register(wanted.name).entries
                 if folded in (each.name.casefold(), *(a.casefold() for a in each.aliases))),
                None,
            )  # fmt: skip
        case Text():
            found = name.words if name.quoted else None
        case Truth() if name.words.casefold() in ("ja", "nei"):
            truth = Literal(name.words.casefold() == "ja", Truth(), ctx.origin(where))
            return Typed(truth, wanted)
        case _:  # other types have no constants that are names
            return None
    if found is None:
        return None
    return Typed(Literal(found, wanted, ctx.origin(where, found)), wanted)


def _unknown(ctx: Context, name: tree.Name, wanted: Type | None) -> None:
    schema = ctx.symbols.schema
    if ctx.was_lost(name.words):
        return
    if name.words.casefold() in _SPELLED and not isinstance(wanted, (Enumerated, Registered)):
        digit = str(_SPELLED[name.words.casefold()])
        ctx.report(problems_names.spelled_number(name.words, digit, name.span))
        return
    reachable = list(names.paths(schema, ctx.bound))
    meant = meant_fact(schema, name.words, reachable)
    if isinstance(wanted, Enumerated) and meant is None:
        values = schema.enumeration(wanted.name).values
        suggestion = "".join(nearest(name.words, values))
        allowed = ", ".join(f"«{each}»" for each in values)
        ctx.report(
            problems_names.unknown_value(name.words, wanted.name, name.span, suggestion, allowed)
        )
        return
    help, declared = (meant.question, meant.declared) if meant else (_undeclared(ctx, name), None)
    if isinstance(wanted, Text):
        help = f"{help} En tekst skrives i hermetegn: «{name.words}»" if meant else (
            f"er det en tekst, skrives den i hermetegn: «{name.words}»"
        )  # fmt: skip
    ctx.report(
        problems_names.unknown_name(name.words, name.span, help, declared, replacement(meant))
    )


def _undeclared(ctx: Context, name: tree.Name) -> str:
    """What to do about a name that is like no other."""
    schema = ctx.symbols.schema
    owned = ctx.bound or named_owner(schema, name.words)
    return f"{'' if owned else owner_first(schema)}{NOT_DECLARED}"


def _number(ctx: Context, number: tree.Number, wanted: Type | None) -> Typed | None:
    where = ctx.origin(number.span)
    if isinstance(wanted, Fraction) or "." in number.digits:
        return Typed(Literal(Decimal(number.digits), Fraction(), where), Fraction())
    kind = wanted if isinstance(wanted, (Year, Whole)) else Whole()
    years = range(calendar.EARLIEST.year, calendar.LATEST.year + 1)
    if isinstance(kind, Year) and int(number.digits) not in years:
        ctx.report(problems_logic.beyond_calendar("årstallet", number.span))
        return None
    return Typed(Literal(int(number.digits), kind, where), kind)


def _day_in(ctx: Context, value: tree.DayIn) -> Typed | None:
    year = of_type(ctx, value.year, Year())
    number = written_year(value.year)
    if year is not None and number is not None and (value.month, value.day) == (2, 29):
        leap_day = date(number, 2, 29)  # a day of that year only, so it has no other form
        return Typed(Literal(leap_day, Date(), ctx.origin(value.span)), Date())
    day = Literal(value.month * 100 + value.day, Whole(), ctx.origin())
    if year is None:
        return None
    return Typed(ctx.apply(Op.DAY_IN_YEAR, year.node, day, span=value.span), Date())


def _extreme(ctx: Context, value: tree.Extreme) -> Typed | None:
    first, second = of_type(ctx, value.first, Date()), of_type(ctx, value.second, Date())
    if first is None or second is None:
        return None
    which = {"seneste": Op.LATER_OF, "tidligste": Op.EARLIER_OF}[value.which]
    return Typed(ctx.apply(which, first.node, second.node, span=value.span), Date())


def _longest(unit: str) -> int:
    return _LONGEST_MONTHS if unit == "måneder" else _LONGEST_DAYS


def _later(ctx: Context, value: tree.Later) -> Typed | None:
    base = of_type(ctx, value.base, Date())
    if base is None:
        return None
    if abs(value.number) > _longest(value.unit):
        ctx.report(problems_logic.too_long(value.span))
        return None
    if value.unit == "dager":
        operator = Op.DAYS_LATER
    elif value.rounding or _has_every_month(value.base):
        up = value.rounding == "opp"
        operator = Op.MONTHS_LATER_UP if up else Op.MONTHS_LATER_DOWN
    else:
        ctx.report(problems_types.ambiguous_months(value.span))
        return None
    kind = Days() if value.unit == "dager" else Months()
    amount = Literal(value.number, kind, ctx.origin())
    return Typed(ctx.apply(operator, base.node, amount, span=value.span), Date())


def _has_every_month(base: tree.Expression) -> bool:
    """True where the day is one that every month has."""
    match base:
        case tree.Day():
            return base.day.day <= 28
        case tree.DayIn():
            return base.day <= 28
        case _:  # the day is not written, so it may be any
            return False
