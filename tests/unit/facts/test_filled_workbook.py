"""A workbook filled in through the template gives the cases that the same facts in JSON give."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from hjemmel.case.statements import Case
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import Reading, read_cases
from hjemmel.facts.template import TemplateBasis, xlsx_template
from unit.facts.conftest import SCHEMA
from unit.facts.filled_in import Cells, Json, case_cells, cases, entry_rows

Rows = list[Sequence[object]]
Write = Callable[[Path, Mapping[str, Sequence[Sequence[object]]]], None]

HEADINGS = 3
"""The row of the headings, from 0."""

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SETTINGS
@given(stated=cases(SCHEMA), shuffled=st.randoms(use_true_random=False))
def test_any_cases(
    stated: list[Json],
    shuffled: Any,
    schema: Schema,
    basis: TemplateBasis,
    tmp_path: Path,
    write: Write,
) -> None:
    """Every kind of fact, in any number of services, whatever the order of the rows of lists."""
    sheets = _template(basis, tmp_path)
    lists = {"tjeneste.steder": [each for case in stated for each in _places(case, schema)]}
    _stable_shuffle(lists["tjeneste.steder"], shuffled)
    filled = {"saker": [case_cells(each, schema) for each in stated], **lists}
    for name, rows in filled.items():
        sheets[name] += _rows(sheets[name], rows)
    write(tmp_path / "fylt.xlsx", sheets)
    (tmp_path / "fylt.json").write_text(json.dumps(stated), "utf-8")
    found = read_cases(tmp_path / "fylt.xlsx", schema)
    wanted = read_cases(tmp_path / "fylt.json", schema)
    for each in (found, wanted):
        assert not each.rejected
        assert not each.unread
        assert all("står ikke i registeret" in note.text for note in each.notes)
    assert list(map(_said, found.cases)) == list(map(_said, wanted.cases))


@pytest.mark.parametrize("moved", [(0, 2), (3, 0)])
def test_columns_may_be_moved(
    moved: tuple[int, int], schema: Schema, basis: TemplateBasis, tmp_path: Path, write: Write
) -> None:
    """The column of the case, too; what is told of the columns is moved with them."""
    sheets = _template(basis, tmp_path)
    cells = {"sak": "A", "tjeneste.navn": "x"}
    sheets["saker"] += _rows(sheets["saker"], [cells])
    first, second = moved
    for at, row in enumerate(sheets["saker"]):
        changed = list(row)
        changed[first], changed[second] = row[second], row[first]
        sheets["saker"][at] = changed
    write(tmp_path / "fylt.xlsx", sheets)
    (case,) = _read(tmp_path, schema).cases
    assert (case.id, set(case.records)) == ("A", {"tjeneste"})


def test_columns_may_be_deleted(
    schema: Schema, basis: TemplateBasis, tmp_path: Path, write: Write
) -> None:
    """Those that nobody has anything to say in, and sheets too."""
    sheets = _template(basis, tmp_path)
    sheets["saker"] += _rows(sheets["saker"], [{"sak": "A", "tjeneste.navn": "x"}])
    short = {"saker": [row[:4] for row in sheets["saker"]]}
    write(tmp_path / "fylt.xlsx", short)
    assert [each.id for each in _read(tmp_path, schema).cases] == ["A"]


def test_an_older_template_is_read(
    schema: Schema, basis: TemplateBasis, tmp_path: Path, write: Write
) -> None:
    """Headings in the first row and explanations in the second, and no sheet of advice."""
    sheets = _template(basis, tmp_path)
    sheets["saker"] += _rows(sheets["saker"], [{"sak": "A", "tjeneste.navn": "x"}])
    older = {"saker": sheets["saker"][HEADINGS:], "verdier": sheets["verdier"]}
    write(tmp_path / "fylt.xlsx", older)
    reading = _read(tmp_path, schema)
    assert [each.id for each in reading.cases] == ["A"]
    assert reading.edition is None


def test_the_sheet_of_advice_is_never_read_as_cases(
    schema: Schema, basis: TemplateBasis, tmp_path: Path, write: Write
) -> None:
    """Not even where the sheet of cases has another name, and it is the first."""
    sheets = _template(basis, tmp_path)
    sheets["saker"] += _rows(sheets["saker"], [{"sak": "A"}])
    first = {"les MEG først": sheets["Les meg først"]}
    write(tmp_path / "fylt.xlsx", {**first, "Våre saker": sheets["saker"]})
    reading = _read(tmp_path, schema)
    assert [each.id for each in reading.cases] == ["A"]


def test_only_the_sheet_of_advice(
    schema: Schema, basis: TemplateBasis, tmp_path: Path, write: Write
) -> None:
    """A workbook without a sheet of cases has none."""
    write(tmp_path / "fylt.xlsx", {"Les meg først": _template(basis, tmp_path)["Les meg først"]})
    reading = read_cases(tmp_path / "fylt.xlsx", schema)
    assert [each.code for each in reading.rejected] == ["NTR516"]


def test_the_fingerprint_is_read_back(schema: Schema, basis: TemplateBasis, tmp_path: Path) -> None:
    """With the name of the rulebook, and where it stands."""
    _template(basis, tmp_path)
    edition = read_cases(tmp_path / "mal.xlsx", schema).edition
    assert edition is not None
    assert (edition.rulebook, edition.fingerprint) == ("prøve", "f1" * 32)
    assert edition.place == "Les meg først"


def _template(basis: TemplateBasis, folder: Path) -> dict[str, Rows]:
    assert xlsx_template(basis, folder / "mal.xlsx") is None
    book = load_workbook(folder / "mal.xlsx")
    return {name: list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


def _rows(sheet: Rows, rows: Sequence[Cells]) -> Rows:
    """The rows in the order of the headings, every cell of which there must be a column for."""
    heads = [str(each) for each in sheet[HEADINGS]]
    for each in rows:
        assert set(each) <= set(heads)
    return [[each.get(head) for head in heads] for each in rows]


def _places(case: Json, schema: Schema) -> Sequence[Cells]:
    return entry_rows(case, "tjeneste", "steder", schema)


def _stable_shuffle(rows: list[Cells], shuffled: Any) -> None:
    """Mix the rows of the cases, each case's own in their order."""
    mixed = [each["sak"] for each in rows]
    shuffled.shuffle(mixed)
    left = list(rows)
    for at, name in enumerate(mixed):
        first = next(each for each in left if each["sak"] == name)
        left.remove(first)
        rows[at] = first


def _said(case: Case) -> tuple[object, ...]:
    return case.id, case.title, case.day, case.records


def _read(folder: Path, schema: Schema) -> Reading:
    reading = read_cases(folder / "fylt.xlsx", schema)
    assert not reading.rejected
    assert not reading.unread
    assert all("står ikke i registeret" in each.text for each in reading.notes)
    return reading
