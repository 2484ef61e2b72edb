"""Reading files that people name: whole, in a moment, or refused with the reason."""

import os
import stat
import unicodedata
from pathlib import Path
from typing import BinaryIO

from attrs import field, frozen

from hjemmel.files.refused import Refused, refusal

MOST_TEXT = 20_000_000
"""As much as a rule file, a page or a list of sentences can be: far more than anyone writes."""

_NO_SUCH_FILE = Refused("filen finnes ikke", "sjekk at navnet er riktig skrevet")
_FOLDER = Refused("dette er en mappe", "skriv navnet på en fil i mappen")
_NO_FILE = Refused(
    "dette er ikke en vanlig fil", "lagre innholdet i en fil, og skriv navnet på den"
)
TOO_LARGE = Refused("filen er for stor", "del den opp i flere filer")
_NOT_NOW = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Open without waiting for what a pipe or a device may have to say."""


def read(path: Path, most: int) -> bytes | Refused:
    """The bytes of a file of at most so many; why not, where it is none, or is larger."""
    try:
        file = opened(path, most)
        return file if isinstance(file, Refused) else _content(file, most)
    except OSError as wrong:
        return refusal(wrong)


def opened(path: Path, most: int) -> BinaryIO | Refused:
    """A file of at most so many bytes, to be read as it comes; why not, where it is none."""
    try:
        found = as_on_disk(path)
        return _unusual(found.stat(), most) or _opened(found, most)
    except FileNotFoundError:
        return _NO_SUCH_FILE
    except (OSError, ValueError) as wrong:
        return refusal(wrong)


@frozen(eq=False)
class Once:
    """Files, each read once, so that all who ask in one command see the same content."""

    most: int = MOST_TEXT
    kept: dict[Path, bytes | Refused] = field(factory=dict)

    def __call__(self, path: Path) -> bytes | Refused:
        """The bytes of a file as they were when it was first asked for."""
        if path not in self.kept:
            self.kept[path] = read(path, self.most)
        return self.kept[path]


def as_on_disk(path: Path) -> Path:
    """The path as the disk spells it, where the two differ only in how «å» is put together."""
    if os.path.lexists(path) or path.as_posix().isascii():
        return path
    at = Path(path.anchor)
    for part in path.parts[bool(path.anchor) :]:
        at = at / part if os.path.lexists(at / part) else at / _spelt(at, part)
    return at


def composed(name: str) -> str:
    """A name in the one form that names are compared in."""
    return unicodedata.normalize("NFC", name)


def _spelt(folder: Path, name: str) -> str:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - the names, and not the paths
    except OSError:
        return name
    return next((each for each in names if composed(each) == composed(name)), name)


def _opened(path: Path, most: int) -> BinaryIO | Refused:
    file = os.open(path, os.O_RDONLY | _NOT_NOW)
    stream = open(file, "rb")  # noqa: PTH123, SIM115 - whoever asked for it closes it
    unusual = _unusual(os.fstat(file), most)  # it may have become another since it was looked at
    if unusual is not None:
        stream.close()
    return unusual or stream


def _content(file: BinaryIO, most: int) -> bytes | Refused:
    with file:
        content = file.read(most + 1)
    return TOO_LARGE if len(content) > most else content


def _unusual(found: os.stat_result, most: int) -> Refused | None:
    """Why this is nothing to read."""
    if stat.S_ISDIR(found.st_mode):
        return _FOLDER
    if not stat.S_ISREG(found.st_mode):
        return _NO_FILE
    return TOO_LARGE if found.st_size > most else None
