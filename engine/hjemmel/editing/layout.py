"""The one layout of a rule file, as what to put in the place of which lines."""

from difflib import SequenceMatcher

from attrs import frozen

from hjemmel.source.source import Source
from hjemmel.syntax.show import format_text


@frozen
class Lines:
    """Some lines, from one to before another, and what stands there in the one layout."""

    first: int
    end: int
    text: tuple[str, ...]


def layout(source: Source, grammar: str) -> tuple[Lines, ...] | None:
    """What differs from the one layout; None where the text cannot be read."""
    formatted = format_text(source, grammar)
    if not formatted.ok:
        return None
    old, new = source.raw_lines, formatted.value.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Lines(start + 1, end + 1, tuple(new[first:last]))
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    )
