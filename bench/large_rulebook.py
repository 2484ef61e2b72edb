"""Rulebooks that are larger than the project's own: how large a query is, and how long to plan it.

`python bench/large_rulebook.py [GANGER …]` takes the project's rulebook so many times over, each
time of other records of the case and under other names, so that nothing is shared. It prints for
each how many terms the graph has, how long it takes to get columns ready, and how large the query
for all outcomes is, how long it takes to print, and how long DuckDB plans it; and PostgreSQL and
Spark with `--postgresql` and `--spark`, which are asked of some norms at a time.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "tests"))

from attrs import evolve

from hjemmel.backends.columns.evaluator import columns
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.sql.duck import database
from hjemmel.backends.sql.evaluator import sql
from hjemmel.backends.sql.observed import observed
from hjemmel.case.observation import View
from hjemmel.core.nodes import Each, Fact, Node, Ref
from hjemmel.core.program import Edition, Interpretation, Norm, Program
from hjemmel.core.schema import CASE
from hjemmel.core.walk import rebuilt
from many_services import DOORS, SPARK, services
from support.golden_run import program_of

CASES = 1_000


def larger(program: Program, times: int) -> Program:
    """The program so many times over, of records that are not the same."""
    copies = [_copy(program, f" {at}") for at in range(times)]
    schema = program.schema
    kept = [each for each in schema.records if each.entry]
    own = [record for each in copies for record in each.schema.records if not record.entry]
    return evolve(
        program,
        schema=evolve(schema, records=(*own, *kept)),
        norms=tuple(norm for each in copies for norm in each.norms),
        order=tuple(norm for each in copies for norm in each.order),
        presumptions=tuple(one for each in copies for one in each.presumptions),
        conclusions=tuple(one for each in copies for one in each.conclusions),
    )


def _copy(program: Program, mark: str) -> Program:
    """The program with another name for each record, and for each norm."""
    own = {each.key for each in program.schema.records if not each.entry}

    def renamed(node: Node) -> Node:
        match node:
            case Fact(subject) if subject in own:
                return evolve(node, subject=subject + mark)
            case Ref(norm):
                return evolve(node, norm=norm + mark)
            case Each():
                return evolve(rebuilt(node, renamed), domain=renamed(node.domain))
            case _:  # its parts may name them
                return rebuilt(node, renamed)

    def edition(of: Edition) -> Edition:
        deciding = of.deciding and renamed(of.deciding)
        applies, requirement = renamed(of.applies), renamed(of.requirement)
        return evolve(of, applies=applies, requirement=requirement, deciding=deciding)

    def interpretation(of: Interpretation) -> Interpretation:
        readings = tuple(evolve(e, replacement=renamed(e.replacement)) for e in of.readings)
        return evolve(of, norm=of.norm + mark, arises=renamed(of.arises), readings=readings)

    def norm(of: Norm) -> Norm:
        return evolve(
            of, id=of.id + mark, deciding=renamed(of.deciding),
            editions=tuple(map(edition, of.editions)),
            interpretations=tuple(map(interpretation, of.interpretations)),
        )  # fmt: skip

    return evolve(
        program,
        schema=evolve(program.schema, records=tuple(
            each if each.entry else evolve(each, key=each.key + mark)
            for each in program.schema.records)),
        norms=tuple(map(norm, program.norms)),
        order=tuple(each + mark for each in program.order),
        presumptions=tuple(evolve(e, norm=norm(e.norm), fact=renamed(e.fact))
                           for e in program.presumptions),
        conclusions=tuple(evolve(e, norm=norm(e.norm), fact=renamed(e.fact))
                          for e in program.conclusions),
    )  # fmt: skip


def copied(view: View, times: int) -> View:
    """A case that says the same of each of the records."""
    return {
        CASE: view[CASE],
        **{f"{key} {at}": record for at in range(times)
           for key, record in view.items() if key != CASE},
    }  # fmt: skip


def taken(work: Callable[[], object]) -> tuple[float, object]:
    """CPU-seconds of this process, and what came of it."""
    begun = process_time()
    found = work()
    return process_time() - begun, found


def in_duckdb(program: Program, views: list[View]) -> Iterator[str]:
    """Getting ready, printing and planning."""
    ids = [norm.id for norm in program.norms]
    getting, ready = taken(lambda: columns(program, ids))
    yield f"kolonner klare på {getting:.1f} s"
    deciding, _ = taken(lambda: ready.standings(ready.batch(views)))
    yield f"{len(views)} saker avgjort på {deciding:.1f} s"
    asked = sql(program, ids)
    batch = asked.batch(views)
    running = Running(batch, asked.known)
    printing, query = taken(lambda: asked.standing.query(running))
    yield f"spørringen er {len(query.text) / 1000:.0f} kB, skrevet på {printing:.1f} s"
    with database(observed(running, query.leaves), query.functions.asked(running)) as opened:
        planning, _ = taken(lambda: opened.execute(f"EXPLAIN {query.text}").fetchall())
        yield f"planlagt av DuckDB på {planning:.1f} s"
        asking, _ = taken(lambda: opened.sql(query.text).to_arrow_table())
        yield f"spurt på {asking:.1f} s"


def in_server(name: str, program: Program, views: list[View]) -> Iterator[str]:
    """A server or a cluster, asked of some norms at a time; planning is nearly all of it."""
    with DOORS[name](program) as door:
        begun = monotonic()
        door(views[:10])
        yield f"{name}: alle normer og grunner for ti saker på {monotonic() - begun:.0f} s"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ganger", nargs="*", type=int, default=(1, 5))
    for each in ("postgresql", SPARK):
        parser.add_argument(f"--{each}", action="append_const", dest="more", const=each, default=[])
    options = parser.parse_args()
    program = program_of({})
    some = services(program, CASES, 1)
    for times in options.ganger:
        large, views = larger(program, times), [copied(each, times) for each in some]
        print(f"\n{len(large.norms)} normer")
        for line in in_duckdb(large, views):
            print(f"  {line}", flush=True)
        for name in options.more:
            for line in in_server(name, large, views):
                print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
