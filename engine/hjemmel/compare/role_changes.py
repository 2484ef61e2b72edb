"""Discretion that lies with another body than before, since a role has changed hands.

An assessment is measured against what applied when it was made. So whoever may make
it is found as the case is seen: on the day it was made, where that is told, else on the
day of evaluation.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from hjemmel.case.statements import Assessment, Case
from hjemmel.core.nodes import Fact, Node
from hjemmel.core.schema import Role, Schema, Tenure
from hjemmel.core.types import Assessed
from hjemmel.core.walk import nodes_of


@frozen
class Handover:
    """A role whose discretion one body had on the first day, and another has on the second."""

    role: str
    before: Tenure | None
    after: Tenure | None

    @property
    def is_assumed(self) -> bool:
        """Whether the day it changed hands is an assumption."""
        starts = self.after is not None and self.after.assumed_start
        return starts or (self.before is not None and self.before.assumed_end)


def handovers(
    case: Case, schema: Schema, days: tuple[date, date], clauses: Sequence[Sequence[Node]]
) -> tuple[Handover, ...]:
    """The roles whose discretion the clauses of both days ask for, and that changed hands."""
    first, second = (_assessed(each) for each in clauses)
    shared = (each for each in first if each in second)
    found = (_handover(case, schema, days, each) for each in shared)
    return tuple(dict.fromkeys(each for each in found if each))


def tenure_on(role: Role, day: date) -> Tenure | None:
    """Who held the role on the day, and from when till when; None also where that is open."""
    return next((each for each in role.tenures if each.covers(day)), None)


def is_open_on(role: Role, day: date) -> bool:
    """Whether it is not known who held the role on the day."""
    return len(role.on(day)) > int(role.is_held_on(day))


def _assessed(clauses: Iterable[Node]) -> dict[Fact, None]:
    """The assessments asked for, each once, in the order of the clauses."""
    found = (node for clause in clauses for node in nodes_of(clause))
    return dict.fromkeys(
        each for each in found if isinstance(each, Fact) and isinstance(each.type, Assessed)
    )


def _handover(case: Case, schema: Schema, days: tuple[date, date], asked: Fact) -> Handover | None:
    role = schema.role(asked.type.owner) if isinstance(asked.type, Assessed) else None
    if role is None:
        return None
    measured = [_measured_on(case, asked, day) for day in days]
    if any(is_open_on(role, day) for day in measured):
        return None
    before, after = (tenure_on(role, day) for day in measured)
    if (before and before.holder) == (after and after.holder):
        return None
    return Handover(role.name, before, after)


def _measured_on(case: Case, asked: Fact, day: date) -> date:
    """The day on which the assessment was made, if it was made by now; else now."""
    made = [each for each in _made(case, asked) if each <= day]
    return max(made, default=day)


def _made(case: Case, asked: Fact) -> Iterator[date]:
    for each in case.records.get(asked.subject, {}).get(asked.name, ()):
        if isinstance(each.content, Assessment) and each.content.day:
            yield each.content.day
