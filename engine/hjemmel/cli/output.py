"""The files that a command writes."""

from collections.abc import Iterable
from pathlib import Path

from hjemmel.cli.exit_codes import stop
from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused


def write_file(content: bytes, to: Path) -> None:
    """Write a file; where that cannot be done it is as it was, and the command ends."""
    from hjemmel.files.writing import write

    _end_if(write(content, to), to)


def write_file_parts(parts: Iterable[bytes], to: Path) -> None:
    """The same, part by part as they are made."""
    from hjemmel.files.writing import write_parts

    _end_if(write_parts(parts, to), to)


def rewrite_file(content: bytes, at: Path, was: bytes) -> None:
    """Write a file anew from what it was; where somebody has changed it since, that is kept."""
    if read(at, MOST_TEXT) != was:
        stop(f"{at} er endret imens, og er ikke skrevet", "kjør kommandoen en gang til")
    write_file(content, at)


def require_place(to: Path | None, inputs: Iterable[Path]) -> None:
    """End the command before the work where its output could not be written, or is an input."""
    if to is not None:
        from hjemmel.files.writing import hindrance

        _end_if(hindrance(to, inputs), to)


def _end_if(refused: Refused | None, to: Path) -> None:
    if refused is not None:
        stop(f"kan ikke skrive til {to}: {refused.reason}", refused.help)
