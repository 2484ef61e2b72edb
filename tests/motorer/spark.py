"""Spark answers as columns do. Run by `make test-motorer`; it fails where there is none."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from pyspark.sql import SparkSession

from hjemmel.archive.deciding import deciding
from hjemmel.archive.engines import Engine
from hjemmel.archive.spark import asking, worker
from hjemmel.archive.spark.session import session
from hjemmel.case.observation import View
from hjemmel.cli import main
from hjemmel.core.program import Program
from motorer import killing
from motorer.spark_query import door, in_spark
from support.archives import PER, plain_services
from support.doors import in_columns
from support.several_names import about_names, cases, plain_cases
from support.sql_and_columns import random_cases
from support.tables import Row, as_texts, flat, portfolio, table, with_oddities

RULEBOOKS, MOST_CASES = 12, 20
SPARK = ("--motor", "spark", "--master", "local[2]")
SOME = ("--norm", "4-2", "--norm", "4-3")
WAYS = ("arrow", "sql")


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """Varied services, told plainly."""
    return plain_services()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with nothing in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ntr(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments, prog_name="ntr")


def judged(to: str, files: Sequence[str], *more: str) -> Result:
    """Judge tables to a folder."""
    done = ntr("vurder", *files, "--format", "parquet", "--ut", to, *more)
    assert "Resultatet ligger i" in done.stdout, done.output
    return done


def whole(folder: str) -> dict[str, object]:
    """All that a result is: its tables as they are read, and its other files."""
    return {
        each.name: pq.read_table(each) if each.suffix == ".parquet" else each.read_bytes()
        for each in Path(folder).iterdir()
    }


def told(done: Result) -> list[str]:
    """What is said of a run, but for what it was worked out with and where the result is."""
    lines = (done.stdout + done.stderr).splitlines()
    return [each for each in lines if "Regnet " not in each and "kolonner" not in each]


# --- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("by", WAYS)
@pytest.mark.parametrize("tell", [list, with_oddities, flat, portfolio])
def test_the_result_is_that_of_columns(
    rows: list[Row], tell: Callable[[list[Row]], list[Row]], by: str
) -> None:
    """However the table tells it: verdicts, reasons, and what is said of it."""
    table(tell(rows))
    expected = judged("alene", ["saker.parquet"], *PER, *SOME)
    done = judged("alene-spark", ["saker.parquet"], *PER, *SOME, *SPARK, "--spark-med", by)
    assert whole("alene-spark") == whole("alene")
    assert (done.exit_code, told(done)) == (
        expected.exit_code, [each.replace("alene", "alene-spark") for each in told(expected)]
    )  # fmt: skip


def test_all_norms_of_the_rulebook(rows: list[Row]) -> None:
    """In columns; by SQL, that is measured where it is measured how fast it is."""
    table(with_oddities(rows))
    judged("alene", ["saker.parquet"], *PER)
    judged("ut", ["saker.parquet"], *PER, *SPARK)
    assert whole("ut") == whole("alene")


@pytest.mark.parametrize("by", WAYS)
def test_what_is_not_read_is_told(rows: list[Row], by: str) -> None:
    """Rows set aside, facts that are not read, and rows without a day."""
    bad = [as_texts(each) for each in rows[:20]]
    bad[2]["tjeneste"]["godkjenningsdato"] = "31.02.2024"
    bad[3]["sak"] = ""
    table(bad, "a.parquet")
    table([{"sak": "", "tjeneste": {"godkjent": True}}], "b.parquet")
    expected = judged("alene", ["a.parquet", "b.parquet"], *SOME)
    done = judged("ut", ["a.parquet", "b.parquet"], *SOME, *SPARK, "--spark-med", by)
    assert whole("ut") == whole("alene")
    assert done.exit_code == expected.exit_code == 2
    assert "rad 3: tjeneste.godkjenningsdato" in done.stderr
    assert "uten vurderingsdato" in done.stderr
    assert "2 rader satt til side, 1 opplysning ikke lest" in done.stdout


@pytest.mark.parametrize("by", WAYS)
def test_processes_that_are_killed_midway_change_nothing(
    rows: list[Row], by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their parts are done again, and nothing stands twice."""
    files = [str(table(rows[at::4], f"{at}.parquet")) for at in range(4)]
    judged("alene", files, *PER, *SOME)
    monkeypatch.setattr(worker, "judge", killing.judge)
    monkeypatch.setattr(asking, "write", killing.write)
    judged("ut", files, *PER, *SOME, *SPARK, "--spark-med", by)
    assert whole("ut") == whole("alene")


