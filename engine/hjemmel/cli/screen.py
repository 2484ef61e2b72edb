"""What people see: width, colour, and where the text goes."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from hjemmel.cli.loading import stop
from hjemmel.explain.lines import Line, plain

_STYLES = {
    "heading": {"bold": True}, "broken": {"fg": "red", "bold": True},
    "departed": {"fg": "yellow", "bold": True}, "undecided": {"fg": "cyan"},
    "met": {"fg": "green"}, "muted": {"dim": True}, "citation": {"dim": True},
}  # fmt: skip
_PIPE_WIDTH = 100


def width() -> int:
    """The terminal's width, at least 40; in a pipe a fixed one."""
    if not sys.stdout.isatty():
        return _PIPE_WIDTH
    return max(shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns, 40)


def show(lines: Iterable[Line], to: Path | None) -> None:
    """Print a page, coloured on a terminal that wants it, or write it to a file."""
    if to is not None or not _coloured():
        write(plain(lines), to)
        return
    for line in lines:
        click.echo("".join(click.style(each.text, **_STYLES.get(each.role, {}))  # type: ignore[arg-type]
                           for each in line))  # fmt: skip


def write(text: str, to: Path | None) -> None:
    """Print text, or write it to a file."""
    if to is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_bytes(text.encode(), to)


def write_bytes(content: bytes, to: Path) -> None:
    """Write a file; where that cannot be done, say so and end."""
    try:
        to.write_bytes(content)
    except OSError:
        stop(f"kan ikke skrive til {to}", "sjekk at mappen finnes, og at filen ikke er åpen")


def _coloured() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
