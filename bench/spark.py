"""`ntr vurder` from Parquet to Parquet on Spark, both ways, beside columns and DuckDB without it.

`python bench/spark.py [TJENESTER] [MÅTER]` prints, for each way on the same two cores and the same
table, CPU-seconds of all processes and seconds by the clock; and the same of a table of one row,
which is what it costs to get ready. MÅTER is a choice of `kolonner duckdb arrow sql`.
"""

import os
import sys
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
from archive import DAY, GROUP, Cost, cost, table

SERVICES = 1_000_000
ON_SPARK = ("--motor", "spark", "--master", "local[2]", "--spark-med")
WAYS = {
    "kolonner": ("--motor", "kolonner"),
    "duckdb": ("--motor", "duckdb"),
    "arrow": (*ON_SPARK, "arrow"),
    "sql": (*ON_SPARK, "sql"),
}


def judging(source: Path, target: Path, how: tuple[str, ...], day: date) -> Cost:
    """Judge a table on two cores."""
    rmtree(target, ignore_errors=True)
    cores = set(sorted(os.sched_getaffinity(0))[:2])
    found = cost([sys.executable, "-m", "hjemmel", "vurder", str(source), "--per", str(day),
                  "--format", "parquet", "--ut", str(target), *how], cores)  # fmt: skip
    rows = sum(pq.read_metadata(each).num_rows for each in target.glob("del-*.parquet"))
    assert rows == pq.read_metadata(source).num_rows, f"{how}: {rows} rader"
    return found


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    ways = sys.argv[2:] or list(WAYS)
    with TemporaryDirectory() as folder:
        one, many, target = (Path(folder, each) for each in ("en.parquet", "alle.parquet", "ut"))
        pq.write_table(table(1), one)
        pq.write_table(table(rows), many, row_group_size=GROUP)
        for each in ways:
            ready = judging(one, target, WAYS[each], DAY)
            found = judging(many, target, WAYS[each], DAY)
            print(f"{each:<10}{found.cpu:>10.1f} CPU-s{found.clock:>10.1f} s;"
                  f" én rad{ready.cpu:>8.1f} CPU-s{ready.clock:>8.1f} s", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