def test_a_row_is_explained(rows: list[Row]) -> None:
    """As where it was judged without Spark; and what lacks of a result is made by Spark too."""
    files = [str(table(rows[:60], "a.parquet")), str(table(rows[60:], "b.parquet"))]
    judged("alene", files, *PER, *SOME)
    judged("ut", files, *PER, *SOME)
    Path("ut/del-00001.parquet").unlink()
    judged("ut", files, *PER, *SOME, *SPARK, "--spark-med", "sql", "--fortsett")
    assert whole("ut") == whole("alene")
    asked = ("--sak", str(rows[77]["sak"]), "--norm", "4-2/to-helseregioner")
    assert ntr("forklar", "ut", *asked).stdout == ntr("forklar", "alene", *asked).stdout != ""


# --- what is wrong ----------------------------------------------------------------------------


def test_without_java_it_is_told_what_to_install(
    rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the work."""
    table(rows[:3])
    monkeypatch.setenv("JAVA_HOME", str(Path.cwd()))
    done = ntr("vurder", "saker.parquet", "--format", "parquet", "--ut", "ut", *SPARK)
    assert done.exit_code == 2
    assert "Spark trenger Java" in done.stderr
    assert "installer Java 17" in done.stderr
    assert not Path("ut").exists()


def test_a_table_that_is_broken_inside_is_told(rows: list[Row]) -> None:
    """As without Spark, though a process of Spark's met it."""
    at = table(rows)
    content = at.read_bytes()
    at.write_bytes(content[:4] + bytes(2_000) + content[2_004:])
    done = ntr("vurder", "saker.parquet", "--format", "parquet", "--ut", "ut", *PER, *SPARK)
    assert done.exit_code == 2
    assert "er ødelagt" in done.stderr


# --- random programs --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """A session on this machine."""
    with session("local[2]") as opened:
        yield opened


def differ(rulebook: Program, views: list[View], spark: SparkSession) -> int:
    """How many verdicts and words of reasons are otherwise."""
    norms = [each.id for each in rulebook.norms]
    by = deciding(Engine.COLUMNS, rulebook, norms, why=True)
    standings, words = in_spark(by, views, spark)
    expected = deciding(Engine.COLUMNS, rulebook, norms, why=True).of_views(views)
    return int((standings != expected[0]).sum()) + int((words != expected[1]).sum())


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_random_cases(seed: int, spark: SparkSession) -> None:
    """Lists in lists, names that are one of several, sizes in spans and numbers of any size."""
    assert differ(*random_cases(f"spørring {seed}", MOST_CASES), spark) == 0


def test_names_in_all_the_ways_they_are_told(spark: SparkSession) -> None:
    """One of several, and none of some."""
    assert differ(about_names(), cases(), spark) == 0
    assert differ(about_names(), plain_cases(), spark) == 0


def test_the_door_of_all_engines(spark: SparkSession) -> None:
    """Standings and reasons in the order that all engines have them."""
    rulebook = about_names()
    at_once, _ = in_columns(rulebook)
    found, expected = door(rulebook, spark)(cases()), at_once(cases())
    assert np.array_equal(found.standings, expected.standings)
    assert np.array_equal(found.reasons, expected.reasons)
    assert found.reasons.any()
