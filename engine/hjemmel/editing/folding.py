"""What of a rule file may be folded: sections, blocks, and what stands further in below a line."""

from collections.abc import Iterator, Sequence

from hjemmel.editing.outline import Named, outline
from hjemmel.source.source import Source

Fold = tuple[int, int]
"""The first line, which is still shown, and the last."""


def folds(source: Source, grammar: str) -> tuple[Fold, ...]:
    """Every stretch of more than one line that belongs together, in order, each once."""
    named = outline(source, grammar)
    found = {*_of(named), *_further_in(source.lines)}
    return tuple(sorted(fold for fold in found if fold[0] < fold[1]))


def _of(named: Sequence[Named]) -> Iterator[Fold]:
    for each in named:
        yield each.span.line, each.last_line
        yield from _of(each.children)


def _further_in(lines: Sequence[str]) -> Iterator[Fold]:
    """A line with those below it that stand further in: the wording of a date, an interpretation.

    Blocks begin at the margin and are found by what they are; here it is about what is in them.
    """
    open_lines: list[tuple[int, int]] = []
    last = 0
    for number, line in enumerate((*lines, "§"), 1):
        if not line.strip():
            continue
        depth = len(line) - len(line.lstrip())
        while open_lines and open_lines[-1][1] >= depth:
            first, at = open_lines.pop()
            if at:
                yield first, last
        open_lines.append((number, depth))
        last = number
