"""Services in tables, made from the project's rulebook: as many as wanted, told plainly."""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "tests"))

import pyarrow as pa
import pyarrow.parquet as pq
from by_hand.norms import DAY

from hjemmel.case.observation import observe
from many_services import services
from support.golden_run import program_of
from support.json_rows import rows_of
from support.plain_cases import plain_case

DIFFERENT, GROUP = 8_192, 131_072


def different(count: int) -> pa.Table:
    """So many services that are not alike."""
    program = program_of({})
    views = [observe(plain_case(each), program.schema, DAY).view
             for each in services(program, count, 1)]  # fmt: skip
    rows = rows_of(views, program.schema)
    keys = dict.fromkeys(key for each in rows for key in each)
    return pa.table({key: [each.get(key) for each in rows] for key in keys})


def write(some: pa.Table, rows: int, target: Path) -> None:
    """A table of so many rows, each with a name of its own, a row group at a time."""
    with pq.ParquetWriter(target, some.schema) as out:
        for table in _groups(some, rows):
            out.write_table(table, row_group_size=GROUP)


def _groups(some: pa.Table, rows: int) -> Iterator[pa.Table]:
    repeated = pa.concat_tables([some] * -(-min(rows, GROUP) // len(some))).combine_chunks()
    at = some.schema.get_field_index("sak")
    for first in range(0, rows, GROUP):
        part = repeated.slice(0, min(GROUP, rows - first))
        names = pa.array([f"T-{number}" for number in range(first, first + len(part))])
        yield part.set_column(at, some.schema.field(at), names)
