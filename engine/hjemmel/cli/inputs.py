"""Where a command reads cases from: files and folders, «-» for what is piped, a database."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click
from attrs import frozen

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.telling import tell
from hjemmel.facts.reading import STREAMED, place_of
from hjemmel.facts.source_file import Place
from hjemmel.files.reading import as_on_disk
from hjemmel.files.refused import Refused

if TYPE_CHECKING:
    from hjemmel.core.program import Program

PIPED = Path("-")
NAME = "standard inn"
FORMS = ("jsonl", "json", "yaml", "csv")
_FORM = click.option("--inn", "piped", metavar="FORMAT", type=click.Choice(FORMS),
                     help="hva som kommer inn når FIL er «-»: jsonl (uten --inn), json, yaml "
                     "eller csv")  # fmt: skip
DATABASE = click.option("--database", metavar="ADRESSE",
                         help="les saker fra en database (sqlite:///fil.db, "
                         "postgresql://vert/base); uten passord, som hører hjemme i "
                         "HJEMMEL_DATABASE_PASSORD")  # fmt: skip
_TABLE = click.option(
    "--tabell",
    "table",
    metavar="NAVN",
    help="tabellen eller visningen i databasen, en sak i hver rad",
)
_QUERY = click.option("--sporring", "query", metavar="SQL",
                      help="en spørring i stedet for en tabell: «select …», eller en fil som "
                      "slutter på .sql")  # fmt: skip
_LISTS = click.option("--liste", "lists", metavar="LISTE=TABELL", multiple=True,
                      help="hvor radene i en liste står, i databasen eller i en fil: "
                      "tjeneste.steder=steder")  # fmt: skip
_STREAM = Path("/dev/stdin")
_CLOSED = Refused("ingenting er koblet til", "send sakene inn med «<» eller «|»")


@frozen
class Given:
    """What was said of where cases are, besides the files."""

    piped: str | None = None
    database: str | None = None
    table: str | None = None
    query: str | None = None
    lists: tuple[str, ...] = ()

    @property
    def asks_database(self) -> bool:
        """Whether cases are in a database."""
        return any(each is not None for each in (self.database, self.table, self.query))


NOTHING_GIVEN = Given()


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say where cases are; the command is given them together, as `given`."""

    @wraps(command)
    def with_given(
        *arguments: Any, piped: str | None, database: str | None, table: str | None,
        query: str | None, lists: tuple[str, ...], **others: Any,
    ) -> Any:  # fmt: skip
        given = Given(piped, database, table, query, lists)
        return command(*arguments, given=given, **others)

    found: Callable[..., Any] = with_given
    for each in (_LISTS, _QUERY, _TABLE, DATABASE, _FORM):
        found = each(found)
    return found


def files_in(files: Sequence[Path], given: Given, aside: Sequence[Path]) -> tuple[Path, ...]:
    """The files, also those of folders. The command ends where nothing says where cases are."""
    from hjemmel.cli.folders import unfolded

    _require_any(files, given, "FIL…")
    return unfolded(files, aside)


def named(file: str, given: Given) -> list[Path]:
    """The file, if one is named. The command ends where nothing says where cases are."""
    files = [Path(file)] if file else []
    _require_any(files, given, "FIL|KODE")
    return files


def _require_any(files: Sequence[Path], given: Given, called: str) -> None:
    if not files and not given.asks_database:
        raise click.MissingParameter(param_hint=f"'{called}'", param_type="argument")


def places(files: Sequence[Path], given: Given, program: "Program") -> list[Place]:
    """The places, in their order, each with those that have its lists."""
    if given.piped and PIPED not in files:
        stop(f"--inn {given.piped} gjelder bare standard inn", "skriv «-» der filen skulle stått")
    if files.count(PIPED) > 1:
        stop("standard inn kan bare leses én gang", "skriv «-» bare én gang")
    from hjemmel.cli.list_places import with_lists

    form = given.piped or FORMS[0]
    found = [_piped(form) if each == PIPED else place_of(each) for each in files]
    return with_lists(found, given, program)


def read_by_name(files: Sequence[Path], given: Given = NOTHING_GIVEN) -> Iterator[Path]:
    """What is read, as the disk knows it, which must not be written to."""
    yield from (_STREAM if each == PIPED else as_on_disk(each) for each in files)
    for each in given.lists:
        yield as_on_disk(Path(each.partition("=")[2]))


def size(places: Sequence[Place]) -> int | None:
    """How many bytes are gone through case by case; None where that cannot be known."""
    sizes = [_size(each) for each in places]
    return None if None in sizes else sum(filter(None, sizes))


def _size(place: Place) -> int | None:
    if place.path is None or place.form not in STREAMED:
        return None
    at = as_on_disk(place.path)
    return at.stat().st_size if at.is_file() else None


def _piped(form: str) -> Place:
    return Place(NAME, "inn", f".{form}", _opened)


def _opened(most: int) -> BinaryIO | Refused:
    del most  # how much comes is not known before it has come
    if sys.stdin is None:
        return _CLOSED
    if sys.stdin.isatty():
        tell("merk: leser saker fra tastaturet; avslutt med Ctrl+D")
    return sys.stdin.buffer
