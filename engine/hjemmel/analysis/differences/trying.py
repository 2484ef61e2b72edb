"""Differences looked for without a solver: cases at the boundaries of both versions are tried."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from hjemmel.analysis.boundaries.domain import Asked, domain
from hjemmel.analysis.boundaries.facts import as_json, written
from hjemmel.analysis.boundaries.search import Answer, Search, View, Witness
from hjemmel.analysis.differences.answers import (
    Basis,
    Changed,
    Reason,
    Standing,
    Unasked,
    Unchanged,
)
from hjemmel.analysis.differences.effort import Effort
from hjemmel.analysis.differences.near import near
from hjemmel.analysis.differences.replaying import NoCaseError, Replay
from hjemmel.analysis.differences.shrinking import shrunk
from hjemmel.core.declared import joined
from hjemmel.core.nodes import Fact
from hjemmel.core.outcome import Outcome
from hjemmel.core.part import part
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import CASE, Schema
from hjemmel.core.walk import nodes_of

Raw = dict[str, Any]
Pair = tuple[Standing, Standing]


@frozen(eq=False)
class Trying:
    """Both versions ready to judge, and why nothing is proved."""

    replay: Replay
    effort: Effort
    reason: Reason

    def answer(self, norm: str) -> Unchanged | Changed:
        """What can be said of a norm that both have."""
        looking = _Looking(self.replay, norm)
        for tries in (looking.near, looking.settled, looking.any_at_all):
            found = tries(self.effort.cases)
            if found is not None:
                pair = self.replay.standings(norm, found)
                case = shrunk(found, lambda less: looking.pair(less) == pair)  # noqa: B023 - asked at once
                return Changed(norm, as_json(case), *pair)
        return Unchanged(norm, Basis.TRIED, reason=self.reason, tried=looking.count)

    def glance(self, norm: str) -> Unasked:
        """Nothing is known where nothing is tried."""
        return Unasked(norm)


@frozen(eq=False)
class _Looking:
    """The cases of one norm."""

    replay: Replay
    norm: str
    looked: list[None] = field(factory=list)
    schema: Schema = field(init=False)
    asked: tuple[Asked, ...] = field(init=False)

    @schema.default
    def _schema(self) -> Schema:
        return joined(self.replay.old.program.schema, self.replay.new.program.schema)

    @asked.default
    def _asked(self) -> tuple[Asked, ...]:
        (first, *needed), (second, *others) = (
            _with_needed(each.program, self.norm, each.needs) for each in
            (self.replay.old, self.replay.new)
        )  # fmt: skip
        program = evolve(self.replay.old.program, schema=self.schema)
        norms = (first, second, *needed, *others)
        return domain(program, norms, frozenset(self._first(norms)))

    def _first(self, norms: Iterable[Norm]) -> Iterator[Fact]:
        """What is to be told early: what the versions ask otherwise, and what is said beside."""
        old, new = self.replay.old.program, self.replay.new.program
        ids = dict.fromkeys(each.id for each in norms)
        differing = (each for each in ids if old.by_id.get(each) != new.by_id.get(each))
        both = (of.by_id[each] for each in differing for of in (old, new) if each in of.by_id)
        nodes = (node for norm in both for clause in norm.clauses for node in nodes_of(clause))
        yield from (each for each in nodes if isinstance(each, Fact))
        yield from self._said_beside

    @property
    def _said_beside(self) -> list[Fact]:
        """The facts that something follows or is presumed of: told later, they may change all."""
        programs = (self.replay.old.program, self.replay.new.program)
        follows = [each.fact for of in programs for each in of.conclusions]
        return follows + [each.fact for of in programs for each in of.presumptions]

    @property
    def count(self) -> int:
        """How many cases were judged."""
        return len(self.looked)

    def near(self, _: int) -> Raw | None:
        """A case at the boundaries of what is changed, which few cases have."""
        return near(self.replay, self.norm)

    def settled(self, most: int) -> Raw | None:
        """A case among those where all is known."""
        return self._found(self._search(most).first_settled(self._answer))

    def any_at_all(self, most: int) -> Raw | None:
        """A case among those where something may be unknown."""
        return self._found(self._search(most).first(self._answer))

    def pair(self, case: Raw) -> Pair | None:
        """How the norm stands by each version; None where it is no case."""
        try:
            return self.replay.standings(self.norm, case)
        except NoCaseError:
            return None

    def _search(self, most: int) -> Search:
        records = [e.key for e in self.schema.records if not e.entry and not e.optional]
        records += [each.record for each in self.asked if each.record != CASE]
        return Search(self.asked, tuple(dict.fromkeys(records)), most)

    def _answer(self, view: View, said: int) -> Answer:
        self.looked.append(None)
        pair = self.pair(self._raw(view)) if (view[CASE] or {}).get("vurderingsdato") else None
        if pair is None:
            return Answer.OPEN
        if pair[0] != pair[1]:
            return Answer.FOUND
        beside = {(each.subject, each.name) for each in self._said_beside}
        may_turn = any((each.record, each.key) in beside for each in self.asked[said:])
        is_settled = pair[0][0] is not Outcome.UNDECIDED and not may_turn
        return Answer.SETTLED if is_settled else Answer.OPEN

    def _found(self, result: object) -> Raw | None:
        return self._raw(result.view) if isinstance(result, Witness) else None

    def _raw(self, view: View) -> Raw:
        raw: Raw = json.loads(written(view, self.schema), parse_float=Decimal)
        return {key: value for key, value in raw.items() if key != CASE}


def _with_needed(program: Program, norm: str, needs: Any) -> list[Norm]:
    """The norm, and then those it refers to."""
    own = part(program, [norm], needs)
    return [own.by_id[norm], *(each for each in own.norms if each.id != norm)]
