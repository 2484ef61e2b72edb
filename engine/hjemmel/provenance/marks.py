"""Why norms stand as they do, as terms: for each fact, where it decides, and where it is missing.

The same walks as `decisive` and the explanation take in one case, taken once for all cases. What a
register knows and what a conclusion says is told like anything else here, and not followed further.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import field, frozen

from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.standings import decided
from hjemmel.backends.terms.term import Path, Term
from hjemmel.core.nodes import Ref
from hjemmel.core.outcome import Outcome, Stage, standing, standing_parts
from hjemmel.core.program import Norm, Presumption, Program
from hjemmel.core.told import guarded, told_alone
from hjemmel.provenance.besides import Beside, Besides
from hjemmel.provenance.lacks import Lacks
from hjemmel.provenance.stages import StageParts
from hjemmel.provenance.walks import Asked, Rule, Walk
from hjemmel.provenance.weights import Weights
from hjemmel.provenance.worlds import TOP, World, undecided

K = TypeVar("K", bound=Hashable)
Marks = Mapping[Path, Term]
"""By the path of a fact, without the numbers of the entries that it stands in."""
_OF_CONDITION = (Stage.SUBJECT, Stage.IN_FORCE, Stage.APPLIES)


@frozen(eq=False)
class Marking:
    """The reasons of the norms of a program, as terms of the graph that it was folded into."""

    program: Program
    folding: Folding
    given: World = field(init=False)
    _lacking: dict[str, Walk] = field(factory=dict, init=False)
    told: World = field(init=False)
    guarded: frozenset[str] = field(init=False)

    @guarded.default
    def _guarded(self) -> frozenset[str]:
        return frozenset(guarded(self.program))

    @given.default
    def _given(self) -> World:
        return World(self.folding, self.folding, self.program.schema)

    @told.default
    def _told(self) -> World:
        return World(self.folding, told_alone(self.program, self.folding), self.program.schema)

    # --- what decides --------------------------------------------------------------------

    def decisive(self, norm: Norm) -> Marks:
        """Where each fact decides how the norm stands."""
        walk = self._deciding(self.given)
        walk.down((norm, stage, weight) for stage, weight in self._asked(norm.id))
        apart = self._deciding(self.told)
        apart.down(self._held_against(walk.required))
        self._of_given(walk, apart)
        return self._marks(walk, apart)

    def _deciding(self, world: World) -> Walk:
        weights, graph = Weights(world), self.folding.graph

        def stages(ref: Ref) -> Iterable[tuple[Stage, Term]]:
            """Those that gave the norm the standing it has."""
            norm = world.norm(ref.norm)
            whole = standing(self.folding, norm, ref.standing)
            for stage, truth in standing_parts(norm, ref.standing):
                yield stage, weights.agrees(whole, truth)

        return Walk(self.program, world, Rule(lambda _: graph.true, weights.parts, stages))

    def _asked(self, norm_id: str) -> list[tuple[Stage, Term]]:
        """The stages of a norm, each with where it was asked."""
        graph, norm = self.folding.graph, self.given.norm(norm_id)
        there, in_force = norm.subject[0], norm.in_force[0]
        nowhere = graph.conj([norm.somewhere[1], graph.negation(in_force)])
        return [
            (Stage.SUBJECT, graph.true),
            (Stage.IN_FORCE, graph.conj([there, graph.negation(nowhere)])),
            (Stage.APPLIES, graph.conj([there, graph.disj([in_force, nowhere])])),
            (Stage.REQUIREMENT, graph.conj([there, in_force, norm.applies[0]])),
        ]

    def _held_against(self, required: Mapping[str, Sequence[Term]]) -> Iterable[Asked]:
        """The norms that fail, where what is taken as given may tell against them."""
        graph = self.folding.graph
        for each, bits in required.items():
            if each in self.guarded:
                fails = graph.conj([graph.disj(bits), self.given.norm(each).requirement[1]])
                yield self.program.by_id[each], Stage.REQUIREMENT, fails

    def _marks(self, *walks: Walk) -> Marks:
        graph, paths = (
            self.folding.graph,
            dict.fromkeys(path for each in walks for path in each.places),
        )
        found = {path: graph.disj(each.reached(path) for each in walks) for path in paths}
        return {path: bit for path, bit in found.items() if bit is not graph.false}

    # --- what is taken as given ----------------------------------------------------------

    def _of_given(self, *walks: Walk) -> None:
        """What makes the presumption work that a fact has its value from, and no other one."""
        about: dict[Path, list[Presumption]] = {}
        for each in self.program.presumptions:
            about.setdefault(each.path, []).append(each)
        for path, several in about.items():
            decides = self.folding.graph.disj(each.reached(path) for each in walks)
            walks[0].down(self._working(several, decides))

    def _working(self, several: Sequence[Presumption], decides: Term) -> Iterable[Asked]:
        graph, left = self.folding.graph, decides
        left = graph.conj([left, self._is_given(several[0])])
        for each in several:
            holds = graph.conj([truth[0] for _, truth in self._condition(each)])
            works = graph.conj([left, holds])
            yield from ((each.norm, stage, works) for stage in _OF_CONDITION)
            for other in several:
                if other.value != each.value:
                    yield from self._failing(other, works)
            left = graph.conj([left, graph.negation(holds)])

    def _failing(self, rival: Presumption, works: Term) -> Iterable[Asked]:
        """The first stage at which one that says otherwise fails."""
        graph = self.folding.graph
        for stage, (_, fails) in self._condition(rival):
            yield rival.norm, stage, graph.conj([works, fails])
            works = graph.conj([works, graph.negation(fails)])

    def _condition(self, of: Presumption) -> list[tuple[Stage, tuple[Term, Term]]]:
        return [(stage, truth) for stage, truth in self.folding.norms[of.norm.id].stages
                if stage in _OF_CONDITION]  # fmt: skip

    def _is_given(self, of: Presumption) -> Term:
        """A fact has its value from a presumption: by what is told alone it has none."""
        seen, told = (each.settled(of.fact, TOP) for each in (self.given, self.told))
        return self.folding.graph.conj([seen, self.folding.graph.negation(told)])

    def presumed(self, norm: Norm) -> Marks:
        """Where each fact that decides how the norm stands, is taken as given."""
        given = {each.path: self._is_given(each) for each in self.program.presumptions}
        marks = self.decisive(norm) if given else {}
        found = {path: self.folding.graph.conj([bit, given[path]])
                 for path, bit in marks.items() if path in given}  # fmt: skip
        return {path: bit for path, bit in found.items() if bit is not self.folding.graph.false}

    def in_force(self, norm: Norm) -> Sequence[Term]:
        """For each edition where one is in force, and this may be it: mostly it alone is so."""
        there = self.given.norm(norm.id).in_force[0]
        possible = StageParts(self.given, norm).dated
        return [self.folding.graph.conj([there, each.possible]) for each in possible]

    # --- what is missing -----------------------------------------------------------------

    def missing(self, norm: Norm) -> Marks:
        """Where each fact is missing, where the norm is undecided."""
        return self._marks(self.lacking(norm))

    def awaited(self, norm: Norm) -> Marks:
        """Where each fact is missing as an act that there is still time for."""
        return self._joined(self.lacking(norm).awaited)

    def open_besides(self, norm: Norm) -> Mapping[Beside, Term]:
        """Where something else than a fact is missing."""
        return self._joined(self.lacking(norm).besides)

    def lacking(self, norm: Norm) -> Walk:
        """The walk to what a norm lacks; each is gone once."""
        if norm.id not in self._lacking:
            self._lacking[norm.id] = self._walk_to_lacks(norm)
        return self._lacking[norm.id]

    def _walk_to_lacks(self, norm: Norm) -> Walk:
        graph, besides = self.folding.graph, Besides(self.program, self.given)
        lacks = Lacks(self.given, besides)

        def stages(ref: Ref) -> Iterable[tuple[Stage, Term]]:
            """Those that are open."""
            return ((stage, undecided(self.folding, truth))
                    for stage, truth in self.given.norm(ref.norm).stages)  # fmt: skip

        rule = Rule(lacks.is_open, lacks.parts, stages, besides)
        walk = Walk(self.program, self.given, rule)
        ways = decided(graph, self.given.norm(norm.id))
        walk.down((norm, stage, bit) for (result, stage), bit in ways.items()
                  if result is Outcome.UNDECIDED)  # fmt: skip
        self._only_given(walk)
        return walk

    def _joined(self, found: Mapping[K, Sequence[Term]]) -> dict[K, Term]:
        graph = self.folding.graph
        joined = {key: graph.disj(bits) for key, bits in found.items()}
        return {key: bit for key, bit in joined.items() if bit is not graph.false}

    def _only_given(self, walk: Walk) -> None:
        """What is taken as given, and would break a norm if it were told."""
        graph, deciding = self.folding.graph, self._deciding(self.given)
        for each, bits in walk.required.items():
            shown, norm = self.given.shown(each), self.given.norm(each)
            withheld = [shown.requirement[1], graph.negation(norm.requirement[1])]
            weight = graph.conj([*withheld, graph.disj(bits)])
            deciding.down([(self.program.by_id[each], Stage.REQUIREMENT, weight)])
        for of in {each.path: each for each in self.program.presumptions}.values():
            bit = graph.conj([deciding.reached(of.path), self._is_given(of)])
            walk.places.setdefault(of.path, []).append(bit)
