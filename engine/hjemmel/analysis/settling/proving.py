"""What it takes, found by a solver; each way is judged by the engine before it is shown."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

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
from hjemmel.analysis.settling.open_still import open_still
from hjemmel.analysis.settling.removing import with_removals
from hjemmel.analysis.settling.replaying import WANTED, Judging
from hjemmel.analysis.settling.simpler import simpler
from hjemmel.analysis.settling.stepping import told_at
from hjemmel.analysis.settling.weights import ALTERED, DEAREST, Weigh, to_settle
from hjemmel.backends.symbolic.around import Around, Nearby
from hjemmel.backends.symbolic.facts import Key
from hjemmel.backends.symbolic.fixing import Fixing
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.lists import lengths
from hjemmel.backends.symbolic.logic import Bit, conj, disj
from hjemmel.backends.symbolic.question import Among, Asked, asked
from hjemmel.backends.symbolic.solving import Refusal, Solver
from hjemmel.backends.symbolic.telling import Extent
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import Standing, decided
from hjemmel.backends.terms.term import Path as Names
from hjemmel.case.observation import PartialList, Path, members_in
from hjemmel.case.statements import Case, Content, Entries, Unreadable, Unrecognised
from hjemmel.core.declared import type_at
from hjemmel.core.outcome import Outcome
from hjemmel.core.schema import CASE, PRESENCE

MOST = 4
"""So many ways to an outcome are shown."""


class GaveUpError(Exception):
    """The solver did not come to an answer, or not to the one that the engine gives."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@frozen(eq=False)
