"""Finding, reading and keeping rulebooks."""

import os
import sys
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from hjemmel import __version__, resources
from hjemmel.core import storage
from hjemmel.core.program import Program

SENTENCES = "kilder/setninger.tsv"
GRAMMAR_FILES = ("ntr.lark", "bokmaal.lark", "literals.lark")


@frozen
class Shelf:
    """Rule files at hand, and which of them to use."""

    files: dict[str, Path]
    names: tuple[str, ...]


def shelf(wanted: tuple[str, ...]) -> Shelf:
    """The rulebooks asked for, by name or by path; all that are shipped when none are.

    A rule file given by path sees the other files of its folder, and then those shipped.
    """
    files = {each.stem: each for each in sorted(resources.folder("rules").glob("*.ntr"))}
    if not wanted:
        return Shelf(files, tuple(name for name in files if name in ("forskrift_kap4", "erne")))
    names = []
    for each in wanted:
        path = Path(each)
        if path.suffix == ".ntr" or path.exists():
            files |= {sibling.stem: sibling for sibling in sorted(path.parent.glob("*.ntr"))}
            files[path.stem] = path
        names.append(path.stem if path.suffix == ".ntr" else each)
    return Shelf(files, tuple(names))


def grammar() -> str:
    """The text of the grammar."""
    return "\n".join(resources.text("grammar", name) for name in GRAMMAR_FILES)


def account(on: Shelf) -> Path | None:
    """The account of the source sentences that a rulebook's citations are checked against.

    One that stands beside the rule file goes first; that of the shipped rules is
    for them, and for copies of them.
    """
    shipped = resources.folder("rules")
    for name in on.names:
        beside = on.files[name].parent / SENTENCES if name in on.files else shipped
        if beside.is_file():
            return beside
    ours = {path.stem for path in shipped.glob("*.ntr")}
    return shipped / SENTENCES if ours & set(on.names) else None


def kept_program(on: Shelf) -> Program | None:
    """The program as it was compiled before, if every file is as it was then.

    The cache may be deleted at any time. An entry that is damaged, or made from
    other files, by another version or another Python, is not used.
    """
    try:
        content = _place(on).read_bytes()
        digest, _, payload = content.partition(b"\n")
        if digest != sha256(payload).hexdigest().encode():
            return None
        return storage.load(payload)
    except (OSError, ValueError):
        return None


def keep(on: Shelf, program: Program) -> None:
    """Keep a compiled program for the next time; that it cannot be kept does no harm."""
    payload = storage.dump(program)
    place = _place(on)
    unfinished = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(sha256(payload).hexdigest().encode() + b"\n" + payload)
        unfinished.replace(place)
    except OSError:
        unfinished.unlink(missing_ok=True)


def _place(on: Shelf) -> Path:
    """Where the program of these very files, by this very engine, is kept."""
    digest = sha256(f"{__version__} {sys.version}\n{on.names}\n".encode())
    for name in GRAMMAR_FILES:
        digest.update(sha256((resources.folder("grammar") / name).read_bytes()).digest())
    sentences = account(on)
    digest.update(sha256(sentences.read_bytes()).digest() if sentences else b"")
    for stem, path in sorted(on.files.items()):
        digest.update(f"{stem}\n{path}\n".encode())
        digest.update(sha256(path.read_bytes()).digest() if path.is_file() else b"")
    for each in _engine_files():
        stat = each.stat()
        digest.update(f"{each.name} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return cache_folder() / f"{digest.hexdigest()}.program"


def _engine_files() -> list[Path]:
    """The files of the compile chain: while they are edited, the version says too little."""
    package = Path(__file__).resolve().parent.parent
    return [path for room in ("syntax", "check", "lowering", "core")
            for path in sorted((package / room).glob("*.py"))]  # fmt: skip


def cache_folder() -> Path:
    """The folder for compiled rulebooks: HJEMMEL_CACHE, or the user's cache folder."""
    own = os.environ.get("HJEMMEL_CACHE")
    if own:
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "hjemmel"
