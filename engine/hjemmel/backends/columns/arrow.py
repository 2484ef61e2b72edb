"""Plainly told cases in an Arrow table, a column each record.

A record is a struct that is null where the case lacks it, and has a field for each fact by its key.
A fact that is null is not told; a list is a list. Beside a fact may stand, by its key and

- `/minst`, whether a list is known in part
- `/til`, the greatest that a size may be, where the fact itself is the least
- `/ikke_utført`, whether an act is told not to be done

Names are told as the registers have them. A table needs no more than what is known.
"""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import field, frozen

from hjemmel.backends.columns.batch import Ends, Entries, Truths
from hjemmel.backends.columns.bits import EMPTY, FULL, Bitmap, Rows, packed, truths, within
from hjemmel.backends.columns.functions import Values, numbers, placed
from hjemmel.backends.columns.names import UNKNOWN, Codes, Names
from hjemmel.backends.columns.views import ANY
from hjemmel.backends.terms.term import Path, Sort
from hjemmel.core.schema import CASE, ELEMENT, Schema

PARTIAL, GREATEST, NOT_DONE = "/minst", "/til", "/ikke_utført"
_EPOCH = date(1970, 1, 1).toordinal()


@frozen(eq=False)
class _Level:
    """What stands in a record, or in the entries of a list one after another.

    `at` has the number of the entry that stands in each place, and `there` whether one does.
    """

    holder: Any
    at: Values | None = None
    there: Rows | None = None
    inner: dict[str, Any] = field(init=False)

    @inner.default
    def _inner(self) -> dict[str, Any]:
        """The facts of a record, each as a column of its own."""
        kind = self.holder.type
        if not pa.types.is_struct(kind):
            return {}
        return {each.name: column for each, column in zip(kind, self.holder.flatten(), strict=True)}

    def spread(self, column: Rows) -> Rows:
        """A column of entries, each in its place."""
        return column if self.at is None else column[self.at]

    def ends(self, low: Values, high: Values, low_known: Bitmap, high_known: Bitmap) -> Ends:
        """Ends of entries, each in its place; what is the same stays one and the same column."""
        least, least_known = self.spread(low), self.known(low_known)
        most = least if high is low else self.spread(high)
        most_known = least_known if high_known is low_known else self.known(high_known)
        return Ends(least, most, least_known, most_known)

    def known(self, bits: Bitmap) -> Bitmap:
        """Bits of entries, each in its place; none where there is no entry."""
        if self.there is None:
            return bits
        entries = len(self.holder)
        found = truths(bits, entries)
        return packed((found if len(found) < entries else self.spread(found)) & self.there)


