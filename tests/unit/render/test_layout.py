"""How pages use the width there is, and that they leave nothing out to get there."""

import re

import pytest
from attrs import evolve

from hjemmel.core.outcome import Outcome
from hjemmel.render import portfolio_table, verdict_text
from hjemmel.render.lines import plain
from hjemmel.render.portfolio import portfolio
from hjemmel.render.summary import gist
from hjemmel.words.outcomes import called
from support.example import DAY
from unit.render.test_pages import CASES

WIDTHS = (40, 44, 60, 71, 72, 80, 100, 140, 100_000)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_case_page_names_every_norm_and_every_reason(width: int) -> None:
    """In columns, stacked in a narrow window, or on one line each where nothing limits it."""
    verdicts = CASES[0].verdicts
    text = plain(verdict_text.case_page((), DAY, verdicts, width))
    told = set(text.replace(",", " ").split())
    assert max(map(len, text.splitlines())) <= width
    for each in verdicts:
        assert set(gist(each).replace(",", " ").split()) <= told
        assert set(called(each.norm).split()) <= told


def test_norms_that_are_not_raised_stand_together_under_their_reason() -> None:
    """After those that are, with the reason once and the provisions they stand under."""
    verdicts = CASES[0].verdicts * 2
    text = plain(verdict_text.case_page((), DAY, verdicts, 100))
    raised, _, rest = text.partition("\nIkke aktuelt\n")
    unasked = [each for each in verdicts if each.outcome is Outcome.NOT_APPLICABLE]
    for each in unasked:
        assert rest.count(f"  {gist(each)}\n") == 1
        assert called(each.norm) in " ".join(rest.split())
        assert gist(each) not in raised


@pytest.mark.parametrize("width", WIDTHS[2:])
def test_the_portfolio_page_names_every_case_and_every_norm(width: int) -> None:
    """The norms that no case raises are named too."""
    text = plain(portfolio_table.page("prøve", DAY, portfolio(CASES), width))
    told = set(text.replace(",", " ").split())
    assert max(map(len, text.splitlines())) <= width
    for case in CASES:
        assert set(case.title.split()) <= told
        assert all(set(called(each.norm).split()) <= told for each in case.verdicts)


def test_the_gravest_case_comes_first() -> None:
    """Breaches, departures, then what is not settled; a refusal does not count against it."""
    for cases in (CASES, CASES[::-1]):
        for width in (80, 200):
            text = plain(portfolio_table.page("prøve", DAY, portfolio(cases), width))
            places = [text.index(case.title) for case in (CASES[1], CASES[0])]
            assert places == sorted(places)


def test_many_cases_stay_in_their_columns() -> None:
    """A count is never wider than its column."""
    found = portfolio(CASES)
    many = {each: 1000 * count for each, count in found.norms[0].counts.items()}
    norms = (evolve(found.norms[0], counts=many), *found.norms[1:])
    text = plain(portfolio_table.page("prøve", DAY, evolve(found, norms=norms), 100))
    counted = text.partition("\nhjemmel")[2].splitlines()[0]
    rows = [line for line in text.splitlines() if line.startswith(("§ 4-2 f", "veileder pkt. 2 "))]
    assert {len(line) for line in rows} == {len(f"hjemmel{counted}")}


def test_columns_that_say_nothing_are_left_out_and_named() -> None:
    """A column of nothing but dashes is a sentence."""
    text = plain(portfolio_table.page("prøve", DAY, portfolio(CASES), 120))
    assert "Ingen sak har svaret «ikke oppfylt» eller «nektet»." in text
    assert not re.search(r"^ *sak .*ikke", text, re.MULTILINE)


def test_gaps_stand_in_the_same_order_each_time() -> None:
    """Those that are equally many stand as the rulebook asks for them."""
    assert portfolio(CASES).gaps == portfolio(CASES).gaps
    counts = [each.cases for each in portfolio(CASES).gaps]
    assert counts == sorted(counts, reverse=True)
