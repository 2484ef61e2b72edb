"""Rows below the headings that are no case: a sum, a remark, and what is not to be read."""

import re
from collections.abc import Iterator, Sequence

from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import IgnoredColumn, Known
from hjemmel.facts.faults import Unusable
from hjemmel.facts.grid import Grid, GridRow
from hjemmel.facts.names import composed, folded, one_line, quoted

_SUM = re.compile(
    r"(del|total)?sum( .*)?|totalt?( .*)?|i alt|til sammen|tilsammen|gjennomsnitt|snitt|antall"
)
_NUMBER = re.compile(r"-?[0-9][0-9 .]*(,[0-9]+)?( ?%)?")
_REMARK = re.compile(r"(kilde|merk|merknad|note|fotnote|utfylt|oppdatert|sist)\b.*|\*.*")


def no_case(row: GridRow, columns: Sequence[Known]) -> str:
    """Why a row is no case, in words; nothing where it is one, or may be."""
    every = [each for each in row.cells if not is_blank(each)]
    texts = [each for each in every if not _is_figure(each)]
    only = texts[0] if len(texts) == 1 and isinstance(texts[0], str) else ""
    if only and _SUM.fullmatch(folded(only).rstrip(":")):
        return f"den er en sum: {quoted(one_line(composed(only)))}"
    if len(every) == 1 and _REMARK.fullmatch(folded(only)) and len(only.split()) > 1:
        return f"den er en merknad: {quoted(one_line(composed(only)))}"
    if not any(_filled(row, columns)):
        return "den har bare noe i kolonner som ikke leses"
    return ""


def aside(grid: Grid, row: GridRow, why: str) -> str:
    """What is told of such a row."""
    return f"{grid.row(row)} er ikke lest som en sak, for {why}"


def _filled(row: GridRow, columns: Sequence[Known]) -> Iterator[bool]:
    """Of each cell, whether something stands in it that is to be read."""
    for at, cell in enumerate(row.cells):
        ignored = at < len(columns) and isinstance(columns[at], IgnoredColumn)
        yield not ignored and not is_blank(cell)


def _is_figure(cell: object) -> bool:
    return isinstance(cell, (int, float, Unusable)) or (isinstance(cell, str) and _is_number(cell))


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(composed(text).strip()) is not None
