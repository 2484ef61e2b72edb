"""`ntr vurder` from Parquet to Parquet on Spark, both ways, beside columns and DuckDB without it.

`python bench/spark.py [TJENESTER] [MÅTER]` prints, for each way on the same two cores and the same
table, CPU-seconds of all processes and seconds by the clock; and the same of a table of one row,
which is what it costs to get ready. MÅTER is a choice of `kolonner duckdb arrow sql`.

The processes that Spark begins are ended without anybody asking what they used. So all of them are
looked at, five times a second, while they run.
"""

import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import pyarrow.parquet as pq
from archive import DAY, GROUP, ROOT, table

SERVICES, EVERY = 1_000_000, 0.2
TICKS = os.sysconf("SC_CLK_TCK")
ON_SPARK = ("--motor", "spark", "--master", "local[2]", "--spark-med")
WAYS = {
    "kolonner": ("--motor", "kolonner"),
    "duckdb": ("--motor", "duckdb"),
    "arrow": (*ON_SPARK, "arrow"),
    "sql": (*ON_SPARK, "sql"),
}


def used() -> dict[int, tuple[int, float]]:
    """Of each process: which began it, and CPU-seconds."""
    found = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = each.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        found[int(each.parent.name)] = (int(told[1]), (int(told[11]) + int(told[12])) / TICKS)
    return found


def watched(command: list[str], cores: set[int]) -> tuple[float, float]:
    """CPU-seconds of a command and all that it begins, and seconds by the clock."""
    begun, cpu = monotonic(), dict[int, float]()
    with subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": "engine"}, cwd=ROOT,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),  # noqa: PLW1509 - no threads here
    ) as process:  # fmt: skip
        while process.poll() is None:
            now, ours = used(), {process.pid}
            while more := {pid for pid, (by, _) in now.items() if by in ours} - ours:
                ours |= more
            cpu |= {pid: now[pid][1] for pid in ours if pid in now}
            sleep(EVERY)
    return sum(cpu.values()), monotonic() - begun


def judging(source: Path, target: Path, how: tuple[str, ...]) -> tuple[float, float]:
    """Judge a table on two cores."""
    rmtree(target, ignore_errors=True)
    cores = set(sorted(os.sched_getaffinity(0))[:2])
    found = watched([sys.executable, "-m", "hjemmel", "vurder", str(source), "--per", str(DAY),
                     "--format", "parquet", "--ut", str(target), *how], cores)  # fmt: skip
    rows = sum(pq.read_metadata(each).num_rows for each in target.glob("del-*.parquet"))
    assert rows == pq.read_metadata(source).num_rows, f"{how}: {rows} rader"
    return found


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    with TemporaryDirectory() as folder:
        one, many, target = (Path(folder, each) for each in ("en.parquet", "alle.parquet", "ut"))
        pq.write_table(table(1), one)
        pq.write_table(table(rows), many, row_group_size=GROUP)
        for each in sys.argv[2:] or list(WAYS):
            (ready, slow), (cpu, clock) = (judging(at, target, WAYS[each]) for at in (one, many))
            print(f"{each:<10}{cpu:>10.1f} CPU-s{clock:>10.1f} s, én rad"
                  f"{ready:>8.1f} CPU-s{slow:>8.1f} s", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
