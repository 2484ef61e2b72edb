"""Two versions of a rulebook against each other: the same by their terms, proved so, or a case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from attrs import field, frozen

from hjemmel.backends.symbolic.cases import case_of
from hjemmel.backends.symbolic.declarations import Sight, sight
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.logic import Bit, at_most_set, conj, disj, negation
from hjemmel.backends.symbolic.near import near_values
from hjemmel.backends.symbolic.question import Asked, asked
from hjemmel.backends.symbolic.solving import Model, Refusal, Solver
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import Standing, decided
from hjemmel.backends.terms.term import Path, Term
from hjemmel.case.statements import Case
from hjemmel.core.declared import shared
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program


class Alike(Enum):
    """What can be said of a norm without asking a solver."""

    SAME = "samme ledd"
    REDECLARED = "opplysninger er erklært på en annen måte"


@frozen(eq=False)
class Prover:
    """Two versions in one graph: what both ask is one term."""

    old: Version
    new: Version
    tables: Tables = field(factory=Tables)
    sights: dict[Path, Sight] = field(factory=dict)

    @classmethod
    def of(cls, old: Program, new: Program) -> "Prover":
        """Both programs as terms."""
        graph = Graph()
        return cls(Version.of(old, graph), Version.of(new, graph))

    def question(self, norm: str, work: int) -> "Question | Alike":
        """Where a norm that both have stands otherwise, if that needs asking."""
        known = self.alike(norm)
        if known is not None:
            return known
        versions = (self.old, self.new)
        schema = shared(*(each.program.schema for each in versions))
        ways = [way.values() for way in self._ways(norm)]
        return Question.of(asked(versions, ways, schema, self.tables), norm, work)

    def alike(self, norm: str) -> Alike | None:
        """What the terms alone say of a norm that both have; nothing where it needs asking."""
        versions = (self.old, self.new)
        ways = self._ways(norm)
        needed = [each.needed(way.values()) for each, way in zip(versions, ways, strict=True)]
        paths = [each.paths(some) for each, some in zip(versions, needed, strict=True)]
        sights = [self._sight(each) for each in paths[0] & paths[1]]
        if Sight.REDECLARED in sights:
            return Alike.REDECLARED
        is_alike = paths[0] == paths[1] and Sight.OTHERWISE not in sights
        return Alike.SAME if ways[0] == ways[1] and is_alike else None

    def _ways(self, norm: str) -> list[Mapping[Standing, Term]]:
        """How a norm comes to stand, in each version."""
        both = (self.old.folding, self.new.folding)
        return [decided(each.graph, each.norms[norm]) for each in both]

    def _sight(self, path: Path) -> Sight:
        """How the two see a fact that both ask for."""
        if path not in self.sights:
            self.sights[path] = sight(self.old, self.new, path)
        return self.sights[path]


@frozen
class Shown:
    """A case that tells two versions apart, and whether none that tells less is as good."""

    case: Case
    is_smallest: bool


@frozen(eq=False)
class Question:
    """Where a norm stands otherwise in one version than in the other."""

    asked: Asked
    differs: Bit
    settled: Bit
    solver: Solver

    @classmethod
    def of(cls, open_facts: Asked, norm: str, work: int) -> "Question":
        """The question for a norm, with so much work for the solver."""
        first, second = (
            open_facts.bits(at, version.folding.norms[norm])
            for at, version in enumerate(open_facts.versions)
        )
        differs = disj(conj([first[way], negation(second[way])]) for way in first)
        is_open = disj(bit for some in (first, second) for bit in _undecided(some))
        return cls(open_facts, differs, negation(is_open), Solver(open_facts.space, work))

    @property
    def within(self) -> Mapping[Path, int]:
        """The lists of which no more entries were looked at, though longer ones may show more."""
        return self.asked.lengths.within

    def smallest(self) -> "Shown | Refusal":
        """A case in which the norm stands otherwise, with as few things told as any that is as
        settled and as near."""
        found = self.solver.ask([self.differs])
        if isinstance(found, Refusal):
            return found
        wish, found = self._wished(found)
        things = list(self._things())
        for count in range(sum(map(found.bit, things))):
            fewer = self.solver.ask([self.differs, *wish, at_most_set(things, count)])
            match fewer:
                case Model():
                    plain = self._plainer((*wish, at_most_set(things, count)), fewer)
                    return Shown(case_of(self.asked.telling, plain), is_smallest=True)
                case Refusal.SPENT:
                    return Shown(case_of(self.asked.telling, found), is_smallest=False)
                case _:  # none tells of so few
                    continue
        return Shown(case_of(self.asked.telling, found), is_smallest=True)

    def _wished(self, found: Model) -> tuple[tuple[Bit, ...], Model]:
        """What can be wished of a case, and one that has it: settled and near, as far as goes."""
        near = conj(near_values(self.asked.telling.told.values()))
        for wish in ((self.settled, near), (self.settled,), (near,)):
            better = self.solver.ask([self.differs, *wish])
            if isinstance(better, Model):
                return wish, better
        return (), found

    def _plainer(self, kept: Sequence[Bit], found: Model) -> Model:
        """One of the same size where nothing is said not to be done, if there is one."""
        undone = [e.not_done for e in self.asked.telling.told.values() if e.not_done is not False]
        if not any(map(found.bit, undone)):
            return found
        plain = self.solver.ask([self.differs, *kept, negation(disj(undone))])
        return plain if isinstance(plain, Model) else found

    def _things(self) -> Iterator[Bit]:
        """All that a case may tell, each as one thing."""
        yield from (e for e in self.asked.telling.records.values() if not isinstance(e, bool))
        for each in self.asked.telling.told.values():
            if each.told is not True:  # the day of evaluation is told in every case
                yield from (each.told, *each.entries, each.spread, each.several)


def _undecided(ways: Mapping[Standing, Bit]) -> Iterable[Bit]:
    return (bit for (result, _), bit in ways.items() if result is Outcome.UNDECIDED)
