"""Batches cut narrower where a list in them is long: each entry takes room in every row.

A batch is halved until what is left is small enough. So one long list costs a few cuts, and the
rows around it are still decided together.
"""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

MOST = 2**22
"""So many places for entries a batch has, where it can be cut: 64 in each of 65 536 rows."""
_FEWEST = 8
"""So many rows take a byte of a bitmap, and are not cut."""


def narrowed(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """The batch in the order of its rows, in as few parts as there is room for."""
    if batch.num_rows <= _FEWEST or batch.num_rows * longest(batch) <= MOST:
        yield batch
        return
    half = batch.num_rows // 2
    yield from narrowed(batch.slice(0, half))
    yield from narrowed(batch.slice(half))


def longest(batch: pa.RecordBatch) -> int:
    """How many entries the longest list has; of lists in lists, both multiplied."""
    return max((_longest(each) for each in batch.columns), default=1)


def _longest(column: Any) -> int:
    if pa.types.is_struct(column.type):
        return max((_longest(each) for each in column.flatten()), default=1)
    if not (pa.types.is_list(column.type) or pa.types.is_large_list(column.type)):
        return 1
    length: int = pc.max(pc.list_value_length(column)).as_py() or 1
    return length * _longest(column.flatten())
