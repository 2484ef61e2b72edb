"""Why norms stand as they do, in many cases at once: the same as in each by itself."""

from datetime import date
from random import Random

import pytest

from hjemmel.case.observation import PartialList, Unknown
from hjemmel.core.nodes import Each, Fact, Literal, Quantifier
from hjemmel.core.program import Program
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Listed, Text, Truth
from many_services import services
from random_programs.builder import Builder
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import norm_of, program, schema
from support.golden_run import program_of
from support.reasons_at_once import (
    awaited_at_once,
    awaited_in,
    besides_at_once,
    besides_in,
    decisive_at_once,
    decisive_in,
    missing_at_once,
    missing_in,
    without_absent,
)

RULEBOOKS, CASES = 250, 12
SERVICES = 60
NAMES = ("den ene", "den andre")


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


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_what_else_is_open_in_random_cases(seed: int) -> None:
    """Questions, roles, wordings and calendars; and acts that there is still time for."""
    choices = Seeded(Random(f"åpent {seed}"))
    rulebook = program(choices)
    views = [facts_of(choices, rulebook).view for _ in range(CASES)]
    assert list(besides_at_once(rulebook).reasons(views)) == [
        besides_in(rulebook, view) for view in views
    ]
    found = awaited_at_once(rulebook).reasons(views)
    for view, acts in zip(views, found, strict=True):
        assert without_absent(rulebook, view, acts) == awaited_in(rulebook, view)


def test_a_value_that_was_looked_up_decides_though_the_list_leaves_it_open() -> None:
    """Whether a name is in a list of which one name is unknown, rests on the name as well."""
    made = Builder(Seeded(Random(1)))
    one, other = (Fact("tjeneste", name, Listed(Text()), made.origin()) for name in NAMES)
    inner, outer = (Fact(name, ELEMENT, Text(), made.origin()) for name in ("y", "x"))
    always = Literal(True, Truth(), made.origin())
    is_there = Each(Quantifier.SOME, "y", other, always, made.apply("er", inner, outer),
                    made.origin())  # fmt: skip
    asked = Each(Quantifier.ALL, "x", one, always, is_there, made.origin())
    rulebook = Program("", "", schema(made), (norm_of("n", asked, made),), ("n",))
    day = {"vurderingsdato": date(2024, 1, 1)}
    views = [
        {"sak": day, "tjeneste": {one.name: ["a"], other.name: told}}
        for told in (["b", None], ["a", None], ["b"], [], None, PartialList(["b"]), ["b", "a"])
    ]
    found = list(decisive_at_once(rulebook).reasons(views))
    assert found == [decisive_in(rulebook, view) for view in views]
    assert ("tjeneste", one.name, ELEMENT) in found[0]["n"]


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


def test_what_else_is_open_in_varied_services() -> None:
    """By all norms of the project's rulebook, in which there is something of each kind."""
    rulebook, seen = program_of({}), set()
    views = services(rulebook, SERVICES, 9)
    for view, found in zip(views, besides_at_once(rulebook).reasons(views), strict=True):
        assert found == besides_in(rulebook, view)
        seen |= {kind for each in found.values() for kind, _ in each}
    assert seen == {Unknown.INTERPRETATION, Unknown.PENDING}
    acts = 0
    for view, found in zip(views, awaited_at_once(rulebook).reasons(views), strict=True):
        assert without_absent(rulebook, view, found) == awaited_in(rulebook, view)
        acts += any(found.values())
    assert acts
