"""The row of a case, and the functions of it that the steps are made of.

A bit, an end and a symbol are slots of the row, or a term: a function of the row that has no
slot yet.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from attrs import frozen

from hjemmel.case.one_of import NoneOf, OneOf, are_apart, is_among

Row = list[Any]
Slot = int
Step = Callable[[Row], None]
Read = Callable[[Row], Any]

FALSE, TRUE, VIEW = 0, 1, 2
"""The first slots: the two bits that never change, and the view of the case."""


@frozen(eq=False)
class Term:
    """A function of the row, and how many lists deep the entries are that it depends on."""

    run: Read
    depth: int


def reader(of: Slot | Term) -> Read:
    """What reads a slot, or works out a term."""
    return of.run if isinstance(of, Term) else itemgetter(of)


def all_of(parts: Sequence[Slot | Term]) -> Read:
    """Whether all of two or more bits are set."""
    if all(isinstance(each, Slot) for each in parts):
        slots = itemgetter(*parts)
        return lambda row: all(slots(row))
    readers = tuple(map(reader, parts))
    if len(readers) == 2:
        first, second = readers
        return lambda row: first(row) and second(row)
    return lambda row: all(each(row) for each in readers)


def any_of(parts: Sequence[Slot | Term]) -> Read:
    """Whether any of two or more bits is set."""
    if all(isinstance(each, Slot) for each in parts):
        slots = itemgetter(*parts)
        return lambda row: any(slots(row))
    readers = tuple(map(reader, parts))
    if len(readers) == 2:
        first, second = readers
        return lambda row: first(row) or second(row)
    return lambda row: any(each(row) for each in readers)


def ordered(left: Slot | Term, right: Slot | Term, holds: Callable[[Any, Any], bool]) -> Read:
    """Whether two ends are known and stand as they should."""
    if isinstance(left, Term) or isinstance(right, Term):
        return _ordered_terms(reader(left), reader(right), holds)

    def run(row: Row) -> bool:
        one, other = row[left], row[right]
        return one is not None and other is not None and holds(one, other)

    return run


def _ordered_terms(left: Read, right: Read, holds: Callable[[Any, Any], bool]) -> Read:
    def run(row: Row) -> bool:
        one, other = left(row), right(row)
        return one is not None and other is not None and holds(one, other)

    return run


def chosen(left: Slot, right: Slot, of: Callable[[Any, Any], Any]) -> Read:
    """One of two ends; open where either is."""

    def run(row: Row) -> Any:
        one, other = row[left], row[right]
        return None if one is None or other is None else of(one, other)

    return run


def single(least: Slot, greatest: Slot) -> Read:
    """The value that two ends both are; None where they are not."""

    def run(row: Row) -> Any:
        value = row[least]
        return value if value == row[greatest] else None

    return run


def lesser_if_known(left: Slot, right: Slot) -> Read:
    """The lesser of two ends; the second where the first is open."""

    def run(row: Row) -> Any:
        one, other = row[left], row[right]
        return other if one is None or other is None else min(one, other)

    return run


def mapped(end: Slot, function: Callable[[Any, Any], Any], argument: Any) -> Read:
    """A function of a known end."""

    def run(row: Row) -> Any:
        value = row[end]
        return None if value is None else function(value, argument)

    return run


def alike(left: Slot, right: Slot) -> Read:
    """Whether two symbols are known and the same."""

    def run(row: Row) -> bool:
        value = row[left]
        is_one = value is not None and not isinstance(value, (OneOf, NoneOf))
        return is_one and bool(value == row[right])

    return run


def unlike(left: Slot, right: Slot) -> Read:
    """Whether two symbols are known and different."""
    return lambda row: are_apart(row[left], row[right])


def within(value: Slot, allowed: Sequence[Slot]) -> Read:
    """Whether a symbol is known, and each name it may have is among those that are known."""
    return lambda row: is_among(row[value], [row[each] for each in allowed])


def is_value(slot: Slot, value: object) -> Read:
    """Whether a slot holds this very value: True, False or None."""
    return lambda row: row[slot] is value


def is_known(slot: Slot) -> Read:
    """Whether a slot holds anything."""
    return lambda row: row[slot] is not None


# --- steps -----------------------------------------------------------------------------------


def storing(slot: Slot, first: Slot | Term, second: Slot | Term) -> Step:
    """Both of a pair into a slot and the next."""
    one, other, after = reader(first), reader(second), slot + 1

    def step(row: Row) -> None:
        row[slot] = one(row)
        row[after] = other(row)

    return step


def keeping(slot: Slot, read: Read) -> Step:
    """What a function of the row gives into a slot."""

    def step(row: Row) -> None:
        row[slot] = read(row)

    return step


def taking(slot: Slot, holder: Slot, name: str) -> Step:
    """A field of a record into a slot; nothing where there is no record."""

    def step(row: Row) -> None:
        record = row[holder]
        row[slot] = None if record is None else record.get(name)

    return step


def parting(slot: Slot, value: Slot) -> Step:
    """The two ends of a value into a slot and the next."""
    after = slot + 1

    def step(row: Row) -> None:
        found = row[value]
        row[slot], row[after] = found if isinstance(found, tuple) else (found, found)

    return step
