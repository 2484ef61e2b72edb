"""A portfolio of services with 5 % of each fact missing, from a fixed seed.

`python bench/workload/gen.py 10000` writes `bench/data/p10000.jsonl`, and the same as Parquet.
The order of the random draws is part of the workload: the digest depends on it.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

DATA = Path(__file__).resolve().parent.parent / "data"
SEED = 20240612
MISSING = 0.05
REGIONS = ("nord", "midt", "vest", "sorost")
TYPES = np.array(["nasjonal_behandling", "flerregional", "kompetanse"])
TRUSTS = np.array([f"HF{i:02d}" for i in range(20)])
TRUST_REGIONS = np.array([REGIONS[i % 4] for i in range(20)])
MEMBERS = np.array(["RHF_nord", "RHF_midt", "RHF_vest", "RHF_sorost", "bruker", "fag"])
MEMBER_SHARES = np.array([0.995, 0.995, 0.995, 0.995, 0.98, 0.7])
DATES = ("start_date", "report_date", "application_received")


def day_number(iso: str) -> int:
    """Days since 1970."""
    return (dt.date.fromisoformat(iso) - dt.date(1970, 1, 1)).days


class Draw:
    """Random columns of `n` values."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.rng = np.random.default_rng(SEED)

    def happens(self, share: float) -> Any:
        """True in about this share of the rows."""
        return self.rng.random(self.n) < share

    def missing(self) -> Any:
        """True where the fact is not given."""
        return self.happens(MISSING)

    def between(self, low: int, high: int) -> Any:
        """Whole numbers from `low` up to, and not including, `high`."""
        return self.rng.integers(low, high, self.n)

    def truths(self, share: float) -> pa.Array:
        """A column of truths, some of them missing."""
        return pa.array(self.happens(share), mask=self.missing())

    def dates(self, days: Any) -> pa.Array:
        """A column of dates, some of them missing."""
        return pa.array(days.astype("int32"), mask=self.missing()).cast(pa.date32())


def lists(values: Any, offsets: Any, null: Any) -> pa.ListArray:
    """A column of lists of strings, null where `null` is true."""
    strings = pa.array(values.tolist(), pa.string())
    if isinstance(strings, pa.ChunkedArray):
        strings = strings.combine_chunks()
    full = pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), strings)
    bits = pa.array(~null).buffers()[1]
    return pa.ListArray.from_buffers(
        full.type, len(null), [bits, full.buffers()[1]], children=[full.values]
    )


def offsets_of(lengths: Any) -> Any:
    """Where each list starts and the last one ends."""
    return np.concatenate([[0], np.cumsum(lengths)])


def trusts(draw: Draw, kind: Any) -> dict[str, pa.Array]:
    """Hospital trusts and their regions: usually the right number, sometimes one too many."""
    wanted = np.where(kind == 0, 1, np.where(kind == 1, 2, draw.between(1, 4)))
    count = np.where(draw.happens(0.02), wanted + 1, wanted)
    first = draw.between(0, 20)
    step = np.where(draw.happens(0.03), 4, draw.between(1, 4))  # 4 steps on: the same region
    place = np.arange(4)[None, :]
    flat = ((first[:, None] + place * step[:, None]) % 20)[place < count[:, None]]
    offsets, null = offsets_of(count), draw.missing()
    return {
        "hf": lists(TRUSTS[flat], offsets, null),
        "hf_region": lists(TRUST_REGIONS[flat], offsets, null),
    }


def portfolio(n: int) -> pa.Table:
    """The services as a table."""
    draw = Draw(n)
    kind = draw.rng.choice(3, n, p=[0.5, 0.1, 0.4])
    trust_columns = trusts(draw, kind)
    present = draw.rng.random((n, 6)) < MEMBER_SHARES
    members = MEMBERS[np.nonzero(present)[1]]
    function = np.array(["opplaring", "kompetanseoppbygging"])[draw.between(0, 2)]
    late_report, late_application = draw.happens(0.03), draw.happens(0.02)
    return pa.table(
        {
            "id": pa.array([f"S{i:07d}" for i in range(n)]),
            "type": pa.array(TYPES[kind], mask=draw.missing()),
            **trust_columns,
            "patient_treatment": pa.array(draw.happens(0.03) | (kind != 2), mask=draw.missing()),
            # The second draw changes nothing, and stays: later draws depend on it.
            "function": pa.array(function, mask=draw.missing() | (kind != 2) & draw.happens(0.0)),
            "start_date": draw.dates(
                draw.between(day_number("2019-01-01"), day_number("2025-06-01") + 1)
            ),
            "report_date": draw.dates(around(draw, "2025-03-15", late_report, 60)),
            "report_year": pa.array(np.full(n, 2024, "int32"), mask=draw.missing()),
            "has_reference_group": draw.truths(0.985),
            "ref_members": lists(members, offsets_of(present.sum(1)), draw.missing()),
            **{f"crit{i}": draw.truths(0.995) for i in range(1, 4)},
            **{f"task{i}": draw.truths(0.995) for i in range(1, 10)},
            "approved": draw.truths(0.97),
            "ern_member": pa.array(draw.happens(0.3) & (kind == 0), mask=draw.missing()),
            "application_received": draw.dates(around(draw, "2024-01-15", late_application, 30)),
            "application_year": pa.array(np.full(n, 2024, "int32"), mask=draw.missing()),
        }
    )


def around(draw: Draw, due: str, late: Any, most: int) -> Any:
    """Days up to 60 before the due date, or where late, up to `most` after it."""
    day = day_number(due)
    return np.where(late, day + draw.between(1, most), day - draw.between(0, 60))


def write(n: int) -> Path:
    """Write the portfolio of `n` services; the JSONL file is the answer."""
    DATA.mkdir(exist_ok=True)
    table = portfolio(n)
    pq.write_table(table, DATA / f"p{n}.parquet")
    target = DATA / f"p{n}.jsonl"
    with target.open("w", encoding="utf-8") as lines:
        for batch in table.to_batches(50_000):
            lines.writelines(json.dumps(plain(row)) + "\n" for row in batch.to_pylist())
    return target


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its dates as ISO text."""
    for name in DATES:
        if row[name] is not None:
            row[name] = row[name].isoformat()
    return row


if __name__ == "__main__":
    print(write(int(sys.argv[1])))
