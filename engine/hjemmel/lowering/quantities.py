"""Lists: counting, «alle», «det finnes», columns and comparisons of lists."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import assert_never

from attrs import evolve

from hjemmel.check import names, problems_names, problems_types
from hjemmel.check.suggestions import NOT_DECLARED, meant_fact, replacement
from hjemmel.check.types import shown
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Enumerated, Listed, Registered, Row, Whole, Year, is_ordered
from hjemmel.diagnostics.suggest import nearest
from hjemmel.lowering import clauses, values
from hjemmel.lowering.context import Context
from hjemmel.source.span import Span
from hjemmel.syntax import tree


def lower_list(ctx: Context, name: tree.Name) -> Fact | None:
    """A name that must be a list."""
    found = ctx.symbols.names.path(name.words, ctx.bound)
    if not found:
        reachable = list(names.paths(ctx.symbols.schema, ctx.bound))
        if not ctx.was_lost(name.words):
            lists = [each for each in reachable if isinstance(each.fact.type, Listed)]
            meant = meant_fact(ctx.symbols.schema, name.words, lists)
            help, declared = (meant.question, meant.declared) if meant else (NOT_DECLARED, None)
            ctx.report(
                problems_names.unknown_name(
                    name.words, name.span, help, declared, replacement(meant)
                )
            )
        return None
    if ctx.is_untyped(found[0].fact):
        return None
    if not isinstance(found[0].fact.type, Listed):
        ctx.report(problems_types.not_a_list(name.words, shown(found[0].fact.type), name.span))
        return None
    return values.use(ctx, found[0], name.span, name.words)


@contextmanager
def entry_of(ctx: Context, domain: Fact) -> Iterator[str]:
    """Bring the entries of a list in reach, under a fresh variable."""
    assert isinstance(domain.type, Listed)
    variable, outer = ctx.variable(), ctx.bound
    ctx.bound = (names.Bound(variable, domain.type.element), *outer)
    try:
        yield variable
    finally:
        ctx.bound = outer


def lower_filters(ctx: Context, filters: tuple[tree.Clause, ...]) -> Node | None:
    """The filters of a list as one condition; true when there are none."""
    nodes = [clauses.lower_clause(ctx, each) for each in filters]
    if any(each is None for each in nodes):
        return None
    return ctx.all_of([each for each in nodes if each is not None]) if nodes else ctx.true()


def lower_count(ctx: Context, count: tree.CountDistinct | tree.CountOf) -> Node | None:
    """«antall ulike F blant L» or «antallet av L»."""
    match count:
        case tree.CountOf():
            domain = lower_list(ctx, count.source)
            if domain is None:
                return None
            with entry_of(ctx, domain) as variable:
                body = lower_filters(ctx, count.filters)
            return body and Each(Quantifier.COUNT, variable, domain, ctx.true(), body,
                                 ctx.origin(count.span))  # fmt: skip
        case tree.CountDistinct():
            column = lower_column(ctx, count.column)
            if column is None:
                return None
            domain, variable, where, value = column
            return Each(Quantifier.DISTINCT, variable, domain, where, value,
                        ctx.origin(count.span))  # fmt: skip
        case _:
            assert_never(count)


Column = tuple[Fact, str, Node, Fact]


def lower_column(ctx: Context, column: tree.Name | tree.Column) -> Column | None:
    """A list of values: the list, its variable, the filter, and the value of an entry."""
    source = column if isinstance(column, tree.Name) else column.source
    domain = lower_list(ctx, source)
    if domain is None:
        return None
    with entry_of(ctx, domain) as variable:
        if isinstance(column, tree.Name):
            element = domain.type.element if isinstance(domain.type, Listed) else None
            if element is None or isinstance(element, Row):
                ctx.report(
                    problems_types.wrong_type(
                        "en liste av oppføringer", "en liste av verdier", source.span
                    )
                )
                return None
            return domain, variable, ctx.true(), Fact(variable, ELEMENT, element, ctx.origin())
        where = lower_filters(ctx, column.filters)
        value = values.lower_name(ctx, column.field, None)
    if where is None or value is None or not isinstance(value.node, Fact):
        return None
    return domain, variable, where, value.node


def some_equal(ctx: Context, column: Column, value: Node, span: Span, words: str) -> Node:
    """«noen i kolonnen er lik verdien»."""
    domain, variable, where, mine = column
    assert not isinstance(mine.type, Listed)
    operator = Op.EQUALS if is_ordered(mine.type) else Op.IS
    body = ctx.apply(operator, mine, value)
    return Each(Quantifier.SOME, variable, domain, where, body, ctx.origin(span, words))


def lower_covers_each(ctx: Context, clause: tree.CoversEach) -> Node | None:
    """«L omfatter hver T»: for every value of T, some entry has it."""
    column = lower_column(ctx, clause.left)
    name = clause.enumeration.words.casefold()
    known = _closed(ctx)
    term = next((each for each in known if each.name.casefold() == name), None)
    if term is None:
        if not ctx.was_lost(name):
            near = "".join(nearest(clause.enumeration.words, [each.name for each in known]))
            listed = ", ".join(f"«{each.name}»" for each in known)
            help = f"mente du «{near}»?" if near else f"skriv et begrep eller et register: {listed}"
            named = clause.enumeration
            ctx.report(problems_names.unknown_name(named.words, named.span, help, None))
        return None
    if column is None:
        return None
    kind = column[3].type
    if kind != term:
        ctx.report(problems_types.wrong_type(shown(term), shown(kind), clause.enumeration.span))
        return None
    ctx.used.add((term.name, "begrep"))
    found = [
        some_equal(ctx, column, Literal(value, term, ctx.origin(words=value)),
                   clause.span, f"{_column_words(clause.left)} omfatter {value}")
        for value in known[term]
    ]  # fmt: skip
    return ctx.all_of(found, clause.span, clause.words)


def _closed(ctx: Context) -> dict[Enumerated | Registered, tuple[str, ...]]:
    """The types whose values are listed."""
    schema = ctx.symbols.schema
    found: dict[Enumerated | Registered, tuple[str, ...]] = {}
    for term in schema.enumerations:
        found[Enumerated(term.name)] = term.values
    for register in schema.registers:
        found[Registered(register.name)] = tuple(each.name for each in register.entries)
    return found


def _column_words(column: tree.Name | tree.Column) -> str:
    if isinstance(column, tree.Name):
        return column.words
    return f"{column.field.words} blant {column.source.words}"


def lower_compare(ctx: Context, clause: tree.Compare) -> Node | None:
    """One list against another: each entry of the one is in the other."""
    left, right = lower_column(ctx, clause.left), lower_column(ctx, clause.right)
    if left is None or right is None:
        return None
    if left[3].type != right[3].type:
        ctx.report(
            problems_types.wrong_type(shown(right[3].type), shown(left[3].type), clause.span)
        )
        return None
    match clause.relation:
        case "omfatter alt i":
            return _within(ctx, right, left, clause)
        case "har ingenting utenom":
            return _within(ctx, left, right, clause)
        case _:  # «er det samme som»: both ways
            both = [_within(ctx, left, right, clause), _within(ctx, right, left, clause)]
            return ctx.all_of(both, clause.span, clause.words)


def _within(ctx: Context, inner: Column, outer: Column, clause: tree.Compare) -> Node:
    """Every value of `inner` is a value of `outer`."""
    domain, variable, where, value = inner
    found = some_equal(ctx, _apart(ctx, outer), value, clause.span, "")
    return Each(Quantifier.ALL, variable, domain, where, found,
                ctx.origin(clause.span, clause.words))  # fmt: skip


def _renamed(node: Node, old: str, new: str) -> Node:
    """A filter with its variable renamed, so that two lists' entries stay apart."""
    match node:
        case Fact() if node.subject == old:
            return evolve(node, subject=new)
        case Apply():
            return evolve(node, arguments=tuple(_renamed(a, old, new) for a in node.arguments))
        case Each():
            domain = _renamed(node.domain, old, new)
            assert isinstance(domain, Fact)
            where, body = _renamed(node.where, old, new), _renamed(node.body, old, new)
            return evolve(node, domain=domain, where=where, body=body)
        case _:  # literals and facts of the case hold no variable
            return node


