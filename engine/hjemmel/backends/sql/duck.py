"""A query run in DuckDB, over a batch of cases in memory."""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from hjemmel.backends.sql.functions import Answers
from hjemmel.backends.sql.observed import ROW
from hjemmel.backends.sql.printed import CASES

ANSWERS = "answers"


def answers_table(asked: Sequence[Answers]) -> pa.Table:
    """One row with, for each function, its answers as a list, from that to the least value."""
    columns: dict[str, Any] = {}
    for number, answers in enumerate(asked):
        first, last = min(answers, default=0), max(answers, default=0)
        found = [answers.get(value) for value in range(first, last + 1)]
        columns[f"f{number}"] = pa.array([found], pa.list_(pa.int32()))
        columns[f"f{number}_first"] = pa.array([first], pa.int64())
    return pa.table(columns)


def run(text: str, cases: pa.Table, asked: Sequence[Answers]) -> pa.Table:
    """What a query answers, a row each case in the order of the cases."""
    with duckdb.connect() as database:
        # It looks at all columns of a level anew for each level: half a minute for all reasons.
        database.execute("SET disabled_optimizers = 'statistics_propagation'")
        database.register(CASES, cases)
        if asked:
            database.register(ANSWERS, answers_table(asked))
        return database.sql(f"{text} ORDER BY {ROW}").to_arrow_table()
