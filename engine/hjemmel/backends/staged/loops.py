"""Lists: a run of steps for each entry over the same row, and what the entries come to together.

What the slots of a run hold is put aside, entry by entry, as a slice of the row. A step
that does not depend on the entry stands outside the run.
"""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from hjemmel.backends.staged.row import Row, Slot, Step
from hjemmel.case.observation import PartialList
from hjemmel.case.one_of import OneOf, spread
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


def entries(row: Row, loop: Loop, members: Slot) -> Iterator[None]:
    """Do the steps for each entry in turn, and put what they came to aside."""
    kept: list[Row] = []
    first, end, steps = loop.entry, loop.end, loop.steps
    for item in row[members] or ():
        row[first] = item
        for step in steps:
            step(row)
        yield
        kept.append(row[first:end])
    row[loop.kept] = kept


def is_complete(items: list[Any] | None) -> bool:
    """Whether a list is given in full."""
    return items is not None and not isinstance(items, PartialList)


def every(loop: Loop, members: Slot, where: Bits, body: Bits, result: Slot) -> Step:
    """For all members the body holds."""
    (belongs, _), (_, fails) = where, body
    outside, holds = where[1], body[0]

    def step(row: Row) -> None:
        all_hold, some_fail = is_complete(row[members]), False
        for _ in entries(row, loop, members):
            if not (row[outside] or row[holds]):
                all_hold = False
            if row[belongs] and row[fails]:
                some_fail = True
        row[result], row[result + 1] = all_hold, some_fail

    return step


def tabulating(slot: Slot, members: Slot, name: str) -> Step:
    """The values of a field in a list, None among them where one is unknown.

    None instead of them all where any is an interval or one of several, which is in no table.
    """

    def step(row: Row) -> None:
        items = row[members] or ()
        values = items if name == ELEMENT else [each.get(name) for each in items]
        row[slot] = None if any(map(_is_open, values)) else frozenset(values)

    return step


def none_is(loop: Loop, table: Slot, value: Bits, usual: Step, result: Slot) -> Step:
    """For all members a field is not the value, by a table of the field; else the usual way.

    Lists held against lists ask it for every entry of the one, so going through the other each
    time would take a step, and a slice of the row, for every pair.
    """
    low, high = value

    def step(row: Row) -> None:
        values, wanted = row[table], row[low]
        if values is None or wanted != row[high] or isinstance(wanted, OneOf):
            usual(row)
            return
        is_there = wanted is not None and wanted in values
        could_be = is_there or (bool(values) if wanted is None else None in values)
        row[loop.kept] = None
        row[result] = is_complete(row[loop.members]) and not could_be
        row[result + 1] = is_there

    return step


def _is_open(value: object) -> bool:
    return isinstance(value, (tuple, OneOf))


def count(loop: Loop, members: Slot, where: Bits, body: Bits, result: Slot) -> Step:
    """How many members the body holds for: from sure to possible."""

    def step(row: Row) -> None:
        sure = possible = 0
        for _ in entries(row, loop, members):
            sure += row[where[0]] and row[body[0]]
            possible += not (row[where[1]] or row[body[1]])
        row[result] = sure
        row[result + 1] = possible if is_complete(row[members]) else None

    return step


def distinct(
    loop: Loop, members: Slot, where: Bits, symbol: Slot, result: Slot, limit: int | None
) -> Step:
    """From the known values of sure members to all that the possible ones could have."""

    def step(row: Row) -> None:
        sure: list[Any] = []
        possible: list[Any] = []
        for _ in entries(row, loop, members):
            if row[where[0]]:
                sure.append(row[symbol])
            if not row[where[1]]:
                possible.append(row[symbol])
        row[result], most = spread(sure, possible)
        if not is_complete(row[members]):
            row[result + 1] = limit
        else:
            row[result + 1] = most if limit is None else min(most, limit)

    return step
