"""The account of the sources of some rulebooks: where it is, and the end where it is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from hjemmel.cli.exit_codes import stop
from hjemmel.rulebooks.compiling import require
from hjemmel.rulebooks.shelf import FOLDER, Shelf, account, rulebooks_in
from hjemmel.traceability.reading import (
    COLUMNS,
    EXPECTED,
    SENTENCES,
    SET_ASIDE,
    Unreadable,
)

_HOLDS = {
    SENTENCES: "hver setning i kildene",
    SET_ASIDE: "setningene som ingen norm bygger på, og hvorfor",
    EXPECTED: "normene som kildene gir, og setningene de bygger på",
}
T = TypeVar("T")


def whole(on: Shelf) -> tuple[Shelf, Path]:
    """The rulebooks that an account is of, those not named too; and its folder."""
    require(on)
    place = account(on)
    folder = place.parent if place else on.files[on.names[0]].parent / FOLDER
    missing = [name for name in COLUMNS if not (folder / name).is_file()]
    if missing:
        stop(_missing(on, missing), *_wanted(folder, missing))
    others = rulebooks_in(folder.parent, on.read)
    names = (*on.names, *(name for name in others if name not in on.names))
    return evolve(on, names=names), folder


def _missing(on: Shelf, missing: list[str]) -> str:
    if len(missing) == len(COLUMNS):
        return f"«{on.names[0]}» har ingen lister over setningene i kildene sine"
    return f"listene over setningene i kildene er ikke hele: {' og '.join(missing)} mangler"


def _wanted(folder: Path, missing: list[str]) -> Iterator[str]:
    """What to write, file by file, each with the heading it begins with."""
    them = "dem" if len(missing) > 1 else "den"
    yield f"lag {them} i mappen {folder}, med disse kolonnene i første linje og tabulator mellom:"
    for name in missing:
        yield f"    {name}: {_HOLDS[name]}"
        yield f"      {' '.join(COLUMNS[name])}"


def usable(read: T | Unreadable) -> T:
    """What was read. The command ends where nothing was."""
    if isinstance(read, Unreadable):
        stop(read.reason, read.help)
    return read
