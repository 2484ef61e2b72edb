"""`ntr vurder` from Parquet to Parquet, with all reasons, against only reading and writing.

`python bench/archive.py [TJENESTER] [OMGANGER]` prints medians, each in processes of its own, of

- CPU-seconds a million services, of judging and of reading the same table and writing one of the
  shape of the result: with one process and with all that there is room for
- seconds by the clock, and the most memory that any process held

What a run costs before the first row, getting the rules ready, is told apart: it is measured on a
table of one row.
"""

import os
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "tests"))

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from hjemmel.case.observation import observe
from many_services import services
from support.golden_run import program_of
from support.json_rows import rows_of
from support.plain_cases import plain_case

ROOT = Path(__file__).resolve().parent.parent
SERVICES, DIFFERENT, TURNS, GROUP = 1_000_000, 8_192, 5, 131_072
DAY = date(2026, 10, 1)

MERELY = """
import sys, pyarrow.parquet as pq
source, shape, target = sys.argv[1:]
pattern = pq.read_table(shape)
with pq.ParquetWriter(target, pattern.schema, compression="zstd") as out:
    for batch in pq.ParquetFile(source).iter_batches(65_536):
        out.write_table(pattern.slice(0, batch.num_rows))
"""
"""Reads all of a table, and writes as many rows of another."""


@frozen
class Cost:
    """CPU-seconds of a process and those it began, seconds by the clock, and megabytes."""

    cpu: float
    clock: float
    memory: float


def cost(command: list[str], cores: set[int]) -> Cost:
    """What a command costs on some cores."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), monotonic()
    subprocess.run(  # noqa: S603 - our own commands
        command, check=False, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": "engine"},
        cwd=ROOT, preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, monotonic() - begun, after.ru_maxrss / 1024)


def table(rows: int) -> pa.Table:
    """So many services, told plainly, each with a name of its own."""
    program = program_of({})
    seen = services(program, min(rows, DIFFERENT), 1)
    plain = [observe(plain_case(each), program.schema, DAY).view for each in seen]
    told = rows_of(plain, program.schema)
    keys = dict.fromkeys(key for each in told for key in each)
    some = pa.table({key: [each.get(key) for each in told] for key in keys})
    whole = pa.concat_tables([some] * -(-rows // len(told))).slice(0, rows)
    names = pa.array([f"T-{number}" for number in range(rows)])
    return whole.set_column(whole.schema.get_field_index("sak"), "sak", names)


def judging(source: Path, target: Path, cores: set[int]) -> Cost:
    """Judge a table."""
    rmtree(target, ignore_errors=True)
    return cost([sys.executable, "-m", "hjemmel", "vurder", str(source), "--per", str(DAY),
                 "--format", "parquet", "--ut", str(target)], cores)  # fmt: skip


def told(name: str, costs: list[Cost], rows: int) -> None:
    """A line of medians."""
    million = 1e6 / rows
    cpu, clock = (median(getattr(each, kind) for each in costs) for kind in ("cpu", "clock"))
    memory = max(each.memory for each in costs)
    print(f"{name:<34}{cpu * million:>8.1f} CPU-s/mill.{clock:>8.1f} s{memory:>8.0f} MB")


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else TURNS
    every = os.sched_getaffinity(0)
    one = {min(every)}
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "tjenester.parquet"), Path(folder, "resultat")
        pq.write_table(table(1), source)
        ready = [judging(source, target, one) for _ in range(turns)]
        pq.write_table(table(rows), source, row_group_size=GROUP)
        alone, shared, merely = [], [], []
        for _ in range(turns):
            alone.append(judging(source, target, one))
            shared.append(judging(source, target, every))
            shape = next(target.glob("del-*.parquet"))
            merely.append(cost([sys.executable, "-c", MERELY, str(source), str(shape),
                                str(Path(folder, "skrevet.parquet"))], one))  # fmt: skip
    print(f"én rad, regelverket gjøres klart: {median(each.cpu for each in ready):.1f} CPU-s")
    told("vurdere, én kjerne", alone, rows)
    told(f"vurdere, {len(every)} kjerner", shared, rows)
    told("bare lese og skrive, én kjerne", merely, rows)


if __name__ == "__main__":
    main()
