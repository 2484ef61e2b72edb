"""What is told of facts in very many cases, with what more sources say that weigh the same.

A source that is silent says nothing anywhere, as one that does not know. Where two differ, a truth
is unknown, a name is one of several, and a size is somewhere between.
"""

import numpy as np
from attrs import frozen

from hjemmel.backends.columns.alike import alike
from hjemmel.backends.columns.batch import Ends, Truths
from hjemmel.backends.columns.bits import EMPTY, Bitmap, packed, truths
from hjemmel.backends.columns.functions import numbers, placed
from hjemmel.backends.columns.names import UNKNOWN, Codes, Names
from hjemmel.case.one_of import OneOf
from hjemmel.case.one_of import names as several
from hjemmel.core.nodes import Value
from hjemmel.core.types import Type, is_ordered, is_truth

Facts = Truths | Ends | Codes
"""A fact in all cases. That it both is and is not so, is said by sources that differ."""


@frozen(eq=False)
class Telling:
    """What is said of facts in a batch of so many cases."""

    rows: int
    names: Names

    def said(self, value: Value, kind: Type, where: Bitmap) -> Facts:
        """A source that says one value in some of the cases."""
        if is_truth(kind):
            return Truths(where, EMPTY) if value else Truths(EMPTY, where)
        if is_ordered(kind):
            column = numbers([placed(value)])
            return Ends(column, column, where, where)
        code, unknown = self.names.codes([value, None])
        found: Codes = np.where(truths(where, self.rows), code, unknown)
        return found

    def together(self, told: Facts, more: Facts) -> Facts:
        """What both say."""
        match told, more:
            case Truths(), Truths():
                return Truths(told.yes | more.yes, told.no | more.no)
            case Ends(), Ends():
                return self._hull(told, more)
            case np.ndarray(), np.ndarray():
                return self._several(told, more)
            case _:
                raise AssertionError(told, more)

    def differ(self, told: Facts, more: Facts) -> Bitmap:
        """Where both say something, and not the same."""
        match told, more:
            case Truths(), Truths():
                return (told.yes & more.no) | (told.no & more.yes)
            case Ends(), Ends():
                same = packed((told.low == more.low) & (told.high == more.high))
                both = (told.low_known | told.high_known) & (more.low_known | more.high_known)
                return both & ~same
            case np.ndarray(), np.ndarray():
                both = (told != UNKNOWN) & (more != UNKNOWN)
                return packed(both & (told != more))
            case _:
                raise AssertionError(told, more)

    def unless(self, told: Facts, given: Facts) -> Facts:
        """What is given, where nothing is told."""
        match told, given:
            case Truths(), Truths():
                silent = ~(told.yes | told.no)
                return Truths(told.yes | (silent & given.yes), told.no | (silent & given.no))
            case Ends(), Ends():
                silent = ~(told.low_known | told.high_known)
                here = truths(silent & given.low_known, self.rows)
                known = silent & given.low_known
                low = np.where(here, given.low, told.low)
                high = np.where(here, given.high, told.high)
                return Ends(low, high, told.low_known | known, told.high_known | known)
            case np.ndarray(), np.ndarray():
                return np.where(told == UNKNOWN, given, told)
            case _:
                raise AssertionError(told, given)

    def _hull(self, told: Ends, more: Ends) -> Ends:
        """From the least to the greatest; open where either that says something is."""
        says = [each.low_known | each.high_known for each in (told, more)]
        one, other = (truths(each, self.rows) for each in says)
        low = np.where(other & (~one | (more.low < told.low)), more.low, told.low)
        high = np.where(other & (~one | (more.high > told.high)), more.high, told.high)
        low_known, high_known = (
            _unless_silent(first, says[0]) & _unless_silent(second, says[1])
            for first, second in ((told.low_known, more.low_known),
                                  (told.high_known, more.high_known))
        )  # fmt: skip
        some = says[0] | says[1]
        return Ends(low, high, some & low_known, some & high_known)

    def _several(self, told: Codes, more: Codes) -> Codes:
        """One of all the names that are told."""
        first, second = np.broadcast_arrays(told, more)
        found = np.where(first == UNKNOWN, second, first)
        differ = (first != UNKNOWN) & (second != UNKNOWN) & (first != second)
        if not differ.any():
            return found
        pairs = first[differ], second[differ]
        place, which = alike(pairs)
        different = zip(*(each[place].tolist() for each in pairs), strict=True)
        codes = self.names.codes([self._union(*pair) for pair in different])
        found = found.astype(np.promote_types(found.dtype, codes.dtype), copy=False)
        found[differ] = codes[which]
        return found

    def _union(self, one: int, other: int) -> OneOf:
        return OneOf(several(self.names.name(one)) | several(self.names.name(other)))


def resolved(told: Facts) -> Facts:
    """What is seen of a fact: where sources differ on whether something is so, it is unknown."""
    match told:
        case Truths():
            return Truths(told.yes & ~told.no, told.no & ~told.yes)
        case _:  # sizes and names say themselves what they may be
            return told


def _unless_silent(known: Bitmap, says: Bitmap) -> Bitmap:
    """A source knows an end, or says nothing at all."""
    found: Bitmap = np.bitwise_or(known, np.bitwise_not(says))
    return found
