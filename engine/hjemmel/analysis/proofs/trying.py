"""Questions gone through without a solver: all cases at the boundaries, where they are few."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from hjemmel.analysis.boundaries.domain import Asked, domain
from hjemmel.analysis.boundaries.facts import as_json, written
from hjemmel.analysis.boundaries.search import Answer, Exhausted, Search, View, Witness
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.shrinking import shrunk
from hjemmel.analysis.proofs.replayed import Replayed
from hjemmel.analysis.proofs.sought import (
    Doubt,
    Found,
    Never,
    Possible,
    Screened,
    Shown,
    Sought,
    Unknown,
    Way,
    holds,
    is_settled,
    norms_in,
)
from hjemmel.core.nodes import Fact
from hjemmel.core.part import Needs, needs_of, part
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE

Raw = dict[str, Any]


@frozen(eq=False)
class Trying:
    """A program, and why nothing of it is proved.

    That no case shows a thing is said only where all cases at the boundaries have been gone
    through. Where there are more than there is patience for, nobody knows.
    """

    program: Program
    effort: Effort
    doubt: Doubt
    replayed: Replayed = field(init=False)
    needs: Needs = field(init=False)
    cases: list[Raw] = field(factory=list)
    """Those that were found: they are held against further questions first."""

    @replayed.default
    def _replayed(self) -> Replayed:
        return Replayed(self.program)

    @needs.default
    def _needs(self) -> Needs:
        return needs_of(self.program)

    def screened(self, sought: Sought) -> Screened:
        """Whether there is such a case."""
        match self._found(sought):
            case dict():
                return Possible()
            case other:  # none was found
                return other

    def shown(self, sought: Sought) -> Shown:
        """Such a case, made smaller as far as it goes."""
        match self._found(sought):
            case dict() as case:
                less = shrunk(case, lambda each: self.replayed.may_show(sought, each))
                return Found(as_json(less), self.replayed.standings(norms_in(sought), less), False)
            case other:  # none was found
                return other

    def _found(self, sought: Sought) -> Raw | Never | Unknown:
        for case in self.cases:
            if self.replayed.may_show(sought, case):
                return case
        looking = _Looking(self, sought)
        match looking.result():
            case Witness(view=view):
                self.cases.append(looking.raw(view))
                return self.cases[-1]
            case Exhausted():
                return Never(Way.TRIED, doubt=self.doubt, tried=len(looking.looked))
            case _:  # there are more than were looked at
                return Unknown(self.doubt, len(looking.looked))


@frozen(eq=False)
class _Looking:
    """The cases of one question."""

    trying: Trying
    sought: Sought
    looked: list[None] = field(factory=list)
    asked: tuple[Asked, ...] = field(init=False)

    @asked.default
    def _asked(self) -> tuple[Asked, ...]:
        program = self.trying.program
        names = norms_in(self.sought)
        own = part(program, names, self.trying.needs)
        norms = [own.by_id[each] for each in names]
        return domain(program, (*norms, *(each for each in own.norms if each not in norms)),
                      frozenset(self._said_beside()))  # fmt: skip

    def _said_beside(self) -> Iterator[Fact]:
        """The facts that something follows or is presumed of: told later, they may change all."""
        program = self.trying.program
        yield from (each.fact for each in program.conclusions)
        yield from (each.fact for each in program.presumptions)

    def result(self) -> object:
        """What came of it."""
        schema = self.trying.program.schema
        records = [e.key for e in schema.records if not e.entry and not e.optional]
        records += [each.record for each in self.asked if each.record != CASE]
        most = self.trying.effort.cases
        return Search(self.asked, tuple(dict.fromkeys(records)), most).first(self._answer)

    def raw(self, view: View) -> Raw:
        """A case as it is written."""
        schema = self.trying.program.schema
        raw: Raw = json.loads(written(view, schema), parse_float=Decimal)
        return {key: value for key, value in raw.items() if key != CASE}

    def _answer(self, view: View, said: int) -> Answer:
        self.looked.append(None)
        if not (view[CASE] or {}).get("vurderingsdato"):
            return Answer.OPEN
        standings = self.trying.replayed.may_stand(norms_in(self.sought), self.raw(view))
        if standings is None:
            return Answer.OPEN
        if holds(self.sought, standings):
            return Answer.FOUND
        beside = {(each.subject, each.name) for each in self._said_beside()}
        may_turn = any((each.record, each.key) in beside for each in self.asked[said:])
        settled = is_settled(self.sought, standings) and not may_turn
        return Answer.SETTLED if settled else Answer.OPEN
