"""Compiled rulebooks, kept so that the next command can start at once.

Note: the cache may never change an answer. Key and program are made from the same bytes, which a
command reads once (`Once`): a file that is saved meanwhile counts from the next command on. An
entry is sealed with its key, so that one in another's place is not used; and a program is kept only
where its fingerprint is that of the files in the key, so that no file is overlooked.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from hjemmel import __version__
from hjemmel.core.program import Program
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.library import Files, reached, shown_path
from hjemmel.rulebooks.shelf import Shelf, account, grammar_files
from hjemmel.source.fingerprint import fingerprint_of
from hjemmel.store import storage

_MOST_ENTRIES = 20
_COMPILE_CHAIN = ("source", "syntax", "check", "lowering", "core")


@frozen
class Entry:
    """Where the program of some files is kept, of which ones, and by which engine."""

    place: Path
    engine: str
    names: tuple[str, ...]


def entry_of(on: Shelf) -> Entry | None:
    """The entry for the rulebooks asked for; none where a file cannot be read, or no home is."""
    names = reached(on)
    engine = "".join(_engine_files())
    shown = [shown_path(on.files[each]) for each in names]
    made_by = f"{__version__} {sys.version}\n{on.names} {shown}\n{engine}"
    digest = sha256(made_by.encode(errors="surrogateescape"))
    for path in (*map(on.files.__getitem__, names), *_beside_the_rules(on)):
        content = on.read(path)
        if isinstance(content, Refused):
            return None
        digest.update(sha256(content).digest())
    if not on.rivals.keys().isdisjoint(names):
        return None
    try:
        place = cache_folder() / f"{digest.hexdigest()}.program"
    except RuntimeError:  # a user without a home
        return None
    return Entry(place, engine, names)


def kept_program(entry: Entry) -> Program | None:
    """The program as it was compiled before from the same texts by the same engine.

    The cache may be deleted at any time. An entry that is damaged, or not made from
    these texts, is not used.
    """
    try:
        digest, _, payload = entry.place.read_bytes().partition(b"\n")
        if digest != _sealed(entry, payload):
            return None
        return storage.load(payload)
    except (OSError, ValueError):
        return None


def keep(entry: Entry, on: Shelf, program: Program) -> None:
    """Keep a compiled program for the next time; that it cannot be kept does no harm.

    It is not kept where the compiler read another file than those that the key is made from, or
    where the engine was changed meanwhile.
    """
    from contextlib import suppress

    from hjemmel.files.writing import write

    files = Files(on)
    if program.fingerprint != fingerprint_of([files[each] for each in entry.names]):
        return
    if entry.engine != "".join(_engine_files()):
        return
    with suppress(OSError, ValueError):
        payload = storage.dump(program)
        entry.place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if write(_sealed(entry, payload) + b"\n" + payload, entry.place) is None:
            _tidy(entry.place.parent)


def _tidy(folder: Path) -> None:
    """Every change of a rulebook leaves an entry behind: drop the oldest."""
    entries = sorted(folder.glob("*.program"), key=lambda each: each.stat().st_mtime_ns)
    for each in entries[:-_MOST_ENTRIES]:
        each.unlink(missing_ok=True)


def _sealed(entry: Entry, payload: bytes) -> bytes:
    """Finds accidents; it is no defence against who can write to the user's own folders."""
    return sha256(entry.place.name.encode() + payload).hexdigest().encode()


def _beside_the_rules(on: Shelf) -> Iterator[Path]:
    """What a program is made from besides the rule files, in an order that tells them apart."""
    yield from grammar_files()
    if (sentences := account(on)) is not None:
        yield sentences


def _engine_files() -> Iterator[str]:
    """The files of the compile chain."""
    return engine_files(_COMPILE_CHAIN)


def engine_files(rooms: Iterable[str]) -> Iterator[str]:
    """The files of some rooms: while they are edited, the version says too little."""
    package = Path(__file__).resolve().parent.parent
    for room in (*rooms, ""):
        with os.scandir(package / room) as entries:
            for each in sorted(entries, key=lambda entry: entry.name):
                if each.name.endswith(".py"):
                    stat = each.stat()
                    yield f"{room}/{each.name} {stat.st_mtime_ns} {stat.st_size}\n"


def cache_folder() -> Path:
    """The folder for compiled rulebooks: HJEMMEL_CACHE, or the user's cache folder."""
    own = os.environ.get("HJEMMEL_CACHE")
    if own:
        return Path(own)
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "hjemmel" / "cache"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "hjemmel"
