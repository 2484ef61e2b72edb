"""The same facts in JSON, YAML, CSV and Excel show the same, in the real rulebook's own words.

With names that nobody recognises, records of which nothing is told, assessments, pending matters
and lists known in part; and with letters of either case and blanks where nobody should mind.
"""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hjemmel.case.observation import PartialList, observe
from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.core.types import (
    Date,
    Days,
    Enumerated,
    Listed,
    Months,
    Registered,
    Row,
    Truth,
    Type,
)
from hjemmel.facts.reading import Note, Told, read_cases
from hjemmel.facts.sheet_roles import list_sheets
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.source.days import day_in_words
from support.golden_run import program_of
from support.other_places import database, in_files, in_tables, read, write_csv
from unit.facts.filled_in import Cells, Json, case_cells, cases, entry_rows

Write = Callable[[Path, Mapping[str, Sequence[Sequence[object]]]], None]
DAY = date(2024, 6, 1)
RELAXED = (Truth, Date, Months, Days, Enumerated, Registered)
"""The types whose words are known, so that case and blanks in them carry no meaning."""


@lru_cache
def real() -> Schema:
    """The schema of the project's own rules."""
    return program_of({}).schema


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stated=cases(real()), chance=st.randoms(use_true_random=False))
def test_four_formats_show_the_same(
    stated: list[Json], chance: Random, tmp_path: Path, write: Write
) -> None:
    """Every fact of every case, and which lists there may be more in."""
    plain = [_sanitised(each) for each in stated]
    (tmp_path / "a.json").write_text(json.dumps(plain), "utf-8")
    wanted = _seen(tmp_path / "a.json")
    careless = [[_careless(each, chance) for each in plain] for _ in range(4)]
    (tmp_path / "b.json").write_text(json.dumps(careless[0]), "utf-8")
    with (tmp_path / "c.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump(careless[1], file)
    (tmp_path / "d.csv").write_text(_csv(careless[2], chance), "utf-8")
    write(tmp_path / "e.xlsx", _sheets(careless[3]))
    for name in ("b.json", "c.yaml", "d.csv", "e.xlsx"):
        assert _seen(tmp_path / name) == wanted, name


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stated=cases(real()), chance=st.randoms(use_true_random=False))
def test_lists_in_tables_of_their_own_show_the_same(
    stated: list[Json], chance: Random, tmp_path: Path
) -> None:
    """The sheets of a workbook, as files beside one another and as tables of a database."""
    plain = [_sanitised(each) for each in stated]
    (tmp_path / "a.json").write_text(json.dumps(plain), "utf-8")
    wanted = _seen(tmp_path / "a.json")
    sheets = _sheets(plain)
    lists = {at: name for name, at in _lists().items() if name in sheets}
    (tmp_path / "b.db").unlink(missing_ok=True)
    of = database(tmp_path / "b.db", sheets)
    assert _shown(read(in_tables(of, "saker", lists), real())) == wanted
    texts = {name: [[_text(each, chance) for each in row] for row in rows]
             for name, rows in sheets.items()}  # fmt: skip
    files = {name: write_csv(tmp_path / f"{name}.csv", rows) for name, rows in texts.items()}
    place = in_files(files["saker"], {at: files[name] for at, name in lists.items()})
    assert _shown(read(place, real())) == wanted


def _seen(path: Path) -> dict[str, object]:
    """What each case shows, and which of its lists are known in part."""
    reading = read_cases(path, real())
    assert not reading.rejected
    assert not reading.unread
    return _shown(reading.cases)


def _shown(told: Iterable[Told]) -> dict[str, object]:
    found = [each for each in told if not isinstance(each, Note)]
    assert all(isinstance(each, Case) for each in found), found
    views = {each.id: observe(each, real(), each.day or DAY).view
             for each in found if isinstance(each, Case)}  # fmt: skip
    return {key: _marked(view) for key, view in views.items()}


def _marked(value: object) -> object:
    match value:
        case list():
            return isinstance(value, PartialList), [_marked(each) for each in value]
        case dict():
            return {key: _marked(each) for key, each in value.items()}
        case _:
            return value


def _sanitised(value: Any) -> Any:
    """Without what a list in one cell cannot hold: semicolons, and entries that say nothing."""
    match value:
        case str():
            return value.replace(";", ",")
        case list():
            return [_sanitised(each) for each in value if each != {}]
        case dict():
            return {key: _sanitised(each) for key, each in value.items()}
        case _:
            return value


# --- carelessly written ----------------------------------------------------------------------


def _careless(case: Json, chance: Random) -> Json:
    """With letters of either case, and blanks."""
    found = dict(case)
    for record in real().records:
        if record.key in case:
            kinds = {each.key: each.type for each in record.fields}
            found[record.key] = {key: _said(value, kinds[key], chance)
                                 for key, value in case[record.key].items()}  # fmt: skip
    return found


def _said(value: Any, kind: Type, chance: Random) -> Any:
    match value, kind:
        case {"minst": members}, Listed():
            return {"minst": _said(members, kind, chance)}
        case list(), Listed(element=Row(name=name)):
            shape = real().record(name)
            assert shape is not None
            kinds = {each.key: each.type for each in shape.fields}
            return [{key: _said(each, kinds[key], chance) for key, each in entry.items()}
                    for entry in value]  # fmt: skip
        case list(), Listed(element=element):
            assert not isinstance(element, Row)
            return [_said(each, element, chance) for each in value]
        case str(), _ if isinstance(kind, RELAXED):
            between = chance.choice([" ", "  ", "\u00a0"])
            words = between.join(chance.choice([str.upper, str.lower])(word)
                                 for word in value.split())  # fmt: skip
            return f"{chance.choice(['', ' '])}{words}" if not _is_day(value) else value
        case _:
            return value


def _is_day(text: str) -> bool:
    return text[:4].isdigit() and text[4:5] == "-"


# --- as tables -------------------------------------------------------------------------------


def _lists() -> Mapping[str, tuple[str, str]]:
    return list_sheets(Vocabulary.of(real()))


def _sheets(stated: list[Json]) -> dict[str, Sequence[Sequence[object]]]:
    sheets = {"saker": _table([case_cells(each, real()) for each in stated])}
    for name, at in _lists().items():
        rows = [row for each in stated for row in entry_rows(each, *at, real())]
        if rows:
            sheets[name] = _table(rows)
    return sheets


def _table(rows: Sequence[Cells]) -> list[list[object]]:
    heads = list(dict.fromkeys(key for row in rows for key in row))
    return [list(heads), *([row.get(head) for head in heads] for row in rows)]


def _csv(stated: list[Json], chance: Random) -> str:
    rows = []
    for case in stated:
        cells = dict(case_cells(case, real()))
        for at in _lists().values():
            entries = entry_rows(case, *at, real())
            for key in dict.fromkeys(key for each in entries for key in each if key != "sak"):
                told = [_text(each.get(key), chance) for each in entries]
                cells[".".join((*at, key))] = "; ".join(told)
        rows.append(cells)
    text = StringIO()
    csv.writer(text, delimiter=";").writerows(
        [_text(each, chance) for each in row] for row in _table(rows)
    )
    return text.getvalue()


def _text(cell: object, chance: Random) -> str:
    """As a Norwegian writes it."""
    match cell:
        case None:
            return ""
        case date():
            words = day_in_words(cell)
            return chance.choice([cell.isoformat(), f"{cell:%d.%m.%Y}", words, words.title()])
        case float():
            return f"{cell:.3f}".rstrip("0").rstrip(".").replace(".", ",")
        case _:
            return str(cell)
