"""Tables of services in Parquet, told in the ways that tables tell."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from support.docs_page import ROOT

Row = dict[str, Any]


def table(rows: Sequence[Mapping[str, Any]], name: str = "saker.parquet") -> Path:
    """A table of these rows, each with the columns that any of them has."""
    keys = dict.fromkeys(key for each in rows for key in each)
    columns = {key: [each.get(key) for each in rows] for key in keys}
    pq.write_table(pa.table(columns), name)
    return Path(name)


def as_texts(row: Row) -> Row:
    """Days in text, as a table has them where some are known in part."""
    match row:
        case dict():
            return {key: as_texts(each) for key, each in row.items()}
        case list():
            return [as_texts(each) for each in row]
        case date():
            return row.isoformat()
        case _:
            return row


def with_oddities(rows: list[Row]) -> list[Row]:
    """Each of some rows has something that no column can hold."""
    told = [as_texts(each) for each in rows]
    told[3]["tjeneste"]["godkjenningsdato"] = "2023"
    told[4]["tjeneste"]["godkjenningsdato"] = "mars 2022"
    told[5]["tjeneste"]["godkjenningsdato"] = "ikke utført"
    told[6]["tjeneste"] |= {
        "type": "flerregional behandlingstjeneste",
        "godkjent": True,
        "steder": [{"helseforetak": "Et ukjent helseforetak"}],
    }
    told[7]["tjeneste"]["steder"] = [{"helseforetak": "OUS"}, {"helseforetak": "Ahus"}]
    told[8]["tjeneste"]["type"] = "  Nasjonal  behandlingstjeneste "
    return told


def flat(rows: list[Row]) -> list[Row]:
    """A column for each fact, and none for lists."""
    return [
        {"sak": row["sak"]} | {
            f"{record}.{key}": told
            for record, facts in row.items() if isinstance(facts, dict)
            for key, told in facts.items() if not isinstance(told, list)
        }
        for row in rows
    ]  # fmt: skip


def portfolio(_: list[Row]) -> list[Row]:
    """The real one, where each fact tells where it comes from."""
    lines = (ROOT / "data" / "portefolje.jsonl").read_text("utf-8").splitlines()
    return [
        {
            key: each if isinstance(each, str) else sourced(each)
            for key, each in case.items()
            if each
        }
        for case in map(json.loads, lines)
    ]


def sourced(record: Row) -> Row:
    """Each fact as a list of those who told it, as a table must have it where some have several.

    A list known in part stands beside whole ones nowhere in a column.
    """
    told = {key: each if isinstance(each, list) else [each] for key, each in record.items()}
    fits = {key: each for key, each in told.items()
            if all("verdi" in one and not isinstance(one["verdi"], dict) for one in each)
            }  # fmt: skip
    return dict.fromkeys(record) | fits
