"""Writing files so that whatever happens, there is the old one or the new one.

Note: the new content is written beside the file, all the way to the disk, and only then given
its place, in one step. Killed or out of room before that step, the file is as it was. What a
killed run leaves beside it is swept by the next that writes in the folder.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from hjemmel.files.refused import Refused, refusal

_BEFORE, _AFTER = ".ntr-", ".tmp"
_AN_HOUR = 3600
_STREAMS = (1, 2)
_NEW = 0o666
"""What the user's mask takes from, as for any new file."""


def write(content: bytes, to: Path) -> Refused | None:
    """Write a file. What comes back is why it could not be written; then it is as it was."""
    return write_parts((content,), to)


def write_parts(parts: Iterable[bytes], to: Path) -> Refused | None:
    """The same, part by part as they are made; where the making fails, the file is as it was.

    A link stays a link: what it shows to is written. A pipe or a device is written to as it is.
    """
    made = _made(parts)
    try:
        there = _standing(to)
        if there is not None and (stream := _already_open(there)):
            _write_all(stream, made)
        elif there is None or stat.S_ISREG(there.st_mode):
            _replace(made, Path(os.path.realpath(to)), there)
        else:
            _pour(made, to, there)
    except _MakingError as wrong:
        raise wrong.cause from None
    except (OSError, ValueError) as wrong:
        return refusal(wrong)
    return None


class _MakingError(Exception):
    """What was to be written could not be made: no fault of the file's."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def _made(parts: Iterable[bytes]) -> Iterator[bytes]:
    try:
        yield from parts
    except Exception as cause:
        raise _MakingError(cause) from cause


def hindrance(to: Path, inputs: Iterable[Path]) -> Refused | None:
    """Why a file cannot be written, or must not, as far as that is seen beforehand."""
    try:
        there = _standing(to)
        place = Path(os.path.realpath(to))
        if there is not None and (same := _same(there, inputs)):
            return Refused(f"det er også en fil som leses, {same}", "skriv til en annen fil")
        if there is None or stat.S_ISREG(there.st_mode):
            with os.scandir(place.parent):  # there, and a folder
                _require(place.parent, os.W_OK | os.X_OK)
        if there is not None:
            _refuse_folder(there)
            _require(place, os.W_OK)
    except (OSError, ValueError) as wrong:
        return refusal(wrong)
    return None


def _standing(at: Path) -> os.stat_result | None:
    try:
        return at.stat()
    except FileNotFoundError:
        return None


def _same(there: os.stat_result, inputs: Iterable[Path]) -> Path | None:
    for each in inputs:
        with suppress(OSError, ValueError):
            if os.path.samestat(there, each.stat()):
                return each
    return None


def _refuse_folder(there: os.stat_result) -> None:
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(21, os.strerror(21))


def _require(path: Path, access: int) -> None:
    if path.exists() and not os.access(path, access):
        raise PermissionError(EACCES, os.strerror(EACCES), os.fspath(path))


def _already_open(there: os.stat_result) -> int | None:
    """The stream that goes to this very file anyway, as with `--ut svar > svar`."""
    for stream in _STREAMS:
        with suppress(OSError):
            if stat.S_ISREG(there.st_mode) and os.path.samestat(there, os.fstat(stream)):
                return stream
    return None


def _pour(content: Iterable[bytes], to: Path, there: os.stat_result) -> None:
    """Into what has no content to keep."""
    _refuse_folder(there)
    file = os.open(to, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _write_all(file, content)
    finally:
        os.close(file)


def _replace(content: Iterable[bytes], place: Path, old: os.stat_result | None) -> None:
    _require(place, os.W_OK)  # a file that is locked stays locked, though its folder is not
    beside = place.with_name(f"{_BEFORE}{os.urandom(6).hex()}{_AFTER}")
    mode = _NEW if old is None else stat.S_IMODE(old.st_mode)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.open(beside, flags, mode)
    try:
        try:
            _write_all(file, content)
            if old is not None:
                _as_before(file, place, old)
            os.fsync(file)
            made = os.fstat(file)
        finally:
            os.close(file)
        os.replace(beside, place)  # noqa: PTH105 - the step that the tests break is this one
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _settle(place.parent)
    _sweep(place.parent, made.st_mtime)


def _write_all(file: int, content: Iterable[bytes]) -> None:
    for part in content:
        left = memoryview(part)
        while left:
            left = left[os.write(file, left) :]


def _as_before(file: int, place: Path, old: os.stat_result) -> None:
    """Who owns the file, and who may do what with it."""
    if hasattr(os, "fchown"):
        with suppress(OSError):  # only who is allowed to can keep another's file another's
            os.fchown(file, old.st_uid, old.st_gid)
        os.fchmod(file, stat.S_IMODE(old.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(place):
                os.setxattr(file, name, os.getxattr(place, name))


def _settle(folder: Path) -> None:
    """The new name too to the disk, where a folder can be asked for that."""
    with suppress(OSError):
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)


def _sweep(folder: Path, now: float) -> None:
    """Take away what killed runs have left; what is new may belong to one that still runs."""
    with suppress(OSError), os.scandir(folder) as entries:
        for each in entries:
            if each.name.startswith(_BEFORE) and each.name.endswith(_AFTER):
                with suppress(OSError):
                    if each.stat(follow_symlinks=False).st_mtime < now - _AN_HOUR:
                        Path(each.path).unlink()
