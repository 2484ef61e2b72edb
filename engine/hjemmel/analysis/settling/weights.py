"""What it costs that something in a case is otherwise: what cannot be changed, stays.

Note: what can be changed. The declarations do not say it, so it is read from what they do say. A
day that has come cannot be made another. What others assess, others must assess anew. What is not
told may be told, and that is the least that is asked of anybody; so may one entry more in a list.
That there is nothing to judge any longer, is no advice: that the norm applies, stays.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from hjemmel.case.observation import PartialList
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.core.types import Assessed, Type

UNTOLD = 1
ADDED = 1
ALTERED = 2
IN_ENTRY = 3
REMOVED = 3
ASSESSED = 4
DEAREST = 8
"""No way that costs more is looked for."""

Weigh = Callable[[Any, Type, bool], int | None]
"""What a thing costs, by what is seen of it, its type, and whether it stands in an entry."""


def is_known(seen: Any) -> bool:
    """Whether nothing more can be told of a fact; a day that is not to come, is known."""
    match seen:
        case None | OneOf() | NoneOf() | PartialList():
            return False
        case (_, None):
            return True
        case tuple():
            return False
        case _:  # a value, or a whole list
            return True


def to_settle(seen: Any, _kind: Type, _in_entry: bool) -> int | None:
    """Only what is not known is told."""
    return None if is_known(seen) else UNTOLD


def to_turn(day: date) -> Weigh:
    """What is known may be changed too, if it can."""

    def weigh(seen: Any, kind: Type, in_entry: bool) -> int | None:
        if isinstance(seen, date) and seen <= day:
            return None
        if isinstance(seen, list):
            return ADDED
        if not is_known(seen):
            return UNTOLD
        if isinstance(kind, Assessed):
            return ASSESSED
        return IN_ENTRY if in_entry else ALTERED

    return weigh
