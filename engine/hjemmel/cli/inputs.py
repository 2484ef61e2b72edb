"""Where a command reads cases from: files by name, and «-» for what is piped to it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import click

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.telling import tell
from hjemmel.facts.reading import STREAMED, place_of
from hjemmel.facts.source_file import Place
from hjemmel.files.reading import as_on_disk
from hjemmel.files.refused import Refused

PIPED = Path("-")
NAME = "standard inn"
FORMS = ("jsonl", "json", "yaml", "csv")
FORM = click.option("--inn", "piped", metavar="FORMAT", type=click.Choice(FORMS),
                    help="hva som kommer inn når FIL er «-»: jsonl (uten --inn), json, yaml "
                    "eller csv")  # fmt: skip
_STREAM = Path("/dev/stdin")
_CLOSED = Refused("ingenting er koblet til", "send sakene inn med «<» eller «|»")


def places(files: Sequence[Path], piped: str | None) -> list[Place]:
    """The places, in their order."""
    if piped and PIPED not in files:
        stop(f"--inn {piped} gjelder bare standard inn", "skriv «-» der filen skulle stått")
    if files.count(PIPED) > 1:
        stop("standard inn kan bare leses én gang", "skriv «-» bare én gang")
    form = piped or FORMS[0]
    return [_piped(form) if each == PIPED else place_of(each) for each in files]


def read_by_name(files: Sequence[Path]) -> Iterator[Path]:
    """What is read, as the disk knows it, which must not be written to."""
    return (_STREAM if each == PIPED else as_on_disk(each) for each in files)


def size(files: Sequence[Path]) -> int | None:
    """How many bytes are gone through case by case; None where that cannot be known."""
    sizes = [_size(each) for each in files]
    return None if None in sizes else sum(filter(None, sizes))


def _size(file: Path) -> int | None:
    at = as_on_disk(file)
    streamed = file != PIPED and file.suffix.lower() in STREAMED and at.is_file()
    return at.stat().st_size if streamed else None


def _piped(form: str) -> Place:
    return Place(NAME, "inn", f".{form}", _opened)


def _opened(most: int) -> BinaryIO | Refused:
    del most  # how much comes is not known before it has come
    if sys.stdin is None:
        return _CLOSED
    if sys.stdin.isatty():
        tell("merk: leser saker fra tastaturet; avslutt med Ctrl+D")
    return sys.stdin.buffer
