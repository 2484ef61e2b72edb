"""How norms stand in a batch of a table, and why, as columns.

Rows that are told plainly are decided together; the odd ones are read and seen one by one, as any
case is, and decided together too. Both by the same terms.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from attrs import field, frozen

from hjemmel.archive.plain import Plain, Reading
from hjemmel.archive.reasons import Reasons, Words, reasons_of, words_of
from hjemmel.backends.columns.arrow import Table
from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.evaluator import Columns, Numbers, columns
from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.presuming import Presuming
from hjemmel.case.observation import View
from hjemmel.core.program import Program
from hjemmel.facts.faults import Fault, RawCase, Rejected, Unread
from hjemmel.facts.parquet_file import Told, origin
from hjemmel.facts.schema import Decoded, decode, without_day

_EPOCH = date(1970, 1, 1).toordinal()
Aside = Rejected | Unread
"""What is not read: a whole case, or something of one."""


@frozen(eq=False)
class Deciding:
    """A program made ready for tables. Where no reasons are wanted, there are none."""

    program: Program
    ready: Columns
    observing: Observing
    presuming: Presuming
    reasons: Reasons | None


def deciding(program: Program, norms: Sequence[str], *, why: bool) -> Deciding:
    """The program made ready to decide the norms of these ids."""
    ready = columns(program, norms)
    observing = Observing(program, ready.folding, ready.known)
    reasons = reasons_of(program, ready) if why else None
    return Deciding(program, ready, observing, Presuming(program), reasons)


@frozen(eq=False)
class Decided:
    """How the norms stand in the rows of a batch that are cases, and why; what is not read."""

    rows: npt.NDArray[np.int64]
    names: Any
    days: npt.NDArray[np.int32]
    standings: Numbers
    words: Words
    aside: tuple[Aside, ...]


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
        plain = self.reading.plain(batch)
        days = self._days(plain, batch.num_rows)
        table = Table(plain.told, self.by.program.schema, days, self.by.ready.known.names)
        standings, words = self._together(self.by.observing.observe(table))
        odd = np.flatnonzero(plain.odd)
        names = self._names(plain.names, batch.num_rows, first)
        keep, aside = np.ones(batch.num_rows, np.bool_), list[Aside]()
        if len(odd):
            found = _Odd(self, batch, first, days)
            views = found.views(odd)
            keep[found.lost] = False
            if views:
                alone, why = self._together(self.by.ready.batch(views))
                standings[:, found.rows], words[:, found.rows] = alone, why
            names = _replaced(names, found.rows, found.called)
            aside = found.aside
        rows = np.arange(first, first + batch.num_rows)[keep]
        told = days.astype(np.int32) - np.int32(_EPOCH)
        names = names.filter(pa.array(keep))
        return Decided(rows, names, told[keep], standings[:, keep], words[:, keep], tuple(aside))

    def _together(self, seen: Batch) -> tuple[Numbers, Words]:
        """All rows of a batch by the same terms."""
        standings = self.by.ready.standings(seen)
        why = self.by.reasons
        return standings, words_of(why.where.bits(seen) if why else [], seen.rows)

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

    def views(self, odd: Iterable[int]) -> list[View]:
        """What is seen of those that are cases."""
        return list(self._views(map(int, odd)))

    def _views(self, odd: Iterable[int]) -> Iterator[View]:
        vocabulary = self.of.told.vocabulary
        for at in odd:
            raw = self.of.raw(self.batch, at, self.first)
            decoded = decode(raw, vocabulary)
            self._tell(raw, decoded, decoded.faults)
            if decoded.case is None:
                self.lost.append(at)
                continue
            self.rows.append(at)
            self.called.append(decoded.case.id)
            day = decoded.case.day or date.fromordinal(int(self.days[at]))
            yield self.of.by.presuming.observe(decoded.case, day).view

    def _tell(self, raw: RawCase, decoded: Decoded, faults: Sequence[Fault]) -> None:
        for each in map(raw.origin.rejected, faults):
            self.aside.append(each if decoded.case is None else Unread(each))


def _replaced(names: Any, rows: Sequence[int], by: Sequence[str]) -> Any:
    """The names with others in some rows, in their order."""
    if not rows:
        return names
    at = np.zeros(len(names), np.bool_)
    at[rows] = True
    return pc.replace_with_mask(names, pa.array(at), pa.array(by, pa.string()))
