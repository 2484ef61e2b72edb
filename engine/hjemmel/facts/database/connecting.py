"""Connecting to a database, to read only; and what went wrong, without a word that is secret."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from hjemmel.facts.database.address import PASSWORD, USER, WHOLE, Address
from hjemmel.facts.names import listed, printable
from hjemmel.files.refused import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

ROWS = 1_000
"""So many rows are held at a time."""

_PACKAGES = {"psycopg": '"psycopg[binary]"', "MySQLdb": "mysqlclient"}
"""What a driver is called where it is installed from, if not by its own name."""
_REFUSED_BY = ("password", "authentication", "access denied", "ora-01017", "login failed", "role ")


def connected(to: Address) -> "Connection | Refused":
    """A connection that reads; or why there is none."""
    from sqlalchemy import NullPool, create_engine
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    options: dict[str, Any] = {"poolclass": NullPool, "hide_parameters": True}
    if to.url.get_backend_name() == "sqlite":
        creator = _sqlite(to)
        if isinstance(creator, Refused):
            return creator
        options["creator"] = creator
    try:
        engine = create_engine(to.url, **options)
        connection = engine.connect()
    except NoSuchModuleError:
        kind = printable(to.url.drivername)
        return Refused(f"databaser av slaget «{kind}» er ikke kjent",
                       "kjent er sqlite, postgresql, mysql, mariadb, oracle og mssql")  # fmt: skip
    except ImportError as missing:
        name = printable(missing.name or to.url.get_driver_name())
        return Refused(f"databasen leses med driveren «{name}», som ikke er installert",
                       f"skriv pip install {_PACKAGES.get(name, name)}")  # fmt: skip
    except ArgumentError:
        return Refused("adressen til databasen er ikke hel", "sjekk hver del av den")
    except Exception as wrong:  # drivers have faults of their own, and tell secrets in them
        return _not_connected(to, wrong)
    settings = {"yield_per": ROWS}
    if connection.dialect.name == "postgresql":
        settings["postgresql_readonly"] = True
    return connection.execution_options(**settings)


def _sqlite(to: Address) -> Any:
    """How to open the file of an SQLite database, which is not made where there is none."""
    import sqlite3

    told = to.url.database or ""
    name = unquote(told.removeprefix("file:").partition("?")[0]) if told[:5] == "file:" else told
    if name in ("", ":memory:"):
        return Refused("adressen nevner ingen fil", "skriv den som sqlite:///fil.db")
    if not Path(name).is_file():
        return Refused(f"{to.shown}: filen finnes ikke", "sjekk at navnet er riktig skrevet")
    return lambda: sqlite3.connect(f"file:{quote(str(Path(name).absolute()))}?mode=ro", uri=True)


def _not_connected(to: Address, wrong: Exception) -> Refused:
    said = str(wrong).casefold()
    if any(each in said for each in _REFUSED_BY):
        return Refused(f"{to.shown} slipper deg ikke inn",
                       f"sjekk {USER} og {PASSWORD}, eller adressen i {WHOLE}")  # fmt: skip
    return Refused(f"{to.shown} svarer ikke", "sjekk adressen, og at databasen er i gang")


@contextmanager
def asking(of: Address, refused: list[Refused]) -> Iterator[None]:
    """Ask a database something; where it cannot answer, why is put in `refused`."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except SQLAlchemyError as wrong:
        refused.append(Refused(f"{of.shown} svarer: {_said(of, wrong)}", "rett det, og prøv igjen"))
    except Exception as wrong:  # drivers have faults of their own, and tell secrets in them
        name = type(wrong).__name__
        refused.append(Refused(f"{of.shown} kan ikke leses: driveren stanset av {name}",
                               "sjekk at driveren passer til databasen"))  # fmt: skip


def _said(of: Address, wrong: Exception) -> str:
    """What the database itself says, on one line, and nothing that is secret."""
    first = next(iter(str(getattr(wrong, "orig", None) or "feil").splitlines()), "feil")
    for each in (of.url.password, of.url.username):
        if each:
            first = first.replace(str(each), "•••")
    return printable(first)


def known_tables(connection: "Connection") -> tuple[str, ...]:
    """The tables and views that one need not say the schema of."""
    from sqlalchemy import inspect

    look = inspect(connection)
    return (*sorted(look.get_table_names()), *sorted(look.get_view_names()))


def told_tables(names: tuple[str, ...]) -> str:
    """The tables, in words."""
    more = f" og {len(names) - 20} til" if len(names) > 20 else ""
    return f"databasen har {listed(names[:20])}{more}" if names else "databasen har ingen tabeller"
