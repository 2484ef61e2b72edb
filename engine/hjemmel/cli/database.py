"""What of a database the cases are read from."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.said_places import address_of, said_lists
from hjemmel.cli.telling import tell
from hjemmel.facts.database.connecting import told_tables
from hjemmel.facts.database.query import fault_of
from hjemmel.facts.database.tables import Asked, Query, Table, place, tables_of
from hjemmel.facts.sheet_roles import list_of, names_whole
from hjemmel.facts.source_file import Place
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused

if TYPE_CHECKING:
    from hjemmel.cli.inputs import Given

_FILE = ".sql"


def place_in(given: "Given", vocabulary: Vocabulary) -> Place:
    """The place in the database, with those of its lists."""
    of = address_of(given.database)
    said = said_lists(given.lists, vocabulary)
    if given.table and given.query:
        stop("--tabell og --sporring gjelder hver sin måte å lese på", "ta bort den ene")
    tables = tables_of(of)
    if isinstance(tables, Refused):
        stop(tables.reason, tables.help)
    if not given.table and not given.query:
        stop(f"hva skal leses fra {of.shown}?", f"si det med --tabell; {told_tables(tables)}")
    asked = Table(given.table) if given.table else query(given.query or "")
    _tell_unread(tables, [where for _, where in said], vocabulary)
    return evolve(place(of, asked), lists={at: place(of, asked_for(each)) for at, each in said})


def asked_for(what: str) -> Asked:
    """A table by its name, or a query, by how it is written."""
    is_query = what.lower().endswith(_FILE) or fault_of(what) is None
    return query(what) if is_query else Table(what)


def query(what: str) -> Query:
    """The query, which may stand in a file; the command ends where it does more than read."""
    text, called = what, f'"{what}"'
    if what.lower().endswith(_FILE):
        called = what
        data = read(Path(what), MOST_TEXT)
        if isinstance(data, Refused):
            stop(f"{what}: {data.reason}", data.help)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            stop(f"{what} er ikke lagret som UTF-8", "lagre filen på nytt som UTF-8")
    if (fault := fault_of(text)) is not None:
        stop(fault.reason, fault.help)
    return Query(text, called)


def _tell_unread(tables: tuple[str, ...], read: list[str], vocabulary: Vocabulary) -> None:
    """Of tables that are called as lists, that they are not read."""
    for each in tables:
        at = list_of(each, vocabulary)
        if at is not None and each not in read and names_whole(each, at, vocabulary):
            tell(f"merk: tabellen «{each}» er ikke lest; skriv --liste {each}, hvis den har en "
                 "liste til sakene")  # fmt: skip
