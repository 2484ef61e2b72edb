"""Positions in the protocol and in the façade, and the way between them."""

from bisect import bisect_right
from itertools import accumulate

from attrs import frozen
from lsprotocol import types as lsp

from hjemmel import engine

_MARK = "\ufeff"


def _width(encoding: str, char: str) -> int:
    """How many units a character takes."""
    match encoding:
        case "utf-8":
            return len(char.encode("utf-8", "surrogatepass"))
        case "utf-32":
            return 1
        case _:  # UTF-16, which every client knows
            return 2 if ord(char) > 0xFFFF else 1


@frozen
class Columns:
    """A text with its lines, and the units that the client counts columns in."""

    encoding: str
    lines: tuple[str, ...]
    is_marked: bool
    """Whether the mark that says a file is UTF-8 stands first: no character to the façade."""

    def position(self, line: int, column: int) -> lsp.Position:
        """The protocol's place for one of ours; that of nothing is the beginning."""
        if line < 1:
            return lsp.Position(0, 0)
        if line > len(self.lines):
            return lsp.Position(line - 1, 0)
        text, extra = self._line(line)
        before = text[: max(column - 1, 0) + extra]
        return lsp.Position(line - 1, sum(_width(self.encoding, each) for each in before))

    def place(self, at: lsp.Position) -> tuple[int, int]:
        """Our line and column for one of the protocol's; past the end of a line is its end."""
        line = at.line + 1
        if line > len(self.lines):
            return line, 1
        text, extra = self._line(line)
        ends = [0, *accumulate(_width(self.encoding, each) for each in text)]
        return line, max(bisect_right(ends, at.character) - extra, 1)

    def range(self, of: engine.Range) -> lsp.Range:
        """The protocol's range for one of ours."""
        start = self.position(of.start_line, of.start_column)
        return lsp.Range(start, self.position(of.end_line, of.end_column))

    def _line(self, number: int) -> tuple[str, int]:
        """A line as the client has it, and how many characters at its beginning are not ours."""
        text = self.lines[number - 1]
        is_first = number == 1 and self.is_marked
        return (f"{_MARK}{text}", 1) if is_first else (text, 0)


def columns_of(text: str, encoding: str) -> Columns:
    """The columns of a text, in the units that a client counts in."""
    lines = text.removeprefix(_MARK).split("\n")
    return Columns(
        encoding, tuple(each.removesuffix("\r") for each in lines), text.startswith(_MARK)
    )
