"""Compiled rulebooks, kept so that the next command can start at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from hjemmel import __version__, resources
from hjemmel.cli.library import reached
from hjemmel.cli.rulebooks import GRAMMAR_FILES, Shelf, account
from hjemmel.core import storage
from hjemmel.core.program import Program

_MOST_ENTRIES = 20
_COMPILE_CHAIN = ("source", "syntax", "check", "lowering", "core")


def kept_program(on: Shelf) -> Program | None:
    """The program as it was compiled before, if every file is as it was then.

    The cache may be deleted at any time. An entry that is damaged, or made from
    other files, by another version or another Python, is not used.
    """
    try:
        content = _place(on).read_bytes()
        digest, _, payload = content.partition(b"\n")
        if digest != _sealed(payload):
            return None
        return storage.load(payload)
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a user without a home
        return None


def keep(on: Shelf, program: Program) -> None:
    """Keep a compiled program for the next time; that it cannot be kept does no harm.

    Written under a name of its own and then given its place in one step, so that
    another process finds all of it or nothing.
    """
    with suppress(OSError, RuntimeError, ValueError):
        payload = storage.dump(program)
        place = _place(on)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = place.with_suffix(f".{os.getpid()}")
        try:
            unfinished.write_bytes(_sealed(payload) + b"\n" + payload)
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
        _tidy(place.parent)


def _tidy(folder: Path) -> None:
    """Every change of a rulebook leaves an entry behind: drop the oldest."""
    entries = sorted(folder.glob("*.program"), key=lambda each: each.stat().st_mtime_ns)
    for each in entries[:-_MOST_ENTRIES]:
        each.unlink(missing_ok=True)


def _sealed(payload: bytes) -> bytes:
    """Finds accidents; it is no defence against who can write to the user's own folders."""
    return sha256(payload).hexdigest().encode()


def _place(on: Shelf) -> Path:
    """Where the program of these very files, by this very engine, is kept."""
    digest = sha256(f"{__version__} {sys.version}\n{on.names}\n".encode())
    for path in _read(on):
        digest.update(f"{path}\n".encode(errors="surrogateescape"))
        digest.update(sha256(path.read_bytes()).digest() if path.is_file() else b"")
    for each in _engine_files():
        digest.update(each.encode())
    return cache_folder() / f"{digest.hexdigest()}.program"


def _read(on: Shelf) -> Iterator[Path]:
    """Every file that the program is made from."""
    grammar = resources.folder("grammar")
    yield from (grammar / name for name in GRAMMAR_FILES)
    yield from reached(on)
    if (sentences := account(on)) is not None:
        yield sentences


def _engine_files() -> Iterator[str]:
    """The files of the compile chain: while they are edited, the version says too little."""
    package = Path(__file__).resolve().parent.parent
    for room in (*_COMPILE_CHAIN, ""):
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
