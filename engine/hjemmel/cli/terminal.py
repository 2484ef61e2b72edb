"""What people see: width, colour, and where the text goes."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hjemmel.cli.output import write_file, write_file_parts
from hjemmel.source.shown import logged

if TYPE_CHECKING:
    from hjemmel.render.lines import Line, Segment

T = TypeVar("T")

_STYLES: dict[str, dict[str, Any]] = {
    "heading": {"bold": True}, "broken": {"fg": "red", "bold": True},
    "departed": {"fg": "yellow", "bold": True}, "refused": {"bold": True},
    "undecided": {"fg": "cyan"},
    "met": {"fg": "green"}, "muted": {"dim": True}, "citation": {"dim": True},
}  # fmt: skip
_NARROWEST = 40
_UNLIMITED = 1_000_000


def width(to: Path | None) -> int:
    """The terminal's width; a pipe and a file have no lines to break."""
    if to is not None or not sys.stdout.isatty():
        return _UNLIMITED
    return max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST)


def show(lines: Iterable["Line"], to: Path | None) -> None:
    """Print a page, coloured on a terminal that wants it, or write it to a file."""
    from hjemmel.render.lines import plain

    if to is not None or not _coloured():
        write(logged(plain(lines)), to)
        return
    for line in map(_no_command, lines):
        last = max((n for n, each in enumerate(line, 1) if each.text.strip()), default=0)
        click.echo("".join(map(_styled, line[:last])))


def _no_command(line: "Line") -> "Line":
    """The line, of which a build server takes nothing for a command to it."""
    from hjemmel.render.lines import Segment

    text = "".join(each.text for each in line)
    return line if logged(text) == text else (Segment(logged(text)),)


def _styled(segment: "Segment") -> str:
    style = _STYLES.get(segment.role)
    return click.style(segment.text, **style) if style else segment.text


def write(text: str, to: Path | None) -> None:
    """Print a document as it is, or write it to a file."""
    if to is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_file(text.encode(errors="backslashreplace"), to)


def pour(parts: Iterable[str], to: Path | None) -> None:
    """Print a document part by part as they are made, or write it so to a file."""
    if to is None:
        for each in parts:
            click.echo(each, nl=False)
    else:
        write_file_parts((each.encode(errors="backslashreplace") for each in parts), to)


def counting(items: Iterable[T], total: int, doing: str) -> Iterator[T]:
    """The items, and on a terminal how far they are; nothing is told in a pipe."""
    if not sys.stderr.isatty():
        yield from items
        return
    try:
        for number, each in enumerate(items, 1):
            yield each
            click.echo(f"\r{doing}: {number} av {total}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _coloured() -> bool:
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()
