"""A text with other words in some of its places."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from hjemmel.workbench.problem import RefusedError


def _outside() -> RefusedError:
    return RefusedError("stedet finnes ikke i filen", "filen kan være endret; prøv en gang til")


def edited(text: str, edits: Sequence[Mapping[str, Any]]) -> str:
    """The text with each edit made. They are of the text as it stands, and do not overlap."""
    places = sorted((*_places(text, each["range"]), str(each["text"])) for each in edits)
    for (_, end, _), (start, _, _) in pairwise(places):
        if start < end:
            raise RefusedError("to endringer er av det samme stedet", "gjør én om gangen")
    for start, end, new in reversed(places):
        text = text[:start] + new + text[end:]
    return text


def _places(text: str, of: Sequence[int]) -> tuple[int, int]:
    """Where a range begins and ends among the characters of the text."""
    first, start, last, end = of
    found = _at(text, first, start), _at(text, last, end)
    if found[0] > found[1]:
        raise _outside()
    return found


def _at(text: str, line: int, column: int) -> int:
    """A mark that says that the file is UTF-8 is no character of its first line."""
    lines = text.split("\n")
    mark = len(lines[0]) - len(lines[0].removeprefix("\ufeff")) if line == 1 else 0
    if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) - mark + 1):
        raise _outside()
    return sum(len(each) + 1 for each in lines[: line - 1]) + mark + column - 1
