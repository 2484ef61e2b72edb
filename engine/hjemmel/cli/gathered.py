"""What is told of a file, gathered: what is said of many cells is said once, with the cells.

Where a file is read as it comes, the first of each is told at once, for its answer may be waited
for; how many more there were is told when the file ends.
"""

import re
from collections.abc import Callable

from attrs import define, field, frozen

from hjemmel.facts.faults import Note, Rejected

MOST_PLACES = 6
MOST_KINDS = 2000
"""So many different things are held back to be counted; more are told one by one."""

_CELL = re.compile(r"(?P<before>(?:.*!)?[A-Z]{0,3}|linje |(?:.*!)?rad )(?P<number>[0-9]+)")


@frozen
class Kind:
    """What is the same in all that is told together."""

    head: str
    field: str
    reason: str
    help: str


@define
class Places:
    """Where something was, as stretches of cells or lines one after another; the first of them."""

    count: int = 0
    stretches: list[tuple[str, str]] = field(factory=list)
    is_all: bool = True

    def add(self, place: str) -> None:
        """One place more."""
        self.count += 1
        first, last = self.stretches[-1] if self.stretches else ("", "")
        if self.is_all and _follows(last, place):
            self.stretches[-1] = (first, place)
        elif len(self.stretches) < MOST_PLACES:
            self.stretches.append((place, place))
        else:
            self.is_all = False

    @property
    def words(self) -> str:
        """The places, and how many they are where it is not one."""
        told = ", ".join(_stretch(*each) for each in self.stretches)
        more = "" if self.is_all else " …"
        return told if self.count == 1 else f"{self.count} steder ({told}{more})"


@define
class Gathered:
    """What has been told of a file so far; `tell` says a line."""

    tell: Callable[[str], None]
    at_once: bool
    places: dict[Kind, Places] = field(factory=dict)

    def fault(self, of: Rejected) -> None:
        """Something that is not read."""
        field_of = "" if of.place.endswith(of.field) else _numberless(of.field)
        self._take(Kind(f"feil[{of.code}]: {of.file}", field_of, of.reason, of.help), of.place)

    def note(self, of: Note) -> None:
        """Something worth knowing."""
        self._take(Kind(f"merk: {of.file}", "", of.text, ""), of.place)

    def end(self) -> None:
        """The file is at its end: whatever is not told is told now."""
        for kind, places in self.places.items():
            if places.count:
                again = "det samme " if self.at_once else ""
                self._say(kind, f"{again}{places.words}")
        self.places.clear()

    def _take(self, kind: Kind, place: str) -> None:
        is_new = kind not in self.places
        if is_new and (self.at_once or len(self.places) >= MOST_KINDS):
            self._say(kind, place)
            if len(self.places) < MOST_KINDS:
                self.places[kind] = Places()
        else:
            self.places.setdefault(kind, Places()).add(place)

    def _say(self, kind: Kind, where: str) -> None:
        place = ", ".join(filter(None, (kind.head, where, kind.field)))
        self.tell(f"{place}: {kind.reason}")
        if kind.help and not where.startswith("det samme "):
            self.tell(f"  = hjelp: {kind.help}")


def _numberless(of: str) -> str:
    """A field without the numbers of entries: what is said of each is said of them all."""
    return re.sub(r"\[[0-9]+\]", "", of)


def _follows(one: str, other: str) -> bool:
    before, after = _CELL.fullmatch(one), _CELL.fullmatch(other)
    if before is None or after is None or before["before"] != after["before"]:
        return False
    return int(after["number"]) == int(before["number"]) + 1


def _stretch(first: str, last: str) -> str:
    if first == last:
        return first
    found = _CELL.fullmatch(last)
    is_cell = found is not None and not found["before"].endswith(" ")
    return f"{first}–{last.rpartition('!')[2] if is_cell else found['number'] if found else last}"
