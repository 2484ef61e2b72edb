"""PostgreSQL answers as columns do. Run by `make test-motorer`; it fails where there is none."""

from collections.abc import Iterator

import numpy as np
import pytest
from psycopg import Connection, connect

from hjemmel.core.program import Program
from many_services import services
from motorer.queries import InPostgres
from motorer.server import server
from support.golden_run import program_of
from support.several_names import about_names, cases, plain_cases
from support.sql_and_columns import both, random_cases, reasons

RULEBOOKS, MOST_CASES = 120, 30
REASONED, FEW_CASES = 40, 12
SERVICES = 1_000


@pytest.fixture(scope="module")
def database() -> Iterator[Connection]:
    """A database with nothing in it."""
    with server() as where, connect(where, autocommit=True) as opened:
        yield opened


def differ(rulebook: Program, views: list, database: Connection) -> int:
    """How many norms stand otherwise."""
    ready = both(rulebook)
    found = InPostgres(ready.query, database).standings(views)
    return int((found != ready.columns.standings(ready.columns.batch(views))).sum())


@pytest.mark.parametrize("seed", range(RULEBOOKS))
def test_random_cases(seed: int, database: Connection) -> None:
    """Lists in lists, names that are one of several, sizes in spans and numbers of any size."""
    assert differ(*random_cases(f"spørring {seed}", MOST_CASES), database) == 0


@pytest.mark.parametrize("seed", range(REASONED))
def test_reasons_of_random_cases(seed: int, database: Connection) -> None:
    """What decides, and what is missing."""
    rulebook, views = random_cases(f"grunner {seed}", FEW_CASES)
    ready = both(rulebook)
    found = InPostgres(ready.query, database).bits(
        dict(reasons(rulebook, ready.query.folding)), views
    )
    expected = ready.columns.where([bit for _, bit in reasons(rulebook, ready.columns.folding)])
    assert np.array_equal(found, expected.rows(ready.columns.batch(views)))


def test_names_in_all_the_ways_they_are_told(database: Connection) -> None:
    """One of several, and none of some."""
    assert differ(about_names(), cases(), database) == 0
    assert differ(about_names(), plain_cases(), database) == 0


def test_varied_services(database: Connection) -> None:
    """All norms of the project's rulebook."""
    rulebook = program_of({})
    assert differ(rulebook, services(rulebook, SERVICES, 20_240_603), database) == 0
