"""How much of the rules a set of cases tries.

Of every norm: which of the outcomes that it can have were seen, which of its wordings were in
force, and which conditions were shown to decide. A condition is shown to decide as true (false)
by a case in which it is true (false), in which it is among what decided, and in which the stage
it belongs to would have come out the other way had that condition alone been turned; whatever
else is unknown or without weight in the case is as it is. That is masking MC/DC, with the turned
case worked out instead of written down.

Only the verdicts that somebody has said something of beforehand should be given here: what comes
out of a case without being held against anything tries no rule.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from hjemmel.analysis.possible import outcomes
from hjemmel.analysis.skeleton import Skeleton, skeletons
from hjemmel.backends.plain import Truth
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Node
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Norm, Program, Wording
from hjemmel.core.schema import Schema
from hjemmel.explain.verdict import Verdict
from hjemmel.provenance.decisive import Marking, edition_in_force, marking_near
from hjemmel.provenance.situation import TOP, Situation

SETTLED: tuple[Truth, Truth] = ((True, False), (False, True))


@frozen
class Condition:
    """One condition of a norm, and the truths with which it was shown to decide alone."""

    stage: Stage
    node: Node = field(repr=False)
    decided: frozenset[bool]

    @property
    def undecided(self) -> tuple[bool, ...]:
        """The ways that no case has shown, «holder» first."""
        return tuple(way for way in (True, False) if way not in self.decided)


@frozen
class NormCoverage:
    """What the cases show of one norm."""

    norm: Norm
    possible: tuple[Outcome, ...]
    seen: frozenset[Outcome]
    wordings: frozenset[Wording]
    conditions: tuple[Condition, ...]

    @property
    def unseen(self) -> tuple[Outcome, ...]:
        """The outcomes that it can have and no case gives it."""
        return tuple(each for each in self.possible if each not in self.seen)

    @property
    def unseen_wordings(self) -> tuple[Wording, ...]:
        """The wordings that were in force in no case with what the norm is about."""
        return tuple(each for each in self.norm.wordings if each not in self.wordings)

    @property
    def ways(self) -> int:
        """How many ways its conditions can decide."""
        return len(SETTLED) * len(self.conditions)

    @property
    def shown(self) -> int:
        """How many of those ways are shown."""
        return sum(len(each.decided) for each in self.conditions)


@frozen(eq=False)
class _Watch:
    """What has been seen of one norm so far."""

    norm: Norm
    clauses: tuple[Skeleton, ...]
    seen: set[Outcome] = field(factory=set)
    wordings: set[Wording] = field(factory=set)
    decided: dict[tuple[Stage, str], set[bool]] = field(factory=dict)


def coverage(
    program: Program, cases: Iterable[Sequence[Verdict]], norms: frozenset[str]
) -> tuple[NormCoverage, ...]:
    """What cases, each given as its verdicts, show of the norms."""
    watches = {norm.id: _watch(norm) for norm in program.norms if norm.id in norms}
    for verdicts in cases:
        for verdict in verdicts:
            if verdict.norm.id in watches:
                _see(watches[verdict.norm.id], verdict)
    return tuple(_covered(each, program.schema) for each in watches.values())


def _watch(norm: Norm) -> _Watch:
    return _Watch(norm, skeletons(norm))


def _covered(watch: _Watch, schema: Schema) -> NormCoverage:
    conditions = tuple(
        Condition(stage, node, frozenset(watch.decided.get((stage, key), ())))
        for stage, key, node in _conditions(watch.clauses)
    )
    possible, seen = outcomes(watch.norm, schema), frozenset(watch.seen)
    return NormCoverage(watch.norm, possible, seen, frozenset(watch.wordings), conditions)


def _conditions(clauses: Iterable[Skeleton]) -> Iterator[tuple[Stage, str, Node]]:
    """The conditions of all editions; those that several share, once."""
    found = {(each.stage, key): node for each in clauses for key, node in each.conditions.items()}
    yield from ((stage, key, node) for (stage, key), node in found.items())


def _see(watch: _Watch, verdict: Verdict) -> None:
    """What one verdict shows. A stage that it never came to has nothing marked."""
    watch.seen.add(verdict.outcome)
    if verdict.wording is not None and verdict.stage is not Stage.SUBJECT:
        watch.wordings.add(verdict.wording)
    marked: Marking | None = None
    edition = edition_in_force(verdict.case, verdict.norm)
    for clause in (each for each in watch.clauses if each.edition == edition):
        for key, way in turning(clause, verdict.case):
            known = watch.decided.setdefault((clause.stage, key), set())
            if way not in known:
                marked = marked or marking_near(verdict.case, verdict.norm, verdict.stage, 0)
                if marked.marks(clause.conditions[key], TOP):
                    known.add(way)


def turning(clause: Skeleton, case: Situation) -> tuple[tuple[str, bool], ...]:
    """The conditions that alone would turn the clause in the case, each with its truth there."""
    truths: dict[str, Truth] = {
        key: case.truth(node, TOP) for key, node in clause.conditions.items()
    }
    schema = case.book.program.schema
    before = clause.truth(schema, truths)
    if before not in SETTLED:
        return ()
    return tuple(
        (key, truths[key][0])
        for key in clause.conditions
        if clause.truth(schema, {**truths, key: negation(truths[key])}) == negation(before)
    )
