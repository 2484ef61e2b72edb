"""A place in a text that is being written: the block around it, as far as it has come."""

from attrs import frozen

from hjemmel.syntax.lexicon import LineWord, line_word
from hjemmel.syntax.parse import block_heads

_CONTINUES = ("OG_LINJE", "ELLER_NAR")
_REMARK = "MERKNAD"


@frozen
class Cursor:
    """The line up to the cursor, and the beginning of the block that it is read after.

    `context` is empty where the line opens a block; else the block's first line, and for a line
    that goes on a condition the lines of that condition. The lines of a block may stand in any
    order to the parser, so no others are needed.
    """

    context: str
    before: str

    @property
    def at_line_start(self) -> bool:
        """Whether nothing but blanks stand before the cursor."""
        return not self.before.strip()

    @property
    def head(self) -> str:
        """The first line of the block, where this is not it."""
        return self.context.partition("\n")[0]

    @property
    def text(self) -> str:
        """What the parser reads."""
        return f"{self.context}\n{self.before}" if self.context else self.before


def cursor_at(lines: list[str], grammar: str) -> Cursor:
    """The cursor at the end of some lines: the plain text up to it."""
    return Cursor("\n".join(_context(lines, grammar)), lines[-1])


def _context(lines: list[str], grammar: str) -> list[str]:
    """The block's first line, and those that the last line goes on from, or may go on from."""
    heads = block_heads(grammar) - {_REMARK}
    words = [line_word(each, grammar) for each in lines]
    if words[-1] is not None and words[-1].terminal in heads:
        return []
    openings = [at for at, each in enumerate(words[:-1]) if each and each.terminal in heads]
    if not openings:
        return []
    head = first = openings[-1]
    if words[-1] is None or words[-1].terminal in _CONTINUES:
        own = (at for at in range(len(lines) - 2, head, -1) if _opens(words[at]))
        first = next(own, head)
    before = lines[first:-1] if first > head else []
    return [lines[head], *(each for each in before if each.strip())]


def _opens(word: LineWord | None) -> bool:
    return word is not None and word.terminal not in _CONTINUES
