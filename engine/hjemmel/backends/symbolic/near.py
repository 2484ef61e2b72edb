"""What is wished of the values of a case: that they are near, and easy to read."""

from collections.abc import Iterable, Iterator
from typing import Any

import z3

from hjemmel.backends.symbolic.days import Day
from hjemmel.backends.symbolic.logic import Bit
from hjemmel.backends.symbolic.telling import Told
from hjemmel.core.types import Month, Quarter, Year, is_ordered, months_in

_YEARS = 2020, 2030
_NUMBERS = 0, 1000


def near_values(told: Iterable[Told]) -> Iterator[Bit]:
    """Days and years of our time, and numbers of a size that is easy to read."""
    for each in told:
        for value in (each.value, each.last):
            yield from _is_near(each, value)


def _is_near(of: Told, value: Any) -> Iterator[Bit]:
    match value:
        case Day(parts=(year, _, _)):
            yield from _between(year, _YEARS)
        case z3.ArithRef() if isinstance(of.kind, Year):
            yield from _between(value, _YEARS)
        case z3.ArithRef() if isinstance(of.kind, (Quarter, Month)):
            each = 12 // months_in(of.kind)
            yield from _between(value, (_YEARS[0] * each, _YEARS[1] * each))
        case z3.ArithRef() if is_ordered(of.kind):
            yield from _between(value, _NUMBERS)
        case _:  # a truth, a name, or nothing
            return


def _between(value: Any, ends: tuple[int, int]) -> Iterator[Bit]:
    yield from (value >= ends[0], value <= ends[1])
