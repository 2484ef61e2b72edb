"""Many cases at once come to what each comes to by itself."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from hjemmel.backends.columns.evaluator import columns
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.case.observation import View
from hjemmel.core.nodes import Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Fraction, Listed, Money, Row, Text, Truth, Whole, Year
from random_programs.builder import Builder
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import norm_of, program, schema

RULEBOOKS, MOST_CASES = 60, 70


def told(rulebook: Program, views: list[View]) -> list[dict[str, tuple]]:
    """How each norm stands in each case, all cases at once."""
    ready = columns(rulebook, [norm.id for norm in rulebook.norms])
    found = ready.standings(ready.batch(views))
    return [
        {norm: STANDINGS[number] for norm, number in zip(ready.norms, case, strict=True)}
        for case in found.T
    ]


def expected(rulebook: Program, views: list[View]) -> list[dict[str, tuple]]:
    """The same by the evaluator, case by case."""
    staged = stage(rulebook)
    norms = [staged.valuation(view).norms for view in views]
    return [{norm: outcome(found[norm]) for norm in found} for found in norms]


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_many_random_cases_of_a_rulebook_at_once(seed: int) -> None:
    """Lists of all lengths, absent records and several days stand side by side."""
    choices = Seeded(Random(f"mange {seed}"))
    rulebook = program(choices)
    count = 1 + choices.below(MOST_CASES)
    views = [facts_of(choices, rulebook).view for _ in range(count)]
    assert told(rulebook, views) == expected(rulebook, views)


def rules(*clauses: Node) -> Program:
    """A norm for each clause about «tjeneste»."""
    norms = tuple(norm_of(f"n{at}", each, BUILDER) for at, each in enumerate(clauses))
    return Program("", "", schema(BUILDER), norms, tuple(each.id for each in norms))


BUILDER = Builder(Seeded(Random(1)))
DAY = date(2024, 1, 1)


def case(**facts: object) -> View:
    """What is seen of a case."""
    return {"sak": {"vurderingsdato": DAY}, "tjeneste": facts}


def fact(name: str, kind: object) -> Fact:
    """A fact of the case."""
    return Fact("tjeneste", name, kind, BUILDER.origin())


def test_numbers_of_any_size_and_exactness_are_compared() -> None:
    """Amounts beyond what a machine word holds, and decimal numbers that are no binary ones."""
    above = BUILDER.apply("mer_enn", fact("beløp", Money()), Literal(10**27, Money()))
    tenth = BUILDER.apply("lik", fact("andel", Fraction()), Literal(Decimal("0.3"), Fraction()))
    thrice = BUILDER.apply(
        "lik", BUILDER.apply(Op.TIMES, fact("andel", Fraction()), Literal(3, Whole())),
        Literal(Decimal("0.3"), Fraction()),
    )  # fmt: skip
    views = [
        case(beløp=10**27 + 1, andel=Decimal("0.30")),
        case(beløp=10**27, andel=Decimal("0.1")),
        case(beløp=5, andel=None),
        case(andel=(Decimal("0.1"), Decimal("0.3"))),
    ]
    rulebook = rules(above, tenth, thrice)
    found = told(rulebook, views)
    assert found == expected(rulebook, views)
    assert [[each[norm][0].name for norm in ("n0", "n1", "n2")] for each in found] == [
        ["MET", "MET", "BROKEN"],
        ["BROKEN", "BROKEN", "MET"],
        ["BROKEN", "UNDECIDED", "UNDECIDED"],
        ["UNDECIDED", "UNDECIDED", "UNDECIDED"],
    ]


def test_lists_held_against_lists() -> None:
    """Every entry of the one meets every entry of the other, and only those of its own case."""
    one, other = (fact(name, Listed(Text())) for name in ("den ene", "den andre"))
    inner, outer = (Fact(name, ELEMENT, Text(), BUILDER.origin()) for name in ("y", "x"))
    always = Literal(True, Truth(), BUILDER.origin())
    is_there = Each(Quantifier.SOME, "y", other, always, BUILDER.apply("er", inner, outer))
    within = Each(Quantifier.ALL, "x", one, always, is_there)
    views = [
        case(**{"den ene": ["a", "b"], "den andre": ["b", "c", "a"]}),
        case(**{"den ene": ["a", "b"], "den andre": ["b"]}),
        case(**{"den ene": [], "den andre": []}),
        case(**{"den ene": ["a"], "den andre": None}),
        case(**{"den ene": ["a", None], "den andre": ["a"]}),
    ]
    found = told(rules(within), views)
    assert [each["n0"][0].name for each in found] == [
        "MET", "BROKEN", "MET", "UNDECIDED", "UNDECIDED",
    ]  # fmt: skip


def test_sizes_are_told_apart_only_where_each_is_known() -> None:
    """A year that is not known, or one of several, may be any of the others."""
    entry, place = Row("sted"), Fact("x", "år", Year(), BUILDER.origin())
    always = Literal(True, Truth(), BUILDER.origin())
    places = fact("steder", Listed(entry))
    number = Each(Quantifier.DISTINCT, "x", places, always, place, BUILDER.origin())
    is_two = BUILDER.apply("lik", number, Literal(2, Whole()))
    years = ([2020, 2021], [2020, 2020], [2020, None], [2020, (2020, 2021)], [None, None], [], None)
    views = [case(steder=each and [{"år": year} for year in each]) for each in years]
    rulebook = rules(is_two)
    found = told(rulebook, views)
    assert found == expected(rulebook, views)
    assert [each["n0"][0].name for each in found] == [
        "MET", "BROKEN", "UNDECIDED", "UNDECIDED", "UNDECIDED", "BROKEN", "UNDECIDED",
    ]  # fmt: skip


def test_more_names_than_a_machine_word_has_bits() -> None:
    """Each is still told from all the others."""
    always = Literal(True, Truth(), BUILDER.origin())
    name = Fact("x", ELEMENT, Text(), BUILDER.origin())
    domain = fact("navnene", Listed(Text()))
    number = Each(Quantifier.DISTINCT, "x", domain, always, name, BUILDER.origin())
    many = BUILDER.apply("minst", number, Literal(70, Whole()))
    names = [f"navn {at}" for at in range(70)]
    views = [case(navnene=names), case(navnene=[*names[:69], names[0]]), case(navnene=names[:2])]
    assert [each["n0"][0].name for each in told(rules(many), views)] == ["MET", "BROKEN", "BROKEN"]


def test_no_cases_at_all() -> None:
    """A batch may be empty."""
    assert told(rules(fact("godkjent", Truth())), []) == []
