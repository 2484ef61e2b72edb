"""What registers know, what follows and what is taken as given, in many plainly told cases at once:
the norms stand as they do where each case is observed by itself."""

from random import Random

import pytest

from hjemmel.backends.columns.evaluator import columns
from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.presuming import Presuming
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.terms.standings import STANDINGS, Standing
from hjemmel.case.observation import View, observe
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE
from many_services import services
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import program
from support.evaluation import judge_of
from support.golden_run import program_of
from support.plain_cases import plain_case
from support.real_cases import golden_observations

RULEBOOKS, CASES = 120, 12
SERVICES = 200
Standings = list[dict[str, Standing]]


def at_once(rulebook: Program, views: list[View]) -> Standings:
    """How each norm stands in the plain cases of some views, all observed at once."""
    told = [observe(plain_case(view), rulebook.schema, day_of(view)).view for view in views]
    ready = columns(rulebook, [norm.id for norm in rulebook.norms])
    seen = Observing(rulebook, ready.folding, ready.known).observe(ready.batch(told))
    return [
        {norm: STANDINGS[at] for norm, at in zip(ready.norms, case, strict=True)}
        for case in ready.standings(seen).T
    ]


def one_by_one(rulebook: Program, views: list[View], presuming: Presuming) -> Standings:
    """The same, each case observed by itself."""
    staged, found = stage(rulebook), []
    for view in views:
        seen = presuming.observe(plain_case(view), day_of(view)).view
        norms = staged.valuation(seen).norms
        found.append({norm: outcome(norms[norm]) for norm in norms})
    return found


def day_of(view: View) -> object:
    """The day of evaluation."""
    return view[CASE]["vurderingsdato"]


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_random_cases(seed: int) -> None:
    """With random conclusions and presumptions, several of one fact among them."""
    choices = Seeded(Random(f"sett {seed}"))
    rulebook = program(choices)
    facts = [facts_of(choices, rulebook) for _ in range(CASES)]
    views = [each.told or each.view for each in facts]
    assert at_once(rulebook, views) == one_by_one(rulebook, views, Presuming(rulebook))


def test_real_cases_and_varied_services() -> None:
    """By the project's rulebook, with its registers."""
    rulebook = program_of({})
    views = [each.view for each in golden_observations()[::10]]
    views += services(rulebook, SERVICES, 11)
    expected = one_by_one(rulebook, views, judge_of(rulebook).presuming)
    assert at_once(rulebook, views) == expected
