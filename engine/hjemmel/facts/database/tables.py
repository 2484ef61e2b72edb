"""A table or a query of a database, as a place that cases are read from."""

import warnings
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, assert_never

from attrs import frozen

from hjemmel.facts.database.address import Address
from hjemmel.facts.database.connecting import (
    asking,
    connected,
    known_tables,
    told_tables,
)
from hjemmel.facts.database.query import fault_of
from hjemmel.facts.names import printable, quoted, suggestion
from hjemmel.facts.source_file import TABLE, BrokenOffError, OpenTable, Place, Values
from hjemmel.files.refused import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection


@frozen
class Table:
    """A table or a view by its name, with its schema before it where that is needed."""

    name: str


@frozen
class Query:
    """A query, and what it is called in a command."""

    text: str
    called: str


Asked = Table | Query

_CHOSEN = "velg radene til de samme sakene, med en spørring også der: --liste «steder=select …»."


def place(of: Address, asked: Asked) -> Place:
    """The place where its rows are read."""
    match asked:
        case Table(name):
            shown = printable(name)
            opened = partial(_opened, of, asked)
            return Place(f"tabell {shown}", shown, TABLE, opened, within=of.shown)
        case Query(text):
            opened = partial(_opened, of, asked)
            within = f"{of.shown}: {text}"
            return Place("spørringen", "rad", TABLE, opened, within=within, chosen=_CHOSEN)
        case _:
            assert_never(asked)


def tables_of(of: Address) -> tuple[str, ...] | Refused:
    """The names of the tables that there are."""
    connection = connected(of)
    if isinstance(connection, Refused):
        return connection
    refused: list[Refused] = []
    names: tuple[str, ...] = ()
    with connection, asking(of, refused):
        names = known_tables(connection)
    return refused[0] if refused else names


def _opened(of: Address, asked: Asked, most: int) -> OpenTable | Refused:
    del most  # rows are read as they come, however many there are
    connection = connected(of)
    if isinstance(connection, Refused):
        return connection
    refused: list[Refused] = []
    found: list[OpenTable | Refused] = []
    with asking(of, refused):
        found.append(_table(connection, of, asked))
    opened = next(iter([*found, *refused]))
    if isinstance(opened, Refused):
        connection.close()
    return opened


def _table(connection: "Connection", of: Address, asked: Asked) -> OpenTable | Refused:
    match asked:
        case Table(name):
            return _by_name(connection, of, name)
        case Query(text, called):
            if (fault := fault_of(text)) is not None:
                return fault
            # As it is written: what looks like a parameter is none.
            result = connection.exec_driver_sql(text, execution_options={"no_parameters": True})
            names = tuple(map(str, result.keys()))
            return _open(connection, of, names, lambda _: result, called)
        case _:
            assert_never(asked)


def _by_name(connection: "Connection", of: Address, name: str) -> OpenTable | Refused:
    from sqlalchemy import column, inspect, select, table

    look = inspect(connection)
    schema, _, last = name.rpartition(".")
    known = known_tables(connection)
    whole = (None, name) if name in known or not schema else (schema, last)
    if not (name in known or look.has_table(whole[1], schema=whole[0])):
        hint = suggestion(name, known) or told_tables(known)
        return Refused(f"{of.shown} har ingen tabell {quoted(name)}", hint)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of types that are not known; values are as they come
        names = tuple(str(each["name"]) for each in look.get_columns(whole[1], schema=whole[0]))
        key = look.get_pk_constraint(whole[1], schema=whole[0]).get("constrained_columns", [])
    # Columns without types: a value is what the driver gives, and one that is wrong costs no more.
    rows_of = table(whole[1], *map(column, names), schema=whole[0])

    def asked(by: str | None) -> Any:
        order = [rows_of.c[each] for each in dict.fromkeys((*([by] if by else []), *key))]
        return connection.execute(select(*rows_of.c).order_by(*order))

    return _open(connection, of, names, asked, name)


def _open(
    connection: "Connection", of: Address, names: tuple[str, ...],
    asked: Callable[[str | None], Any], called: str,
) -> OpenTable:  # fmt: skip
    def rows(by: str | None) -> Iterator[Values]:
        refused: list[Refused] = []
        with asking(of, refused):
            yield from map(tuple, asked(by))
        if refused:
            raise BrokenOffError(refused[0])

    def end() -> None:
        connection.close()
        connection.engine.dispose()

    truths = bool(connection.dialect.supports_native_boolean)
    return OpenTable(names, rows, end, truths, f"{called} --database …")