class Proving:
    """One norm in one case, ready to be asked about."""

    judging: Judging
    weigh: Weigh
    work: int
    given: Fixing = field(init=False)
    facts: Asked = field(init=False)
    ways: dict[Standing, Bit] = field(init=False)
    bound: Bit = field(init=False)
    around: Around = field(init=False)

    @given.default
    def _given(self) -> Fixing:
        judging = self.judging
        return Fixing.of(judging.case, judging.program.schema, judging.day)

    @facts.default
    def _facts(self) -> Asked:
        program = self.judging.part
        version = Version.of(program, Graph())
        norms = [version.folding.norms[each.id] for each in program.norms]
        own = version.folding.norms[self.judging.norm.id]
        terms = [*decided(version.folding.graph, own).values(), *(n.applies[0] for n in norms)]
        enough, there = lengths(version.needed(terms)).longest, self.given.longest()
        longest = {path: more + there.get(path, 0) for path, more in enough.items()}
        among = Among(Extent.EVERY, self.given.names(), longest)
        return asked([version], [terms], program.schema, Tables(), among)

    @ways.default
    def _ways(self) -> dict[Standing, Bit]:
        folding = self.facts.versions[0].folding
        return dict(self.facts.bits(0, folding.norms[self.judging.norm.id]))

    @bound.default
    def _bound(self) -> Bit:
        """That all that applied still does."""
        norms = self.facts.versions[0].folding.norms
        running = self.facts.runnings[0]
        return conj([running.of(norms[each].applies[0]) for each in self.judging.applied])

    @around.default
    def _around(self) -> Around:
        solver = Solver(self.facts.space, self.work)
        return Around.of(self.facts, self.given, self._cost, solver, self._told_anew())

    # --- answers -------------------------------------------------------------------------

    def settling(self) -> Settling:
        """What could settle the verdict, and what must."""
        self._check()
        before = self.judging.before
        ways = [self._to(each, self._reaching(each)) for each in WANTED]
        needed = self._needed()
        some, lists = tuple(each for each in ways if each.found), self.facts.lengths.within
        still = open_still(before) if needed is Refusal.NONE else ()
        is_spent = needed is Refusal.SPENT or any(map(_is_spent, ways))
        known = None if isinstance(needed, Refusal) else needed
        reason = Reason.SPENT if is_spent else None
        return Settling(before, some, known, still, Basis.PROVED, reason, within=lists)

    def turning(self) -> Turning:
        """What would turn the verdict."""
        self._check()
        wanted = conj([self._is(Outcome.MET), self.bound])
        proved = self._to(Outcome.MET, wanted)
        ways = with_removals(self.judging, proved, MOST)
        reason, lists = Reason.SPENT if _is_spent(proved) else None, self.facts.lengths.within
        return Turning(self.judging.before, ways, Basis.PROVED, reason, within=lists)

    def _reaching(self, outcome: Outcome) -> Bit:
        """How the verdict may come out; where it applies, all that applied does so still."""
        stands = outcome in (Outcome.MET, Outcome.BROKEN)
        return conj([self._is(outcome), self.bound]) if stands else self._is(outcome)

    def _is(self, outcome: Outcome) -> Bit:
        return disj(bit for (result, _), bit in self.ways.items() if result is outcome)

    def _check(self) -> None:
        """The solver must say of the case as it is what the engine says."""
        now = self.judging.before
        if not self.around.is_surely(self.ways.get((now.outcome, now.stage), False)):
            raise GaveUpError(Reason.OTHERWISE)

    def _to(self, outcome: Outcome, wanted: Bit) -> Ways:
        found: list[Way] = []
        is_all = False
        for each in self.around.smallest(wanted, MOST, DEAREST):
            if isinstance(each, Refusal):
                is_all = each is Refusal.NONE
            else:
                found.append(self._way(outcome, each))
        return Ways(outcome, tuple(found), is_all)

    def _way(self, outcome: Outcome, near: Nearby) -> Way:
        steps = tuple(self._steps(near))
        found = self.judging.after(steps)
        if found.outcome is not outcome:
            raise GaveUpError(Reason.OTHERWISE)
        steps = simpler(self.judging, steps, outcome)
        return Way(steps, near.cost, self.judging.after(steps))

    def _needed(self) -> tuple[Path, ...] | Refusal:
        order = [key for key in self.around.things if key[0][-1] != PRESENCE]
        found = self.around.needed(self._is(Outcome.UNDECIDED), order)
        return found if isinstance(found, Refusal) else tuple(map(path_of, found))

    # --- what may be otherwise -----------------------------------------------------------

    def _cost(self, key: Key) -> int | None:
        path, at = key
        if path[0] == CASE:
            return None
        is_there, is_to_turn = self.given.has(path[0]), self.weigh is not to_settle
        if path[-1] == PRESENCE:
            return ALTERED if is_to_turn and not is_there else None
        if not is_there and not is_to_turn:
            return None
        kind = type_at(path, self.judging.program.schema)
        assert kind is not None
        return self.weigh(self.given.value(key), kind, bool(at))

    def _told_anew(self) -> frozenset[Key]:
        """The lists that are not told by one, or not so that all of them is understood."""
        told = self.judging.case.records
        return frozenset(
            ((record, name), ())
            for record, facts in told.items() for name, said in facts.items()
            if said and any(isinstance(each.content, Entries) for each in said)
            and (len(said) > 1 or not _is_plain(said[0].content))
        )  # fmt: skip

    # --- steps ---------------------------------------------------------------------------

    def _steps(self, near: Nearby) -> Iterator[Step]:
        for key in near.otherwise:
            yield from self._step(key, near)

    def _step(self, key: Key, near: Nearby) -> Iterator[Step]:
        names, at = key
        seen, path = self.given.value(key), path_of(key)
        if names[-1] == PRESENCE:
            yield Step(Change.HAVE, path[:1])
        elif isinstance(seen, list) and key not in self.around.whole:
            yield from self._of_list(path, seen, near.case)
        else:
            change = Change.TELL if self.is_open(seen, key) else Change.ALTER
            value = self._in(near.case, names, at)
            yield Step(change, path, value, key in near.examples)

    def is_open(self, seen: Any, key: Key) -> bool:
        """Whether a fact is not known in the case."""
        return to_settle(seen, None, False) is not None or key in self.around.whole  # type: ignore[arg-type]

    def _of_list(self, path: Path, seen: list[Any], found: Case) -> Iterator[Step]:
        content = told_at(found, path)
        assert isinstance(content, Entries)
        count = members_in(seen)
        for number in range(count, len(content.members)):
            yield Step(Change.ADD, (*path, number), content.members[number], is_example=True)
        if isinstance(seen, PartialList) and content.complete:
            yield Step(Change.COMPLETE, path)

    def _in(self, found: Case, names: Names, at: Sequence[int]) -> Any:
        return told_at(found, path_of((names, tuple(at))))


def _is_spent(of: Ways) -> bool:
    """Whether there may be more than was found."""
    return not of.is_all and len(of.found) < MOST


def path_of(key: Key) -> Path:
    """Where a fact stands, with the numbers of entries."""
    names, at = key
    found: list[str | int] = list(names[:2])
    for number, name in zip(at, names[2:], strict=True):
        found += [number, name]
    return tuple(found)


def _is_plain(content: Content) -> bool:
    """Whether each entry of a list is one that is understood, and stands where it was told."""
    if not isinstance(content, Entries) or content.none or content.numbers:
        return False
    return not any(isinstance(said.content if hasattr(said, "content") else said,
                              (Unrecognised, Unreadable))
                   for member in content.members for said in _contents(member))  # fmt: skip


def _contents(member: Any) -> Iterator[Any]:
    if isinstance(member, dict):
        for said in member.values():
            yield from said
    else:
        yield member
