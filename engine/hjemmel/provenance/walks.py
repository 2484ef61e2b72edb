"""A walk from norms down to facts, as terms: where each fact is reached, in every case at once."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from attrs import define, field, frozen

from hjemmel.backends.terms.folding import place
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Path, Term
from hjemmel.core.nodes import Fact, Literal, Node, Ref
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import PRESENCE
from hjemmel.provenance.besides import Beside, Besides
from hjemmel.provenance.stages import StageParts
from hjemmel.provenance.weights import Part
from hjemmel.provenance.worlds import TOP, Scope, World

Asked = tuple[Norm, Stage, Term]
"""A norm, a stage of it, and where that is asked for."""


@frozen(eq=False)
class Rule:
    """Which way a walk takes: where it goes on to a part, to the parts of a node, and to the stages
    of a norm that is referred to; and what it looks for besides facts."""

    goes_on: Callable[[Part], Term]
    parts: Callable[[Node, Scope], Sequence[Part]]
    stages: Callable[[Ref], Iterable[tuple[Stage, Term]]]
    besides: Besides | None = None


@define(eq=False)
class Walk:
    """One walk. A norm waits until all that refer to it are gone through.

    `required` has, for each norm, where its requirement was asked for; `awaited` where each fact is
    reached as an act that there is still time for, and `besides` what is met besides facts.
    """

    program: Program
    world: World
    rule: Rule
    places: dict[Path, list[Term]] = field(factory=dict)
    awaited: dict[Path, list[Term]] = field(factory=dict)
    besides: dict[Beside, list[Term]] = field(factory=dict)
    required: dict[str, list[Term]] = field(factory=dict)
    waiting: dict[str, dict[Stage, list[Term]]] = field(factory=dict)

    @property
    def _graph(self) -> Graph:
        return self.world.folding.graph

    def down(self, asked: Iterable[Asked]) -> None:
        """Go down from some stages of norms, and from what those refer to."""
        for norm, stage, weight in asked:
            self._stage(norm, stage, weight)
        places = {norm_id: at for at, norm_id in enumerate(self.program.order)}
        while self.waiting:
            norm_id = max(self.waiting, key=places.__getitem__)
            for stage, weights in self.waiting.pop(norm_id).items():
                self._stage(self.program.by_id[norm_id], stage, self._graph.disj(weights))

    def reached(self, path: Path) -> Term:
        """Where a fact is reached."""
        return self._graph.disj(self.places.get(path, ()))

    def _stage(self, norm: Norm, stage: Stage, weight: Term) -> None:
        if weight is self._graph.false:
            return
        if stage is Stage.REQUIREMENT:
            self.required.setdefault(norm.id, []).append(weight)
        if self.rule.besides is not None:
            self._note(self.rule.besides.of_stage(norm, stage), TOP, weight)
        for each in StageParts(self.world, norm).of(stage):
            self._part(each, weight)

    def _part(self, part: Part, above: Term) -> None:
        if isinstance(part.node, Literal):
            return
        weight = self._graph.conj([above, part.weight, self.rule.goes_on(part)])
        if weight is self._graph.false:
            return
        match part.node:
            case Fact():
                self._fact(part.node, part.scope, weight)
                if part.awaited is not None:
                    awaited = self._graph.conj([weight, part.awaited])
                    at = self._where(part.node, part.scope)
                    self.awaited.setdefault(at, []).append(self._outside(awaited, part.scope))
            case Ref():
                self._reference(part.node, part.scope, weight)
            case _:  # made of others
                if self.rule.besides is not None:
                    found = self.rule.besides.of_node(part.node, part.scope)
                    self._note(found, part.scope, weight)
                for each in self.rule.parts(part.node, part.scope):
                    self._part(each, weight)

    def _fact(self, fact: Fact, scope: Scope, weight: Term) -> None:
        where = self._where(fact, scope)
        self.places.setdefault(where, []).append(self._outside(weight, scope))

    def _where(self, fact: Fact, scope: Scope) -> Path:
        path, _ = place(fact, scope.variables)
        return path[:-1] if fact.name == PRESENCE else path

    def _note(self, found: Iterable[tuple[Beside, Term]], scope: Scope, weight: Term) -> None:
        for beside, bit in found:
            there = self._outside(self._graph.conj([weight, bit]), scope)
            self.besides.setdefault(beside, []).append(there)

    def _reference(self, ref: Ref, scope: Scope, weight: Term) -> None:
        weight, stages = self._outside(weight, scope), self.waiting.setdefault(ref.norm, {})
        for stage, bit in self.rule.stages(ref):
            stages.setdefault(stage, []).append(self._graph.conj([weight, bit]))

    def _outside(self, weight: Term, scope: Scope) -> Term:
        """Where it is so for some of the entries around it."""
        inner = [each for each in reversed(scope.frames) if each in weight.frames]
        return reduce(lambda bit, frame: self._graph.some(frame, bit), inner, weight)
