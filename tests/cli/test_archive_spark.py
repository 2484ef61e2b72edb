"""Very many cases on Spark: what is told where it cannot be. That it answers right is tried by
`make test-motorer`, where there is a Spark."""

import importlib.util
from pathlib import Path

import pytest

from support.archives import PER
from support.command_line import Ntr
from support.tables import Row, table

PARQUET = ("--format", "parquet", "--ut", "ut")


def test_without_spark_it_is_told_what_to_install(
    ntr: Ntr, rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the work."""
    table(rows[:3])
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *more: None if name == "pyspark" else find(name, *more),
    )
    done = ntr("vurder", "saker.parquet", *PARQUET, *PER, "--motor", "spark")
    assert done.exit_code == 2
    assert "Spark er ikke installert" in done.stderr
    assert 'pip install "hjemmel[spark]"' in done.stderr
    assert not Path("ut").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("saker.parquet", *PARQUET, "--master", "local[2]"), "--master gjelder bare --motor"),
        (("saker.parquet", *PARQUET, "--motor", "kolonner", "--spark-med", "sql"),
         "--spark-med gjelder bare --motor spark"),
        (("saker.parquet", "--motor", "spark"), "--motor gjelder bare --format parquet"),
        (("sak.json", *PARQUET, "--motor", "spark", "--spark-med", "sql"),
         "--spark-med sql leser bare Parquet, ikke sak.json"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_before_the_work(
    ntr: Ntr, rows: list[Row], arguments: tuple[str, ...], told: str
) -> None:
    """What, and what to do."""
    table(rows[:2])
    done = ntr("vurder", *arguments, *PER)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "hjelp:" in done.stderr
    assert not Path("ut").exists()
