"""A run over tables: the work in pieces, shared by processes, and gone on with where it was ended.

A piece is some row groups of a file. It is read batch by batch, so that what is held does not grow
with the file. What is done of a run is what lies in its folder.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from attrs import frozen

from hjemmel.archive.account import FILE, Account, Piece, read_account
from hjemmel.archive.asked import only
from hjemmel.archive.cases import CaseReader
from hjemmel.archive.deciding import Decided, Deciding, deciding
from hjemmel.archive.engines import Engine
from hjemmel.archive.narrowing import narrowed
from hjemmel.archive.parts import Counts, PartWriter, Shape, finished, sweep
from hjemmel.archive.tables import Seen, TableReader
from hjemmel.core.program import Program
from hjemmel.facts.faults import Mistake
from hjemmel.facts.headings import Headings
from hjemmel.facts.parquet_file import Told, batches, told_in
from hjemmel.facts.source_file import Place
from hjemmel.facts.translation import Translation
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.files.writing import write

ROWS = 65_536
"""So many rows are decided together."""
_A_PIECE = 2 * ROWS
"""So many rows, or more, a piece has, where the file's row groups are smaller."""

Heed = Callable[[int, int], object]
"""Told how many rows more are read, and how many of them are cases."""


@frozen(eq=False)
class Run:
    """What is to be decided, by what, and where the result goes."""

    program: Program
    account: Account
    translation: Translation
    folder: Path
    engine: Engine
    places: tuple[Place, ...]

    def ready(self) -> Deciding:
        """Its norms, made ready."""
        return deciding(self.engine, self.program, self.account.norms, why=self.account.why)

    @property
    def headings(self) -> Headings:
        """What the columns of the files mean."""
        return Headings(Vocabulary.of(self.program.schema), self.translation)


def pieces_of(source: int, place: Place) -> Iterator[Piece]:
    """The row groups of a table, as many together as make a piece; any other place is one."""
    if not is_table(place):
        yield Piece(source, 0, 0, 1, 0)
        return
    metadata = pq.read_metadata(place.path)
    begins, first, rows = 0, 1, 0
    for group in range(metadata.num_row_groups):
        rows += metadata.row_group(group).num_rows
        if rows >= _A_PIECE or (rows and group == metadata.num_row_groups - 1):
            yield Piece(source, begins, group + 1 - begins, first, rows)
            begins, first, rows = group + 1, first + rows, 0


def begin(run: Run) -> Deciding:
    """Make the folder, and write the account in it; what a run that was ended left is swept."""
    by = run.ready()
    run.folder.mkdir(exist_ok=True)
    sweep(run.folder)
    if read_account(run.folder) is None:
        refused = write(run.account.written(by.reasons.key), run.folder / FILE)
        if refused is not None:
            raise OSError(refused.reason)
    return by


def work(run: Run, by: Deciding, heed: Heed, processes: int) -> dict[int, Counts]:
    """What is left of a run is done, by what is ready, here or in processes that it is sent to.

    What comes back are the counts of all the parts.
    """
    done = finished(run.folder, len(run.account.pieces))
    for counts in done.values():
        heed(counts.rows + counts.set_aside, counts.rows)
    left = [each for each in range(len(run.account.pieces)) if each not in done]
    alone = ((each, _piece(run, by, each)) for each in left)
    shared = min(processes, len(left))
    for number, counts in alone if shared < 2 else _shared(run, by, left, shared):
        heed(counts.rows + counts.set_aside, counts.rows)
        done[number] = counts
    return done


def processes() -> int:
    """How many processes this machine has room for."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared(
    run: Run, by: Deciding, left: Sequence[int], processes: int
) -> Iterator[tuple[int, Counts]]:
    # Processes that begin with nothing: a copy of one that has threads may wait for ever. What is
    # ready is sent to them: to get it ready takes many times as long.
    sent = by if run.engine is Engine.COLUMNS else None
    pool = ProcessPoolExecutor(processes, get_context("spawn"), ready_for, (run, sent))
    try:
        asked = {pool.submit(one_piece, each): each for each in left}
        for each in as_completed(asked):
            yield asked[each], each.result()
    finally:
        pool.shutdown(cancel_futures=True)


_ready: dict[str, Any] = {}
"""What a process of the pool holds from one piece to the next."""


def ready_for(run: Run, by: Deciding | None = None) -> None:
    """Get this process ready for the pieces of a run, unless it is, or something is sent to it."""
    if _ready.get("run") is not run:
        _ready.update(run=run, by=by or run.ready())


def ready() -> Deciding:
    """What this process is ready with."""
    by: Deciding = _ready["by"]
    return by


def one_piece(number: int) -> Counts:
    """One piece of what the process is ready for."""
    return _piece(_ready["run"], _ready["by"], number)


def _piece(run: Run, by: Deciding, number: int) -> Counts:
    """One piece, from the file to its part of the result."""
    piece = run.account.pieces[number]
    part, place = part_of(run, by, number), run.places[piece.source]
    for decided in _of_table(run, by, piece) if piece.groups else cases_of(run, by, place):
        part.take(decided)
    return part.finish()


def part_of(run: Run, by: Deciding, number: int) -> PartWriter:
    """The part that a piece is to be, with nothing in it yet."""
    place = run.places[run.account.pieces[number].source]
    name = place.name if place.path is None else place.path.name
    return PartWriter(
        run.folder, number, name, Shape(run.account.norms, by.columns, run.account.why)
    )


def _of_table(run: Run, by: Deciding, piece: Piece) -> Iterator[Decided]:
    for reader, batch, first in _read(run, by, piece):
        yield reader.decided(batch, first)


def seen_in(run: Run, by: Deciding, number: int) -> Iterator[Seen]:
    """What is seen in the rows of a piece of a table, batch by batch."""
    for reader, batch, first in _read(run, by, run.account.pieces[number]):
        yield reader.seen(batch, first)


def _read(run: Run, by: Deciding, piece: Piece) -> Iterator[tuple[TableReader, Any, int]]:
    """The batches of a piece, each with the number of its first row, and who reads them."""
    path = Path(run.account.sources[piece.source].path)  # whole, so that all machines know it
    told = opened(path, run.headings)
    told = told if by.asked is None else only(told, by.asked)
    account, first = run.account, piece.first_row
    reader = TableReader(by, told, path.name, path.stem, account.judged_on, account.is_own_day)
    groups = list(range(piece.first_group, piece.first_group + piece.groups))
    for batch in batches(told, ROWS, groups):
        for part in narrowed(batch):
            yield reader, part, first
            first += part.num_rows


def cases_of(run: Run, by: Deciding, place: Place) -> Iterator[Decided]:
    """The cases of a place that is no table."""
    account = run.account
    reader = CaseReader(by, place, run.translation, account.judged_on, account.is_own_day)
    return reader.decided()


def is_table(place: Place) -> bool:
    """Whether a file is read in columns; not where its lists stand elsewhere."""
    return place.form == ".parquet" and not place.lists


def opened(path: Path, headings: Headings) -> Told:
    """A file that has been looked at before."""
    told = told_in(str(path), path.name, headings)
    if isinstance(told, Mistake):
        raise OSError(told.reason)
    return told
