"""What belongs to one question: its variables, what always holds of them, and names as numbers."""

from collections.abc import Iterable
from typing import Any

import z3
from attrs import field, frozen

from hjemmel.backends.symbolic.logic import Bit

DIGITS, DECIMALS = 27, 12


@frozen(eq=False)
class Space:
    """A question by itself: asked again, it gives the same answer, whatever was asked before."""

    context: Any = field(factory=z3.Context)
    valid: list[Bit] = field(factory=list)
    """What is so in every case there can be."""
    codes: dict[str, int] = field(factory=dict)
    """The names that may occur, each with its number."""

    def bit(self, name: str) -> Bit:
        """An open bit."""
        return z3.Bool(name, self.context)

    def whole(self, name: str, least: int, greatest: int) -> Any:
        """An open whole number between two."""
        made = z3.Int(name, self.context)
        self.hold([made >= least, made <= greatest])
        return made

    def decimal(self, name: str) -> Any:
        """An open number of at most so many digits, twelve of them decimals: so it can be told."""
        parts = self.whole(name, 1 - 10**DIGITS, 10**DIGITS - 1)
        return z3.ToReal(parts) / z3.RealVal(10**DECIMALS, self.context)

    def hold(self, bits: Iterable[Bit]) -> None:
        """These are so in every case."""
        self.valid.extend(each for each in bits if each is not True)

    def code(self, name: str) -> int:
        """The number of a name."""
        return self.codes.setdefault(name, len(self.codes))
