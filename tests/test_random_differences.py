"""Two random rulebooks that differ in one norm: what is proved alike is so in random cases too, and
what is shown has been judged otherwise by both."""

from collections import Counter
from random import Random

import pytest
from attrs import evolve

from hjemmel.analysis.differences.answers import Answer, Basis, Changed, Unchanged
from hjemmel.analysis.differences.comparing import differences
from hjemmel.backends.staged.valuation import stage
from hjemmel.core.nodes import Literal, Op
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program
from hjemmel.core.types import Fraction, Whole
from random_programs.builder import Builder
from random_programs.choices import Seeded
from random_programs.pairs import facts_of
from random_programs.programs import norm_of, program, schema

SHORT, WHOLE = 30, 400
CASES = 40


def two(seed: str) -> tuple[Program, Program, str]:
    """A rulebook, the same where the last norm asks for what another does, and its id."""
    made = program(Seeded(Random(seed)))
    last = made.order[-1]  # no other refers to it
    first = made.by_id[made.order[0]].editions[0].requirement
    norm = made.by_id[last]
    other = evolve(norm, editions=tuple(evolve(e, requirement=first) for e in norm.editions))
    norms = tuple(other if each.id == last else each for each in made.norms)
    return made, evolve(made, norms=norms), last


def answer(seed: str) -> Answer:
    """What is said of the last norm; what is said to be alike is looked at in random cases."""
    old, new, norm = two(seed)
    (found,) = differences(old, new, [norm])
    if isinstance(found, Unchanged):
        choices, both = Seeded(Random(seed)), [stage(each) for each in (old, new)]
        for _ in range(CASES):
            view = facts_of(choices, old).view
            before, after = (outcome(each.valuation(view).norms[norm]) for each in both)
            assert before == after
    return found


def met(count: int, name: str) -> Counter[object]:
    """How often a norm is changed, and how often it is proved alike."""
    found = [answer(f"{name}{each}") for each in range(count)]
    return Counter(e.basis if isinstance(e, Unchanged) else type(e) for e in found)


def test_random_rulebooks() -> None:
    """A case that came to something else than the solver said, would have been an error."""
    found = met(SHORT, "d")
    assert found[Changed] > found[Basis.PROVED] > 0


@pytest.mark.grundig
def test_very_many_random_rulebooks() -> None:
    """The same, for minutes."""
    found = met(WHOLE, "m")
    assert found[Changed] > found[Basis.PROVED] > 0


def test_a_third_is_no_decimal_number() -> None:
    """Three times a number is never one: so it is at least one only where it is more."""
    builder = Builder(Seeded(Random(1)))
    one = Literal(1, Whole())
    thrice = builder.apply(Op.TIMES, builder.fact(Fraction(), ()), Literal(3, Whole()))

    def rules(operator: Op) -> Program:
        asked = builder.apply(operator, thrice, evolve(one, type=Fraction()))
        return Program("", "", schema(builder), (norm_of("n", asked, builder),), ("n",))

    (found,) = differences(rules(Op.AT_LEAST), rules(Op.MORE))
    assert isinstance(found, Unchanged)
    assert found.basis is Basis.PROVED
    (other,) = differences(rules(Op.AT_LEAST), rules(Op.EQUALS))
    assert isinstance(other, Changed)
