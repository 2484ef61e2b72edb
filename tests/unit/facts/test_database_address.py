"""Where a database is; and that nothing secret is told of it."""

import pytest

from hjemmel.facts.database.address import PASSWORD, USER, WHOLE, Address, address
from hjemmel.files.refused import Refused

SECRET = "hemmelig"


@pytest.mark.parametrize(
    "told",
    [
        f"postgresql://ola:{SECRET}@vert/base",
        f"postgresql://:{SECRET}@vert/base",
        f"postgresql://ola:{SECRET}/x@y@vert/base",
        f"postgresql://domene/ola:{SECRET}@vert/base",
        f"postgresql://ola@vert/base?password={SECRET}",
        f"postgresql://vert/base?user=ola&sslpassword={SECRET}",
        f"mssql+pyodbc:///?odbc_connect=UID%3Dola%3BPWD%3D{SECRET}",
        f"snowflake://ola@konto/base?access_token={SECRET}",
        f"ola:{SECRET}@vert",
    ],
)
def test_a_password_on_the_command_line_is_refused(told: str) -> None:
    """Wherever in the address it stands; what is said of it does not say it again."""
    found = address(told, {})
    assert isinstance(found, Refused)
    assert SECRET not in found.reason + found.help


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("sqlite:///fil.db", "sqlite:///fil.db"),
        ("sqlite:////a:b@c/fil.db", "sqlite:////a:b@c/fil.db"),
        ("postgresql://vert:5432/base", "postgresql://vert:5432/base"),
        ("postgresql://ola@vert/base?sslmode=require", "postgresql://vert/base"),
    ],
)
def test_what_it_is_called(told: str, shown: str) -> None:
    """The kind, the host and the database; never who asks."""
    found = address(told, {PASSWORD: SECRET})
    assert isinstance(found, Address)
    assert found.shown == shown
    assert SECRET not in repr(found)


def test_who_asks_stands_in_the_environment() -> None:
    """Beside an address, or in a whole one, of which nothing is told."""
    found = address("postgresql://vert/base", {USER: "ola", PASSWORD: "p@s/s:ord"})
    assert isinstance(found, Address)
    assert (found.url.username, found.url.password) == ("ola", "p@s/s:ord")
    found = address(None, {WHOLE: f"postgresql://ola:{SECRET}@vert/base"})
    assert isinstance(found, Address)
    assert (found.url.password, found.shown) == (SECRET, f"databasen i {WHOLE}")


def test_the_command_line_goes_first() -> None:
    """What is said now is said later than what the shell remembers."""
    found = address("sqlite:///en.db", {WHOLE: "sqlite:///to.db"})
    assert isinstance(found, Address)
    assert found.shown == "sqlite:///en.db"


@pytest.mark.parametrize("told", [None, "", "fil.db", "sqlite//fil.db"])
def test_no_address(told: str | None) -> None:
    """It is said how one is written."""
    found = address(told, {})
    assert isinstance(found, Refused)
    assert "sqlite:///fil.db" in found.help
