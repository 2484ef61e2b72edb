"""One rulebook on two days: which norms have another wording in force, and whose verdicts turn.

A norm that is counted by another day than that of evaluation (an application's year) has the
wording of that day in a case. Here its wordings are held against the two days all the same, and
that it is counted so is said; what really turns for a service, the service shows.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import pairwise

from attrs import frozen

from hjemmel.analysis.comparison.causes import asked_by
from hjemmel.case.statements import Case
from hjemmel.compare.changes import Change, compare
from hjemmel.core.nodes import Fact
from hjemmel.core.part import needs_of
from hjemmel.core.program import Edition, Norm, Program
from hjemmel.core.schema import CASE, Tenure
from hjemmel.explain.judge import Judge


class Force(Enum):
    """What has become of a norm between two days."""

    BEGUN = "har begynt å gjelde"
    LAPSED = "gjelder ikke lenger"
    OTHER = "har en annen ordlyd"
    UNSURE = "kan ha fått en annen ordlyd"


@frozen
class Standing:
    """The editions that may be in force on a day, and whether there may be none."""

    editions: tuple[Edition, ...]
    may_be_none: bool


@frozen(eq=False)
class NormOnDays:
    """A norm with another wording on the one day than on the other."""

    norm: Norm
    before: Standing
    after: Standing

    @property
    def force(self) -> Force:
        """What has become of it."""
        if not self.before.editions:
            return Force.UNSURE if self.after.may_be_none else Force.BEGUN
        if not self.after.editions:
            return Force.UNSURE if self.before.may_be_none else Force.LAPSED
        sure = (len(each.editions) == 1 and not each.may_be_none
                for each in (self.before, self.after))  # fmt: skip
        return Force.OTHER if all(sure) else Force.UNSURE

    @property
    def is_by_another_day(self) -> bool:
        """Whether another day than that of evaluation decides which wording is in force."""
        return is_by_another_day(self.norm)


def is_by_another_day(norm: Norm) -> bool:
    """Whether another day than that of evaluation decides which wording is in force."""
    return any(not (isinstance(each, Fact) and each.subject == CASE) for each in norm.days)


@frozen(eq=False)
class RoleOnDays:
    """A role that others hold on the one day than on the other; those who may hold it.

    `norms` are those that ask of who has the role, or of what it has assessed.
    """

    name: str
    before: tuple[Tenure, ...]
    after: tuple[Tenure, ...]
    norms: tuple[Norm, ...] = ()


@frozen(eq=False)
class Turned:
    """A service in which a norm stands otherwise, or rests on another wording."""

    service: str
    title: str
    change: Change

    @property
    def name(self) -> str:
        """What the service is called."""
        return f"{self.title} ({self.service})" if self.title else self.service


@frozen(eq=False)
class DaysCompared:
    """All that differs between two days."""

    label: str
    program: Program
    days: tuple[date, date]
    norms: tuple[NormOnDays, ...]
    through: tuple[Norm, ...]
    roles: tuple[RoleOnDays, ...]
    by_edition: tuple[Turned, ...] = ()
    by_day: tuple[Turned, ...] = ()
    count: int | None = None
    set_aside: int = 0
    unread: int = 0

    @property
    def may_turn(self) -> bool:
        """Whether any norm may stand otherwise because the rules are others."""
        return bool(self.norms or self.roles)


def on_two_days(label: str, program: Program, days: tuple[date, date]) -> DaysCompared:
    """What the rules say of the two days, without any case."""
    norms = tuple(_norms(program, days))
    own = {each.norm.id for each in norms}
    needs = needs_of(program)
    through = tuple(e for e in program.norms if e.id not in own and needs[e.id] & own)
    return DaysCompared(label, program, days, norms, through, tuple(_roles(program, days)))


def turned(
    program: Program, cases: tuple[Case, ...], days: tuple[date, date]
) -> tuple[tuple[Turned, ...], tuple[Turned, ...]]:
    """The services whose answers turn: where the edition is another, and where only the day is."""
    judge = Judge.of(program)
    edition = _may_have_another(program, days)
    by_edition: list[Turned] = []
    by_day: list[Turned] = []
    for case in cases:
        before, after = (judge.situation(case, each) for each in days)
        first, second = (judge.outcomes(each.observation.view) for each in (before, after))
        turn = frozenset(each for each in first if first[each] is not second[each])
        found = compare(case, before, after, edition | turn)
        by_edition += [Turned(case.id, case.title, e) for e in found.edition if e.is_asked]
        by_day += [Turned(case.id, case.title, e) for e in found.day if e.is_turned]
    return tuple(by_edition), tuple(by_day)


def _may_have_another(program: Program, days: tuple[date, date]) -> frozenset[str]:
    """The norms whose edition may be another in some case, themselves or by what they refer to.

    A norm that is counted by another day may have another wording whatever the two days are.
    """
    own = {each.norm.id for each in _norms(program, days)}
    own |= {one.id for each in _roles(program, days) for one in each.norms}
    own |= {
        each.id for each in program.norms if len(each.editions) > 1 and is_by_another_day(each)
    }  # fmt: skip
    needs = needs_of(program)
    return frozenset(each for each in program.by_id if needs[each] & own)


def _norms(program: Program, days: tuple[date, date]) -> Iterator[NormOnDays]:
    for norm in program.norms:
        before, after = (_standing(norm, each) for each in days)
        if before != after:
            yield NormOnDays(norm, before, after)


def _standing(norm: Norm, day: date) -> Standing:
    if any(each.covers(day, day) for each in norm.suspensions):
        return Standing((), may_be_none=True)
    found = tuple(each for each in norm.editions if each.wording.may_cover(day, day))
    sure = any(each.wording.covers(day, day) for each in found) or _together(found, day)
    return Standing(found, may_be_none=not sure)


def _together(of: tuple[Edition, ...], day: date) -> bool:
    """Whether one edition follows the other at a day that is not known: then one of them is."""
    pairs = pairwise(of)
    return any(
        one.wording.end is not None and other.wording.start == one.wording.end.day_after
        and _begun(one, day) and _lasts(other, day)
        for one, other in pairs
    )  # fmt: skip


def _begun(of: Edition, day: date) -> bool:
    return of.wording.start is None or of.wording.start.last <= day


def _lasts(of: Edition, day: date) -> bool:
    return of.wording.end is None or day <= of.wording.end.first


def _roles(program: Program, days: tuple[date, date]) -> Iterator[RoleOnDays]:
    for role in program.schema.roles:
        before, after = (role.on(each) for each in days)
        if before != after:
            norms = tuple(e for e in program.norms if role.name in asked_by(e).names)
            yield RoleOnDays(role.name, before, after, norms)
