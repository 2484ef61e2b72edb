"""What follows from what is told: it fills what nobody has told, and contests what is told."""

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from hjemmel.backends.concluding import Concluding
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from random_programs.backends import staged
from random_programs.drawn import pairs
from random_programs.situations import Situation

thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@thorough
@given(pairs())
def test_what_follows_never_turns_a_settled_outcome(pair: tuple[Program, Situation]) -> None:
    """It settles more, or leaves open what is told otherwise."""
    program, facts = pair
    if facts.case is None:
        return
    off = Concluding(evolve(program, conclusions=())).observe(facts.case, facts.day)[1].view
    on = Concluding(program).observe(facts.case, facts.day)[1].view
    before, after = staged(program).outcomes(off), staged(program).outcomes(on)
    for norm, outcome in before.items():
        assert outcome is Outcome.UNDECIDED or after[norm] in (outcome, Outcome.UNDECIDED)


@thorough
@given(pairs())
def test_what_is_told_already_stays_as_it_is_told(pair: tuple[Program, Situation]) -> None:
    """A case that says what follows shows the same as without what says that it does."""
    program, facts = pair
    if facts.fuller is None:
        return
    again, seen = Concluding(program).observe(facts.fuller, facts.day)
    agreed = {path for path, several in facts.concluded.items()
              if len({each.value for each in several}) == 1}  # fmt: skip
    untold = {path for path in agreed if path not in facts.doubts}
    assert not untold & set(seen.concluded)
    assert again.id == facts.fuller.id
