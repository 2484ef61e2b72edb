"""Every step of a reason stands in a place of its own, and in the same one in every case."""

from collections import Counter
from collections.abc import Iterator

from hjemmel.core.outcome import Stage
from hjemmel.core.program import Wording
from hjemmel.explain.finding import addressed
from hjemmel.explain.steps import Place
from hjemmel.explain.verdict import Verdict, reason
from random_programs.pairs import pairs
from support.evaluation import assess, evaluate


def verdicts(seed: int, count: int) -> Iterator[tuple[object, Verdict]]:
    """The verdicts of random rulebooks and facts, each with its rulebook."""
    for pair in pairs(seed, count):
        seen = pair.situation.observation
        valuation = evaluate(pair.program, seen.view)
        for verdict in assess(pair.program, seen, valuation, pair.situation.day):
            yield pair.program, verdict


def test_no_two_steps_of_a_norm_stand_in_one_place() -> None:
    """By norm, stage, the numbers of the clauses, and the entries of the lists on the way."""
    met = 0
    for _, verdict in verdicts(41, 400):
        own = [at for at, _ in addressed(reason(verdict)) if at[0].norm == verdict.norm.id]
        twice = [at for at, count in Counter(own).items() if count > 1]
        assert not twice, (verdict, twice)
        met += len(own)
    assert met > 1000


def test_a_place_asks_the_same_in_every_case() -> None:
    """Whatever the facts, a step is found by its place in another case: under one wording, or
    those of which it is open which is in force.

    Of the subject it is told whether the case has it, or has it not.
    """
    asked: dict[tuple[int, Place, tuple[Wording, ...]], object] = {}
    programs, again = [], 0
    for program, verdict in verdicts(42, 400):
        programs.append(program)
        for (place, _), finding in addressed(reason(verdict)):
            if place.norm == verdict.norm.id and place.stage is not Stage.SUBJECT:
                key = (id(program), place, verdict.wordings)
                again += key in asked
                assert asked.setdefault(key, finding.step.asked) == finding.step.asked
    assert again > 1000
