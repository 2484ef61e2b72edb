"""The headings and the first rows of a Parquet file, with what its columns mean so far."""

from typing import BinaryIO

from attrs import evolve, frozen

from hjemmel.facts.columns import IgnoredColumn, Meaning
from hjemmel.facts.faults import Mistake
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.headings import Headings
from hjemmel.facts.parquet_columns import Group
from hjemmel.facts.parquet_file import BrokenTableError, batches, told_in
from hjemmel.facts.typed_cells import cell, headed


@frozen(eq=False)
class Sample:
    """Some rows as a grid. A group is no column that can be called anything else."""

    grid: Grid
    meanings: tuple[Meaning, ...]


def of_parquet(stream: BinaryIO, headings: Headings, most: int) -> Sample | Mistake:
    """The first rows; nothing is told of what is wrong with any of them."""
    told = told_in(stream, "", headings)
    if isinstance(told, Mistake):
        return told
    grid, rows = headed(told.names), []
    try:
        batch = next(batches(told, most, None), None)
        columns = [] if batch is None else [each.to_pylist() for each in batch.columns]
        for number, row in enumerate(zip(*columns, strict=True), start=1):
            rows.append(GridRow(number, [cell(each) for each in row]))
    except BrokenTableError:
        rows = []
    meanings = tuple(IgnoredColumn() if isinstance(each, Group) else each for each in told.meant)
    return Sample(evolve(grid, rows=(*grid.rows, *rows)), meanings)
