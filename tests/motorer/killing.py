"""What a process does for Spark, where it is killed midway the first time that it does some parts.

Spark's processes find it here by its name.
"""

import os
import signal
from collections.abc import Iterator

import pyarrow as pa
from pyspark import TaskContext

from hjemmel.archive.spark import asking, worker
from hjemmel.archive.work import part_of, ready, ready_for

KILLED = (0, 2)
"""The tasks that are killed."""
JUDGE, WRITE = worker.judge, asking.write


def judge(shared: worker.Shared, left: list[int], batches: Iterator[pa.RecordBatch]) -> Iterator:
    """Begin on a part, and be killed; then do it."""
    if is_to_be_killed():
        ready_for(shared.value)
        part = part_of(shared.value, ready(), left[TaskContext.get().partitionId()])
        part.folder.joinpath("del-00000.uferdig-drept").write_bytes(b"PAR1")
        kill()
    yield from JUDGE(shared, left, batches)


def write(shared: worker.Shared, left: list[int], beside: dict, batches: Iterator) -> Iterator:
    """Write some of a part, and be killed; then write it."""
    yield from WRITE(shared, left, beside, until_killed(batches))


def until_killed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The first of them and no more, where the task is to be killed."""
    for batch in batches:
        yield batch
        if is_to_be_killed():
            kill()


def is_to_be_killed() -> bool:
    """Whether this is the first time that such a task is done."""
    context = TaskContext.get()
    return context.attemptNumber() == 0 and context.partitionId() in KILLED


def kill() -> None:
    """Without a word, as where memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
