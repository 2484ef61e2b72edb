"""Which row of a table has the headings: often there are titles above it.

A row in which two columns are known is sure to be it. Where there is none, it is the first of those
with the most texts beside one another: no row of facts has more than the headings above it.
"""

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from hjemmel.facts.cells import is_blank
from hjemmel.facts.columns import LostColumn, Meaning
from hjemmel.facts.faults import Mistake, Note, Unusable
from hjemmel.facts.grid import Grid, GridRow, column_letters, is_told
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import listed, one_line

FURTHEST = 40
"""So many rows, not counting blank ones, may the headings and what stands above them be."""

SURE = 2
MOST_TOLD = 3


@frozen
class Rank:
    """How like a row of headings a row is: columns known, and texts in it."""

    known: int
    texts: int

    @classmethod
    def of(cls, row: GridRow, meanings: Sequence[Meaning]) -> "Rank":
        """The rank of a row whose cells would mean this."""
        texts = sum(isinstance(each, str) and not is_blank(each) for each in row.cells)
        return cls(sum(map(_is_known, meanings)), texts)

    @property
    def is_sure(self) -> bool:
        """Whether no other row needs to be looked at."""
        return self.known >= min(SURE, max(self.texts, 1))

    @property
    def order(self) -> tuple[int, int, int]:
        """What to compare ranks by."""
        return (self.known if self.is_sure else 0, self.texts, self.known)


NO_RANK = Rank(0, 0)
Ranking = Callable[[GridRow], Rank]


def as_cases(headings: Headings, sheet: str | None) -> Ranking:
    """Ranks a row of a table of cases."""
    return lambda row: Rank.of(row, headings.of_cases(row.cells, sheet))


def as_entries(headings: Headings, sheet: str, of: tuple[str, str]) -> Ranking:
    """Ranks a row of a list's own sheet."""
    return lambda row: Rank.of(row, headings.of_entries(row.cells, sheet, of))


def _is_known(meaning: Meaning) -> bool:
    return meaning is not None and not isinstance(meaning, (Mistake, LostColumn))


def is_sure(row: GridRow, rank: Ranking) -> bool:
    """Whether a row is the one with the headings, whatever stands below it."""
    return not is_told(row) and rank(row).is_sure


def headed(grid: Grid, rank: Ranking) -> Grid:
    """The grid, knowing which row has its headings."""
    best, at = NO_RANK, None
    for index, row in enumerate(grid.rows[:FURTHEST]):
        if is_told(row):
            continue
        found = rank(row)
        if at is None or found.order > best.order:
            best, at = found, index
        if best.is_sure:
            break
    return grid if at is None else _lowered(evolve(grid, head=at), at)


def _lowered(grid: Grid, at: int) -> Grid:
    """Where some headings are merged with the row below, that row has the rest of them."""
    upper, below = grid.rows[at], grid.rows[at + 1 : at + 2]
    if not below or not any(
        _is_lower_half(each, upper, i) for i, each in enumerate(below[0].cells)
    ):
        return grid
    cells = [
        upper.cells[i] if is_blank(each) or _is_lower_half(each, upper, i) else each
        for i, each in enumerate(below[0].cells)
    ]
    lower = GridRow(below[0].number, cells)
    return evolve(grid, rows=(*grid.rows[: at + 1], lower, *grid.rows[at + 2 :]), head=at + 1)


def _is_lower_half(cell: object, upper: GridRow, column: int) -> bool:
    """Whether a cell is merged with the one above it."""
    place = f"{column_letters(column)}{upper.number}"
    return isinstance(cell, Unusable) and cell.same_as == place


def rank_of(grid: Grid, rank: Ranking) -> Rank:
    """The rank of the row of headings."""
    return rank(grid.header) if grid.header is not None else NO_RANK


def titles(grid: Grid, file: str, place: str) -> list[Note]:
    """What stands above the headings, which is told as not read."""
    header = grid.header
    if header is None:
        return []
    above = grid.rows[: grid.head or 0]
    headings = _texts(header.cells)
    told_above = [text for row in above if not is_told(row) for text in _texts(row.cells)]
    texts = [each for each in told_above if each not in headings]
    if not texts:
        return []
    more = f" og {len(texts) - MOST_TOLD} til" if len(texts) > MOST_TOLD else ""
    told = f"overskriften er funnet i {grid.row(header)}. Det som står over, er ikke lest: "
    return [Note(file, place or grid.row(header), f"{told}{listed(texts[:MOST_TOLD])}{more}")]


def _texts(cells: Sequence[object]) -> list[str]:
    return [one_line(each) for each in cells if isinstance(each, str) and not is_blank(each)]
