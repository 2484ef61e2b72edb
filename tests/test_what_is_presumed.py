"""What is taken as given: it only fills what nobody has told, and it goes when it is turned off."""

from collections.abc import Collection

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from hjemmel.backends.presuming import Presuming, with_given
from hjemmel.case.observation import View
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from random_programs.backends import staged
from random_programs.changes import filled
from random_programs.choices import Choices
from random_programs.comparison import told_nothing_of
from random_programs.contested import marked
from random_programs.drawn import choices as choices_of
from random_programs.drawn import pairs

thorough = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def settled_outcomes(program: Program, view: View) -> dict[str, str]:
    """The outcome of each norm that has one."""
    found = staged(program).outcomes(view)
    return {norm: each.name for norm, each in found.items() if each is not Outcome.UNDECIDED}


@thorough
@given(pairs())
def test_without_presumptions_a_fact_is_as_nobody_told(pair: tuple) -> None:
    """Turned off, they leave what is told; and turned on, they settle more and turn nothing."""
    program, facts = pair
    told = facts.told or facts.view
    without = Presuming(evolve(program, presumptions=()))
    if facts.case is not None:
        assert without.observe(facts.case, facts.day).view == told
    off, on = settled_outcomes(program, told), settled_outcomes(program, facts.view)
    assert off.items() <= on.items()


@thorough
@given(pairs(), choices_of())
def test_to_tell_more_never_changes_a_settled_outcome(pair: tuple, made: Choices) -> None:
    """Where what is told is nothing that a presumption says: that is replaced by what is told."""
    program, facts = pair
    told, untold = facts.told or facts.view, told_nothing_of(program, facts)
    fuller = without_facts(filled(made, program.schema, told), untold)
    given = Presuming(program).given(fuller, lambda path: path not in untold)
    assert facts.presumed.items() <= given.items()
    before = settled_outcomes(program, facts.view)
    after = settled_outcomes(program, with_given(fuller, given))
    assert before.items() <= after.items()


def without_facts(view: View, paths: Collection[tuple[str, str]]) -> View:
    """The view where nobody has told of these."""
    return marked({
        key: record and {name: None if (key, name) in paths else value
                         for name, value in record.items()}
        for key, record in view.items()
    })  # fmt: skip


@thorough
@given(pairs())
def test_nothing_is_presumed_of_what_is_told(pair: tuple) -> None:
    """In whatever form it was told."""
    program, facts = pair
    assert set(facts.presumed) <= told_nothing_of(program, facts)
