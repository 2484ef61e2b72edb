"""Documents for other programs: of each case, or a table of them all."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hjemmel.cli import screen
from hjemmel.facts.csv_text import MARK, csv_text
from hjemmel.source.shown import json_text


def write_json(made: Sequence[Mapping[str, Any]], to: Path | None) -> None:
    """As JSON: the document itself where there is one, else all of them in a list."""
    content = made[0] if len(made) == 1 else made
    screen.write(json_text(content, 1) + "\n", to)


def write_jsonl(made: Sequence[Mapping[str, Any]], to: Path | None) -> None:
    """As JSON, a line for each."""
    lines = (json_text(each) for each in made)
    screen.write("\n".join(lines) + "\n", to)


def write_csv(rows: Iterable[Sequence[str]], to: Path | None) -> None:
    """As CSV, for Norwegian Excel; in a file with the mark that says that it is UTF-8."""
    text = csv_text(rows, "\n")
    screen.write(text if to is None else MARK + text, to)
