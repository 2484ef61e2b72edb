"""A day of which only the year is told settles what every day of that year agrees on, and no more.

«Godkjent 2023» is what pages say of a service; nobody should have to find the letter where the day
makes no difference.
"""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from hjemmel.core.outcome import Outcome
from support.complete_cases import COMPETENCE, MULTIREGIONAL, TREATMENT, complete
from support.golden_run import judged, program_of

YEAR = 2023
EVERY = timedelta(days=6)
SERVICES = {
    "behandlingstjeneste": TREATMENT,
    "flerregional": MULTIREGIONAL,
    "kompetansetjeneste": COMPETENCE,
}


def days() -> list[str]:
    """Days through the year, its first and its last among them."""
    first, last = date(YEAR, 1, 1), date(YEAR, 12, 31)
    count = (last - first) // EVERY + 1
    return [each.isoformat() for each in (*(first + EVERY * at for at in range(count)), last)]


def outcomes(case: dict[str, Any], record: str, fact: str, told: str) -> dict[str, Outcome]:
    """The outcome of each norm where the fact is told so."""
    case = {**case, "søknad": {**case["søknad"], "år": YEAR}}
    case[record] = {**case[record], fact: told}
    found = judged(program_of({}), json.dumps(case)).verdicts
    return {norm: each.outcome for norm, each in found.items()}


def answered_no(case: dict[str, Any]) -> dict[str, Any]:
    """The same with every yes of the service turned into a no, but that it is in operation."""
    kept = {"godkjent", "opprettet"}
    service = {key: value and key in kept if isinstance(value, bool) else value
               for key, value in case["tjeneste"].items()}  # fmt: skip
    return {**case, "tjeneste": service}


@pytest.mark.parametrize("kind", SERVICES)
@pytest.mark.parametrize(
    ("record", "fact"),
    [("tjeneste", "godkjenningsdato"), ("tjeneste", "avviklingsdato"), ("søknad", "dato")],
)
def test_the_year_settles_what_its_days_agree_on(kind: str, record: str, fact: str) -> None:
    """Neither less, nor anything on which they do not agree."""
    case = complete(program_of({}).schema, SERVICES[kind])
    if fact == "avviklingsdato":
        case["tjeneste"].pop("avviklet")
        case = answered_no(case)
    told = [outcomes(case, record, fact, each) for each in days()]
    agreed = {norm: {each[norm] for each in told} for norm in told[0]}
    by_year = outcomes(case, record, fact, str(YEAR))
    assert {norm for norm, each in by_year.items() if each is not Outcome.UNDECIDED} == {
        norm for norm, each in agreed.items() if len(each) == 1 and Outcome.UNDECIDED not in each
    }
    assert all(by_year[norm] in each | {Outcome.UNDECIDED} for norm, each in agreed.items())


def test_some_norms_turn_on_the_day() -> None:
    """Otherwise the year could settle everything: some of the days must disagree."""
    case = complete(program_of({}).schema, TREATMENT)
    told = [outcomes(case, "søknad", "dato", each) for each in (days()[0], days()[-1])]
    assert {norm for norm in told[0] if told[0][norm] is not told[1][norm]} >= {"4-1/søknadsfrist"}
