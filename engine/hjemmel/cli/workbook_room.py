"""Rows that a sheet has room for only where they are not too many to be of use."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import define, field

MOST_LISTED = 50_000
"""So many rows a person can filter and scroll in, and an ordinary machine opens at once."""


@define(eq=False)
class Listed:
    """The rows so far; none once they are too many, for part of them would look like all."""

    count: int = 0
    rows: list[Any] = field(factory=list)

    def add(self, count: int, make: Callable[[], Iterable[Any]]) -> None:
        """So many more, made only where there is room for them."""
        self.count += count
        if self.is_whole:
            self.rows += make()
        else:
            self.rows.clear()

    @property
    def is_whole(self) -> bool:
        """Whether all of them are here."""
        return self.count <= MOST_LISTED

    @property
    def left(self) -> int:
        """How many there is no room for: all, or none."""
        return 0 if self.is_whole else self.count
