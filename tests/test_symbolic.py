"""A solver agrees with the oracle, and every case it gives is one that somebody could tell."""

from collections.abc import Iterator

import pytest

from hjemmel.backends.presuming import Presuming
from hjemmel.backends.staged.valuation import stage
from hjemmel.backends.symbolic.cases import case_of
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.question import asked
from hjemmel.backends.symbolic.solving import Model, Solver
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import STANDINGS, decided
from hjemmel.core.outcome import Outcome, Stage, outcome
from hjemmel.core.program import Program
from oracle import judge
from planted.fault import Fault
from planted.in_proofs import FAULTS
from random_programs.comparison import expected_view, told_view
from random_programs.pairs import Pair, pairs
from support.edited_rules import unchanged
from support.symbolic_facts import Fixed

SHORT, MANY = 80, 5_000
WORK = 50_000_000
OPEN_DATE = (Outcome.UNDECIDED, Stage.IN_FORCE)
"""In these rulebooks the day that decides which wording is in force is always known."""
MOST = 300
"""So many pairs, at the most, until a planted fault is found."""


def disagreements(found: Iterator[Pair]) -> Iterator[tuple[int, str]]:
    """The pairs on which a solver says something else than the oracle, with what it says."""
    tables = Tables()
    for pair in found:
        judged = judge(pair.program, expected_view(pair), told_view(pair)).judged
        said = Fixed.of(pair.program, pair.situation).disagreement(tables, judged)
        if said is not None:
            yield pair.number, said


def test_a_solver_agrees_with_the_oracle_on_random_pairs() -> None:
    """Where all that is told is fixed, each norm stands so and in no other way; and what is told
    can be told."""
    assert list(disagreements(pairs(20_261, SHORT))) == []


@pytest.mark.grundig
def test_a_solver_agrees_with_the_oracle_on_very_many_pairs() -> None:
    """The same, so often that it takes minutes."""
    assert list(disagreements(pairs(20_262, MANY))) == []


@pytest.mark.grundig
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_planted_fault_is_caught(fault: Fault) -> None:
    """Some pair comes out otherwise."""
    with fault.plant():
        assert next(disagreements(pairs(20_263, MOST)), None) is not None


# --- cases that a solver gives ---------------------------------------------------------------


@pytest.mark.parametrize("book", ["parkering", "sykkelbatterier"])
def test_a_case_for_every_way_in_which_a_norm_can_stand(book: str) -> None:
    """Seen and evaluated as any case is, it stands so."""
    program = unchanged(book)
    found = {norm.id: set(ways(program, norm.id)) for norm in program.norms}
    assert all(found.values())
    met = {way for each in found.values() for way in each}
    assert met == {each for each in STANDINGS if each != OPEN_DATE}


def ways(program: Program, norm: str) -> Iterator[object]:
    """The ways in which a norm can stand, each seen in a case."""
    version = Version.of(program, Graph())
    meaning = version.folding.norms[norm]
    terms = decided(version.folding.graph, meaning)
    facts = asked([version], [terms.values()], program.schema, Tables())
    presuming, staged = Presuming(program), stage(program)
    for way, bit in facts.bits(0, meaning).items():
        model = Solver(facts.space, WORK).ask([bit])
        if isinstance(model, Model):
            case = case_of(facts.telling, model)
            assert case.day is not None
            view = presuming.observe(case, case.day).view
            assert outcome(staged.valuation(view).norms[norm]) == way
            yield way
