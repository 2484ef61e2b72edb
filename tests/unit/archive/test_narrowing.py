"""Long lists make batches narrower, and lose no row."""

import pyarrow as pa

from hjemmel.archive.narrowing import MOST, longest, narrowed

ROWS = 4_096


def batch(lengths: list[int]) -> pa.RecordBatch:
    """A row for each length of a list of records, in a struct."""
    entries = [{"sted": [{"a": True}] * each} for each in lengths]
    return pa.RecordBatch.from_pydict({"sak": range(len(lengths)), "tjeneste": entries})


def test_short_lists_are_left_together() -> None:
    """One batch."""
    whole = batch([3] * ROWS)
    assert list(narrowed(whole)) == [whole]


def test_one_long_list_costs_a_few_cuts() -> None:
    """The rows around it stay together, all are there once, and none takes too much room."""
    lengths = [1] * ROWS
    lengths[777] = 10_000
    parts = list(narrowed(batch(lengths)))
    assert [row for each in parts for row in each.column("sak").to_pylist()] == list(range(ROWS))
    assert 1 < len(parts) < 15
    assert all(each.num_rows * longest(each) <= MOST for each in parts)


def test_lists_in_lists_and_rows_that_cannot_be_cut() -> None:
    """Both lengths count; a few rows are left whatever they have."""
    inner = pa.array([[[1] * 5] * 7, None, []])
    assert longest(pa.RecordBatch.from_pydict({"x": inner})) == 35
    assert len(list(narrowed(batch([MOST])))) == 1
    assert longest(pa.RecordBatch.from_pydict({"x": pa.array([], pa.list_(pa.int8()))})) == 1
