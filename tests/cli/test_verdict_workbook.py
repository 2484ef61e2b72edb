"""Verdicts as a workbook: what a sheet or a cell has no room for is never left out in silence."""

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from hjemmel.cli import workbook
from support.command_line import CASE, Ntr, write

HEADER = ("sak", "norm")


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_rows_past_the_last_of_a_sheet_continue_on_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under the same header; they were dropped, and the file looked whole."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    rows = [HEADER, *((f"S-{number}", "n") for number in range(5))]
    found = sheets(workbook.verdict_workbook(rows))
    assert list(found) == ["verdikter", "verdikter 2", "verdikter 3"]
    assert [[row[0] for row in each] for each in found.values()] == [
        ["sak", "S-0", "S-1"], ["sak", "S-2", "S-3"], ["sak", "S-4"],
    ]  # fmt: skip


def test_a_sheet_may_be_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a workbook without verdicts has its header."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert list(sheets(workbook.verdict_workbook([HEADER, ("a", "n"), ("b", "n")]))) == [
        "verdikter"
    ]
    assert sheets(workbook.verdict_workbook([HEADER])) == {"verdikter": [list(HEADER)]}


def test_a_text_that_no_cell_has_room_for_is_told_and_nothing_is_written(
    ntr: Ntr, tmp_path: Path
) -> None:
    """It was cut, and nothing said so."""
    places: list[dict[str, str]] = [{}] * 1500  # of none of which a region is known
    write(tmp_path / "lang.json", CASE | {"tjeneste": CASE["tjeneste"] | {"steder": places}})
    done = ntr("vurder", "lang.json", "--format", "xlsx", "--ut", "ut.xlsx", "--norm",
               "4-2/to-helseregioner")  # fmt: skip
    assert done.exit_code == 2
    assert "«mangler» har mer enn 32767 tegn" in done.stderr
    assert "--format csv" in done.stderr
    assert not (tmp_path / "ut.xlsx").exists()
