"""Which entries of a list decide what is asked of it, and by what."""

from collections.abc import Callable, Iterator
from typing import assert_never

from attrs import frozen

from hjemmel.backends.staged.row import Row
from hjemmel.case.observation import members_in
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Each, Literal, Quantifier
from hjemmel.core.sought import sought
from hjemmel.provenance.lookup import Looked, few, looked_up
from hjemmel.provenance.reading import Reading, Truth
from hjemmel.provenance.situation import (
    UNDECIDED,
    Here,
    Pair,
    Situation,
    path_of,
    value_at,
)

Deciding = tuple[bool, bool]
"""Whether it decides that an entry belongs to the list, and what is asked of it."""
BOTH: Deciding = (True, True)
NEITHER: Deciding = (False, False)


@frozen(eq=False)
class ListRun:
    """How the list of a quantifier is gone through, and what is read of each entry."""

    each: Each
    at: Callable[[Row, int], None]
    whole: Truth
    belongs: Truth
    asked: Truth
    may_look: bool

    def looked_up(self, case: Situation, here: Here) -> Looked | None:
        """What a value was found to be among; None where the entries are gone through."""
        return looked_up(case, self.each, here) if self.may_look else None

    def through(self, row: Row, entries: list[Here]) -> Iterator[Here]:
        """The entries one by one, each put in the row."""
        variable = self.each.variable
        for each in entries:
            self.at(row, int(each.paths[variable][-1]))
            yield each

    def deciding(self, case: Situation, row: Row, here: Here) -> Iterator[tuple[Here, bool, bool]]:
        """Each entry, with what of it decides."""
        whole = self.whole(row)
        looked = None if whole[1] else self.looked_up(case, here)
        entries = few(self.each, here, looked) if looked else case.entries(self.each, here)
        told = members_in(value_at(case.observation.view, path_of(self.each.domain, here)) or [])
        for entry in self.through(row, entries):
            is_member = int(entry.paths[self.each.variable][-1]) < told
            yield (entry, *(self.decides if is_member else self.closes)(whole, row))

    def closes(self, whole: Pair, row: Row) -> Deciding:
        """What makes a possible further member, the one at hand, without weight."""
        is_closed = {Quantifier.SOME: whole[1], Quantifier.ALL: whole[0]}
        return self.closing(row) if is_closed.get(self.each.quantifier, True) else NEITHER

    def is_bounded(self, case: Situation, row: Row, here: Here) -> bool:
        """Whether something is known of any further member, and it makes each without weight."""
        items = value_at(case.observation.view, path_of(self.each.domain, here)) or []
        for at in range(members_in(items), len(items)):
            self.at(row, at)
            if not any(self.closing(row)):
                return False
        return members_in(items) < len(items)

    def closing(self, row: Row) -> Deciding:
        """Whether it is that it does not belong, or what is asked of it, that does so."""
        belongs, asked = self.belongs(row), self.asked(row)
        match self.each.quantifier:
            case Quantifier.DISTINCT:
                return belongs[1], False
            case Quantifier.COUNT | Quantifier.SOME:
                return belongs[1], asked[1]
            case Quantifier.ALL:
                return belongs[1], asked[0]
            case _:
                assert_never(self.each.quantifier)

    def decides(self, whole: Pair, row: Row) -> Deciding:
        """What of the entry at hand decides."""
        belongs, asked = self.belongs(row), self.asked(row)
        match self.each.quantifier:
            case Quantifier.DISTINCT:
                return (True, not belongs[1])
            case Quantifier.COUNT:
                return _of_both(_conjunction(belongs, asked), belongs, asked)
            case Quantifier.SOME:
                return _of_member(negation(whole), belongs, asked)
            case Quantifier.ALL:
                return _of_member(whole, belongs, negation(asked))
            case _:
                assert_never(self.each.quantifier)


def list_run(each: Each, reading: Reading, depth: int) -> ListRun:
    """How the list of a quantifier, within so many others, is gone through."""
    wanted, belongs = sought(each), reading.truth(each.where)
    tells_apart = each.quantifier is Quantifier.DISTINCT  # what is told apart has no truth
    is_truth = each.quantifier in (Quantifier.ALL, Quantifier.SOME)  # the others are numbers
    return ListRun(
        each,
        reading.at_entry(each, depth),
        reading.truth(each) if is_truth else lambda _: UNDECIDED,
        belongs,
        belongs if tells_apart else reading.truth(each.body),
        wanted is not None and not isinstance(wanted.value, Literal),
    )


def _of_member(none: Pair, belongs: Pair, asked: Pair) -> Deciding:
    """What decides of one member in «ingen»: none of the members is both in the list and so."""
    member = _conjunction(belongs, asked)
    if none[0] or member == negation(none):
        return _of_both(member, belongs, asked)
    return NEITHER


def _of_both(value: Pair, belongs: Pair, asked: Pair) -> Deciding:
    return BOTH if value[0] else (belongs == value, asked == value)


def _conjunction(one: Pair, other: Pair) -> Pair:
    return one[0] and other[0], one[1] or other[1]
