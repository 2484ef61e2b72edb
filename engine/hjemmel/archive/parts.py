"""The parts of a result: each is there whole, or not at all.

A part is written under another name, and given its own when it is finished. So whatever ends a run,
what lies there is right, and the rest can be made later.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from platform import node
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
from attrs import asdict, define, field, frozen

from hjemmel.archive.aside import aside_in, lines_of
from hjemmel.archive.deciding import Aside, Decided
from hjemmel.archive.doubts import column as doubts_column
from hjemmel.archive.standing_columns import Column
from hjemmel.backends.columns.results import outcomes_table
from hjemmel.backends.terms.standings import STANDINGS
from hjemmel.core.outcome import Outcome
from hjemmel.facts.faults import Rejected, Unread

CASE, ROW, SOURCE, DAY, DOUBT, WHY = "sak", "rad", "fil", "vurdert", "tvil", "grunner"
_COUNTS = b"hjemmel"
_UNFINISHED = ".uferdig"
_EPOCH = date(1970, 1, 1).toordinal()
_HELD = 1 << 20
"""So many different names, that stand more than once, are held at a time."""
_NUMBERS = np.arange(len(STANDINGS), dtype=np.uint8)


@frozen
class Counts:
    """Rows decided, set aside and without a day, facts not read, and how often norms stand so."""

    rows: int
    set_aside: int
    unread: int
    undated: int
    standings: tuple[tuple[int, ...], ...]

    def outcomes(self) -> Iterator[dict[Outcome, int]]:
        """How often each norm came out so, in the order of the norms."""
        for counts in self.standings:
            found = dict.fromkeys(Outcome, 0)
            for (outcome, _), count in zip(STANDINGS, counts, strict=True):
                found[outcome] += count
            yield found


def part_at(folder: Path, number: int) -> Path:
    """Where a part is, once it is finished."""
    return folder / f"del-{number:05}.parquet"


def aside_at(folder: Path, number: int) -> Path:
    """Where it is told what a part has not read."""
    return folder / f"del-{number:05}-ikke-lest.jsonl"


@frozen(eq=False)
class Shape:
    """What columns a part has: of these norms, what is told of them besides, and of reasons."""

    norms: Sequence[str]
    besides: Sequence[Column]
    why: bool


@define(eq=False)
class PartWriter:
    """A part as it is made, batch by batch."""

    folder: Path
    number: int
    source: str
    shape: Shape
    writer: Any = None
    counts: npt.NDArray[np.int64] = field(init=False)
    rows: int = 0
    undated: int = 0
    aside: list[Aside] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.counts = np.zeros((len(self.shape.norms), len(STANDINGS)), np.int64)

    def take(self, decided: Decided) -> None:
        """One batch more."""
        table = self._table(decided)
        if self.writer is None:
            self.writer = _writer(self._unfinished, table.schema)
        self.writer.write_table(table)
        self.rows += table.num_rows
        self.undated += decided.undated
        self.aside += decided.aside
        for at, numbers in enumerate(decided.standings):
            # A count for each that there is goes through bytes as they are; `bincount` does not.
            self.counts[at] += [np.count_nonzero(numbers == each) for each in _NUMBERS]

    def finish(self) -> Counts:
        """The part gets its name. Before that stands what it has not read."""
        set_aside = {each.record for each in self.aside if isinstance(each, Rejected)}
        unread = sum(isinstance(each, Unread) for each in self.aside)
        standings = tuple(map(tuple, self.counts.tolist()))
        counts = Counts(self.rows, len(set_aside), unread, self.undated, standings)
        told = json.dumps(asdict(counts))
        if self.writer is not None:
            self.writer.add_key_value_metadata({_COUNTS: told})
            self.writer.close()
        if self.aside:
            _write(aside_at(self.folder, self.number), lines_of(self.aside))
        self._unfinished.replace(part_at(self.folder, self.number))
        return counts

    @property
    def _unfinished(self) -> Path:
        return _unfinished(part_at(self.folder, self.number))

    def _table(self, decided: Decided) -> pa.Table:
        rows = len(decided.rows)
        first = pa.nulls(rows, pa.int8()).fill_null(0)
        files = pa.DictionaryArray.from_arrays(first, [self.source])
        row = pa.table({
            CASE: decided.names, SOURCE: files, ROW: decided.rows,
            DAY: pa.array(decided.days - np.int32(_EPOCH)).cast(pa.date32()),
        })  # fmt: skip
        outcomes = outcomes_table(self.shape.norms, decided.standings)
        besides = [each.column(decided.words) for each in self.shape.besides]
        told = [pa.field(each.name, column.type, nullable=column.type != pa.bool_())
                for each, column in zip(self.shape.besides, besides, strict=True)]  # fmt: skip
        if not self.shape.why:
            return pa.table([*row.columns, *outcomes.columns, *besides],
                            schema=pa.schema([*row.schema, *outcomes.schema, *told]))  # fmt: skip
        words, doubts = decided.words, doubts_column(decided.rows, decided.doubts)
        why = [pa.field(f"{WHY}.{at:02}", pa.uint64(), nullable=False) for at in range(len(words))]
        return pa.table(
            [*row.columns, *outcomes.columns, *besides, doubts, *map(pa.array, words)],
            schema=pa.schema([
                *row.schema, *outcomes.schema, *told, pa.field(DOUBT, doubts.type), *why,
            ]),
        )  # fmt: skip


def _writer(at: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """Rows are looked for by what they are called. Few different values are told once."""
    few = [each.name for each in schema if pa.types.is_dictionary(each.type)]
    return pq.ParquetWriter(
        at, schema, compression="zstd", use_dictionary=few, write_statistics=[CASE, ROW, DAY]
    )


def _write(at: Path, content: bytes) -> None:
    unfinished = _unfinished(at)
    unfinished.write_bytes(content)
    unfinished.replace(at)


def _unfinished(at: Path) -> Path:
    """What a file is called as it is written; no other process, on any machine, calls it so."""
    return at.with_suffix(f"{_UNFINISHED}-{node()}-{os.getpid()}")


def finished(folder: Path, parts: int) -> dict[int, Counts]:
    """The parts that are there, by their numbers."""
    found = {}
    for number in range(parts):
        if part_at(folder, number).is_file():
            found[number] = counts_of(part_at(folder, number))
    return found


def counts_of(part: Path) -> Counts:
    """What a finished part says of itself."""
    told = json.loads(pq.read_metadata(part).metadata[_COUNTS])
    return Counts(**told | {"standings": tuple(map(tuple, told["standings"]))})


def sweep(folder: Path) -> None:
    """Take away what a run that was ended had begun on."""
    for each in folder.glob(f"*{_UNFINISHED}-*"):
        each.unlink(missing_ok=True)


def told_aside(folder: Path, numbers: Iterable[int]) -> Iterator[Aside]:
    """What the parts have not read."""
    for number in numbers:
        at = aside_at(folder, number)
        if at.is_file():
            yield from aside_in(at.read_text("utf-8"))


def same_names(folder: Path, numbers: Collection[int]) -> int:
    """How many rows are called the same as one before them.

    Names are held by their hashes alone, and those whose hashes stand more than once by themselves.
    """
    hashed = [_hashes(each) for each in _names(folder, numbers)]
    every = np.sort(np.concatenate([np.empty(0, np.int64), *hashed]))
    again = np.unique(every[1:][every[1:] == every[:-1]])
    return sum(_repeated(folder, numbers, again[first : first + _HELD])
               for first in range(0, len(again), _HELD))  # fmt: skip


def _repeated(folder: Path, numbers: Iterable[int], hashes: npt.NDArray[np.int64]) -> int:
    """The same of rows whose names have one of some hashes."""
    rows, different = 0, set[str]()
    for names in _names(folder, numbers):
        found = names.filter(pa.array(np.isin(_hashes(names), hashes))).to_pylist()
        rows += len(found)
        different.update(found)
    return rows - len(different)


def _names(folder: Path, numbers: Iterable[int]) -> Iterator[pa.ChunkedArray]:
    for each in numbers:
        yield pq.read_table(part_at(folder, each), columns=[CASE]).column(CASE)


def _hashes(names: pa.ChunkedArray) -> npt.NDArray[np.int64]:
    return np.fromiter(map(hash, names.to_pylist()), np.int64, len(names))


@frozen(eq=False)
class FoundRow:
    """A row of the result: where it is from, and what it says."""

    part: int
    row: int
    said: dict[str, Any]

    def words(self) -> list[int]:
        """The words of its reasons."""
        return [value for name, value in sorted(self.said.items()) if name.startswith(f"{WHY}.")]


def rows_called(folder: Path, parts: int, case: str) -> Iterator[FoundRow]:
    """The rows of a case."""
    for number in range(parts):
        at = part_at(folder, number)
        if at.is_file():
            found = pq.read_table(at, filters=[(CASE, "==", case)])
            yield from (FoundRow(number, each[ROW], each) for each in found.to_pylist())
