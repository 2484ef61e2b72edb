"""Lists: a run of steps for each entry over the same row, and what the entries come to together.

What the slots of a run hold is put aside, entry by entry, as a slice of the row. A step
that does not depend on the entry stands outside the run.
"""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from hjemmel.backends.staged.row import Row, Slot, Step
from hjemmel.case.observation import PartialList, members_in
from hjemmel.case.one_of import NoneOf, OneOf, spread
from hjemmel.core.schema import ELEMENT

Bits = tuple[Slot, Slot]


@frozen(eq=False)
class Members:
    """A list: the slot that holds it."""

    slot: Slot


@frozen(eq=False)
class Loop:
    """The run of a list, within the loops `around` it.

    `entry` holds the entry at hand and is the first of the slots that the run fills; `past`
    is the slot after the last, once that is known. `kept` then holds a slice for each entry,
    or None where the list was looked up and not gone through (see `none_is`).
    """

    around: tuple["Loop", ...]
    members: Slot
    entry: Slot
    kept: Slot
    steps: list[Step] = field(factory=list)
    past: list[Slot] = field(factory=list)

    @property
    def end(self) -> Slot:
        """The slot after the last that the run fills."""
        return self.past[0]


def entries(row: Row, loop: Loop, members: Slot) -> Iterator[bool]:
    """Do the steps for each entry in turn, and put what they came to aside.

    Gives whether it is a member; after those comes what any further one may be.
    """
    kept: list[Row] = []
    first, end, steps = loop.entry, loop.end, loop.steps
    items: list[Any] = row[members] or []
    told = members_in(items)
    for at, item in enumerate(items):
        row[first] = item
        for step in steps:
            step(row)
        yield at < told
        kept.append(row[first:end])
    row[loop.kept] = kept


def is_complete(items: list[Any] | None) -> bool:
    """Whether a list is given in full."""
    return items is not None and not isinstance(items, PartialList)


def is_bounded(items: list[Any] | None) -> bool:
    """Whether a list is given in full, or something is known of any further member."""
    return is_complete(items) or (isinstance(items, PartialList) and items.further > 0)


def every(loop: Loop, members: Slot, where: Bits, body: Bits, result: Slot) -> Step:
    """For all members the body holds."""
    (belongs, _), (_, fails) = where, body
    outside, holds = where[1], body[0]

    def step(row: Row) -> None:
        all_hold, some_fail = is_bounded(row[members]), False
        for is_member in entries(row, loop, members):
            if not (row[outside] or row[holds]):
                all_hold = False
            if is_member and row[belongs] and row[fails]:
                some_fail = True
        row[result], row[result + 1] = all_hold, some_fail

    return step


def tabulating(slot: Slot, members: Slot, name: str) -> Step:
    """The values of a field in a list, None among them where one is unknown.

    None instead of them all where any is an interval or one of several, which is in no table,
    or where something is known of any further member.
    """

    def step(row: Row) -> None:
        items: list[Any] = row[members] or []
        values = items if name == ELEMENT else [each.get(name) for each in items]
        is_plain = members_in(items) == len(items) and not any(map(_is_open, values))
        row[slot] = frozenset(values) if is_plain else None

    return step


def none_is(loop: Loop, table: Slot, value: Bits, usual: Step, result: Slot) -> Step:
    """For all members a field is not the value, by a table of the field; else the usual way.

    Lists held against lists ask it for every entry of the one, so going through the other each
    time would take a step, and a slice of the row, for every pair.
    """
    low, high = value

    def step(row: Row) -> None:
        values, wanted = row[table], row[low]
        if values is None or wanted != row[high] or isinstance(wanted, (OneOf, NoneOf)):
            usual(row)
            return
        is_there = wanted is not None and wanted in values
        could_be = is_there or (bool(values) if wanted is None else None in values)
        row[loop.kept] = None
        row[result] = is_complete(row[loop.members]) and not could_be
        row[result + 1] = is_there

    return step


def _is_open(value: object) -> bool:
    return isinstance(value, (tuple, OneOf, NoneOf))


def count(loop: Loop, members: Slot, where: Bits, body: Bits, result: Slot) -> Step:
    """How many members the body holds for: from sure to possible."""

    def step(row: Row) -> None:
        sure = possible = 0
        bounded = is_bounded(row[members])
        for is_member in entries(row, loop, members):
            could_be = not (row[where[1]] or row[body[1]])
            if is_member:
                sure += row[where[0]] and row[body[0]]
                possible += could_be
            elif could_be:
                bounded = False
        row[result] = sure
        row[result + 1] = possible if bounded else None

    return step


def distinct(
    loop: Loop, members: Slot, where: Bits, symbol: Slot, result: Slot, limit: int | None
) -> Step:
    """From the known values of sure members to all that the possible ones could have."""

    def step(row: Row) -> None:
        sure: list[Any] = []
        possible: list[Any] = []
        bounded = is_bounded(row[members])
        for is_member in entries(row, loop, members):
            if is_member and row[where[0]]:
                sure.append(row[symbol])
            if is_member and not row[where[1]]:
                possible.append(row[symbol])
            if not (is_member or row[where[1]]):
                bounded = False
        row[result], most = spread(sure, possible)
        if not bounded:
            row[result + 1] = limit
        else:
            row[result + 1] = most if limit is None else min(most, limit)

    return step
