"""Which truths a clause can have, seen from how it is written."""

from datetime import date

import pytest
from attrs import evolve

from hjemmel.analysis.possible import ANY, SETTLED, outcomes, truths
from hjemmel.core.nodes import Apply, Default, Fact, Literal, Node, Op, Ref, Standing
from hjemmel.core.outcome import Outcome
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date, Truth
from support.golden_file import pages
from support.golden_run import judged, program_of

YES, NO = Literal(True, Truth()), Literal(False, Truth())
HOLDS, FAILS, OPEN = (True, False), (False, True), (False, False)
OPENED = Fact("tjeneste", "åpen", Truth())
TODAY = Apply(Op.NOT_BEFORE, (Fact(CASE, "vurderingsdato", Date()),
                           Literal(date(2022, 1, 1), Date())))  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (YES, {HOLDS}),
        (OPENED, ANY),
        (TODAY, SETTLED),
        (Ref("4-2/x", Standing.MET), ANY),
        (Apply(Op.AND, (OPENED, NO)), {FAILS}),
        (Apply(Op.OR, (OPENED, TODAY, NO)), ANY),
        (Apply(Op.AND, (OPENED, YES, TODAY)), ANY),
        (Apply(Op.NOT, (YES,)), {FAILS}),
        (Apply(Op.AGREED, (YES, NO)), {OPEN}),
        (Apply(Op.READ_AS, (TODAY, YES, NO)), SETTLED),
        (Apply(Op.READ_AS, (OPENED, YES, YES)), {HOLDS}),
        (Default((YES,), OPENED, YES), {FAILS}),
        (Default((), TODAY, YES), SETTLED),
    ],
)
def test_truths(clause: Node, expected: set[tuple[bool, bool]]) -> None:
    """By the operators' own meaning, on every pair of truths that their parts can have."""
    assert truths(clause) == expected


def test_a_long_list_is_no_trouble() -> None:
    """Parts are joined two at a time."""
    facts = tuple(Fact("tjeneste", f"f{number}", Truth()) for number in range(200))
    assert truths(Apply(Op.AND, facts)) == ANY


def test_no_case_gives_an_outcome_left_out() -> None:
    """Whatever comes out of a golden page is among what the norm can have."""
    for page in pages("vurder"):
        program = program_of(page.rules)
        possible = {norm.id: outcomes(norm, program.schema) for norm in program.norms}
        for trial in page.trials[:3]:
            for norm, found in judged(program, trial.facts).verdicts.items():
                assert found.outcome in possible[norm], (page.name, trial.line, norm)


def test_what_a_norm_of_the_rulebook_can_have() -> None:
    """All of them, where it has a period, a scope and a requirement with facts."""
    program = program_of({})
    assert set(outcomes(program.norm("4-2/to-helseregioner"), program.schema)) == set(Outcome)


@pytest.mark.parametrize(("subject", "never"), [
    ("søknad", {Outcome.UNDECIDED}),
    ("tjeneste", {Outcome.UNDECIDED, Outcome.NOT_APPLICABLE}),
])  # fmt: skip
def test_that_a_subject_is_there_is_always_known(subject: str, never: set[Outcome]) -> None:
    """So a norm of nothing but the day of evaluation is never undecided; and where no case lacks
    the subject, it applies in all of them."""
    program = program_of({})
    norm = program.norm("4-2/to-helseregioner")
    (edition,) = norm.editions
    asked = evolve(edition, applies=YES, requirement=TODAY)
    bare = evolve(norm, subject=subject, editions=(asked,))
    assert set(outcomes(bare, program.schema)) == set(Outcome) - never
