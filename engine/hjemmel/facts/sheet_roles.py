"""What each sheet of a workbook is for: the cases, a list, the template's own, or nothing known."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from hjemmel.core.types import Listed, Row
from hjemmel.facts.cell_locations import At
from hjemmel.facts.grid import Grid
from hjemmel.facts.header_row import as_cases, as_entries, headed, rank_of
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import canonical, folded, nearest
from hjemmel.facts.translation import Line
from hjemmel.facts.vocabulary import Vocabulary

CASES = "saker"
WORDS = "verdier"
"""The template's own sheet of allowed values; nothing is read from it."""

READ_FIRST = "Les meg først"
"""The template's own sheet of advice. Of it is read which rulebook it was made from."""

_OWN = (WORDS, READ_FIRST.casefold())

LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_COPY = re.compile(r"(?<=\w)[\s\d()_.~-]+$")
"""What is added to the name of a sheet that is a copy, or of another year."""


@frozen
class Roles:
    """What sheets are for, by their names and by what somebody has said of them."""

    headings: Headings

    @property
    def vocabulary(self) -> Vocabulary:
        """What is declared."""
        return self.headings.vocabulary

    def said(self, name: str) -> Line | None:
        """What somebody has said of a sheet."""
        return self.headings.translation.sheet(name)

    def is_own(self, name: str) -> bool:
        """Whether a sheet is the template's own, or said not to be read."""
        line = self.said(name)
        return name.strip().casefold() in _OWN or (line is not None and line.is_ignored)

    def list_of(self, name: str) -> At | None:
        """The list whose sheet this is."""
        line = self.said(name)
        return list_of(line.meaning if line else name, self.vocabulary)

    def is_of_cases(self, name: str) -> bool:
        """Whether a sheet is called what the sheet of the cases is."""
        line = self.said(name)
        return folded(line.meaning if line else name) == CASES

    def main(self, grids: Mapping[str, Grid]) -> str:
        """The sheet of the cases: by its name, else the one with most columns that are known.

        What nobody sees is not read in place of what everybody sees, whatever it is called.
        """
        names = [each for each in grids if not self.is_own(each)]
        seen = [each for each in names if not grids[each].hidden and self.list_of(each) is None]
        among = seen or names
        named = next(filter(self.is_of_cases, among), None)
        return named or max(among, key=lambda each: self._order(grids[each]), default="")

    def cases(self, grid: Grid) -> Grid:
        """A sheet of cases, knowing where its headings are."""
        return headed(grid, as_cases(self.headings, grid.sheet))

    def entries(self, grid: Grid, of: At) -> Grid:
        """A list's own sheet, knowing where its headings are."""
        return headed(grid, as_entries(self.headings, grid.sheet or "", of))

    def _order(self, grid: Grid) -> tuple[int, ...]:
        return rank_of(self.cases(grid), as_cases(self.headings, grid.sheet)).order[:2]


def list_sheets(vocabulary: Vocabulary) -> dict[str, At]:
    """The lists of records that may have a sheet of their own, by its name."""
    found: dict[str, At] = {}
    for record, shape in vocabulary.records.items():
        for key, declared in shape.fields.items():
            if isinstance(declared.type, Listed) and isinstance(declared.type.element, Row):
                found[_sheet_name(f"{record}.{key}", found)] = (record, key)
    return found


def _sheet_name(wanted: str, taken: Mapping[str, At]) -> str:
    """With the characters and the length that Excel allows, and unlike the others."""
    wanted = _NOT_IN_SHEET_NAMES.sub("-", wanted)
    name, number = wanted[:LONGEST_SHEET_NAME], 2
    while name in taken:
        name, number = f"{wanted[: LONGEST_SHEET_NAME - 3]}~{number}", number + 1
    return name


def list_of(name: str, vocabulary: Vocabulary) -> At | None:
    """The list whose sheet has the name, with its record or alone where only one has such a list.

    Excel takes capitals and small letters for the same.
    """
    lists = list_sheets(vocabulary).values()
    alone = (at for at in lists if folded(at[1]) == folded(canonical(name)))
    return _only(at for at in lists if names_whole(name, at, vocabulary)) or _only(alone)


def names_whole(name: str, at: At, vocabulary: Vocabulary) -> bool:
    """Whether a sheet has the whole name of a list, or as much as Excel has room for."""
    wanted = folded(canonical(name))
    short = (each for each, list_at in list_sheets(vocabulary).items() if list_at == at)
    return wanted in (folded(".".join(at)), *map(folded, short))


def _only(found: Iterable[At]) -> At | None:
    every = list(found)
    return every[0] if len(every) == 1 else None


def meant(name: str, vocabulary: Vocabulary) -> list[str]:
    """The sheets that may be meant, whatever number a copy has; a list by its name alone too."""
    lists = list_sheets(vocabulary)
    known = (CASES, *(at[1] for at in lists.values()), *lists)
    close = nearest(_COPY.sub("", name), known, 1)
    if close == (CASES,):
        return [CASES]
    return [short for short, at in lists.items() if set(close) & {short, at[1]}]
