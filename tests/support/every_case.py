"""All cases without lists that tell of no more than so many things, at the boundaries of two
versions."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, product
from typing import Any

from attrs import field, frozen

from hjemmel.analysis.boundaries.domain import Asked, domain
from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.boundaries.search import view
from hjemmel.analysis.differences.replaying import Replay
from hjemmel.core.outcome import Outcome
from hjemmel.core.part import needs_of, part
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE, PRESENCE

DAY = "vurderingsdato"


@frozen(eq=False)
class EveryCase:
    """Two versions of a rulebook that declare the same."""

    old: Program
    new: Program
    replay: Replay = field(init=False)

    @replay.default
    def _replay(self) -> Replay:
        return Replay.of(self.old, self.new)

    def tells(self, norm: str, most: int, settled: bool) -> bool:
        """Whether a case that tells of so many things, or fewer, tells the versions apart."""
        return any(self._is_told_apart(norm, raw, settled) for raw in self._cases(norm, most))

    def _is_told_apart(self, norm: str, raw: dict[str, Any], settled: bool) -> bool:
        before, after = self.replay.standings(norm, raw)
        is_open = Outcome.UNDECIDED in (before[0], after[0])
        return before != after and not (settled and is_open)

    def _cases(self, norm: str, most: int) -> Iterator[dict[str, Any]]:
        facts = self._asked(norm)
        days = next(each for each in facts if each.record == CASE)
        rest = [each for each in facts if _is_single(each)]
        optional = [each.key for each in self.old.schema.records if each.optional]
        records = tuple(e.key for e in self.old.schema.records if not e.entry and not e.optional)
        for count in range(most + 1):
            for some in combinations(rest, count):
                more = {each.record for each in some if each.record in optional}
                if len(more) + count <= most:
                    for day, *values in product(days.values, *(each.values for each in some)):
                        told = {(e.record, e.key): v for e, v in zip(some, values, strict=True)}
                        known = {(CASE, DAY): day, **told}
                        yield self._raw(view(known, (*records, *more)))

    def _raw(self, seen: Any) -> dict[str, Any]:
        raw = json.loads(written(seen, self.old.schema), parse_float=Decimal)
        return {key: value for key, value in raw.items() if key != CASE}

    def _asked(self, norm: str) -> list[Asked]:
        """What both versions ask for, and what decides how that is seen."""
        both = [part(each, [norm], needs_of(each)) for each in (self.old, self.new)]
        norms = [each for of in both for each in (of.by_id[norm], *of.norms)]
        norms += [each for of in (self.old, self.new) for each in of.beside]
        return list(domain(self.old, tuple(norms)))


def told_in(case: str) -> int:
    """How many things a case without lists tells of."""
    raw = json.loads(case)
    return sum(len(record) for key, record in raw.items() if key != DAY)


def _is_single(asked: Asked) -> bool:
    """A fact of the case that is no list."""
    is_fact = asked.record != CASE and asked.key != PRESENCE
    return is_fact and not any(isinstance(each, list) for each in asked.values)
