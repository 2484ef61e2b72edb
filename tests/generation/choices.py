"""Where random things take their choices from: a seed, Hypothesis, or a list written down.

All that is generated asks for one thing only, a number below a bound, and treats 0 as the
simplest. So the same construction serves a fast run from a seed, Hypothesis with its
shrinking, and the replay of one pair while it is cut down to the part that matters.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Protocol, TypeVar

from attrs import field, frozen

T = TypeVar("T")


class Choices(Protocol):
    """A source of choices."""

    def below(self, count: int) -> int:
        """A number from 0 to `count` - 1; 0 is the simplest choice."""


@frozen
class Seeded:
    """Choices of a pseudorandom generator; `made` writes them down."""

    random: Random
    made: list[int] = field(factory=list)

    def below(self, count: int) -> int:
        """The generator's next number."""
        number = int(self.random.random() * count)
        self.made.append(number)
        return number


@frozen
class Replayed:
    """Choices made before. Whatever they do not cover is the simplest choice."""

    numbers: Sequence[int]
    used: list[int] = field(factory=list)

    def below(self, count: int) -> int:
        """The next number written down, cut to fit."""
        place = len(self.used)
        number = min(self.numbers[place], count - 1) if place < len(self.numbers) else 0
        self.used.append(number)
        return number


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


def minimised(numbers: Sequence[int], still_wrong: Callable[[Sequence[int]], bool]) -> list[int]:
    """A shorter and simpler list of choices that is still wrong, found greedily."""
    best = list(numbers)
    size = max(len(best) // 2, 1)
    while size:
        best = _without_chunks(best, size, still_wrong)
        size //= 2
    return _with_smaller_numbers(best, still_wrong)


def _without_chunks(
    best: list[int], size: int, still_wrong: Callable[[Sequence[int]], bool]
) -> list[int]:
    start = 0
    while start < len(best):
        shorter = best[:start] + best[start + size :]
        zeroed = best[:start] + [0] * len(best[start : start + size]) + best[start + size :]
        if still_wrong(shorter):
            best = shorter
        elif zeroed != best and still_wrong(zeroed):
            best, start = zeroed, start + size
        else:
            start += size
    return best


def _with_smaller_numbers(
    best: list[int], still_wrong: Callable[[Sequence[int]], bool]
) -> list[int]:
    for place in range(len(best)):
        for smaller in (0, best[place] // 2, best[place] - 1):
            tried = [*best[:place], smaller, *best[place + 1 :]]
            if 0 <= smaller < best[place] and still_wrong(tried):
                best = tried
                break
    return best
