"""Where in a line of a file something stands that was found in the line made plain.

Composed letters are shorter than what they are put together of, and a typesetter's «fi» is longer
than it looks: a column of the one line is another of the other.
"""

from bisect import bisect_right

from hjemmel.source.signs import plain


def column_in_file(line: str, column: int) -> int:
    """The column in a line as it stands in its file, for one of the line made plain; from 1."""
    if line.isascii() or plain(line) == line:
        return column
    before = range(len(line) + 1)
    at = bisect_right(before, column - 1, key=lambda end: len(plain(line[:end]))) - 1
    past = column - 1 - len(plain(line[:at])) if at == len(line) else 0
    return at + past + 1
