"""The project's own rules on two days, and the services of the portfolio."""

import json
from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from hjemmel.analysis.comparison.days import Force, Turned, on_two_days, turned
from hjemmel.case.statements import Case
from hjemmel.compare.changes import Effect, compare
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.facts.faults import Origin, RawCase
from hjemmel.facts.schema import decode
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.resources import folder
from support.edited_rules import unchanged
from support.generated_services import generated

DAYS = (date(2023, 6, 1), date(2024, 6, 1))
NAMED = """
    1/nettsidens-dato 2/behandlingstjeneste 2/kompetansetjeneste
    3/servicemiljø 3/servicemiljø-oppgaver 3/rhf-ansvar 3/hdir-operasjonaliserer
    4-1/rett-mottaker-veileder 4-1/søknad-behandles 4-1/kopi 4-1/støtte-fra-alle-regioner
    4-1/hf-søker-rhf-først 4-1/rhf-behandler-søknaden 4-1/endringssøknad-mottaker
    4-1/endringssøknad-kopi 4-1/beslutter-endring 4-1/ikke-klagerett
    4-1/årlig-vurdering 4-1/årlig-tilbakemelding 4-1/samlet-tilbakemelding
    4-1/vurderingens-tema 4-1/vurderingens-innhold 4-1/vurderingens-grunnlag
    4-1/hdir-tilrår 4-1/hdir-tilrår-avgjørelse 4-1/hdir-tilrår-svar 4-1/hdir-tilrår-etablering
    4-1/innstilling-endring 4-1/innstilling-avvikling
    4-4/årsrapport-frist 4-4/årsrapport-offentlig
    4-4/referansegruppe-rapporterer 4-4/referansegruppe-frist
    4-5/funksjon-og-virketid
"""
BY_THE_ACCOUNT = frozenset(NAMED.split())
"""What the account of the norms says is otherwise from 2024, when the page came beside the guide.

Two that it names are left out: the list of services (2/oversikten) is named by both, and who
decides the function of a service (4-5/funksjon-besluttet) is a role, which others then hold.
"""
A_PART_OF_ITS_OWN = {"3/rhf-ansvar-kravene"}
"""The requirements, which 3/rhf-ansvar has come to speak of beside the tasks."""
GENERATED = [24, pytest.param(5_000, marks=pytest.mark.grundig)]
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


def test_the_norms_that_changed_are_those_of_the_account(rules: Program) -> None:
    """No more and no fewer; and others hold the role that one norm asks about."""
    found = on_two_days("rules", rules, DAYS)
    assert {each.norm.id for each in found.norms} == BY_THE_ACCOUNT | A_PART_OF_ITS_OWN
    assert "myndigheten" in {each.name for each in found.roles}


@pytest.mark.parametrize("count", GENERATED)
def test_services_turn_by_what_the_account_says_and_nothing_else(
    rules: Program, count: int
) -> None:
    """By name, under the norm that turned them: all that can turn does, when they are many.

    An application goes by the rules of its own day: whichever day it is judged, they are the same.
    """
    cases = tuple(islice(generated(rules, 1), count))
    by_edition, by_day = turned(rules, cases, DAYS)
    found = on_two_days("rules", rules, DAYS)
    able = {each.norm.id for each in found.norms if not each.is_by_another_day}
    through = {each.id for each in found.through}
    causes = {each.change.norm.id for each in _turned_by_the_rules(by_edition)}
    assert causes
    assert causes <= able | through
    assert count < 5_000 or able <= causes
    assert {each.change.effect for each in by_day} <= {Effect.DAY, Effect.NONE}


def _turned_by_the_rules(found: Iterable[Turned]) -> list[Turned]:
    """Those whose outcome is another, and not by the passing of days alone."""
    return [each for each in found
            if each.change.before.outcome is not each.change.after.outcome
            and each.change.effect not in (Effect.DAY, Effect.NONE)]  # fmt: skip
