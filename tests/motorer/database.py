"""Cases from the tables of PostgreSQL. Run by `make test-motorer`; it fails where there is none."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from psycopg import Connection, connect

from hjemmel.cli import main
from hjemmel.facts.database.address import PASSWORD, USER, WHOLE
from motorer.server import server

SECRET = "hemmelig-ord"
TABLES = """
create table tjenester (
  sak integer primary key, tittel text, vurderingsdato date, "tjeneste.type" text,
  "tjeneste.godkjent" boolean, "tjeneste.godkjent.kilde" text
);
create table steder (sak integer, helseforetak text);
insert into tjenester values
  (2, 'To', '2024-05-01', 'flerregional behandlingstjeneste', true, 'brevet'),
  (1, 'En', '2024-05-01', 'flerregional behandlingstjeneste', true, null),
  (3, null, null, null, false, null);
insert into steder values (1, 'OUS'), (1, 'Haukeland'), (2, 'OUS'), (2, 'Ahus'), (9, 'OUS');
create table samlet (sak text, "tjeneste.type" text, "tjeneste.godkjent" boolean,
  "tjeneste.steder" jsonb);
insert into samlet values
  ('A', 'flerregional behandlingstjeneste', true,
   '[{"helseforetak": "OUS"}, {"helseforetak": {"verdi": "Haukeland", "kilde": "brevet"}}]');
create schema arkiv;
create view arkiv.gamle as select sak, tittel from tjenester where sak < 3;
create view arkiv.steder as select * from steder where sak < 9;
create function skriver() returns integer language sql as
  $$ insert into tjenester (sak) values (7) returning sak $$;
"""
ONE = ("--norm", "4-2/to-helseregioner", "--per", "2024-06-01", "--format", "jsonl")


@pytest.fixture(scope="module")
def folder() -> Iterator[str]:
    """A server with some tables, by where it can be reached."""
    with server() as where:
        with connect(where, autocommit=True) as opened:
            opened.execute(TABLES.encode())
        yield where.partition("host=")[2].partition(" ")[0]


@pytest.fixture
def database(folder: str) -> Iterator[Connection]:
    """A connection of one's own."""
    with connect(f"host={folder} user=postgres dbname=postgres", autocommit=True) as opened:
        yield opened


def ntr(folder: str, *arguments: str, **environment: str) -> Result:
    """Run a command against the server."""
    at = f"postgresql://postgres@/postgres?host={quote(folder, safe='')}"
    return CliRunner(env=environment).invoke(main, [*arguments, "--database", at], prog_name="ntr")


def outcomes(done: Result) -> dict[str, str]:
    """What each case came to."""
    documents = map(json.loads, done.stdout.splitlines())
    return {each["sak"]: each["verdikter"][0]["utfall"] for each in documents}


def test_a_table_with_its_list(folder: str) -> None:
    """By the primary key, with dates and truths as they are."""
    lists = ("--liste", "tjeneste.steder=arkiv.steder")
    done = ntr(folder, "vurder", "--tabell", "tjenester", *lists, *ONE)
    assert outcomes(done) == {"1": "oppfylt", "2": "brutt", "3": "ikke aktuell"}
    assert done.exit_code == 1


def test_a_row_of_no_case(folder: str) -> None:
    """It is told of, and may be any case's: no list is known to have no more."""
    done = ntr(folder, "vurder", "--tabell", "tjenester", "--liste", "steder", *ONE)
    assert outcomes(done) == {"1": "uavklart", "2": "uavklart", "3": "ikke aktuell"}
    assert "feil[NTR518]: tabell steder, rad 5, sak: saken «9» står ikke i tabell" in done.stderr
    assert done.exit_code == 2


def test_a_schema_and_a_view(folder: str) -> None:
    """The schema is said before the name."""
    done = ntr(folder, "vurder", "--tabell", "arkiv.gamle", *ONE)
    assert list(outcomes(done)) == ["1", "2"]


def test_a_list_in_a_cell(folder: str) -> None:
    """A list of groups is what it would be in JSON."""
    done = ntr(folder, "vurder", "--tabell", "samlet", *ONE)
    assert outcomes(done) == {"A": "oppfylt"}, done.stderr


def test_a_query(folder: str) -> None:
    """As it is written: a percent sign and a colon are no parameters."""
    text = """select sak, 'kl. :tid' as tittel from tjenester where tittel like 'E%'"""
    done = ntr(folder, "vurder", "--sporring", text, *ONE)
    assert list(outcomes(done)) == ["1"]


def test_it_only_reads(folder: str, database: Connection) -> None:
    """Also where a function that is selected would write."""
    done = ntr(folder, "vurder", "--sporring", "select skriver() as sak", *ONE)
    assert done.exit_code == 2
    assert "read-only transaction" in done.stderr
    assert database.execute(b"select count(*) from tjenester").fetchone() == (3,)


def test_nobody_is_let_in(folder: str) -> None:
    """Neither the name nor the password is told, whatever the server says of them."""
    host = quote(folder, safe="")
    whole = {WHOLE: f"postgresql://{SECRET}:{SECRET}@/postgres?host={host}"}
    parts = {USER: SECRET, PASSWORD: SECRET}
    told = ((whole, ()), (parts, ("--database", f"postgresql:///postgres?host={host}")))
    for environment, at in told:
        arguments = ["vurder", "--tabell", "tjenester", *at, *ONE]
        done = CliRunner(env=environment).invoke(main, arguments, prog_name="ntr")
        assert done.exit_code == 2
        assert "slipper deg ikke inn" in done.stderr
        assert SECRET not in done.stdout + done.stderr


def test_what_goes_wrong_on_the_way(folder: str) -> None:
    """The rows before are judged, and it is told after which of them the rest is not read."""
    text = """select n as sak, 1 / (2000 - n) > 2 as "tjeneste.godkjent"
              from generate_series(1, 2500) n"""
    done = ntr(folder, "vurder", "--sporring", text, *ONE)
    assert done.exit_code == 2
    assert "division by zero" in done.stderr
    assert f"etter rad {len(outcomes(done))}" in done.stderr
    assert outcomes(done)
