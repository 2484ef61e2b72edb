"""Going through the entries of a list, with what each came to in the row."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import frozen

from hjemmel.backends.staged.row import Row
from hjemmel.case.observation import members_in
from hjemmel.core.nodes import Each, Literal, Quantifier
from hjemmel.core.sought import sought
from hjemmel.explain.seen import Entry
from hjemmel.explain.site import Site, Telling
from hjemmel.provenance.lookup import Looked, looked_up
from hjemmel.provenance.situation import Here, Pair, path_of, value_at


@frozen(eq=False)
class Run:
    """The run through a list: what puts an entry in the row, and what is read of it there."""

    each: Each
    at: Callable[[Row, int], None]
    belongs: Callable[[Row], Pair]
    body: Callable[[Row], Pair]
    may_look: bool

    def looked_up(self, told: Telling, here: Here) -> Looked | None:
        """What a value was found to be among; None where the entries are gone through."""
        return looked_up(told.case, self.each, here) if self.may_look else None

    def is_well(self, row: Row) -> bool:
        """Whether the entry at hand does not belong to the list, or what is asked holds of it."""
        return bool(self.belongs(row)[1] or self.body(row)[0])

    def rows(self, told: Telling, count: int) -> Iterator[Row]:
        """The row, once for each of the first entries."""
        for index in range(count):
            self.at(told.row, index)
            yield told.row

    def entries(self, told: Telling, here: Here) -> list[Here]:
        """Every entry, as far as the list is known."""
        each, path = self.each, path_of(self.each.domain, here)
        count = members_in(value_at(told.view, path) or [])
        return [here.entering(each.variable, index, path) for index in range(count)]

    def through(self, told: Telling, entries: Sequence[Here]) -> Iterator[Here]:
        """The entries one by one, each put in the row."""
        variable = self.each.variable
        for each in entries:
            self.at(told.row, int(each.paths[variable][-1]))
            yield each


def run_of(each: Each, site: Site) -> Run:
    """How the list of a quantifier is gone through."""
    reading, wanted = site.reading, sought(each)
    belongs = reading.truth(each.where)
    tells_apart = each.quantifier is Quantifier.DISTINCT  # what is told apart has no truth
    return Run(
        each,
        reading.at_entry(each, site.depth),
        belongs,
        belongs if tells_apart else reading.truth(each.body),
        wanted is not None and not isinstance(wanted.value, Literal),
    )


def entry_of(told: Telling, each: Each, here: Here) -> Entry:
    """Which entry stands for the variable of the quantifier."""
    path = here.paths[each.variable]
    number = int(told.case.observation.as_told(path)[-1]) + 1
    return Entry(number, _identity(value_at(told.view, path)))


def _identity(entry: Any) -> str:
    """The first name among an entry's facts."""
    if isinstance(entry, str):
        return entry
    texts = entry.values() if isinstance(entry, dict) else ()
    return next((text for text in texts if isinstance(text, str)), "")
