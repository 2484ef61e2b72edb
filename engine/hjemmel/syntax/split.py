"""A file in blocks, so that a mistake costs at most its own block."""

import re

from attrs import frozen

from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import alike
from hjemmel.source.source import Source
from hjemmel.source.span import Span
from hjemmel.syntax.foreign_words import foreign
from hjemmel.syntax.lexicon import line_word, line_words
from hjemmel.syntax.problems import foreign_line_word, unknown_line_word

_INSIDE = {"VERDI", "APEN_FORDI"}  # line words that never open a block


@frozen
class BlockText:
    """The lines of one block. `damaged` when a line was reported and emptied; `lost`
    when its first line was."""

    first_line: int
    lines: tuple[str, ...]
    head: str
    damaged: bool
    lost: bool


def split(
    source: Source, grammar: str, heads: frozenset[str], remarked: frozenset[str]
) -> tuple[list[BlockText], list[Diagnostic]]:
    """The blocks of a file, and the lines that begin with no line word.

    `heads` are the terminals that open a block. A remark belongs to the block
    before it where that is of a kind in `remarked`, unless it stands apart from it.
    """
    blocks: list[BlockText] = []
    diagnostics: list[Diagnostic] = []
    current: list[str] = []
    start, head, damaged, lost = 1, "", False, False

    def close() -> None:
        if any(line.strip() for line in current) or lost:
            blocks.append(BlockText(start, tuple(current), head, damaged, lost))

    for number, line in enumerate(source.lines, 1):
        word = line_word(line, grammar)
        if not line.strip() and not current and not lost:
            start = number + 1
            continue
        opens = word is not None and word.terminal in heads
        if opens and word is not None and word.terminal == "MERKNAD" and head in remarked:
            opens = _stands_apart(source.lines, number, grammar, heads)
        if line.strip() and word is None:
            diagnostic, meant_head = _unknown(source, number, line, grammar, heads)
            diagnostics.append(diagnostic)
            if meant_head:
                close()
                current, start, head, damaged, lost = [], number, "", True, True
            current.append("")
            damaged = True
            continue
        if opens and word is not None:
            close()
            current, start, head, damaged, lost = [], number, word.terminal, False, False
        current.append(line)
    close()
    return blocks, diagnostics


def _stands_apart(lines: list[str], number: int, grammar: str, heads: frozenset[str]) -> bool:
    """Whether a remark is a note between two blocks: an empty line before it, and after it
    no line of the block above. `number` is that of its line, from 1."""
    if number > 1 and lines[number - 2].strip():
        return False
    words = (line_word(each, grammar) for each in lines[number:] if each.strip())
    following = next((each for each in words if not each or each.terminal != "MERKNAD"), None)
    return following is None or following.terminal in heads


def _unknown(
    source: Source, number: int, line: str, grammar: str, heads: frozenset[str]
) -> tuple[Diagnostic, bool]:
    """The report of a line with no line word, and whether it was meant to open a block."""
    words = line.split()
    column = len(line) - len(line.lstrip()) + 1
    if (known := foreign(line)) is not None:
        span = Span(source.name, number, column, column + len(known.words))
        return foreign_line_word(span, known.words, known.how), False
    score, best, terminal, length = 0.7, "", "", 1
    for each in line_words(grammar):
        for shown in each.shown:
            size = len(shown.split())
            likeness = alike(" ".join(words[:size]), shown)
            if likeness > score:
                score, best, terminal, length = likeness, shown, each.terminal, size
    found = " ".join(words[:length])
    ends = [each.end() for each in re.finditer(r"\S+", line)]
    span = Span(source.name, number, column, ends[min(length, len(ends)) - 1] + 1)
    return unknown_line_word(span, found, best), terminal in heads
