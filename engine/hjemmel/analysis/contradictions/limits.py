"""What a comparison lets a value be: some symbols, a stretch, or a place beside another value."""

from datetime import date, timedelta
from typing import Any, assert_never

from attrs import evolve, frozen

from hjemmel.core.nodes import Apply, Fact, Literal, Node
from hjemmel.core.operators import OPERATORS, Sense
from hjemmel.core.schema import Schema
from hjemmel.core.types import Enumerated, Fraction

_ALL_SIGNS = frozenset({-1, 0, 1})
"""How the first may lie beside the second: below, at it, above."""


@frozen
class Among:
    """A symbol is one of these, or, where `others`, none of these."""

    values: frozenset[Any]
    others: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no symbol is left."""
        return not self.values and not self.others


@frozen
class Stretch:
    """A value of an order lies from `least` to `greatest`, and is not `apart`; None is open.

    An end that is `above` or `below` is not itself in it.
    """

    least: Any = None
    greatest: Any = None
    above: bool = False
    below: bool = False
    apart: Any = None

    @property
    def is_empty(self) -> bool:
        """Whether no value is left."""
        if self.least is None or self.greatest is None:
            return False
        if self.least == self.greatest:
            return self.above or self.below or self.apart == self.least
        return bool(self.least > self.greatest)


@frozen
class Beside:
    """A value lies below, at or above another."""

    signs: frozenset[int]

    @property
    def is_empty(self) -> bool:
        """Whether there is no place left."""
        return not self.signs


Limit = Among | Stretch | Beside


@frozen
class Limited:
    """What is limited, and how."""

    what: tuple[Node, ...]
    limit: Limit


def limited(node: Node, holds: bool, schema: Schema) -> Limited | None:
    """What it takes for a comparison to hold, or to fail; None where it is no comparison."""
    if not isinstance(node, Apply):
        return None
    row = OPERATORS[node.operator]
    match row.sense, node.arguments:
        case ((Sense.IS | Sense.IS_AMONG), (value, *allowed)):
            return _symbols(value, allowed, holds, schema)
        case Sense.ORDER, (left, right):
            return _ordered(left, right, row.signs if holds else _ALL_SIGNS - row.signs)
        case _:  # joins truths, or asks of an act
            return None


def _symbols(value: Node, allowed: list[Node], holds: bool, schema: Schema) -> Limited | None:
    if not all(isinstance(each, Literal) for each in allowed) or isinstance(value, Literal):
        return None
    named = frozenset(each.value for each in allowed if isinstance(each, Literal))
    if isinstance(value, Fact) and isinstance(value.type, Enumerated):
        every = frozenset(schema.enumeration(value.type.name).values)
        return Limited((value,), Among(named & every if holds else every - named))
    return Limited((value,), Among(named, others=not holds))


def _ordered(left: Node, right: Node, signs: frozenset[int]) -> Limited | None:
    if isinstance(left, Literal):
        left, right, signs = right, left, frozenset(-each for each in signs)
    if isinstance(left, Literal):
        return None
    if isinstance(right, Literal):
        return Limited((left,), _stretch(right, signs))
    if repr(right) < repr(left):
        left, right, signs = right, left, frozenset(-each for each in signs)
    return Limited((left, right), Beside(signs))


def _stretch(at: Literal, signs: frozenset[int]) -> Stretch:
    value: Any = at.value
    if signs == {-1, 1}:
        return Stretch(apart=value)
    least = value if -1 not in signs else None
    greatest = value if 1 not in signs else None
    if 0 in signs:
        return Stretch(least, greatest)
    if isinstance(at.type, Fraction):
        return Stretch(least, greatest, above=least is not None, below=greatest is not None)
    step = timedelta(days=1) if isinstance(value, date) else 1
    above, below = signs == {1}, signs == {-1}
    return Stretch(value + step if above else None, value - step if below else None)


def both(first: Limit, second: Limit) -> Limit | None:
    """What two limits leave; None where they are of different kinds."""
    match first, second:
        case Among(), Among():
            return _among_both(first, second)
        case Stretch(), Stretch():
            return _stretch_of_both(first, second)
        case Beside(), Beside():
            return Beside(first.signs & second.signs)
        case _:  # nothing is both a symbol and of an order
            return None


def _among_both(first: Among, second: Among) -> Among:
    match first.others, second.others:
        case False, False:
            return Among(first.values & second.values)
        case True, True:
            return Among(first.values | second.values, others=True)
        case False, True:
            return Among(first.values - second.values)
        case _:  # the other way round
            return Among(second.values - first.values)


def _stretch_of_both(first: Stretch, second: Stretch) -> Stretch:
    low = max(first, second, key=lambda each: (each.least is not None, each.least, each.above)) if (
        first.least is not None and second.least is not None
    ) else (first if first.least is not None else second)  # fmt: skip
    high = min(first, second, key=lambda each: (each.greatest, not each.below)) if (
        first.greatest is not None and second.greatest is not None
    ) else (first if first.greatest is not None else second)  # fmt: skip
    apart = first.apart if first.apart is not None else second.apart
    return Stretch(low.least, high.greatest, low.above, high.below, apart)


def is_within(inner: Limit, outer: Limit) -> bool:
    """Whether all that the one lets be, the other does too."""
    match inner, outer:
        case Among(), Among():
            left = both(inner, outer)
            return left == inner
        case Beside(), Beside():
            return inner.signs <= outer.signs
        case Stretch(), Stretch() if outer.apart is None:
            return evolve(_stretch_of_both(inner, outer), apart=inner.apart) == inner
        case Stretch(), Stretch():
            return (
                inner.apart == outer.apart
                or _stretch_of_both(
                    evolve(inner, apart=None), Stretch(outer.apart, outer.apart)
                ).is_empty
            )
        case ((Among() | Stretch() | Beside()), _):
            return False
        case _:
            assert_never(inner)
