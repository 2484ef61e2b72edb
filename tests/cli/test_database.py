"""Cases from a database, on the command line."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import Result

from hjemmel.facts.database.address import PASSWORD, USER, WHOLE
from support.command_line import Ntr

SECRET = "hemmelig-ord"
AT = ("--database", "sqlite:///fil.db")
ONE = ("--norm", "4-2/to-helseregioner", "--per", "2024-06-01")
SCRIPT = """
create table tjenester (sak text primary key, tittel text, "tjeneste.type" text,
  "tjeneste.godkjent" boolean, kommentar text);
create table steder (sak text, helseforetak text);
insert into tjenester values
  ('T-2', 'To', 'flerregional behandlingstjeneste', 1, 'ring'),
  ('T-1', 'En', 'flerregional behandlingstjeneste', 1, null),
  ('T-3', null, 'annen tjeneste', null, null);
insert into steder values ('T-1', 'OUS'), ('T-1', 'Haukeland'), ('T-2', 'OUS');
create view visning as select sak, tittel, "tjeneste.type", "tjeneste.godkjent" from tjenester;
"""
FROM_VIEW = (*AT, "--tabell", "visning", "--liste", "steder")


@pytest.fixture(autouse=True)
def database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database, and nothing in the environment of any."""
    for each in (WHOLE, USER, PASSWORD):
        monkeypatch.delenv(each, raising=False)
    with closing(sqlite3.connect(folder / "fil.db")) as made:
        made.executescript(SCRIPT)
    return folder / "fil.db"


def outcomes(done: Result) -> dict[str, str]:
    """What each case came to."""
    documents = map(json.loads, done.stdout.splitlines())
    return {each["sak"]: each["verdikter"][0]["utfall"] for each in documents}


def test_a_view_and_its_list(ntr: Ntr) -> None:
    """As from any file, in the order of the cases' names."""
    done = ntr("vurder", *FROM_VIEW, *ONE, "--format", "jsonl")
    assert outcomes(done) == {"T-1": "oppfylt", "T-2": "brutt", "T-3": "ikke aktuell"}
    assert done.exit_code == 1
    assert "merk: tabell visning: listen «tjeneste.steder» er lest fra tabell steder" in done.stderr


def test_a_query(ntr: Ntr, folder: Path) -> None:
    """In the command or in a file; both give the same."""
    text = "select * from visning where sak like '%1'"
    (folder / "hent.sql").write_text(f"-- de viktige\n{text};\n", "utf-8")
    for query in (text, "hent.sql"):
        of = ("--sporring", query, "--liste", "steder=select * from steder where sak = 'T-1'")
        done = ntr("vurder", *AT, *of, *ONE, "--format", "jsonl")
        assert outcomes(done) == {"T-1": "oppfylt"}, done.stderr


def test_a_query_for_some_and_a_list_for_all(ntr: Ntr) -> None:
    """A row of another case may be a misspelt one of these; it is said how to choose them too."""
    query = "select * from visning where sak = 'T-1'"
    of = ("--sporring", query, "--liste", "steder")
    done = ntr("vurder", *AT, *of, *ONE, "--format", "jsonl")
    assert outcomes(done) == {"T-1": "uavklart"}
    assert "= hjelp: velg radene til de samme sakene" in done.stderr


def test_the_address_in_the_environment(ntr: Ntr) -> None:
    """Then the table alone says it."""
    told = {WHOLE: "sqlite:///fil.db"}
    done = ntr("vurder", "--tabell", "visning", *ONE, "--format", "jsonl", **told)
    assert list(outcomes(done)) == ["T-1", "T-2", "T-3"]


@pytest.mark.parametrize("form", ["tekst", "json", "csv", "html", "xlsx"])
def test_every_format(ntr: Ntr, form: str) -> None:
    """A database is a way in as any other, whatever comes out."""
    done = ntr("vurder", *FROM_VIEW, *ONE, "--format", form, "--ut", f"svar.{form}")
    assert done.exit_code == 1, done.stderr
    assert Path(f"svar.{form}").stat().st_size


def test_to_a_table(ntr: Ntr, folder: Path, alone: None) -> None:
    """One case at a time; of which database is told, and a row says what the result says."""
    done = ntr("vurder", *FROM_VIEW, *ONE, "--format", "parquet", "--ut", "svar")
    assert done.exit_code == 1, done.stderr
    table = pq.read_table("svar/del-00000.parquet").to_pylist()
    assert [each["4-2/to-helseregioner"] for each in table] == [
        "holder", "holder ikke", "ikke aktuell"
    ]  # fmt: skip
    assert {each["fil"] for each in table} == {"tabell visning"}
    about = json.loads((folder / "svar/om.json").read_bytes())
    assert about["filer"][0]["sted"] == "tabell visning i sqlite:///fil.db"
    told = ntr("forklar", "svar", "--sak", "T-2", "--norm", "4-2/to-helseregioner")
    assert "merk: saken kom fra en database, som kan være endret siden" in told.stderr
    assert "4-2/to-helseregioner: holder ikke" in told.stdout


