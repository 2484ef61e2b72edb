"""What a process does for Spark's SQL: the rows that it reads, and the parts of the answers."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from attrs import frozen
from pyspark import TaskContext

from hjemmel.archive.deciding import Aside, Decided, Deciding
from hjemmel.archive.doubts import TYPE as DOUBTS
from hjemmel.archive.doubts import by_row, column
from hjemmel.archive.parts import DOUBT
from hjemmel.archive.spark.question import Question, question_of
from hjemmel.archive.spark.survey import survey_of
from hjemmel.archive.spark.worker import Shared
from hjemmel.archive.tables import Seen
from hjemmel.archive.work import Run, part_of, ready, ready_for, seen_in
from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.leaves import Leaves
from hjemmel.backends.sql.observed import ROW, observed
from hjemmel.backends.sql.spark import schema
from hjemmel.backends.terms.term import Path

SURVEYED = "del long, merke string, funnet binary"
Batches = Iterator[pa.RecordBatch]
_WHERE = pa.struct([("rad", pa.int64()), ("sak", pa.string()), ("vurdert", pa.int32()),
                    (DOUBT, DOUBTS)])  # fmt: skip
"""What is to be known of a row besides what is asked of it: it goes through as it is."""


@frozen(eq=False)
class Ready:
    """What a process has made ready for a run."""

    run: Run
    by: Deciding
    question: Question


_made: list[Ready] = []
"""What this process has ready, if anything."""


def _ready(shared: Shared) -> Ready:
    run = shared.value
    if not _made or _made[0].run is not run:
        ready_for(run)
        by = ready()
        _made[:] = [Ready(run, by, question_of(by))]
    return _made[0]


def survey(shared: Shared, left: Sequence[int], batches: Batches) -> Batches:
    """What the rows of each part are like."""
    for batch in batches:
        for at in batch.column(0).to_pylist():
            of = _ready(shared)
            found = survey_of(of.question, of.by, seen_in(of.run, of.by, left[at]))
            yield pa.RecordBatch.from_pydict({
                "del": pa.array([left[at]], pa.int64()), "merke": [of.question.mark],
                "funnet": pa.array([pickle.dumps(found)], pa.binary()),
            })  # fmt: skip


@frozen(eq=False)
class Asked:
    """What the query reads, and of sizes that are not whole, how many digits."""

    leaves: Leaves
    places: Mapping[Path, int]

    def schema(self) -> pa.Schema:
        """The columns of the table of cases."""
        return pa.schema([(ROW, _WHERE), *schema(self.leaves, self.places)])


def observe(shared: Shared, left: Sequence[int], asked: Asked, batches: Batches) -> Batches:
    """The rows of each part, as they are seen."""
    for batch in batches:
        for at in batch.column(0).to_pylist():
            of = _ready(shared)
            for seen in seen_in(of.run, of.by, left[at]):
                yield from rows_of(of.by, asked, seen).to_batches()


def rows_of(by: Deciding, asked: Asked, seen: Seen) -> pa.Table:
    """A row each case, in their order."""
    count = len(seen.rows)
    together = np.ones(count, np.bool_)
    together[[*seen.odd, *seen.lost]] = False
    places = np.flatnonzero(together)
    found = _table(by, asked, seen.plain).filter(pa.array(together))
    if seen.views:
        alone = _table(by, asked, by.ready.batch(seen.views))
        found = pa.concat_tables([found, alone])
        places = np.concatenate([places, np.array(seen.odd, places.dtype)])
        found = found.take(pa.array(np.argsort(places)))
        places = np.sort(places)
    where = pa.StructArray.from_arrays(
        [
            pa.array(seen.rows),
            _text(seen.names),
            pa.array(seen.days),
            column(seen.rows, seen.doubts),
        ],
        fields=list(_WHERE),
    )
    return found.add_column(0, ROW, where.take(pa.array(places))).combine_chunks()


def _text(names: Any) -> Any:
    return names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names


def _table(by: Deciding, asked: Asked, batch: Batch) -> pa.Table:
    told = observed(Running(batch, by.ready.known), asked.leaves).drop_columns([ROW])
    return told.cast(pa.schema(list(asked.schema())[1:]))


@frozen(eq=False)
class Beside:
    """What a part has not read, and how many of its cases tell no day."""

    undated: int
    aside: tuple[Aside, ...]


def write(
    shared: Shared, left: Sequence[int], beside: Mapping[int, Beside], batches: Batches
) -> Batches:
    """A part of what is answered of its rows."""
    of, context = _ready(shared), TaskContext.get()
    assert context is not None
    number = left[context.partitionId()]
    part = part_of(of.run, of.by, number)
    part.take(_nothing(of.question, beside[number]))
    for batch in batches:
        if batch.num_rows:
            part.take(decided(of.question, batch))
    part.finish()
    yield pa.RecordBatch.from_pydict({"del": pa.array([number], pa.int64())})


def decided(question: Question, batch: pa.RecordBatch) -> Decided:
    """What is answered of some rows."""
    where, rows = batch.column(0), batch.num_rows
    number, name, day, doubts = where.flatten()
    words = [each.to_numpy(zero_copy_only=False) for each in batch.columns[1:]]
    norms = question.norm_words
    standings, why = question.standings(words[:norms], rows), question.reasons(words[norms:], rows)
    told = by_row(number, doubts)
    return Decided(number.to_numpy(), name, day.to_numpy(), standings, why, 0, (), told)


def _nothing(question: Question, of: Beside) -> Decided:
    none = np.empty(0, np.int64)
    words = [none] * question.reason_words
    return Decided(none, pa.array([], pa.string()), none.astype(np.int32),
                   np.empty((question.norms, 0), np.uint8), question.reasons(words, 0),
                   of.undated, of.aside, {})  # fmt: skip
