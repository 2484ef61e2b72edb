"""Cases in other places than one file: tables of a database, and files of lists beside another."""

import csv
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

from attrs import evolve

from hjemmel.core.schema import Schema
from hjemmel.facts.database.address import Address, address
from hjemmel.facts.database.tables import Table, place
from hjemmel.facts.reading import Told, place_of, stream_cases
from hjemmel.facts.source_file import Place, unheeded

Sheets = Mapping[str, Sequence[Sequence[object]]]
At = tuple[str, str]


def database(at: Path, sheets: Sheets) -> Address:
    """An SQLite database with a table for each sheet; the columns have no types."""
    with closing(sqlite3.connect(at)) as made:
        for name, (heads, *rows) in sheets.items():
            columns = ", ".join(f'"{head}"' for head in heads)
            made.execute(f'create table "{name}" ({columns})')
            marks = ", ".join("?" * len(heads))
            for row in rows:
                made.execute(f'insert into "{name}" values ({marks})', [*map(_stored, row)])
        made.commit()
    return in_file(at)


def in_file(at: Path) -> Address:
    """An SQLite database that is there."""
    found = address(f"sqlite:///{at}", {})
    assert isinstance(found, Address)
    return found


def _stored(value: object) -> object:
    return str(value) if isinstance(value, date | Decimal) else value


def in_tables(of: Address, main: str, lists: Mapping[At, str]) -> Place:
    """The table of cases, and those of its lists."""
    return evolve(
        place(of, Table(main)), lists={at: place(of, Table(each)) for at, each in lists.items()}
    )


def in_files(main: Path, lists: Mapping[At, Path]) -> Place:
    """The same of files."""
    return evolve(place_of(main), lists={at: place_of(each) for at, each in lists.items()})


def write_csv(at: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A file with these cells, as a Norwegian spreadsheet writes them."""
    with at.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return at


def read(of: Place, schema: Schema) -> list[Told]:
    """All that is told of a place."""
    return list(stream_cases(of, schema, unheeded))