def test_the_reason(ntr: Ntr) -> None:
    """Of a case in a database."""
    query = "select * from visning where sak = 'T-2'"
    lists = ("--liste", "steder=select * from steder where sak = 'T-2'")
    done = ntr("forklar", *AT, "--sporring", query, *lists, "--norm", "4-2/to-helseregioner")
    assert "krav: fraveket" in done.stdout


def test_columns_are_proposed(ntr: Ntr) -> None:
    """For a table and for a query; the file that comes is then used."""
    done = ntr("skjema", "--oversett", "tjenester", *AT, "--ut", "kolonner.tsv")
    assert "«ntr vurder --database … --kolonner kolonner.tsv»" in done.stderr
    assert Path("kolonner.tsv").read_text("utf-8").splitlines()[1:] == [
        "\tkommentar\t-\ten merknad"
    ]
    used = ntr("vurder", *AT, "--tabell", "tjenester", "--kolonner", "kolonner.tsv", *ONE)
    assert "etter kolonner.tsv leses ikke «kommentar»" in used.stderr
    query = 'select sak as "Saksnr" from tjenester'
    assert "Saksnr\tsak" in ntr("skjema", "--oversett", query, *AT).stdout


def test_a_list_is_not_read_unasked(ntr: Ntr, database: Path) -> None:
    """A table that is called as one is told of."""
    with closing(sqlite3.connect(database)) as made:
        made.executescript('create table "tjeneste.steder" (sak)')
    done = ntr("vurder", *AT, "--tabell", "visning", *ONE)
    assert "merk: tabellen «tjeneste.steder» er ikke lest; skriv --liste" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--tabell", "visning"], "hvilken database skal leses?"),
        ([*AT], "hva skal leses fra sqlite:///fil.db?"),
        ([*AT, "--tabell", "t", "--sporring", "select 1"], "--tabell og --sporring gjelder"),
        ([*AT, "--sporring", "drop table steder"], "spørringen leser ikke"),
        ([*AT, "--sporring", "borte.sql"], "borte.sql: filen finnes ikke"),
        ([*AT, "--tabell", "visnin"], "mente du «visning»?"),
        ([*AT, "--tabell", "visning", "--liste", "rart"], "«rart» er ikke en liste"),
        ([*AT, "--tabell", "visning", "--liste", "steder=stder"], "mente du «steder»?"),
        (["--database", "sqlite:///borte.db", "--tabell", "t"], "filen finnes ikke"),
        (["--database", "rart://x/y", "--tabell", "t"], "databaser av slaget «rart» er ikke kjent"),
        (["--database", "fil.db", "--tabell", "t"], "dette er ingen adresse til en database"),
        (["--database", "oracle://vert/x", "--tabell", "t"], "skriv pip install oracledb"),
        (["--tabell", "t", "--format", "parquet"], "si hvor med --ut"),
        ([], "det mangler 'FIL…'"),
    ],
)
def test_what_is_said_wrong(ntr: Ntr, arguments: list[str], said: str) -> None:
    """Each is told, and what to do."""
    done = ntr("vurder", *arguments, *ONE)
    assert said in done.stderr
    assert done.exit_code == 2


OUTPUTS = (["--format", "tekst"], ["--format", "html", "--ut", "s.html"],
           ["--format", "parquet", "--ut", "svar"])  # fmt: skip


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize(
    ("at", "told"),
    [
        (f"postgresql://ola:{SECRET}@127.0.0.1:9/b", {}),
        (None, {WHOLE: f"postgresql://ola:{SECRET}@127.0.0.1:9/b"}),
        (None, {WHOLE: f"postgresql://ola:{SECRET}/x@{SECRET}:y@127.0.0.1:9/b"}),
        (None, {WHOLE: f"tull {SECRET}"}),
        (None, {WHOLE: f"mysql+{SECRET}://ola:{SECRET}@127.0.0.1:9/b"}),
        ("postgresql://127.0.0.1:9/b", {USER: SECRET, PASSWORD: SECRET}),
        ("sqlite:///fil.db", {USER: SECRET, PASSWORD: SECRET}),
    ],
)
def test_nothing_secret_is_told(
    ntr: Ntr, folder: Path, output: list[str], at: str | None, told: dict[str, str]
) -> None:
    """Neither in messages nor in anything that is written, whatever goes wrong."""
    arguments = [*(["--database", at] if at else []), "--tabell", "visning", *ONE, *output]
    done = ntr("vurder", *arguments, **told)
    assert SECRET not in done.stdout + done.stderr
    assert done.exit_code == (0 if at == "sqlite:///fil.db" else 2), done.stderr
    for each in folder.rglob("*"):
        assert not each.is_file() or SECRET.encode() not in each.read_bytes()


def test_without_the_extra(ntr: Ntr, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said what to install."""
    for name in ("sqlalchemy", "sqlalchemy.engine"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    done = ntr("vurder", *AT, "--tabell", "visning")
    assert 'skriv pip install "hjemmel[database]"' in done.stderr
    assert done.exit_code == 2