def lower_exists(ctx: Context, clause: tree.Exists) -> Node | None:
    """«det finnes minst 2 blant L der …»."""
    return _over(ctx, clause, clause.filters)


def lower_for_each(ctx: Context, clause: tree.ForEach) -> Node | None:
    """«for alle blant L gjelder at …»."""
    return _over(ctx, clause, clause.body)


def _over(
    ctx: Context, clause: tree.Exists | tree.ForEach, told: tuple[tree.Clause, ...]
) -> Node | None:
    """What is told of the entries, for so many of them as the clause says."""
    domain = lower_list(ctx, clause.source)
    if domain is None:
        return None
    with entry_of(ctx, domain) as variable:
        body = lower_filters(ctx, told)
    if body is None:
        return None

    def each(quantifier: Quantifier, body: Node) -> Each:
        origin = ctx.origin(clause.span, clause.words)
        return Each(quantifier, variable, domain, ctx.true(), body, origin)

    return _quantified(ctx, clause, each, body)


def _quantified(
    ctx: Context,
    clause: tree.Exists | tree.ForEach,
    each: Callable[[Quantifier, Node], Each],
    body: Node,
) -> Node:
    quantity, span, words = clause.quantity, clause.span, clause.words
    match quantity.word:
        case "alle":
            return each(Quantifier.ALL, body)
        case "ingen":
            return ctx.apply(Op.NOT, each(Quantifier.SOME, body), span=span, words=words)
        case "minst" if quantity.number == 1:
            return each(Quantifier.SOME, body)
        case "minst halvparten":
            two = Literal(2, Whole(), ctx.origin())
            twice = ctx.apply(Op.TIMES, each(Quantifier.COUNT, body), two)
            whole = each(Quantifier.COUNT, ctx.true())
            return ctx.apply(Op.AT_LEAST, twice, whole, span=span, words=words)
        case _:
            operator = {"minst": Op.AT_LEAST, "høyst": Op.AT_MOST, "nøyaktig": Op.EQUALS}[
                quantity.word
            ]
            number = Literal(quantity.number, Whole(), ctx.origin())
            count = each(Quantifier.COUNT, body)
            return ctx.apply(operator, count, number, span=span, words=words)


