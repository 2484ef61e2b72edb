"""Where words stand on a line.

Blanks mean nothing to the language; they are for the eye. A line word is followed by what it says
from one column on, and the lines that continue a condition begin theirs in the same column.
"""

from collections.abc import Sequence

from hjemmel.syntax.show_expressions import clause
from hjemmel.syntax.tree import Condition

Rows = list[str]

CONTENT = 16  # the column of what a norm's line says, the first being 0
_WORD = 12  # room for the word of a line that is indented further than most
_FAR = 56  # beyond this column a continuation would lose touch with its word


def line(indent: int, word: str, content: str, column: int | None = None) -> str:
    """A line with its content in the column, or one blank after a word that is too long."""
    return _start(indent, word, column) + content


def condition(indent: int, word: str, of: Condition, column: int | None = None) -> Rows:
    """A condition over its lines: each «eller når» under the word, each «og» two further in."""
    start = _start(indent, word, column)
    aligned = len(start) if len(start) <= _FAR else CONTENT
    shown: Rows = []
    for alternative in of.alternatives:
        for each in alternative:
            shown.append(start + clause(each))
            start = _start(indent + 2, "og", aligned)
        start = _start(indent, "eller når", aligned)
    return shown


def _start(indent: int, word: str, column: int | None) -> str:
    furthest = max(CONTENT, indent + _WORD)
    return f"{' ' * indent}{word} ".ljust(furthest if column is None else column)


def in_columns(rows: Sequence[Sequence[str]], between: str) -> Rows:
    """Rows of cells, each column but a row's last as wide as its widest cell."""
    widths: dict[int, int] = {}
    for row in rows:
        for index, cell in enumerate(row[:-1]):
            widths[index] = max(widths.get(index, 0), len(cell))
    return [between.join(_padded(row, widths)) for row in rows]


def _padded(row: Sequence[str], widths: dict[int, int]) -> Rows:
    return [*(cell.ljust(widths[index]) for index, cell in enumerate(row[:-1])), row[-1]]
