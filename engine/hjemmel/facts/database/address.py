"""Where a database is, and who asks it. Whoever asks is told in the environment, and nowhere else.

Note: what stands on a command line is kept by the shell and seen by everybody on the machine. So a
password in it is refused, and nothing that is told of a database has a name or a password in it.
An address that is wrong may have its password where the host should be; of one that came from the
environment, nothing at all is told.
"""

import re
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from hjemmel.files.refused import Refused

WHOLE, USER, PASSWORD = "HJEMMEL_DATABASE", "HJEMMEL_DATABASE_BRUKER", "HJEMMEL_DATABASE_PASSORD"

_DRIVERS = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mariadb": "mariadb+pymysql",
    "oracle": "oracle+oracledb",
}
"""The driver of those for which nobody has said which; by what they are called."""

_SECRET_KEY = re.compile(r"pass|pwd|secret|token|(access|api|private|account)_?key", re.IGNORECASE)
_SECRET_VALUE = re.compile(r"(pwd|password|passwd)\s*=", re.IGNORECASE)

_MISSING = Refused(
    "databaser kan ikke leses uten tillegget for databaser",
    'skriv pip install "hjemmel[database]", eller hent ut tabellen som CSV',
)
_HAS_PASSWORD = Refused(
    "adressen til databasen har et passord i seg, og det blir liggende i kommandohistorikken",
    f"ta det bort, og legg det i miljøvariabelen {PASSWORD}, eller hele adressen i {WHOLE}",
)


@frozen(eq=False)
class Address:
    """The address with all that it takes to connect, and what it is called in messages."""

    url: Any = field(repr=False)
    shown: str


def address(told: str | None, environment: Mapping[str, str]) -> Address | Refused:
    """The address that somebody has told, or that stands in the environment."""
    try:
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError
    except ImportError:
        return _MISSING
    text = told or environment.get(WHOLE, "")
    if not text:
        hint = f"si det med --database sqlite:///fil.db, eller i miljøvariabelen {WHOLE}"
        return Refused("hvilken database skal leses?", hint)
    if told and _tells_password(told):
        return _HAS_PASSWORD
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        where = "dette" if told else f"det som står i {WHOLE},"
        return Refused(f"{where} er ingen adresse til en database",
                       "skriv den som sqlite:///fil.db eller postgresql://vert/database"
                       )  # fmt: skip
    if told and (url.password is not None or _has_secret(url.query)):
        return _HAS_PASSWORD
    url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
    if not url.drivername.startswith("sqlite"):  # a file, which asks nobody who they are
        user, password = environment.get(USER), environment.get(PASSWORD)
        url = url.set(username=url.username or user, password=url.password or password)
    return Address(url, _shown(url) if told else f"databasen i {WHOLE}")


def _tells_password(text: str) -> bool:
    """Whether something may be a password, also where the address is not well formed."""
    rest = text.partition("://")[2]
    before, at, _ = rest.rpartition("@")
    return bool(at) and ":" in before and not rest.startswith("/")


def _has_secret(query: Mapping[str, Any]) -> bool:
    return any(_SECRET_KEY.search(key) or _SECRET_VALUE.search(str(value))
               for key, value in query.items())  # fmt: skip


def _shown(url: Any) -> str:
    """The kind, the host and the name of the database."""
    host = f"{url.host}:{url.port}" if url.host and url.port else url.host or ""
    return f"{url.get_backend_name()}://{host}/{url.database or ''}"
