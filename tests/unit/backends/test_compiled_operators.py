"""The compiled functions mean what the evaluator means, for every operator and quantifier."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from hjemmel.core.nodes import Default, Each, Fact, Literal, Node, Quantifier, Ref, Standing
from hjemmel.core.operators import OPERATORS, Shape
from hjemmel.core.types import Date, Enumerated, Text, Truth, Whole
from unit.backends.small_rulebook import (
    ABSENT,
    COLOUR,
    COUNTS,
    DAYS,
    LIST_OF_COLOURS,
    LIST_OF_ROWS,
    LISTS,
    ROWS,
    TODAY,
    TRUTHS,
    YES,
    apply,
    case,
    day,
    disagreements,
    each,
    entry,
    fact,
    norm,
    number,
    requiring,
    rulebook,
    text,
)

DATED = {
    "måneder_etter_ned", "måneder_etter_opp", "dager_etter", "virkedager_etter", "virkedager_fra",
    "er_virkedag", "året_for", "tidsrommet_for",
}  # fmt: skip
ON_DATES = {
    "tidligst",
    "senest",
    "etter",
    "før",
    "innen_frist",
    "seneste",
    "tidligste",
    "kommet_ellers",
}
YEARS_TO_DAYS = {"dag_i_året", "utgangen_av"}
VALUES: dict[Shape, tuple[Any, ...]] = {
    Shape.TRUTH: TRUTHS, Shape.SYMBOL: COLOUR, Shape.ORDERED: COUNTS,
}  # fmt: skip
CONSTANTS = {"dag_i_året": 315, "året_for": 0, "tidsrommet_for": 3, "utgangen_av": 12}


def _typed(name: str, operator: str, shape: Shape) -> Node:
    if shape is Shape.CONSTANT:
        return number(CONSTANTS.get(operator, 6))
    if shape is Shape.ORDERED:
        return fact(name, Date() if operator in DATED | ON_DATES else Whole())
    return fact(name, Truth() if shape is Shape.TRUTH else Text())


@pytest.mark.parametrize("name", OPERATORS)
def test_operator_on_all_kinds_of_values(name: str) -> None:
    """Known, unknown and interval values in every place."""
    row = OPERATORS[name]
    shapes = row.parameters * (2 if row.variadic and len(row.parameters) == 1 else 1)
    arguments = [_typed(f"a{i}", name, shape) for i, shape in enumerate(shapes)]
    node: Node = apply(name, *arguments)
    requirements = [node]
    if row.result is Shape.ORDERED:
        limit = day(2024, 8, 31) if name in DATED | ON_DATES | YEARS_TO_DAYS else number(6)
        limit = number(2024 * 4) if name == "tidsrommet_for" else limit
        limit = number(2024) if name == "året_for" else limit
        requirements = [apply(each, node, limit) for each in ("minst", "mer_enn", "lik")]
    values = [_values(name, shape) for shape in shapes if shape is not Shape.CONSTANT]
    views = [case(**{f"a{i}": value for i, value in enumerate(one)}) for one in product(*values)]
    assert not disagreements(requiring(*requirements), [*views, ABSENT])


def _values(name: str, shape: Shape) -> tuple[Any, ...]:
    if name in YEARS_TO_DAYS:
        return (2023, 2024, None, (2023, 2025))
    return DAYS if name in DATED | ON_DATES and shape is Shape.ORDERED else VALUES[shape]


def test_operators_on_constants() -> None:
    """What is settled before any case is seen is settled the same way."""
    constants = [
        apply("er", text("a"), text("a")), apply("er", text("a"), text("b")),
        apply("er_blant", text("a"), text("b"), text("a")),
        apply("minst", number(2), number(2)), apply("mer_enn", number(2), number(2)),
        apply("lik", number(1), number(2)),
        apply("er", text("rød"), fact("farge", Text())),
        apply("lik", number(2), fact("n", Whole())),
        apply("og", YES, fact("a")), apply("eller", YES, fact("a")),
        apply("tolket", YES, fact("a"), fact("b")),
        Literal(False, Truth()),
    ]  # fmt: skip
    views = [case(farge=c, n=n, a=a) for c, n, a in product(COLOUR, COUNTS, TRUTHS)]
    assert not disagreements(requiring(*constants), views)


def test_default_with_exceptions() -> None:
    """A condition and a consequence unless an exception holds."""
    names = [fact(name) for name in "abcd"]
    node = Default((names[0], names[1]), names[2], names[3])
    views = [case(**dict(zip("abcd", one, strict=True))) for one in product(TRUTHS, repeat=4)]
    assert not disagreements(requiring(node, apply("ikke", node)), views)


BODIES = {
    "lookup": apply("er", entry("", Text()), text("rød")),
    "other": apply("ikke", apply("er", entry("", Text()), text("rød"))),
    "among": apply("er_blant", entry("", Text()), text("rød"), text("blå")),
    "compared": apply("er", entry("", Text()), fact("farge", Text())),
    "fixed": fact("a"),
    "always": YES,
    "either": apply("eller", fact("a"), apply("er", entry("", Text()), text("blå"))),
}


@pytest.mark.parametrize("body", BODIES)
def test_quantifiers_over_plain_values(body: str) -> None:
    """For all, some, the number of: over complete, partial, empty and absent lists."""
    domain = fact("liste", LIST_OF_COLOURS)
    asked = [each(quantifier, domain, BODIES[body])
             for quantifier in (Quantifier.ALL, Quantifier.SOME)]  # fmt: skip
    counted = each(Quantifier.COUNT, domain, BODIES[body])
    chosen = each(Quantifier.COUNT, domain, fact("a"), BODIES[body])
    requirements = [*asked, *(apply("lik", one, number(1)) for one in (counted, chosen)),
                    apply("mer_enn", counted, fact("n", Whole()))]  # fmt: skip
    views = [case(liste=items, farge=colour, a=truth, n=1)
             for items, colour, truth in product(LISTS, COLOUR, TRUTHS)]  # fmt: skip
    assert not disagreements(requiring(*requirements), [*views, ABSENT])


def test_quantifiers_over_records() -> None:
    """Entries with fields of their own, and conditions for being counted."""
    domain = fact("rader", LIST_OF_ROWS)
    red = apply("er", entry("farge", Text()), text("rød"))
    many = apply("minst", entry("n", Whole()), number(2))
    same = apply("lik", entry("n", Whole()), fact("n", Whole()))
    late = apply("etter", entry("d", Date()), TODAY)
    bodies = (red, many, same, late, entry("a"), apply("og", red, many))
    asked = [each(quantifier, domain, body, where)
             for quantifier in (Quantifier.ALL, Quantifier.SOME)
             for body in bodies for where in (YES, entry("a"), red)]  # fmt: skip
    counted = [apply("lik", each(Quantifier.COUNT, domain, body, entry("a")), number(1))
               for body in bodies]  # fmt: skip
    views = [case(rader=rows, n=n) for rows, n in product(ROWS, (2, None, (1, 2)))]
    assert not disagreements(requiring(*asked, *counted), views)


@pytest.mark.parametrize("kind", [Text(), Enumerated("farge")], ids=["open", "closed"])
def test_number_of_different_values(kind: Text | Enumerated) -> None:
    """With a limit where the enumeration is closed."""
    listed = each(Quantifier.DISTINCT, fact("liste", LIST_OF_COLOURS), entry("", kind))
    rows = fact("rader", LIST_OF_ROWS)
    column = each(Quantifier.DISTINCT, rows, entry("farge", kind))
    chosen = each(Quantifier.DISTINCT, rows, entry("farge", kind), entry("a"))
    nodes = [apply(operator, one, number(limit)) for one in (listed, column, chosen)
             for operator in ("lik", "minst", "høyst") for limit in (1, 2, 3)]  # fmt: skip
    views = [case(liste=items, rader=found) for items, found in product(LISTS, ROWS)]
    assert not disagreements(requiring(*nodes), views)


def test_ordered_members_may_be_intervals() -> None:
    """A list that looks like one to be looked up in is gone through where values have an order."""
    domain = fact("tall", LIST_OF_COLOURS)
    differs = apply("ikke", apply("lik", entry("", Whole()), number(2)))
    nodes = [each(quantifier, domain, differs) for quantifier in (Quantifier.ALL, Quantifier.SOME)]
    views = [case(tall=items) for items in ([1, 2], [1, None], [(1, 3)], [(3, None), 1], [])]
    assert not disagreements(requiring(*nodes), views)


def test_loops_inside_loops() -> None:
    """The inner one may use the outer entry, another list, or the same list again."""
    outer, inner = fact("liste", LIST_OF_COLOURS), fact("andre", LIST_OF_COLOURS)
    other = each(Quantifier.SOME, inner, apply("er", entry("", Text()), fact("farge", Text())))
    covered = [_nested(quantifier, outer, domain)
               for quantifier in (Quantifier.ALL, Quantifier.SOME)
               for domain in (inner, outer)]  # fmt: skip
    apart = each(Quantifier.ALL, outer, other)
    views = [case(liste=one, andre=two, farge="rød") for one, two in product(LISTS, LISTS)]
    assert not disagreements(requiring(*covered, apart), views)


def _nested(quantifier: Quantifier, outer: Fact, domain: Fact) -> Node:
    same = apply("er", entry("", Text()), Fact("y", "", Text()))
    return Each(quantifier, "y", outer, YES, each(Quantifier.SOME, domain, same))


def test_stages_of_a_norm_and_references() -> None:
    """Every outcome, and every truth of one norm as seen by the next."""
    first = norm("første", fact("c"), applies=fact("b"), deciding=fact("a", Date()))
    refs = [Ref("første", standing) for standing in Standing]
    met = apply("og", *refs)
    program = rulebook(first, *(norm(f"n{i}", each) for i, each in enumerate((*refs, met))))
    days = (date(2024, 5, 1), date(2023, 5, 1), None)
    views = [case(a=day, b=b, c=c) for day, b, c in product(days, TRUTHS, TRUTHS)]
    assert not disagreements(program, [*views, ABSENT])
