"""Tables judged by the command, and the result of that."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from hjemmel.case.observation import observe
from many_services import services
from support.command_line import Ntr
from support.golden_run import program_of
from support.json_rows import rows_of
from support.plain_cases import plain_case
from support.tables import Row

DAY = "2026-10-01"
PER = ("--per", DAY)


def plain_services() -> list[Row]:
    """Varied services, told plainly."""
    program = program_of({})
    seen = services(program, 120, 5)
    plain = [observe(plain_case(each), program.schema, date.fromisoformat(DAY)).view
             for each in seen]  # fmt: skip
    return rows_of(plain, program.schema)


def result(folder: str = "ut") -> Iterator[Row]:
    """The rows of a result."""
    for each in sorted(Path(folder).glob("del-*.parquet")):
        yield from pq.read_table(each).to_pylist()


def answers(rows: Iterator[Row]) -> dict[tuple[str, str], str]:
    """How each norm stands in each case, as the result has it; what is told besides has a dot."""
    return {(row["sak"], name): told for row in rows for name, told in row.items()
            if "/" in name and "." not in name}  # fmt: skip


def one_at_a_time(ntr: Ntr, file: str, *more: str) -> dict[tuple[str, str], str]:
    """The same from `--format jsonl`."""
    ntr("vurder", file, *more, "--format", "jsonl", "--begrunnelse", "ingen", "--ut", "en.jsonl")
    found = map(json.loads, Path("en.jsonl").read_text("utf-8").splitlines())
    return {(case["sak"], each["norm"]): each["svar"]
            for case in found for each in case["verdikter"]}  # fmt: skip


def judged(ntr: Ntr, *files: str, more: Sequence[str] = PER) -> Any:
    """Judge tables to a table."""
    return ntr("vurder", *files, *more, "--format", "parquet", "--ut", "ut")
