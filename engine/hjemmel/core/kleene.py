"""Three-valued logic with nothing but two-valued things: truth as a pair (holds, fails).

Neither means unknown; both at once never occurs. A backend supplies bits and
how to join them; the logic costs it nothing more.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

B = TypeVar("B")

Pair = tuple[B, B]


class Bits(Protocol[B]):
    """Two-valued things that can be joined."""

    def constant(self, value: bool) -> B:
        """The bit that is always `value`."""

    def conj(self, bits: Sequence[B]) -> B:
        """All of the bits; true when there are none."""

    def disj(self, bits: Sequence[B]) -> B:
        """Any of the bits; false when there are none."""


def known(bits: Bits[B], value: bool) -> Pair[B]:
    """A truth that is settled."""
    return bits.constant(value), bits.constant(not value)


def negation(truth: Pair[B]) -> Pair[B]:
    """«ikke»."""
    return truth[1], truth[0]


def conjunction(bits: Bits[B], truths: Sequence[Pair[B]]) -> Pair[B]:
    """«og»."""
    return bits.conj([h for h, _ in truths]), bits.disj([f for _, f in truths])


def disjunction(bits: Bits[B], truths: Sequence[Pair[B]]) -> Pair[B]:
    """«eller»."""
    return bits.disj([h for h, _ in truths]), bits.conj([f for _, f in truths])


def agreement(bits: Bits[B], truths: Sequence[Pair[B]]) -> Pair[B]:
    """What all readings agree on: holds if all hold, fails if all fail, else unknown."""
    return bits.conj([h for h, _ in truths]), bits.conj([f for _, f in truths])


def choice(bits: Bits[B], arises: Pair[B], then: Pair[B], otherwise: Pair[B]) -> Pair[B]:
    """`then` where `arises` holds, else `otherwise`; settled anyway where both agree."""

    def side(index: int) -> B:
        return bits.disj(
            [
                bits.conj([arises[0], then[index]]),
                bits.conj([arises[1], otherwise[index]]),
                bits.conj([then[index], otherwise[index]]),
            ]
        )

    return side(0), side(1)
