"""How far the parser comes in the beginning of a block, and what it would take next."""

from attrs import frozen
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from hjemmel.syntax.parse import parser

_WORDS = ("ORD", "STRENG")
"""What names are written with."""


@frozen
class Word:
    """A token: its terminal, and where it begins."""

    terminal: str
    start: int


@frozen
class Reached:
    """The tokens read, the terminals that may follow, and where the first unreadable text is."""

    words: tuple[Word, ...]
    accepts: frozenset[str]
    stuck: int | None = None

    @property
    def name(self) -> tuple[Word, ...]:
        """The words of the name that was being written."""
        first = len(self.words)
        while first and self.words[first - 1].terminal in _WORDS:
            first -= 1
        return self.words[first:]

    @property
    def before_name(self) -> tuple[str, ...]:
        """The terminals read before that name."""
        return tuple(each.terminal for each in self.words[: len(self.words) - len(self.name)])


def reached(text: str, grammar: str) -> Reached:
    """Read the beginning of a block."""
    state = parser(grammar).parse_interactive(text)
    words: list[Word] = []
    stuck: int | None = None
    try:
        for token in state.iter_parse():
            words.append(Word(token.type, token.start_pos or 0))  # noqa: PERF401 - kept when it stops
    except (UnexpectedToken, UnexpectedCharacters) as wrong:
        stuck = wrong.pos_in_stream or 0  # type: ignore[redundant-expr] # untyped in lark
        words = [each for each in words if each.start < stuck]
    return Reached(tuple(words), frozenset(state.accepts()), stuck)  # type: ignore[no-untyped-call]