@frozen(eq=False)
class Table:
    """Rows of a table as a batch, all of them judged on one day, or each on its own."""

    told: pa.RecordBatch
    schema: Schema
    day: date | Values
    known: Names
    levels: dict[Path, _Level | None] = field(factory=dict)

    @property
    def rows(self) -> int:
        """How many cases."""
        return int(self.told.num_rows)

    @property
    def _day(self) -> Values:
        return numbers([placed(self.day)]) if isinstance(self.day, date) else self.day

    def present(self, record: str) -> Bitmap:
        """Which cases have a record; one that may not be lacking, they all have."""
        if not self.schema.may_lack(record):
            return FULL
        level = self._level((record,))
        return EMPTY if level is None else _valid(level.holder)

    def truths(self, path: Path) -> Truths:
        """A yes/no fact."""
        level, column = self._column(path)
        if level is None or column is None:
            return Truths(EMPTY, EMPTY)
        yes, valid = _yes(column), _valid(column)
        return Truths(level.known(yes), level.known(valid & ~yes))

    def ends(self, path: Path, sort: Sort) -> Ends:
        """A fact with an order."""
        if path[0] == CASE:
            day = self._day
            return Ends(day, day, FULL, FULL)
        level, column = self._column(path)
        if level is None or column is None:
            nothing = numbers([ANY[sort]])
            return Ends(nothing, nothing, EMPTY, EMPTY)
        low, known = _sizes(column, sort), _valid(column)
        high, bounded = low, known
        _, greatest = self._column(_beside(path, GREATEST))
        if greatest is not None:
            is_wider = _valid(greatest)
            high = np.where(truths(is_wider, len(low)), _sizes(greatest, sort), low)
            bounded = known | is_wider
        _, undone = self._column(_beside(path, NOT_DONE))
        if undone is not None:
            waits = _yes(undone)
            low = np.where(truths(waits, len(low)), self._day, low)
            known, bounded = known | waits, bounded & ~waits
        return level.ends(low, high, known, bounded)

    def names(self, path: Path) -> Codes:
        """A name."""
        level, column = self._column(path)
        if level is None or column is None:
            return np.full(1, UNKNOWN, np.int32)
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        codes = self.known.codes([*column.dictionary.to_pylist(), None])
        found = level.spread(codes[_whole(column.indices, -1).astype(np.intp)])
        return found if level.there is None else np.where(level.there, found, codes[-1])

    def entries(self, path: Path) -> Entries:
        """The entries of a list."""
        level = self._level(path)
        if level is None or level.there is None:
            none = np.zeros((0, *[1] * (len(path) - 2), len(EMPTY)), np.uint8)
            return Entries(none, none)
        found = packed(level.there)
        return Entries(found, found)

    def bounded(self, path: Path) -> Bitmap:
        """Whether a list is given in full."""
        level, column = self._column(path)
        if level is None or column is None:
            return EMPTY
        whole = _valid(column)
        _, partial = self._column(_beside(path, PARTIAL))
        if partial is not None:
            whole = whole & ~_yes(partial)
        return level.known(whole)

    def _column(self, path: Path) -> tuple[_Level | None, Any]:
        """A fact of all entries, and where they stand."""
        *around, name = path
        level = self._level(tuple(around))
        if level is None:
            return None, None
        return level, level.holder if name == ELEMENT else level.inner.get(name)

    def _level(self, path: Path) -> _Level | None:
        if path not in self.levels:
            self.levels[path] = self._record(path[0]) if len(path) == 1 else self._list(path)
        return self.levels[path]

    def _record(self, key: str) -> _Level | None:
        at = self.told.schema.get_field_index(key)
        return None if at < 0 else _Level(self.told.column(at))

    def _list(self, path: Path) -> _Level | None:
        level, column = self._column(path)
        if level is None or column is None:
            return None
        lengths = level.spread(_whole(pc.list_value_length(column), 0))
        if level.there is not None:
            lengths = np.where(level.there, lengths, 0)
        starts = level.spread(column.offsets.to_numpy()[:-1])
        longest = int(lengths.max(initial=0))
        numbered = np.arange(longest).reshape(longest, *[1] * lengths.ndim)
        last = max(len(column.values) - 1, 0)
        return _Level(column.values, np.minimum(starts + numbered, last), numbered < lengths)


def _beside(path: Path, what: str) -> Path:
    return (*path[:-1], path[-1] + what)


def _valid(column: Any) -> Bitmap:
    """Where something stands in a column."""
    if not column.null_count:
        return FULL
    bits = column.buffers()[0]
    if bits is None:  # a column of the type of nothing
        return EMPTY
    return within(bits, column.offset, len(column))


def _yes(column: Any) -> Bitmap:
    """Where it stands in a column of truths that something is so."""
    if not pa.types.is_boolean(column.type):  # nothing but nulls
        return EMPTY
    return within(column.buffers()[1], column.offset, len(column)) & _valid(column)


def _whole(column: Any, silent: int) -> Values:
    """Whole numbers, with another where there is none."""
    bare = pa.Array.from_buffers(
        column.type, len(column), [None, column.buffers()[1]], offset=column.offset
    )
    found: Values = bare.to_numpy()
    return np.where(truths(_valid(column), len(found)), found, found.dtype.type(silent))


def _sizes(column: Any, sort: Sort) -> Values:
    if sort is Sort.DAY:
        return _whole(column.cast(pa.int32()), ANY[sort] - _EPOCH) + np.int32(_EPOCH)
    if pa.types.is_integer(column.type):
        return _whole(column, ANY[sort])
    return numbers([ANY[sort] if each is None else each for each in column.to_pylist()])
