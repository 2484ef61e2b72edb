"""The rows of a list that stand in JSON, an object each, as the rows of a table."""

from collections.abc import Iterable, Iterator

from hjemmel.facts.faults import Found, Mistake, RawCase, Rejected, rejected_file
from hjemmel.facts.grid import NAMES, Grid, GridRow
from hjemmel.facts.typed_cells import cell
from hjemmel.facts.value_problems import WRONG_TYPE
from hjemmel.facts.wording import told


def json_rows(
    found: Iterable[Found], file: str, counted: str
) -> tuple[Grid, Iterator[GridRow | Rejected]]:
    """The headings, which are the keys of any of them, and the rows; all of them are held."""
    every = list(found)
    raws = [each.raw for each in every if isinstance(each, RawCase) and isinstance(each.raw, dict)]
    names = list(dict.fromkeys(key for raw in raws for key in raw))
    header = (GridRow(NAMES, names),) if names else ()
    grid = Grid(header, head=0 if names else None, counted=counted)
    return grid, _rows(every, names, file)


def _rows(found: Iterable[Found], names: list[str], file: str) -> Iterator[GridRow | Rejected]:
    for number, each in enumerate(found, start=1):
        if isinstance(each, Rejected):
            yield each
        elif isinstance(each, RawCase):
            told_as = each.origin.record.rpartition(" ")[2]
            at = int(told_as) if told_as.isdecimal() else number
            if isinstance(each.raw, dict):
                yield GridRow(at, [cell(each.raw.get(name)) for name in names])
            else:
                reason = f"venter en rad med nøkler i {{ }}, fikk {told(each.raw)}"
                yield rejected_file(file, Mistake(WRONG_TYPE, reason), each.origin.record)
