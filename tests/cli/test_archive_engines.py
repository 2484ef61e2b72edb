"""What very many cases are worked out with: the same answers and reasons, and it is said which."""

import importlib.util
from pathlib import Path

import pytest

from support.archives import PER, result
from support.command_line import Ntr
from support.tables import Row, table, with_oddities

PROVISION = ("--norm", "4-2", *PER)


@pytest.mark.usefixtures("alone")
def test_engines_give_the_same_rows(ntr: Ntr, rows: list[Row]) -> None:
    """Answers, and the words of all reasons."""
    table(with_oddities(rows))
    asked = ("vurder", "saker.parquet", *PROVISION, "--format", "parquet", "--ut")
    for engine, said in (("kolonner", "Regnet i kolonner"), ("duckdb", "Regnet i DuckDB")):
        done = ntr(*asked, engine, "--motor", engine)
        assert said in done.stdout
    found = list(result("duckdb"))
    assert found == list(result("kolonner"))
    assert any(row["grunner.00"] for row in found)


@pytest.mark.usefixtures("alone")
def test_columns_are_chosen_where_nothing_is_asked_for(ntr: Ntr, rows: list[Row]) -> None:
    """And it is said."""
    table(rows[:3])
    done = ntr("vurder", "saker.parquet", *PROVISION, "--format", "parquet", "--ut", "ut")
    assert "Regnet i kolonner" in done.stdout


def test_an_engine_that_is_not_there(
    ntr: Ntr, rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install, before anything is written."""
    table(rows[:3])
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    asked = ("vurder", "saker.parquet", *PROVISION, "--format", "parquet", "--ut", "ut")
    done = ntr(*asked, "--motor", "duckdb")
    assert done.exit_code == 2
    assert "DuckDB er ikke installert" in done.stderr
    assert 'pip install "hjemmel[sql]"' in done.stderr
    assert not Path("ut").exists()


def test_an_engine_is_only_for_very_many_cases(ntr: Ntr) -> None:
    """Other formats read one case at a time."""
    done = ntr("vurder", "sak.json", "--motor", "duckdb")
    assert done.exit_code == 2
    assert "--motor gjelder bare --format parquet" in done.stderr
