"""The facts that a graph reads, as formulas: what is told of each, and what is seen of it."""

from typing import Protocol

from attrs import frozen

from hjemmel.backends.symbolic.days import Day
from hjemmel.backends.symbolic.logic import Bit, Size
from hjemmel.backends.symbolic.names import Name
from hjemmel.backends.terms.term import Path, Sort

At = tuple[int, ...]
"""The numbers of the entries that a fact stands in, outermost first."""
Key = tuple[Path, At]
End = Day | Size


@frozen(eq=False)
class Truth:
    """A yes/no fact."""

    told: Bit
    yes: Bit
    no: Bit


@frozen(eq=False)
class Interval:
    """The least and the greatest that a fact with an order may be, and where each is known.

    An end that is not known has some value all the same.
    """

    told: Bit
    low: End
    high: End
    low_known: Bit
    high_known: Bit


@frozen(eq=False)
class Named:
    """A name."""

    told: Bit
    name: Name


@frozen(eq=False)
class Listing:
    """A list: whether it is given in full, or more is known of any further entry; and which
    entries there are, the last of which may only be what is known of further ones."""

    told: Bit
    bounded: Bit
    exists: tuple[Bit, ...]
    member: tuple[Bit, ...]


Scalar = Truth | Interval | Named


class Facts(Protocol):
    """What a graph reads of one case."""

    def present(self, record: str) -> Bit:
        """Whether the case has a record."""

    def truth(self, key: Key) -> Truth:
        """A yes/no fact."""

    def interval(self, key: Key, sort: Sort) -> Interval:
        """A fact with an order."""

    def named(self, key: Key) -> Named:
        """A name."""

    def listing(self, key: Key) -> Listing:
        """A list."""
