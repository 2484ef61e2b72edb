"""The workload of 25 conditions in columns, against engines that decide one service at a time.

`python bench/in_columns.py TJENESTER` tells, as JSON, microseconds a service: ours from an Arrow
table to the outcomes of all 26 norms, a batch at a time, and each other engine for services that
are encoded beforehand as it likes them best. All must give the same results.
"""

import json
import sys
from collections.abc import Iterator
from statistics import median
from time import process_time
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from ours import PROGRAM, RESULTS, SUBJECT
from run import EXPECTED, MEASURED, PORTFOLIO, contestants, results, services
from workload.common import ASOF, DATA, digest

from hjemmel.backends.columns.arrow import Table
from hjemmel.backends.columns.evaluator import Columns, columns
from hjemmel.backends.terms.standings import STANDINGS

ROWS, TURNS = 65_536, 5
OURS = "hjemmel i kolonner"


def table(rows: int) -> pa.RecordBatch:
    """The portfolio as often as makes so many rows, as a record of the case."""
    whole = pq.read_table(DATA / f"p{PORTFOLIO}.parquet")
    whole = pa.concat_tables([whole] * -(-rows // len(whole))).slice(0, rows).combine_chunks()
    (batch,) = whole.to_batches()
    return pa.RecordBatch.from_pydict({SUBJECT: batch.to_struct_array()})


def decided(ready: Columns, told: pa.RecordBatch) -> Any:
    """How every norm stands in every row."""
    return ready.standings(Table(told, PROGRAM.schema, ASOF, ready.known.names))


def rows_of(standings: Any) -> Iterator[list[int]]:
    """The 26 results of each service."""
    numbers = [RESULTS.get(outcome, -1) for outcome, _ in STANDINGS]
    for row in standings.T.tolist():
        yield [numbers[each] for each in row]


def ours() -> tuple[str, float]:
    """The digest of our results, and microseconds a service."""
    ready, told = columns(PROGRAM, list(PROGRAM.by_id)), table(ROWS)
    found = digest(rows_of(decided(ready, table(PORTFOLIO))))
    taken = []
    for _ in range(TURNS):
        begun = process_time()
        decided(ready, told)
        taken.append((process_time() - begun) * 1e6 / ROWS)
    return found, median(taken)


def others() -> Iterator[tuple[str, str, float]]:
    """The same of the other engines, in each way in which they are used."""
    every = services()
    for each in contestants():
        if each.name.startswith("hjemmel"):
            continue
        found, taken = digest(results(each, every)), []
        for turn in range(TURNS):
            cases = each.encode(every[turn * MEASURED : (turn + 1) * MEASURED])
            begun = process_time()
            each.decide(cases)
            taken.append((process_time() - begun) * 1e6 / MEASURED)
        yield each.name, found, median(taken)


def main() -> int:
    """Measure, and tell."""
    services()  # made if they are not there
    told = [(OURS, *ours()), *others()]
    print(json.dumps(told, ensure_ascii=False))
    return int(any(found != EXPECTED for _, found, _ in told))


if __name__ == "__main__":
    sys.exit(main())
