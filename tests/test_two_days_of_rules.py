"""The project's own rules on two days, and the services of the portfolio."""

import json
from datetime import date
from pathlib import Path

import pytest

from hjemmel.analysis.comparison.days import Force, on_two_days, turned
from hjemmel.case.statements import Case
from hjemmel.compare.changes import compare
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.facts.faults import Origin, RawCase
from hjemmel.facts.schema import decode
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.resources import folder
from support.edited_rules import unchanged

DAYS = (date(2023, 6, 1), date(2024, 6, 1))
FEW = slice(0, 49, 24)
ALL = slice(None)


@pytest.fixture(scope="module")
def rules() -> Program:
    """The rulebook as it stands."""
    return unchanged("rules")


def services(program: Program, some: slice) -> tuple[Case, ...]:
    """Services of the portfolio."""
    path: Path = folder("data") / "portefolje.jsonl"
    vocabulary = Vocabulary.of(program.schema)
    raw = [json.loads(each) for each in path.read_text("utf-8").splitlines()][some]
    found = (decode(RawCase(each, Origin("", default_id="sak")), vocabulary).case for each in raw)
    return tuple(each for each in found if each is not None)


def test_the_norms_that_changed_are_those_whose_wordings_meet_between_the_days(
    rules: Program,
) -> None:
    """As the days in the rules say, and no others."""
    expected = {
        norm.id for norm in rules.norms for each in norm.wordings
        if (each.start and DAYS[0] < each.start.first and each.start.last <= DAYS[1])
        or (each.end and DAYS[0] <= each.end.first and each.end.last < DAYS[1])
    }  # fmt: skip
    found = on_two_days("rules", rules, DAYS)
    sure = {each.norm.id for each in found.norms if each.force is not Force.UNSURE}
    assert expected
    assert sure == expected
    assert found.may_turn


def test_two_days_of_the_same_year_are_the_same(rules: Program) -> None:
    """Nothing is told of rules that have not changed."""
    found = on_two_days("rules", rules, (date(2024, 6, 1), date(2024, 7, 1)))
    assert (found.norms, found.roles, found.may_turn) == ((), (), False)


@pytest.mark.parametrize(
    "some", [FEW, pytest.param(ALL, marks=pytest.mark.grundig)], ids=["few", "all"]
)
def test_services_turn_as_when_every_norm_is_asked(rules: Program, some: slice) -> None:
    """That only norms that can differ are asked, leaves nothing out."""
    cases = services(rules, some)
    assert cases
    by_edition, by_day = turned(rules, cases, DAYS)
    judge = Judge.of(rules)
    asked: set[tuple[str, str]] = set()
    passed: set[tuple[str, str]] = set()
    for case in cases:
        situations = (judge.situation(case, each) for each in DAYS)
        every = compare(case, *situations, frozenset(rules.by_id))
        asked |= {(case.id, each.norm.id) for each in every.edition if each.is_asked}
        passed |= {(case.id, each.norm.id) for each in every.day if each.is_turned}
    assert asked
    assert {(each.service, each.change.norm.id) for each in by_edition} == asked
    # That only what is missing is another, is not told of a portfolio.
    assert {(each.service, each.change.norm.id) for each in by_day} <= passed