def lower_covers_years(ctx: Context, clause: tree.CoversYears) -> Node | None:
    """«L dekker hvert år fra og med A til og med B», by induction on the years.

    A is in L, and for every entry from A to the year before B the next year is in
    L too; or there are no years from A to B. So no range of years is built in.
    """
    column = lower_column(ctx, clause.left)
    first = values.of_type(ctx, clause.first, Year())
    last = values.of_type(ctx, clause.last, Year())
    if column is None or first is None or last is None:
        return None
    domain, variable, where, mine = column
    if mine.type != Year():
        ctx.report(problems_types.wrong_type(shown(mine.type), "en liste av årstall", clause.span))
        return None
    one = Literal(1, Whole(), ctx.origin())
    following = ctx.apply(Op.YEARS_LATER, mine, one, words="året etter")
    renamed = _apart(ctx, column)
    step = ctx.apply(
        Op.OR,
        ctx.apply(Op.LESS, mine, first.node),
        ctx.apply(Op.AT_LEAST, mine, last.node),
        some_equal(ctx, renamed, following, clause.span, "året etter er med"),
    )
    chain = Each(Quantifier.ALL, variable, domain, where, step, ctx.origin(clause.span))
    starts = some_equal(ctx, column, first.node, clause.span, "det første året er med")
    none = ctx.apply(Op.MORE, first.node, last.node)
    covered = ctx.all_of([starts, chain], clause.span)
    return ctx.any_of([none, covered], clause.span, clause.words)


def _apart(ctx: Context, column: Column) -> Column:
    """The same column under another variable, for use inside itself."""
    domain, variable, where, value = column
    other = f"{variable} i den andre listen"
    fact = Fact(other, value.name, value.type, ctx.origin())
    return domain, other, _renamed(where, variable, other), fact
