"""A fact of which sources of equal weight say different things: what they leave possible."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from hjemmel.case.one_of import OneOf
from hjemmel.case.statements import (
    Content,
    Entries,
    NotDone,
    Pending,
    Unreadable,
    Unrecognised,
)
from hjemmel.case.telling import comparable
from hjemmel.core.types import Listed, Type, is_ordered, is_truth
from hjemmel.source.moment import Moment


def left_possible(contents: Sequence[Content], kind: Type, today: date) -> Any:
    """What is seen of a fact that is no list: an interval, one of several names, or None."""
    unknown = any(isinstance(each, (Pending, Unreadable, Unrecognised)) for each in contents)
    if unknown or isinstance(kind, Listed) or is_truth(kind):
        return None
    if not is_ordered(kind):
        return OneOf(contents)
    known = [each for each in contents if not isinstance(each, NotDone)]
    ends: list[Any] = [_ends(each) for each in known]
    firsts = [first for first, _ in ends]
    if len(known) < len(contents):
        return min((*firsts, today)), None
    return min(firsts), max(last for _, last in ends)


def _ends(content: Content) -> tuple[Content, Content]:
    """The least and the greatest that is told; of a month or a year its first and last day."""
    return (content.first, content.last) if isinstance(content, Moment) else (content, content)


def common_entries(contents: Sequence[Content]) -> Entries | None:
    """The entries that all the lists have, as the first tells of them; there may be more.

    None where any of the contents is no list.
    """
    lists = [each for each in contents if isinstance(each, Entries)]
    if len(lists) < len(contents):
        return None
    left = _shared(lists)
    kept = []
    for at, member in enumerate(lists[0].members):
        key = comparable(Entries((member,)))
        if left[key] > 0:
            left[key] -= 1
            kept.append(at)
    first = lists[0]
    numbers = tuple(first.numbers[at] if first.numbers else at for at in kept)
    return Entries(tuple(first.members[at] for at in kept), complete=False, numbers=numbers)


def _shared(lists: Sequence[Entries]) -> Counter[object]:
    """How many of each entry stand in every list."""
    first, *others = (
        Counter(comparable(Entries((member,))) for member in each.members) for each in lists
    )
    for other in others:
        first &= other
    return first
