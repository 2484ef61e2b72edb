"""What every contestant shares: condition names, loading, and the digest of results.

A result is 1 (satisfied), 0 (violated) or -1 (unknown).
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

CONDITIONS = (
    "c_type",
    "c_nat_hf",
    "c_fler_hf",
    "c_fler_reg",
    "c_komp_nopat",
    "c_time_oppl",
    "c_time_komp",
    "c_report",
    "c_refgroup",
    "c_ref_rhf",
    "c_ref_user",
    *(f"c_crit{i}" for i in range(1, 4)),
    *(f"c_task{i}" for i in range(1, 10)),
    "c_ern",
    "c_app",
)
ASOF = dt.date(2025, 6, 30)
DATES = ("start_date", "report_date", "application_received")
DATA = Path(__file__).resolve().parent.parent / "data"

Service = dict[str, Any]


def load(n: int, limit: int | None = None) -> list[Service]:
    """The first `limit` services of the portfolio of `n`, with dates as dates."""
    with (DATA / f"p{n}.jsonl").open(encoding="utf-8") as lines:
        return [_with_dates(json.loads(line)) for line in islice(lines, limit)]


def _with_dates(service: Service) -> Service:
    for name in DATES:
        if service[name] is not None:
            service[name] = dt.date.fromisoformat(service[name])
    return service


def for_peer(service: Service) -> Service:
    """The service as the peers read it: dates as yyyymmdd, and no field named as a keyword."""
    encoded = dict(service)
    for name in DATES:
        if encoded[name] is not None:
            encoded[name] = as_number(encoded[name])
    encoded["asof"] = as_number(ASOF)
    encoded["func"] = encoded.pop("function")
    return encoded


def as_number(day: dt.date) -> int:
    """A date as yyyymmdd, which orders as dates do."""
    return day.year * 10000 + day.month * 100 + day.day


def without_missing(service: Service) -> Service:
    """The service with the unknown facts left out, where null is not a value."""
    return {name: value for name, value in service.items() if value is not None}


def digest(rows: Iterable[Sequence[int]]) -> str:
    """One short fingerprint of rows of 26 results: 25 conditions and their conjunction."""
    fingerprint = hashlib.sha256()
    for row in rows:
        fingerprint.update(bytes(int(result) + 2 for result in row))
    return fingerprint.hexdigest()[:16]
