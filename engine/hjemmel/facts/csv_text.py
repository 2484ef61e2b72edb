"""Cells as CSV, none of which a spreadsheet takes for a formula.

A cell that begins like one gets an apostrophe in front; so does one that begins with such an
apostrophe already, so that what is read back is what was written. A number is left as it is.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from hjemmel.source.shown import shown

MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9 ]*(?:[.,][0-9]+)?")
_QUOTED = re.compile(r'[;"\r\n]|^::|^\s|\s$')


def csv_text(rows: Iterable[Sequence[str]], line_end: str) -> str:
    """The rows with semicolons between, each cell in one line."""
    return "".join(";".join(map(_cell, row)) + line_end for row in rows)


def guarded(text: str) -> str:
    """The text as no spreadsheet will compute it."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that may have been guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


@lru_cache(maxsize=5_000)  # most cells of a table of verdicts stand in it again and again
def _cell(text: str) -> str:
    """A cell; in quotes also where a build server would take the line for a command to it."""
    cell = guarded(shown(text))
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell
