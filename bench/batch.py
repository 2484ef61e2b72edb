"""Very many services from Parquet to Parquet: against merely reading and writing, and others.

`python bench/batch.py [TJENESTER …] [--omganger N]` prints medians for each number of services,
each in processes of its own, by turns:

- all norms with all reasons, with one core and with all
- merely reading the same table and writing one of the same shape, in the same way
- some norms without reasons: ours, and the same by hand in DuckDB's SQL and in Polars. That they
  give the same outcomes is seen first

Then the workload of 25 conditions in columns, against engines that decide one service at a time
(see `in_columns.py`). Three are gates: the memory at the most services, the time a service there
against that at the services before, and what all cores give against one. Exit code 1 where one is
missed, or where somebody gives another outcome.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import define, field
from by_hand.norms import BY_HAND, DAY
from costs import ROOT, Cost, cost
from gate import Gate, number
from tables import DIFFERENT, different, write

SIZES, TURNS = (10_000, 1_000_000, 10_000_000), 5
MOST_MEMORY, MOST_GROWTH, LEAST_SHARED = 2_048, 1.1, 1.7
BATCH = ROOT / "bench"
ALONE, SHARED, MERELY = "alle normer og grunner, én kjerne", "det samme, alle kjerner", (
    "bare lese og skrive det samme")  # fmt: skip
FEW = f"{len(BY_HAND)} normer uten grunner"
DUCK, POLARS = "de samme for hånd i DuckDB", "de samme for hånd i Polars"


@define(eq=False)
class Sized:
    """So many services, and what each way has cost."""

    rows: int
    folder: Path
    costs: dict[str, list[Cost]] = field(factory=dict)

    @property
    def source(self) -> Path:
        """The table."""
        return self.folder / "tjenester.parquet"

    def at(self, name: str) -> Path:
        """Where a result goes; what was there is taken away."""
        path = self.folder / name
        rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
        return path

    def cpu(self, way: str) -> float:
        """CPU-seconds a million services."""
        return median(each.cpu for each in self.costs[way]) * 1e6 / self.rows

    def clock(self, way: str) -> float:
        """Seconds by the clock."""
        return median(each.clock for each in self.costs[way])

    def memory(self, way: str) -> float:
        """The most megabytes in any turn."""
        return max(each.memory for each in self.costs[way])


def judging(source: Path, target: Path, *asked: str) -> list[str]:
    """The command that judges a table."""
    return [sys.executable, "-m", "hjemmel", "vurder", str(source), "--per", str(DAY),
            "--format", "parquet", "--ut", str(target), *asked]  # fmt: skip


def ways(of: Sized) -> Mapping[str, Callable[[], Cost]]:
    """Each way, ready to be measured once."""
    every = os.sched_getaffinity(0)
    one, source, python = {min(every)}, str(of.source), sys.executable
    norms = [word for each in BY_HAND for word in ("--norm", each)]

    def merely() -> Cost:
        shape = min((of.folder / "alt").glob("del-*.parquet"))
        target = str(of.at("skrevet.parquet"))
        return cost([python, str(BATCH / "merely.py"), source, str(shape), target], one)

    def by_hand(script: str, *asked: str) -> Cost:
        target = str(of.at(f"{script}.parquet"))
        return cost([python, str(BATCH / "by_hand" / f"{script}.py"), source, target, *asked], one)

    return {
        ALONE: lambda: cost(judging(of.source, of.at("alt")), one),
        SHARED: lambda: cost(judging(of.source, of.at("alt")), every),
        MERELY: merely,
        FEW: lambda: cost(
            judging(of.source, of.at("noen"), *norms, "--begrunnelse", "ingen"), one),
        DUCK: lambda: by_hand("duck", "1"),
        POLARS: lambda: by_hand("frames"),
    }  # fmt: skip


def unlike(of: Sized) -> Iterator[str]:
    """Those by hand, and the norms of which they say something else than we do."""
    parts = sorted((of.folder / "noen").glob("del-*.parquet"))
    for each in BY_HAND:
        ours = pa.chunked_array(
            [chunk.dictionary_decode() for part in parts
             for chunk in pq.read_table(part, columns=[each]).column(0).chunks])  # fmt: skip
        for script in ("duck", "frames"):
            theirs = pq.read_table(of.folder / f"{script}.parquet", columns=[each]).column(0)
            if theirs.cast(pa.string()) != ours.cast(pa.string()):
                yield f"{script}: {each}"


def measured(some: pa.Table, rows: int, turns: int, folder: Path) -> Sized:
    """All ways by turns."""
    found = Sized(rows, folder)
    write(some, rows, found.source)
    for _ in range(turns):
        for name, way in ways(found).items():
            found.costs.setdefault(name, []).append(way())
    return found


def show(of: Sized, one: Sized) -> None:
    """A line for each way. The ratios are without what it costs to begin, on a single row."""
    scale = 1e6 / of.rows

    def more(way: str) -> float:
        return of.cpu(way) - one.cpu(way) / 1e6 * scale

    print(f"\n{of.rows} tjenester, median av {len(of.costs[ALONE])}")
    against = {ALONE: MERELY, DUCK: FEW, POLARS: FEW}
    for way in of.costs:
        ratio = ""
        if way in against:
            ratio = f"{number(more(way) / more(against[way]), 2):>8} × «{against[way]}»"
        print(f"{way:<36}{number(of.cpu(way), 2):>10} CPU-s/mill."
              f"{number(of.clock(way), 1):>9} s{of.memory(way):>8.0f} MB{ratio}")  # fmt: skip


def gates(sizes: Sequence[Sized]) -> list[Gate]:
    """What may not be missed."""
    most = sizes[-1]
    found = [
        Gate("minne, MB", max(map(most.memory, (ALONE, SHARED))), MOST_MEMORY),
        Gate("én kjerne mot alle (klokken)", most.clock(ALONE) / most.clock(SHARED), LEAST_SHARED,
             at_least=True),
    ]  # fmt: skip
    if len(sizes) > 1:
        growth = most.cpu(ALONE) / sizes[-2].cpu(ALONE)
        found.append(Gate(f"tid per tjeneste mot {sizes[-2].rows}", growth, MOST_GROWTH))
    return found


def one_at_a_time() -> bool:
    """The other engines; whether all gave the same."""
    asked = [sys.executable, str(BATCH / "in_columns.py")]
    paths = os.pathsep.join([str(ROOT / "engine"), str(BATCH)])
    done = subprocess.run(  # noqa: S603 - our own command
        asked, check=False, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": paths}
    )
    told = json.loads(done.stdout.splitlines()[-1])
    print("\n25 vilkår og konjunksjonen, CPU-mikrosekunder per tjeneste")
    for name, _, taken in told:
        print(f"{name:<36}{number(taken, 2):>10}{number(taken / told[0][2], 1):>8} ×")
    return done.returncode == 0


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tjenester", nargs="*", type=int, default=SIZES)
    parser.add_argument("--omganger", type=int, default=TURNS)
    asked = parser.parse_args()
    some, sizes, wrong = different(min(DIFFERENT, max(asked.tjenester))), list[Sized](), list[str]()
    with TemporaryDirectory() as folder:
        one = measured(some, 1, asked.omganger, Path(folder))
        for way, costs in one.costs.items():
            print(f"{way:<36}{number(median(each.cpu for each in costs), 2):>10} CPU-s for én rad")
        for rows in asked.tjenester:
            sizes.append(measured(some, rows, asked.omganger, Path(folder)))
            wrong += unlike(sizes[-1])
            show(sizes[-1], one)
    for each in wrong:
        print(f"ULIKE {each}")
    agrees = one_at_a_time()
    found = gates(sizes)
    for gate in found:
        print(gate)
    return int(bool(wrong) or not agrees or not all(gate.is_met for gate in found))


if __name__ == "__main__":
    sys.exit(main())
