"""Rows below the headings that are no case: a sum, a remark, and what is not to be read."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import CaseColumn, IgnoredColumn, Known
from hjemmel.facts.faults import Unusable
from hjemmel.facts.grid import Grid, GridRow, column_letters
from hjemmel.facts.names import composed, folded, one_line, quoted
from hjemmel.facts.schema import CASE_ID, TITLE

NAME, TITLED = CaseColumn(CASE_ID), CaseColumn(TITLE)

_SUM = re.compile(
    r"(del|total)?sum( .*)?|totalt?( .*)?|antall( .*)?|i alt|til ?sammen|gjennomsnitt|snitt"
)
TOTAL = "den har bare tall, og ikke noe navn"
_NUMBER = re.compile(r"-?[0-9][0-9 .]*(,[0-9]+)?( ?%)?")
_REMARK = re.compile(r"(kilde|merk|merknad|note|fotnote|utfylt|oppdatert|sist)\b.*|\*.*")


def no_case(grid: Grid, row: GridRow, columns: Sequence[Known]) -> str:
    """Why a row is no case, in words; nothing where it is one, or may be."""
    every = [each for each in row.cells if not is_blank(each)]
    texts = list(islice((each for each in every if not _is_figure(each)), 2))
    only = texts[0] if len(texts) == 1 and isinstance(texts[0], str) else ""
    if only and _SUM.fullmatch(folded(only).rstrip(":")):
        return f"den er en sum: {quoted(one_line(composed(only)))}"
    if len(every) == 1 and _REMARK.fullmatch(folded(only)) and len(only.split()) > 1:
        return f"den er en merknad: {quoted(one_line(composed(only)))}"
    if only and len(every) > 1 and _is_merged_across(row, row.cells.index(only)):
        return f"den er en mellomtittel: {quoted(one_line(composed(only)))}"
    if len(every) > 1 and grid.header is not None and _same(row.cells, grid.header.cells):
        return "den gjentar overskriften"
    if not any(_filled(row, columns)):
        return "den har bare noe i kolonner som ikke leses"
    return ""


def _is_merged_across(row: GridRow, first: int) -> bool:
    """Whether all that stands in a row is one cell, merged over the others."""
    place = f"{column_letters(first)}{row.number}"
    others = [each for at, each in enumerate(row.cells) if at != first and not is_blank(each)]
    return all(isinstance(each, Unusable) and each.same_as == place for each in others)


def _same(cells: Sequence[object], header: Sequence[object]) -> bool:
    pairs = zip(cells, header, strict=False)
    return all(
        (is_blank(one) and is_blank(other))
        or (isinstance(one, str) and isinstance(other, str) and folded(one) == folded(other))
        for one, other in pairs
    )


def is_total(row: GridRow, columns: Sequence[Known]) -> bool:
    """Whether a row has figures only, and no name where cases have one."""
    names = [at for at, each in enumerate(columns) if each in (NAME, TITLED)]
    filled = [each for each in row.cells if not is_blank(each)]
    numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in filled)
    return numbers and bool(names) and all(is_blank(row.cells[at]) for at in names)


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
