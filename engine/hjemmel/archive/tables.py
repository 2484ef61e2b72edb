"""Tables, decided batch by batch.

Rows that are told plainly are decided together; the odd ones are read and seen one by one, as any
case is, and decided together too. Both by the same terms.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field, frozen

from hjemmel.archive.deciding import Aside, Decided, Deciding
from hjemmel.archive.doubts import Doubts, contested
from hjemmel.archive.plain import Plain, Reading
from hjemmel.backends.columns.arrow import Table
from hjemmel.backends.columns.batch import Batch
from hjemmel.case.observation import View
from hjemmel.facts.faults import RawCase, Unread
from hjemmel.facts.parquet_file import Told, origin
from hjemmel.facts.schema import Decoded, decode, without_day

_EPOCH = date(1970, 1, 1).toordinal()


@frozen(eq=False)
class TableReader:
    """A file's batches, decided. `day` is that of every row that tells none, or of all."""

    by: Deciding
    told: Told
    name: str
    stem: str
    day: date
    is_own_day: bool
    reading: Reading = field(init=False)

    @reading.default
    def _reading(self) -> Reading:
        return Reading(self.told)

    def decided(self, batch: pa.RecordBatch, first: int) -> Decided:
        """A batch of which the first row has this number in the file, from 1."""
        seen = self.seen(batch, first)
        standings, words = self.by.together(seen.plain)
        if seen.views:
            standings[:, seen.odd], words[:, seen.odd] = self.by.of_views(seen.views)
        whole = Decided(
            seen.rows,
            seen.names,
            seen.days,
            standings,
            words,
            seen.undated,
            seen.aside,
            seen.doubts,
        )
        return _without(whole, seen.lost) if seen.lost else whole

    def seen(self, batch: pa.RecordBatch, first: int) -> "Seen":
        """What is seen in it, before anything is decided."""
        plain = self.reading.plain(batch)
        days = self._days(plain, batch.num_rows)
        table = Table(plain.told, self.by.program.schema, days, self.by.ready.known.names)
        together = self.by.observing.observe(table)
        names = self._names(plain.names, batch.num_rows, first)
        odd = _Odd(self, batch, first, days)
        views = odd.views(np.flatnonzero(plain.odd))
        doubts = contested(together, first, plain.odd) | odd.doubts
        if views:
            names = _replaced(names, odd.rows, odd.called)
        undated = odd.undated
        if self.is_own_day and plain.days is None:
            undated = batch.num_rows - len(odd.lost)
        rows = np.arange(first, first + batch.num_rows)
        return Seen(
            rows,
            names,
            days,
            together,
            odd.rows,
            views,
            odd.lost,
            undated,
            tuple(odd.aside),
            doubts,
        )

    def _days(self, plain: Plain, rows: int) -> npt.NDArray[np.int32]:
        days = np.full(rows, self.day.toordinal(), np.int32)
        if self.is_own_day and plain.days is not None:
            told = plain.days.cast(pa.int32()).fill_null(self.day.toordinal() - _EPOCH)
            days = told.to_numpy(zero_copy_only=False) + np.int32(_EPOCH)
        return days

    def _names(self, told: Any | None, rows: int, first: int) -> Any:
        """What each case is called; what is nowhere told, is by the number of the row."""
        if told is not None and not told.null_count:
            return told
        numbered = pa.array([f"{self.stem}-{each}" for each in range(first, first + rows)])
        return numbered if told is None else pc.coalesce(told, numbered)

    def raw(self, batch: pa.RecordBatch, at: int, first: int) -> RawCase:
        """A row as any other file would give it."""
        (row,) = batch.slice(at, 1).to_pylist()
        raw = RawCase(self.told.raw(row), origin(self.name, self.stem, first + at))
        return raw if self.is_own_day else without_day(raw)


@frozen(eq=False)
class Seen:
    """What is seen in the rows of a batch: in all of them together, and anew in the odd ones.

    Rows are told apart by where they stand in the batch; those that are lost are no cases.
    """

    rows: npt.NDArray[np.int64]
    names: Any
    days: npt.NDArray[np.int32]
    plain: Batch
    odd: Sequence[int]
    views: Sequence[View]
    lost: Sequence[int]
    undated: int
    aside: tuple[Aside, ...]
    doubts: Mapping[int, Doubts]


@define(eq=False)
class _Odd:
    """The rows of a batch that are read by themselves."""

    of: TableReader
    batch: pa.RecordBatch
    first: int
    days: npt.NDArray[np.int32]
    rows: list[int] = field(factory=list)
    called: list[str] = field(factory=list)
    lost: list[int] = field(factory=list)
    aside: list[Aside] = field(factory=list)
    doubts: dict[int, Doubts] = field(factory=dict)
    undated: int = 0

    def views(self, odd: Iterable[int]) -> list[View]:
        """What is seen of those that are cases."""
        return list(self._views(map(int, odd)))

    def _views(self, odd: Iterable[int]) -> Iterator[View]:
        for at in odd:
            raw = self.of.raw(self.batch, at, self.first)
            decoded = decode(raw, self.of.told.vocabulary)
            self._tell(raw, decoded)
            if decoded.case is None:
                self.lost.append(at)
                continue
            self.rows.append(at)
            self.called.append(decoded.case.id)
            self.undated += self.of.is_own_day and decoded.case.day is None
            day = decoded.case.day or date.fromordinal(int(self.days[at]))
            view, doubts = self.of.by.observe(decoded.case, day)
            if doubts:
                self.doubts[self.first + at] = doubts
            yield view

    def _tell(self, raw: RawCase, decoded: Decoded) -> None:
        for each in map(raw.origin.rejected, decoded.faults):
            self.aside.append(each if decoded.case is None else Unread(each))
        self.aside += map(raw.origin.note, decoded.remarks)


def _replaced(names: Any, rows: Sequence[int], by: Sequence[str]) -> Any:
    """The names with others in some rows, in their order."""
    at = np.zeros(len(names), np.bool_)
    at[rows] = True
    return pc.replace_with_mask(names, pa.array(at), pa.array(by, pa.string()))


def _without(of: Decided, lost: Sequence[int]) -> Decided:
    """The batch without some of its rows."""
    keep = np.ones(len(of.rows), np.bool_)
    keep[lost] = False
    names = of.names.filter(pa.array(keep))
    return Decided(of.rows[keep], names, of.days[keep], of.standings[:, keep], of.words[:, keep],
                   of.undated, of.aside, of.doubts)  # fmt: skip
