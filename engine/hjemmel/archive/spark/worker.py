"""What a process of Python does for Spark: some parts of a result, each from file to file."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import pyarrow as pa

from hjemmel.archive.work import Run, one_piece, ready_for

DONE = "del long"
"""What Spark gets to know: the numbers of the parts that are done."""


class Shared(Protocol):
    """A run, which a process gets once however many parts it does."""

    @property
    def value(self) -> Run:
        """The run."""


def judge(
    shared: Shared, left: Sequence[int], batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Do the parts whose places in a list come in the batches."""
    for batch in batches:
        for at in batch.column(0).to_pylist():
            ready_for(shared.value)
            one_piece(left[at])
            yield pa.RecordBatch.from_pydict({"del": pa.array([left[at]], pa.int64())})
