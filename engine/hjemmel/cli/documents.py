"""Documents for other programs, one for each case."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hjemmel.cli import screen


def write_json(made: Sequence[Mapping[str, Any]], to: Path | None) -> None:
    """As JSON: the document itself where there is one, else all of them in a list."""
    content = made[0] if len(made) == 1 else made
    screen.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n", to)


def write_jsonl(made: Sequence[Mapping[str, Any]], to: Path | None) -> None:
    """As JSON, a line for each."""
    lines = (json.dumps(each, ensure_ascii=False) for each in made)
    screen.write("\n".join(lines) + "\n", to)
