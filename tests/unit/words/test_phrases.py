"""Words for what the author has not said in words of their own."""

import pytest

from hjemmel.core.nodes import Fact
from hjemmel.core.schema import PRESENCE
from hjemmel.core.types import Date, Days, Months, Truth, Whole, Year
from hjemmel.provenance.book import new_book
from hjemmel.words.phrases import denied, words
from hjemmel.words.predicates import predicate
from support.example import PROGRAM, fact, lit, op

BOOK = new_book(PROGRAM)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("har felles kvalitetskrav", "har felles kvalitetskrav"),
        ("driver pasientbehandling", "driver pasientbehandling"),
        ("offentliggjør ventetider", "offentliggjør ventetider"),
        ("følges av en lenke", "følges av en lenke"),
        ("godkjent", "er godkjent"),
        ("digitalt tilgjengelig", "er digitalt tilgjengelig"),
        ("er hemmelig", "er hemmelig"),
        ("deltar i forskning", "deltar i forskning"),
        ("bidrar i undervisning", "bidrar i undervisning"),
        ("bistår ved behov", "bistår ved behov"),
        ("felles", "er felles"),
    ],
)
def test_a_claim_has_a_verb(name: str, said: str) -> None:
    """A fact may be declared without its «er»."""
    assert predicate(name) == said


def test_days_and_years_are_said_as_a_deadline_says_them() -> None:
    """«1. mars året etter …», not «1. mars i 1 år etter …»."""
    approved = fact("tjeneste", "godkjent", Date())
    year = op("året_for", approved, lit(0, Whole()))
    after = op("år_senere", year, lit(1, Year()))
    day = op("dag_i_året", after, lit(301, Whole()))
    assert words(BOOK, day, {}) == "1. mars i kalenderåret etter tjenestens godkjenningsdato"


def test_what_lies_back_in_time_is_before() -> None:
    """«13 måneder før», never «-13 måneder etter»."""
    day = fact("tjeneste", "godkjent", Date())
    months = op("måneder_etter_ned", day, lit(-13, Months()))
    assert words(BOOK, months, {}) == (
        "samme dato 13 måneder før tjenestens godkjenningsdato, rundet ned"
    )
    assert words(BOOK, op("dager_etter", day, lit(-14, Days())), {}).startswith("14 dager før ")
    year = op("år_senere", op("året_for", day, lit(0, Whole())), lit(-1, Year()))
    assert words(BOOK, year, {}).startswith("kalenderåret før ")


def test_what_is_denied_is_said_by_the_table() -> None:
    """A comparison by its opposite, a record by «ingen»."""
    late = op("senest", fact("tjeneste", "godkjent", Date()), fact("søknad", "dato", Date()))
    assert denied(BOOK, late, {}) == "tjenestens godkjenningsdato er etter søknadens dato"
    assert denied(BOOK, Fact("søknad", PRESENCE, Truth()), {}) == "saken har ingen søknad"


def test_a_joined_clause_is_said_in_one_only_where_that_is_plain() -> None:
    """Otherwise the parts are told below it."""
    secret, gone = fact("tjeneste", "hemmelig", Truth()), fact("søknad", "*", Truth())
    either = op("eller", secret, gone)
    assert words(BOOK, either, {}) == "tjenesten er hemmelig eller saken har søknad"
    assert words(BOOK, op("og", either, secret), {}) == "alt dette holder"
