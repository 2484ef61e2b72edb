"""What belongs to one question: its variables, what always holds of them, and names as numbers."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import z3
from attrs import field, frozen

from hjemmel.backends.symbolic.logic import Bit
from hjemmel.backends.terms.term import Path

DIGITS, DECIMALS = 27, 12


@frozen(eq=False)
class Space:
    """A question by itself: asked again, it gives the same answer, whatever was asked before."""

    context: Any = field(factory=z3.Context)
    valid: list[Bit] = field(factory=list)
    """What is so in every case there can be."""
    owners: list[Path | None] = field(factory=list)
    """The fact that each of those is about; what is about none, belongs to every question."""
    made: list[Path] = field(factory=list)
    """The facts that are being made, the innermost last."""
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
        owner = self.made[-1] if self.made else None
        for each in bits:
            if each is not True:
                self.valid.append(each)
                self.owners.append(owner)

    @contextmanager
    def making(self, path: Path) -> Iterator[None]:
        """What is held meanwhile, is about this fact."""
        self.made.append(path)
        yield
        self.made.pop()

    def beside(self, since: int) -> list[Bit]:
        """What is held of no fact in particular, but for so many of the first that are held."""
        pairs = zip(self.valid[since:], self.owners[since:], strict=True)
        return [bit for bit, owner in pairs if owner is None]

    def valid_of(self, paths: Collection[Path]) -> list[Bit]:
        """What is so of some facts in every case. What is not told, need not be thought of: it can
        always be left untold."""
        pairs = zip(self.valid, self.owners, strict=True)
        return [bit for bit, owner in pairs if owner is None or owner in paths]

    def code(self, name: str) -> int:
        """The number of a name."""
        return self.codes.setdefault(name, len(self.codes))
