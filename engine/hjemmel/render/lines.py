"""Text as lines of segments with a role each, so that whoever shows it may colour it."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from attrs import field, frozen

from hjemmel.source.shown import shown


@frozen
class Segment:
    """One line of text, and what it is: a `heading`, a `citation`, an outcome, a `value` …"""

    text: str = field(converter=shown)
    role: str = ""


Line = tuple[Segment, ...]
GAP = "  "
_TIED = re.compile(r"(?<=§) |(?<=\bnr\.) |(?<=\bpkt\.) |(?<=◀) | (?=\[\d)")
"""Spaces at which a line is never broken."""


def plain(lines: Iterable[Line]) -> str:
    """The lines as text, without spaces at their ends."""
    return "\n".join("".join(each.text for each in line).rstrip() for line in lines) + "\n"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width`; a longer word is broken, nothing is left out."""
    text = shown(text)
    if len(text) <= width:
        return [text]
    tied = _TIED.sub("\u00a0", text)
    parts = textwrap.wrap(tied, max(width, 8), break_on_hyphens=False) or [""]
    return [part.replace("\u00a0", " ") for part in parts]


def paragraph(segment: Segment, width: int, indent: int) -> list[Line]:
    """A text with a hanging indent, in a page of `width`."""
    parts = wrapped(segment.text, width - indent)
    return [_indented(part, segment.role, indent if n else 0) for n, part in enumerate(parts)]


def row(cells: Sequence[Segment], widths: Sequence[int]) -> list[Line]:
    """One row of a table, each cell wrapped within its column."""
    columns = [wrapped(cell.text, width) for cell, width in zip(cells, widths, strict=True)]
    made = []
    for parts in zip_longest(*columns, fillvalue=""):
        *first, last = (Segment(part, cell.role) for part, cell in zip(parts, cells, strict=True))
        line: list[Segment] = []
        # Nothing is put after the last column, which in a pipe is as wide as it gets.
        for each, width in zip(first, widths, strict=False):
            line += [each, Segment(" " * (width - len(each.text)) + GAP)]
        made.append((*line, last))
    return made


def widths(rows: Sequence[Sequence[Segment]], width: int, shares: Sequence[float]) -> list[int]:
    """As wide as the contents, but at most a share of the page each; the last takes the rest."""
    natural = [max((len(each[n].text) for each in rows), default=0) for n in range(len(shares))]
    found = [min(has, int(width * share)) for has, share in zip(natural, shares, strict=True)]
    rest = width - sum(found) - len(GAP) * len(shares)
    return [*(max(each, 8) for each in found), max(rest, 16)]


def _indented(text: str, role: str, indent: int) -> Line:
    return (Segment(" " * indent), Segment(text, role)) if indent else (Segment(text, role),)
