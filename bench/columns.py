"""All norms of the project's rulebook over very many services: columns against one at a time.

`python bench/columns.py [TJENESTER]` prints CPU-seconds a million services, and how many times
slower each other way is, in the same run:

- columns that stand ready: how each norm stands
- the same, with every decisive and missing fact as a bit
- making the columns from what is seen of each service
- from a Parquet file of plainly told services to one of outcomes, with what registers know, what
  follows and what is taken as given
- the compiled function, where no name or size is one of several; the evaluator
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "tests"))

import pyarrow as pa
import pyarrow.parquet as pq

from hjemmel.backends.columns.arrow import Table
from hjemmel.backends.columns.batch import Kept
from hjemmel.backends.columns.evaluator import Columns, columns
from hjemmel.backends.columns.observing import Observing
from hjemmel.backends.columns.results import outcomes_table
from hjemmel.backends.compiled.source import compile_outcomes
from hjemmel.case.observation import View, observe
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE
from hjemmel.provenance.marks import Marking
from many_services import services
from support.arrow_table import table_of
from support.evaluation import evaluate
from support.golden_run import program_of
from support.plain_cases import plain_case

SERVICES, DIFFERENT, TURNS = 65_536, 8_192, 5
ALONE = 1_000
"""So many are judged one at a time."""


def seconds(run: Callable[[], object], turns: int = TURNS) -> float:
    """CPU-seconds, the median of some turns."""
    taken = []
    for _ in range(turns):
        begun = process_time()
        run()
        taken.append(process_time() - begun)
    return median(taken)


def in_columns(ready: Columns, program: Program, views: list[View]) -> dict[str, float]:
    """A million services in columns."""
    marking, scale = Marking(program, ready.folding), 1e6 / len(views)
    begun = process_time()
    marks = [(marking.decisive(norm), marking.missing(norm)) for norm in program.norms]
    why = ready.where([bit for both in marks for each in both for bit in each.values()])
    print(f"grunner til ledd: {process_time() - begun:.2f} s, {len(why.plan.terms)} biter")
    batch = Kept(ready.batch(views))
    making = seconds(lambda: ready.standings(batch), 1)
    deciding = seconds(lambda: ready.standings(batch))
    reasons = seconds(lambda: why.bits(batch))
    return {
        "kolonner, utfall": scale * deciding,
        "kolonner, utfall og alle grunner": scale * (deciding + reasons),
        "kolonnene lages av det som ses": scale * (making - deciding),
    }


def from_file_to_file(ready: Columns, program: Program, views: list[View]) -> dict[str, float]:
    """A million services read, observed, decided and written."""
    day = views[0][CASE]["vurderingsdato"]
    plain = [observe(plain_case(view), program.schema, day).view for view in views[:DIFFERENT]]
    told = pa.Table.from_batches([table_of(plain, program.schema)])
    told = pa.concat_tables([told] * (len(views) // len(plain)))
    observing, taken = Observing(program, ready.folding, ready.known), dict[str, float]()

    def step(name: str, run: Callable[..., Any], *asked: Any) -> Any:
        begun = process_time()
        found = run(*asked)
        taken[name] = (process_time() - begun) * 1e6 / told.num_rows
        return found

    def rows_of(table: pa.Table) -> Table:
        (batch,) = table.combine_chunks().to_batches()
        return Table(batch, program.schema, day, ready.known.names)

    with TemporaryDirectory() as folder:
        source, target = Path(folder, "tjenester.parquet"), Path(folder, "utfall.parquet")
        pq.write_table(told, source, row_group_size=SERVICES)
        for _ in range(2):  # the first time, functions are asked of each day that occurs
            rows = rows_of(step("Parquet, lese", pq.read_table, source))
            seen = step("Parquet, se", observing.observe, rows)
            standings = step("Parquet, kolonner og utfall", ready.standings, seen)
            found = step("Parquet, utfall til Arrow", outcomes_table, ready.norms, standings)
            step("Parquet, skrive", pq.write_table, found, target)
    return {**taken, "Parquet, alt": sum(taken.values())}


def alone(program: Program, views: list[View]) -> dict[str, float]:
    """A million services one at a time."""
    norms = [norm.id for norm in program.norms]
    left: list[View] = []

    def otherwise(view: View) -> dict[str, Any]:
        left.append(view)
        return {}

    decide = compile_outcomes(program, norms, otherwise)
    for view in views:
        decide(view)
    plain = [view for view in views if not any(view is each for each in left)][:ALONE]
    some = views[:ALONE]
    whole = seconds(lambda: [evaluate(program, view).norms[norms[0]] for view in some], 1)
    return {
        f"kompilert ({len(plain)} uten noe åpent)":
            seconds(lambda: [decide(view) for view in plain], 3) * 1e6 / len(plain),
        "trinnvis": whole * 1e6 / len(some),
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    program = program_of({})
    begun = process_time()
    ready = columns(program, [norm.id for norm in program.norms])
    print(f"{len(ready.norms)} normer til {len(ready.plan.steps)} ledd: "
          f"{process_time() - begun:.2f} s")  # fmt: skip
    some = services(program, min(count, DIFFERENT), 1)
    views = (some * (count // len(some) + 1))[:count]
    found = {
        **in_columns(ready, program, views),
        **from_file_to_file(ready, program, views),
        **alone(program, some),
    }
    first = next(iter(found.values()))
    for name, each in found.items():
        print(f"{name:<34}{each:>9.1f} CPU-sekunder per million{each / first:>9.1f} ×")


if __name__ == "__main__":
    main()
