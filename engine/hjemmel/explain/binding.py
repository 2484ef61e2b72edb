"""Whom a norm binds in a case, or gives a right: a role by the body that holds it on the day."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from hjemmel.case.assessment import choices
from hjemmel.core.program import Wording
from hjemmel.explain.standing import deciding_day
from hjemmel.explain.verdict import Verdict


class Side(Enum):
    """What lies with somebody."""

    DUTY = "plikt"
    RIGHT = "rett"


@frozen
class Bound:
    """One whom a norm binds, or gives a right; of a role also the body that holds it, and the
    chosen days that decide that it does. `is_assumed` where no source says from when to when."""

    side: Side
    who: str
    holder: str
    chosen: tuple[str, ...] = ()
    is_assumed: bool = False


def bound_by(found: Verdict) -> tuple[Bound, ...]:
    """Those of the wording in force; of all wordings, where they name the same."""
    wordings = (found.wording,) if found.wording else found.norm.wordings
    named = {(each.duty_on, each.right_of) for each in wordings}
    return tuple(_named(found, wordings[0])) if len(named) == 1 else ()


def day_that_decides(found: Verdict) -> date | None:
    """The day that decides the wordings that may be in force, where it is one and known."""
    norm = found.norm
    by = [e for e in norm.editions if not found.wordings or e.wording in found.wordings]
    days = {deciding_day(found.case, norm.day_of(each)) for each in by}
    return days.pop() if len(days) == 1 else None


def _named(found: Verdict, wording: Wording) -> Iterator[Bound]:
    case, schema = found.case, found.case.book.program.schema
    day = day_that_decides(found) or case.day
    for side, names in ((Side.DUTY, wording.duty_on), (Side.RIGHT, wording.right_of)):
        for each in names:
            role = schema.role(each)
            if role is None:
                yield Bound(side, each, "")
            else:
                held = any(e.assumed_start or e.assumed_end or e.assumed for e in role.on(day))
                yield Bound(side, each, role.holder_on(day) or "", choices(role, day), held)
