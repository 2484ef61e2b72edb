"""What is seen of many cases, one after another, as columns."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from attrs import field, frozen

from hjemmel.backends.columns.batch import Ends, Entries, Truths
from hjemmel.backends.columns.bits import Bitmap, packed
from hjemmel.backends.columns.functions import numbers, placed
from hjemmel.backends.columns.names import Codes, Names
from hjemmel.backends.terms.term import Path, Sort
from hjemmel.case.observation import PartialList, View, members_in
from hjemmel.core.schema import CASE, ELEMENT

ANY = {Sort.DAY: date(2000, 1, 1).toordinal(), Sort.NUMBER: 2000}
"""What stands where a value is not known: a day or a year that every function has an answer for."""


@frozen(eq=False)
class _Column:
    """Values as they are seen, row by row within entry by entry."""

    shape: tuple[int, ...]
    items: list[Any]

    def packed(self, truths: Sequence[bool]) -> Bitmap:
        return packed(np.array(truths, np.bool_).reshape(self.shape))


@frozen(eq=False)
class Views:
    """A batch of views. `known` are the names that the program has met."""

    views: Sequence[View]
    known: Names
    columns: dict[Path, _Column] = field(factory=dict)

    @property
    def rows(self) -> int:
        """How many cases."""
        return len(self.views)

    def present(self, record: str) -> Bitmap:
        """Which cases have a record."""
        column = self._holders((record,))
        return column.packed([each is not None for each in column.items])

    def truths(self, path: Path) -> Truths:
        """A yes/no fact."""
        column = self._values(path)
        yes = column.packed([each is True for each in column.items])
        return Truths(yes, column.packed([each is False for each in column.items]))

    def ends(self, path: Path, sort: Sort) -> Ends:
        """A fact with an order."""
        column = self._values(path)
        if path[0] == CASE and len(set(column.items)) == 1:  # one day for all of them
            column = _Column((1,), column.items[:1])
        lows, highs = zip(*map(_ends, column.items), strict=True) if column.items else ((), ())
        low = _side(column, lows, sort)
        high = low if lows == highs else _side(column, highs, sort)
        return Ends(low[0], high[0], low[1], high[1])

    def names(self, path: Path) -> Codes:
        """A name."""
        column = self._values(path)
        return self.known.codes(column.items).reshape(column.shape)

    def entries(self, path: Path) -> Entries:
        """The entries of a list."""
        lists = self._values(path)
        shape = (_longest(lists), *lists.shape)
        column = _Column(shape, [])
        numbers = range(shape[0])
        exists = [at < len(each or ()) for at in numbers for each in lists.items]
        member = [at < members_in(each or []) for at in numbers for each in lists.items]
        found = column.packed(exists)
        return Entries(found, found if member == exists else column.packed(member))

    def bounded(self, path: Path) -> Bitmap:
        """Whether a list is given in full, or more is known of any further entry."""
        column = self._values(path)
        return column.packed([
            each is not None and not (isinstance(each, PartialList) and not each.further)
            for each in column.items
        ])  # fmt: skip

    def _values(self, path: Path) -> _Column:
        found = self.columns.get(path)
        if found is None:
            *around, name = path
            holders = self._holders(tuple(around))
            items = [None if each is None else each.get(name) for each in holders.items] if (
                name != ELEMENT) else holders.items  # fmt: skip
            found = self.columns[path] = _Column(holders.shape, items)
        return found

    def _holders(self, path: Path) -> _Column:
        if len(path) == 1:
            return _Column((len(self.views),), [each.get(path[0]) for each in self.views])
        lists = self._values(path)
        longest = _longest(lists)
        items = [
            each[at] if each is not None and at < len(each) else None
            for at in range(longest)
            for each in lists.items
        ]
        return _Column((longest, *lists.shape), items)


def _longest(lists: _Column) -> int:
    return max((len(each) for each in lists.items if each is not None), default=0)


def _ends(value: Any) -> tuple[Any, Any]:
    return value if isinstance(value, tuple) else (value, value)


def _side(column: _Column, ends: Sequence[Any], sort: Sort) -> tuple[Any, Bitmap]:
    values = [ANY[sort] if each is None else placed(each) for each in ends]
    known = column.packed([each is not None for each in ends])
    return numbers(values).reshape(column.shape), known
