"""Documents for other programs, of each case as it comes, or a table of them all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hjemmel.cli import terminal
from hjemmel.facts.csv_text import MARK, csv_text
from hjemmel.source.shown import json_text

Documents = Iterable[Mapping[str, Any]]


def write_json(made: Documents, to: Path | None) -> None:
    """As JSON: the document itself where there is one, else all of them in a list."""
    terminal.pour(_json(iter(made)), to)


def write_jsonl(made: Documents, to: Path | None) -> None:
    """As JSON, a line for each."""
    terminal.pour((f"{json_text(each)}\n" for each in made), to)


def write_csv(tables: Iterable[Iterable[Sequence[str]]], to: Path | None) -> None:
    """As CSV, for Norwegian Excel; in a file with the mark that says that it is UTF-8.

    The tables stand below one another; each is written when it comes.
    """
    texts = (csv_text(each, "\n") for each in tables)
    terminal.pour(texts if to is None else _marked(texts), to)


def _marked(texts: Iterable[str]) -> Iterator[str]:
    yield MARK
    yield from texts


def _json(made: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    """As one list would be written, though only two documents are held."""
    first, second = next(made, None), next(made, None)
    if second is None:
        yield json_text([] if first is None else first, 1) + "\n"
        return
    between = "[\n"
    while first is not None:
        # What is a line end in a text is written otherwise, so these are all of the layout.
        yield between + " " + json_text(first, 1).replace("\n", "\n ")
        between, first, second = ",\n", second, next(made, None)
    yield "\n]\n"
