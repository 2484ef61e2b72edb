"""Where random things take their choices from: a seed, or Hypothesis.

All that is generated asks for one thing only, a number below a bound, and treats 0 as the
simplest. So the same construction serves a fast run from a seed and Hypothesis with its
shrinking.
"""

from collections.abc import Sequence
from random import Random
from typing import Protocol, TypeVar

from attrs import frozen

T = TypeVar("T")


class Choices(Protocol):
    """A source of choices."""

    def below(self, count: int) -> int:
        """A number from 0 to `count` - 1; 0 is the simplest choice."""


@frozen
class Seeded:
    """Choices of a pseudorandom generator."""

    random: Random

    def below(self, count: int) -> int:
        """The generator's next number."""
        return int(self.random.random() * count)


def pick(choices: Choices, options: Sequence[T]) -> T:
    """One of the options; the first is the simplest."""
    return options[choices.below(len(options))]


def chance(choices: Choices, percent: int) -> bool:
    """True in so many of a hundred; False is the simplest."""
    return choices.below(100) >= 100 - percent


def weighted(choices: Choices, options: Sequence[tuple[int, T]]) -> T:
    """One of the options, as often as its weight says; the first is the simplest."""
    left = choices.below(sum(weight for weight, _ in options))
    for weight, option in options:
        if left < weight:
            return option
        left -= weight
    raise AssertionError


def shuffled(choices: Choices, items: Sequence[T]) -> list[T]:
    """The items in another order; all zeros keep it."""
    rest = list(items)
    return [rest.pop(choices.below(len(rest))) for _ in items]
