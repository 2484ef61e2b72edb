"""Queries run in DuckDB, over a batch of cases in memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def database(cases: pa.Table, asked: Sequence[Answers]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with the cases, and the answers of functions."""
    with duckdb.connect() as opened:
        # It looks at all columns of a level anew for each level: half a minute for all reasons.
        opened.execute("SET disabled_optimizers = 'statistics_propagation'")
        opened.execute("SET enable_progress_bar = false")
        opened.register(CASES, cases)
        if asked:
            opened.register(ANSWERS, answers_table(asked))
        yield opened


def run(text: str, cases: pa.Table, asked: Sequence[Answers]) -> pa.Table:
    """What a query answers, a row each case in the order of the cases."""
    with database(cases, asked) as opened:
        return opened.sql(f"{text} ORDER BY {ROW}").to_arrow_table()
