"""One query for very many cases answers as columns do, and as each case by itself."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pyarrow as pa
import pytest

from hjemmel.backends.columns.arrow import Table
from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.duck import run
from hjemmel.backends.sql.evaluator import sql
from hjemmel.backends.sql.observed import observed
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.case.observation import View, observe
from hjemmel.core.nodes import Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program
from hjemmel.core.types import Date, Fraction, Listed, Money, Months, Row, Text, Truth, Whole, Year
from many_services import services
from random_programs.builder import Builder
from random_programs.choices import Seeded
from random_programs.programs import norm_of, schema
from support.arrow_table import table_of
from support.golden_run import program_of
from support.plain_cases import plain_case
from support.several_names import about_names, cases, plain_cases
from support.sql_and_columns import both, random_cases

RULEBOOKS, MOST_CASES = 120, 70
REASONED, FEW_CASES = 60, 12
SERVICES, FROM_A_TABLE = 2_000, 200


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_random_cases(seed: int) -> None:
    """Lists of all lengths, lists in lists, names that are one of several and sizes in spans."""
    rulebook, views = random_cases(f"spørring {seed}", MOST_CASES)
    assert both(rulebook).differences(views) == []


@pytest.mark.parametrize("seed", range(REASONED))
def test_reasons_of_random_cases(seed: int) -> None:
    """What decides, and what is missing."""
    rulebook, views = random_cases(f"grunner {seed}", FEW_CASES)
    assert both(rulebook).reasons_apart(views) == []


# --- the project's rulebook ------------------------------------------------------------------


def test_varied_services() -> None:
    """Each norm stands as in columns; those are held against the evaluator by fewer."""
    rulebook = program_of({})
    assert both(rulebook).differences(services(rulebook, SERVICES, 20_240_602)) == []


def test_services_in_a_table() -> None:
    """What registers know, what follows and what is taken as given is seen before the query."""
    rulebook = program_of({})
    ready, day = both(rulebook), date(2024, 6, 1)
    views = services(rulebook, FROM_A_TABLE, 13)
    plain = [observe(plain_case(view), rulebook.schema, day).view for view in views]

    def standings(of: object) -> list:
        table = Table(table_of(plain, rulebook.schema), rulebook.schema, day, of.known.names)
        seen = Observing(rulebook, of.folding, of.known).observe(table)
        return of.standings(seen).tolist()

    assert standings(ready.query) == standings(ready.columns)


# --- corners ---------------------------------------------------------------------------------

BUILDER = Builder(Seeded(Random(1)))
ALWAYS = Literal(True, Truth(), BUILDER.origin())


def rules(*clauses: Node) -> Program:
    """A norm for each clause about «tjeneste»."""
    norms = tuple(norm_of(f"n{at}", each, BUILDER) for at, each in enumerate(clauses))
    return Program("", "", schema(BUILDER), norms, tuple(each.id for each in norms))


def case(**facts: object) -> View:
    """What is seen of a case."""
    return {"sak": {"vurderingsdato": date(2024, 1, 1)}, "tjeneste": facts}


def fact(name: str, kind: object) -> Fact:
    """A fact of the case."""
    return Fact("tjeneste", name, kind, BUILDER.origin())


def told(rulebook: Program, views: list[View]) -> list[list[str]]:
    """The outcome of each norm in each case, which the evaluator says too."""
    ready = sql(rulebook, [norm.id for norm in rulebook.norms])
    found = [[STANDINGS[at] for at in each] for each in ready.standings(ready.batch(views)).T]
    staged = stage(rulebook)
    norms = [staged.valuation(view).norms for view in views]
    assert found == [[outcome(each[norm]) for norm in ready.norms] for each in norms]
    return [[each.name for each, _ in norm] for norm in found]


def test_numbers_of_any_size_and_exactness() -> None:
    """Amounts beyond what a machine word holds, and decimal numbers that are no binary ones."""
    above = BUILDER.apply("mer_enn", fact("beløp", Money()), Literal(10**27, Money()))
    thrice = BUILDER.apply(
        "lik", BUILDER.apply(Op.TIMES, fact("andel", Fraction()), Literal(3, Whole())),
        Literal(Decimal("0.3"), Fraction()),
    )  # fmt: skip
    views = [
        case(beløp=10**27 + 1, andel=Decimal("0.10")),
        case(beløp=10**27, andel=Decimal("0.3")),
        case(beløp=5, andel=(Decimal("0.1"), Decimal("0.3"))),
    ]
    assert told(rules(above, thrice), views) == [
        ["MET", "MET"],
        ["BROKEN", "BROKEN"],
        ["BROKEN", "UNDECIDED"],
    ]


def test_sizes_are_told_apart_only_where_each_is_known() -> None:
    """A year that is not known, or one of several, may be any of the others."""
    places, year = fact("steder", Listed(Row("sted"))), Fact("x", "år", Year(), BUILDER.origin())
    number = Each(Quantifier.DISTINCT, "x", places, ALWAYS, year, BUILDER.origin())
    is_two = BUILDER.apply("lik", number, Literal(2, Whole()))
    years = ([2020, 2021], [2020, 2020], [2020, None], [2020, (2020, 2021)], [None, None], [], None)
    views = [case(steder=each and [{"år": year} for year in each]) for each in years]
    assert [each for (each,) in told(rules(is_two), views)] == [
        "MET", "BROKEN", "UNDECIDED", "UNDECIDED", "UNDECIDED", "BROKEN", "UNDECIDED",
    ]  # fmt: skip


def test_names_that_are_one_of_several_or_none_of_some() -> None:
    """Held against each other, against those allowed and against a list, and counted."""
    for views in (cases(), plain_cases()):
        found = told(about_names(), views)
        assert {each for case in found for each in case} == {"MET", "BROKEN", "UNDECIDED"}


def test_days_that_months_are_counted_from() -> None:
    """Each day of some years, two of them leap years; a month is anything from 28 to 31 days."""
    day, other = fact("dag", Date()), fact("annen dag", Date())
    month = Literal(1, Months())
    clauses = [
        BUILDER.apply("før", BUILDER.apply(later, day, month), other)
        for later in (Op.MONTHS_LATER_DOWN, Op.MONTHS_LATER_UP)
    ]
    days = [date(2019, 12, 1) + timedelta(days=at) for at in range(1_600)]
    views = [case(**{"dag": each, "annen dag": each + timedelta(days=29 + at % 4)})
             for at, each in enumerate(days)]  # fmt: skip
    found = told(rules(*clauses), views)
    assert {"MET", "BROKEN"} == {each for case in found for each in case}
    assert any(down != up for down, up in found)


def test_what_a_function_was_not_asked_is_not_known() -> None:
    """Answers belong to the cases they were made for; with other cases, a day has none."""
    day, month = fact("dag", Date()), Literal(1, Months())
    later = BUILDER.apply(Op.MONTHS_LATER_DOWN, day, month)
    limit = Literal(date(2024, 6, 1), Date())
    latest = BUILDER.apply("seneste", later, Literal(date(2020, 1, 1), Date()))
    rulebook = rules(BUILDER.apply("før", later, limit), BUILDER.apply("før", latest, limit))
    ready = sql(rulebook, ["n0", "n1"])
    made, others = (Running(ready.batch([case(dag=each)]), ready.known)
                    for each in (date(2024, 1, 1), date(2024, 1, 2)))  # fmt: skip
    query = ready.standing.query(made)
    asked = query.functions.asked(made)
    for batch, expected in ((made, "MET"), (others, "UNDECIDED")):
        found = run(query.text, observed(batch, query.leaves), asked)
        assert [STANDINGS[found[each][0].as_py()][0].name for each in ready.norms] == [expected] * 2


def test_a_number_too_large_for_the_database_is_not_rounded() -> None:
    """It is an error."""
    clause = BUILDER.apply("mer_enn", fact("beløp", Money()), Literal(1, Money()))
    ready = sql(rules(clause), ["n0"])
    with pytest.raises(pa.ArrowInvalid):
        ready.standings(ready.batch([case(beløp=10**38)]))


def test_no_cases_at_all() -> None:
    """A table may be empty."""
    names = fact("navnene", Listed(Text()))
    some = Each(Quantifier.COUNT, "x", names, ALWAYS, ALWAYS, BUILDER.origin())
    clause = BUILDER.apply("minst", some, Literal(1, Whole()))
    assert told(rules(fact("godkjent", Truth()), clause), []) == []
