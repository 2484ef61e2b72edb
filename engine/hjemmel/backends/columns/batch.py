"""What the terms of a program read: the facts of very many cases, a column each.

A column of what stands in the entries of lists has an axis for each list around it, the innermost
first, before the axis of rows.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from attrs import field, frozen

from hjemmel.backends.columns.bits import Bitmap
from hjemmel.backends.columns.functions import Values
from hjemmel.backends.columns.names import Codes
from hjemmel.backends.terms.term import Path, Sort

T = TypeVar("T")


@frozen(eq=False)
class Truths:
    """Where it is told that something is so, and where that it is not."""

    yes: Bitmap
    no: Bitmap


@frozen(eq=False)
class Ends:
    """The least and the greatest that a value may be, and where each is known.

    What is not known has some value all the same, that every function can be asked for.
    """

    low: Values
    high: Values
    low_known: Bitmap
    high_known: Bitmap


@frozen(eq=False)
class Entries:
    """Which rows have an entry of each number: a member, or what is known of a further one."""

    exists: Bitmap
    member: Bitmap


class Batch(Protocol):
    """The facts of so many cases."""

    @property
    def rows(self) -> int:
        """How many cases."""

    def present(self, record: str) -> Bitmap:
        """Which cases have a record."""

    def truths(self, path: Path) -> Truths:
        """A yes/no fact."""

    def ends(self, path: Path, sort: Sort) -> Ends:
        """A fact with an order."""

    def names(self, path: Path) -> Codes:
        """A name."""

    def entries(self, path: Path) -> Entries:
        """The entries of a list."""

    def bounded(self, path: Path) -> Bitmap:
        """Whether a list is given in full, or more is known of any further entry."""


@frozen(eq=False)
class Kept:
    """A batch of which each column is made once, however many plans are run on it."""

    batch: Batch
    made: dict[Any, Any] = field(factory=dict)

    @property
    def rows(self) -> int:
        """How many cases."""
        return self.batch.rows

    def present(self, record: str) -> Bitmap:
        """Which cases have a record."""
        return self._once(self.batch.present, record)

    def truths(self, path: Path) -> Truths:
        """A yes/no fact."""
        return self._once(self.batch.truths, path)

    def ends(self, path: Path, sort: Sort) -> Ends:
        """A fact with an order."""
        return self._once(self.batch.ends, path, sort)

    def names(self, path: Path) -> Codes:
        """A name."""
        return self._once(self.batch.names, path)

    def entries(self, path: Path) -> Entries:
        """The entries of a list."""
        return self._once(self.batch.entries, path)

    def bounded(self, path: Path) -> Bitmap:
        """Whether a list is given in full, or more is known of any further entry."""
        return self._once(self.batch.bounded, path)

    def _once(self, make: Callable[..., T], *asked: Any) -> T:
        key = (make.__name__, *asked)
        if key not in self.made:
            self.made[key] = make(*asked)
        found: T = self.made[key]
        return found
