"""The algebra of plain values: bits are booleans, an open end is None, an unknown symbol is None.

It has no case, so no facts and no lists: it serves who joins truths that are already known.
"""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from hjemmel.core import calendar
from hjemmel.core.algebra import Constant
from hjemmel.core.nodes import Literal, Op
from hjemmel.core.operators import FUNCTIONS

End = Any
"""A value, or None for open."""

Truth = tuple[bool, bool]


@frozen
class Plain:
    """Bits, ends and symbols as Python has them."""

    def constant(self, value: bool) -> bool:
        """A bit is a boolean."""
        return value

    def conj(self, bits: Sequence[bool]) -> bool:
        """All of them."""
        return all(bits)

    def disj(self, bits: Sequence[bool]) -> bool:
        """Any of them."""
        return any(bits)

    def at_most(self, left: End, right: End) -> bool:
        """`left` ≤ `right`, both known."""
        return left is not None and right is not None and bool(left <= right)

    def below(self, left: End, right: End) -> bool:
        """`left` < `right`, both known."""
        return left is not None and right is not None and bool(left < right)

    def end(self, written: Literal) -> End:
        """A known end is its value."""
        return written.value

    def mapped(self, function: Op, end: End, argument: Constant) -> End:
        """A function on a known end."""
        return None if end is None else FUNCTIONS[function](end, argument)

    def greater(self, left: End, right: End) -> End:
        """The greater of two known ends."""
        return None if left is None or right is None else max(left, right)

    def lesser(self, left: End, right: End) -> End:
        """The lesser of two known ends."""
        return None if left is None or right is None else min(left, right)

    def between(self, first: End, last: End) -> End:
        """How many from one known end to another."""
        return None if first is None or last is None else calendar.steps(first, last)

    def single(self, least: End, greatest: End) -> Any:
        """The value that both ends are."""
        return least if least == greatest else None

    def lesser_if_known(self, left: End, right: End) -> End:
        """The lesser of two ends; the second where the first is open."""
        return right if left is None else self.lesser(left, right)

    def symbol(self, written: Literal) -> Any:
        """A known symbol is its value."""
        return written.value

    def alike(self, left: Any, right: Any) -> bool:
        """Both known, and the same."""
        return left is not None and right is not None and left == right

    def within(self, value: Any, allowed: Sequence[Any]) -> bool:
        """Known, and among those that are known."""
        return value is not None and value in allowed

    def unlike(self, left: Any, right: Any) -> bool:
        """Both known, and different."""
        return left is not None and right is not None and left != right
