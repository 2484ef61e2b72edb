"""All norms of the project's rulebook over very many services: one SQL query against columns.

`python bench/sql.py [TJENESTER]` prints the size of each query and how long it takes to print and
to plan, and then CPU-seconds a million services, in the same run:

- columns that stand ready: how each norm stands, and every decisive and missing fact as a bit
- the same by DuckDB, over a table that stands ready; planning is not counted
- making that table from columns
"""

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "tests"))

from columns import DIFFERENT, SERVICES, TURNS, seconds

from hjemmel.backends.columns.batch import Kept
from hjemmel.backends.columns.evaluator import Where
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.duck import database
from hjemmel.backends.sql.evaluator import Asking
from hjemmel.backends.sql.observed import observed, shape_of
from hjemmel.backends.sql.printed import printed, terms_of
from many_services import services
from support.golden_run import program_of
from support.sql_and_columns import Both, both, reasons


def in_columns(ready: Both, batch: Kept, why: Where) -> dict[str, float]:
    """Seconds for the batch in columns."""
    of = ready.columns
    of.standings(batch)  # makes the columns
    deciding = seconds(lambda: of.standings(batch))
    return {
        "kolonner, utfall": deciding,
        "kolonner, utfall og alle grunner": deciding + seconds(lambda: why.bits(batch)),
    }


def in_sql(name: str, asking: Asking, batch: Kept) -> dict[str, float]:
    """Seconds for the batch in a database."""
    running = Running(batch, asking.known)
    shape, begun = shape_of(running, terms_of(asking.wanted)), process_time()
    query = printed(asking.wanted, asking.known.names, shape, asking.dialect)
    printing = process_time() - begun
    cases = observed(running, query.leaves)
    making = seconds(lambda: observed(running, query.leaves), 1)
    with database(cases, query.functions.asked(running)) as opened:
        planning = seconds(lambda: opened.execute(f"EXPLAIN {query.text}").fetchall(), 1)
        running_it = seconds(lambda: opened.sql(query.text).to_arrow_table(), TURNS)
    print(
        f"{name}: {len(query.text) / 1000:.0f} kB, {len(asking.wanted)} kolonner ut, "
        f"skrevet på {printing:.1f} s og planlagt på {planning:.1f} s"
    )
    return {f"DuckDB, {name}": running_it - planning, f"tabellen for {name} lages": making}


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    program = program_of({})
    ready = both(program)
    some = services(program, min(count, DIFFERENT), 1)
    views = (some * (count // len(some) + 1))[:count]
    why = ready.columns.where([bit for _, bit in reasons(program, ready.columns.folding)])
    batch = Kept(ready.query.batch(views))
    found = {
        **in_columns(ready, Kept(ready.columns.batch(views)), why),
        **in_sql("utfall", ready.query.standing, batch),
        **in_sql("grunner", ready.query.where(dict(reasons(program, ready.query.folding))), batch),
    }
    first = next(iter(found.values()))
    for name, each in found.items():
        print(f"{name:<34}{each * 1e6 / len(views):>9.1f} CPU-sekunder per million"
              f"{each / first:>9.1f} ×")  # fmt: skip


if __name__ == "__main__":
    main()
