"""Differences looked for without a solver: cases at the boundaries of both versions are tried."""

from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.boundaries.search import Answer, Exhausted, Unsearched
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
from hjemmel.analysis.differences.trials import Raw, Trials, said_beside, with_needed
from hjemmel.core.declared import joined
from hjemmel.core.nodes import Fact
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.core.walk import nodes_of

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
            if isinstance(found, dict):
                pair = self.replay.standings(norm, found)
                case = shrunk(found, lambda less: looking.pair(less) == pair)  # noqa: B023 - asked at once
                return Changed(norm, as_json(case), *pair)
        return Unchanged(norm, Basis.TRIED, reason=self.reason, tried=looking.trials.count)

    def glance(self, norm: str) -> Unasked:
        """Nothing is known where nothing is tried."""
        return Unasked(norm)


@frozen(eq=False)
class _Looking:
    """The cases of one norm."""

    replay: Replay
    norm: str
    trials: Trials = field(init=False)

    @trials.default
    def _trials(self) -> Trials:
        old, new = self.replay.old, self.replay.new
        (first, *needed), (second, *others) = (
            with_needed(each.program, [self.norm], each.needs) for each in (old, new)
        )
        norms = (first, second, *needed, *others)
        schema = joined(old.program.schema, new.program.schema)
        beside = said_beside(old.program, new.program)
        return Trials.of(evolve(old.program, schema=schema), norms, beside, self._first(norms))

    def _first(self, norms: Iterable[Norm]) -> Iterator[Fact]:
        """What is to be told early: what the versions ask otherwise."""
        old, new = self.replay.old.program, self.replay.new.program
        ids = dict.fromkeys(each.id for each in norms)
        differing = (each for each in ids if old.by_id.get(each) != new.by_id.get(each))
        both = (of.by_id[each] for each in differing for of in (old, new) if each in of.by_id)
        nodes = (node for norm in both for clause in norm.clauses for node in nodes_of(clause))
        yield from (each for each in nodes if isinstance(each, Fact))

    def near(self, _: int) -> Raw | None:
        """A case at the boundaries of what is changed, which few cases have."""
        return near(self.replay, self.norm)

    def settled(self, most: int) -> Raw | Exhausted | Unsearched:
        """A case among those where all is known."""
        return self.trials.settled(self.says, most)

    def any_at_all(self, most: int) -> Raw | Exhausted | Unsearched:
        """A case among those where something may be unknown."""
        return self.trials.any_at_all(self.says, most)

    def pair(self, case: Raw) -> Pair | None:
        """How the norm stands by each version; None where it is no case."""
        try:
            return self.replay.standings(self.norm, case)
        except NoCaseError:
            return None

    def says(self, case: Raw) -> Answer:
        """Whether the two stand otherwise in a case."""
        pair = self.pair(case)
        if pair is None:
            return Answer.OPEN
        if pair[0] != pair[1]:
            return Answer.FOUND
        return Answer.OPEN if pair[0][0] is Outcome.UNDECIDED else Answer.SETTLED
