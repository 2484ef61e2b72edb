"""The smallest part of a case that still shows a difference, leaving out one thing at a time."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from hjemmel.analysis.differences.replaying import DAY, entries_of

Case = dict[str, Any]
Place = tuple[str | int, ...]
_PENDING = "avventer"
_SOURCE = {"verdi", "kilde"}
"""The keys of what one source says, where there are several."""


def shrunk(case: Case, shows: Callable[[Case], bool]) -> Case:
    """The case without what can be left out, in an order that is always the same."""
    while True:
        for place in sorted(_places(case), key=lambda each: (len(each), *map(str, each))):
            less = _without(case, place)
            if shows(less):
                case = less
                break
        else:
            return case


def _places(case: Case) -> Iterator[Place]:
    """Everything that can be left out."""
    for key, record in case.items():
        if key != DAY:
            yield (key,)
            yield from _within(record, (key,))


def _within(record: dict[str, Any], at: Place) -> Iterator[Place]:
    for name, value in record.items():
        yield (*at, name)
        for number, entry in enumerate(entries_of(value) or ()):
            yield (*at, name, number)
            if isinstance(entry, dict) and _PENDING not in entry and set(entry) != _SOURCE:
                yield from _within(entry, (*at, name, number))


def _without(case: Case, place: Place) -> Case:
    made = deepcopy(case)
    around: list[Any] = [made]
    for each in place[:-1]:
        inner = around[-1][each]
        around.append(inner["minst"] if isinstance(inner, dict) and "minst" in inner else inner)
    at = around[-1]
    del at[place[-1]]
    if isinstance(at, list) and len(at) == 1 and isinstance(at[0], dict) and set(at[0]) == _SOURCE:
        around[-2][place[-2]] = at[0]["verdi"]  # one source alone needs no name
    return made
