"""Steps without what can be left out of them: a new entry tells no more than it takes."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from hjemmel.analysis.settling.answers import Step
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.case.statements import Entries
from hjemmel.core.outcome import Outcome


def simpler(judging: Judging, steps: tuple[Step, ...], outcome: Outcome) -> tuple[Step, ...]:
    """The same steps, each with as little in it as leads to the outcome."""
    while True:
        for less in _simpler(steps):
            if judging.after(less).outcome is outcome:
                steps = less
                break
        else:
            return steps


def _simpler(steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    for number, step in enumerate(steps):
        for less in _less(step.value):
            yield (*steps[:number], evolve(step, value=less), *steps[number + 1 :])


def _less(value: Any) -> Iterator[Any]:
    """An entry or a list with one thing less told in it; first whole entries."""
    match value:
        case Entries(members):
            for at in range(len(members)):
                yield evolve(value, members=(*members[:at], *members[at + 1 :]))
            for at, member in enumerate(members):
                for less in _less(member):
                    yield evolve(value, members=(*members[:at], less, *members[at + 1 :]))
        case dict() if len(value) > 1:
            for key in value:
                yield {name: said for name, said in value.items() if name != key}
        case _:  # one value
            return
