"""Why norms stand as they do, in many cases at once: the same as in each by itself."""

from random import Random

import pytest

from many_services import services
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import program
from support.golden_run import program_of
from support.reasons_at_once import (
    decisive_at_once,
    decisive_in,
    missing_at_once,
    missing_in,
    without_absent,
)

RULEBOOKS, CASES = 100, 12
SERVICES = 60


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_random_cases(seed: int) -> None:
    """What decides, and what is missing."""
    choices = Seeded(Random(f"grunner {seed}"))
    rulebook = program(choices)
    views = [facts_of(choices, rulebook).view for _ in range(CASES)]
    assert list(decisive_at_once(rulebook).reasons(views)) == [
        decisive_in(rulebook, view) for view in views
    ]
    found = missing_at_once(rulebook).reasons(views)
    for view, lacks in zip(views, found, strict=True):
        assert without_absent(rulebook, view, lacks) == missing_in(rulebook, view)


def test_what_decides_in_varied_services() -> None:
    """All norms of the project's rulebook."""
    rulebook = program_of({})
    views = services(rulebook, SERVICES, 7)
    found = decisive_at_once(rulebook).reasons(views)
    assert list(found) == [decisive_in(rulebook, view) for view in views]


def test_what_is_missing_in_varied_services() -> None:
    """Each fact that the explanation asks for, and no other."""
    rulebook = program_of({})
    views = services(rulebook, SERVICES, 8)
    found = missing_at_once(rulebook).reasons(views)
    for view, lacks in zip(views, found, strict=True):
        assert without_absent(rulebook, view, lacks) == missing_in(rulebook, view)
