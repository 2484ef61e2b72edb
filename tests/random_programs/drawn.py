"""Hypothesis strategies for rulebooks and facts, for the tests that want shrinking."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from attrs import frozen
from hypothesis import strategies as st

from hjemmel.core.program import Program
from random_programs.builder import Builder
from random_programs.choices import Choices
from random_programs.describe import told_pair
from random_programs.pairs import pair_from
from random_programs.programs import program
from random_programs.situations import Situation

T = TypeVar("T")


@frozen
class Drawn:
    """Choices that Hypothesis makes, and so can shrink."""

    draw: st.DrawFn

    def below(self, count: int) -> int:
        """Hypothesis shrinks towards 0, the simplest choice."""
        return self.draw(st.integers(0, count - 1))


class DrawnPair(NamedTuple):
    """A rulebook and facts for it, told as shortly as a failed run tells it: Hypothesis prints what
    fails, and in full that is more than it will print."""

    program: Program
    facts: Situation

    def __repr__(self) -> str:
        told = told_pair(self.program, self.facts.view)
        return f"on {self.facts.day}:\n{told}\n{self.facts.case}"


def made_by(construction: Callable[[Choices], T]) -> st.SearchStrategy[T]:
    """Whatever a construction makes of choices."""

    @st.composite
    def strategy(draw: st.DrawFn) -> T:
        return construction(Drawn(draw))

    return strategy()


def programs() -> st.SearchStrategy[Program]:
    """Well-typed rulebooks."""
    return made_by(program)


def pairs() -> st.SearchStrategy[DrawnPair]:
    """A rulebook and facts for it."""
    return made_by(lambda choices: DrawnPair(*pair_from(choices)))


def choices() -> st.SearchStrategy[Choices]:
    """Choices for a test that builds its own rulebook."""
    return made_by(lambda made: made)


def builders() -> st.SearchStrategy[Builder]:
    """An empty rulebook to build clauses in."""
    return made_by(Builder)
