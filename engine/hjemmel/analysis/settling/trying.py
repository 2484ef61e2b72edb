"""What it takes, looked for without a solver: what lies at the boundaries of the norm is tried."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import Any

from attrs import field, frozen

from hjemmel.analysis.boundaries.domain import NOT_DONE, domain
from hjemmel.analysis.settling.answers import (
    Basis,
    Change,
    Reason,
    Settling,
    Step,
    Turning,
    Way,
    Ways,
)
from hjemmel.analysis.settling.removing import with_removals
from hjemmel.analysis.settling.replaying import WANTED, Judging
from hjemmel.analysis.settling.simpler import simpler
from hjemmel.analysis.settling.weights import Weigh, is_known
from hjemmel.case.observation import PartialList, Path
from hjemmel.case.statements import Entries, NotDone, Pending, Statement
from hjemmel.core.declared import type_at
from hjemmel.core.outcome import Outcome
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.explain.verdict import Verdict

MOST, TOGETHER = 4, 3
"""So many ways to an outcome are shown, of so many things together at the most."""


@frozen
class Thing:
    """Something that may be otherwise, what that costs, and the steps that make it so."""

    path: Path
    cost: int
    steps: tuple[Step, ...]


@frozen(eq=False)
class Trying:
    """One norm in one case, and why nothing is proved."""

    judging: Judging
    weigh: Weigh
    most: int
    reason: Reason
    things: tuple[Thing, ...] = field(init=False)
    tried: list[None] = field(factory=list)

    @things.default
    def _things(self) -> tuple[Thing, ...]:
        return tuple(_things(self.judging, self.weigh))

    def settling(self) -> Settling:
        """What could settle the verdict."""
        found = self._found(WANTED, self._stands)
        before = self.judging.before
        ways = tuple(Ways(each, tuple(some)) for each, some in found.items() if some)
        return Settling(before, ways, None, (), Basis.TRIED, self.reason,
                        len(self.tried))  # fmt: skip

    def turning(self) -> Turning:
        """What would turn the verdict."""
        found = self._found((Outcome.MET,), self._stands)
        ways = with_removals(self.judging, Ways(Outcome.MET, tuple(found[Outcome.MET])), MOST)
        return Turning(self.judging.before, ways, Basis.TRIED, self.reason, len(self.tried))

    def _stands(self, found: Verdict) -> bool:
        """Where it holds or fails, all that applied still does."""
        is_open = found.outcome in (Outcome.NOT_APPLICABLE, Outcome.NO_RULE)
        return is_open or self.judging.still_applies(found)

    def _found(
        self, wanted: Sequence[Outcome], stands: Callable[[Verdict], bool]
    ) -> dict[Outcome, list[Way]]:
        """The cheapest ways to each outcome, none of which has another in it."""
        ways: dict[Outcome, list[Way]] = {each: [] for each in wanted}
        for things in self._together():
            for steps in product(*(each.steps for each in things)):
                if len(self.tried) >= self.most:
                    return ways
                self.tried.append(None)
                found = self.judging.after(steps)
                some = ways.get(found.outcome)
                if some is None or len(some) >= MOST or not stands(found):
                    continue
                if not any(_holds(steps, way.steps) for way in some):
                    cost = sum(each.cost for each in things)
                    less = simpler(self.judging, steps, found.outcome)
                    some.append(Way(less, cost, self.judging.after(less)))
        return ways

    def _together(self) -> Iterator[tuple[Thing, ...]]:
        """Some things together, the cheapest first."""
        some = [each for size in range(1, TOGETHER + 1) for each in combinations(self.things, size)]
        yield from sorted(some, key=lambda each: sum(thing.cost for thing in each))


def _holds(steps: Sequence[Step], others: Sequence[Step]) -> bool:
    """Whether the things of some steps are among those of others."""
    return {each.path for each in others} <= {each.path for each in steps}


def _things(judging: Judging, weigh: Weigh) -> Iterator[Thing]:
    own, norm = judging.part, judging.norm
    needed = (norm, *(each for each in own.norms if each.id != norm.id))
    view = judging.before.case.observation.view
    told = judging.case.records
    for asked in domain(own, needed):
        if asked.record == CASE or asked.key == PRESENCE or view.get(asked.record) is None:
            continue
        path = (asked.record, asked.key)
        kind = type_at(path, own.schema)
        seen = (view[asked.record] or {}).get(asked.key)
        said = told.get(asked.record, {}).get(asked.key, ())
        if path in judging.before.case.observation.presumed:
            seen = None
        assert kind is not None
        cost = weigh(seen, kind, False)
        if cost is None:
            continue
        steps = tuple(_steps(path, seen, said, asked.values))
        yield Thing(path, cost, steps)


def _steps(path: Path, seen: Any, said: Any, values: Sequence[Any]) -> Iterator[Step]:
    if isinstance(seen, list) and len(said) == 1 and isinstance(said[0].content, Entries):
        at = len(said[0].content.members)
        entries = {
            repr(one[0]): one[0] for one in values if isinstance(one, list) and len(one) == 1
        }
        yield from (Step(Change.ADD, (*path, at), _entry(each), is_example=True)
                    for each in entries.values())  # fmt: skip
        if isinstance(seen, PartialList):
            yield Step(Change.COMPLETE, path)
        return
    change = Change.ALTER if is_known(seen) else Change.TELL
    for value in values:
        if value != seen and not isinstance(value, PartialList):
            yield Step(change, path, _content(value), not isinstance(value, bool))


def _content(value: Any) -> Any:
    if value is NOT_DONE:
        return NotDone()
    return Entries(tuple(map(_entry, value))) if isinstance(value, list) else value


def _entry(value: Any) -> Any:
    if not isinstance(value, dict):
        return Pending("ikke kjent") if value is None else _content(value)
    told = {key: _content(each) for key, each in value.items() if each is not None}
    return {key: (Statement(each),) for key, each in told.items()}
