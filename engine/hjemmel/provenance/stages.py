"""What gave a norm the truth it has at a stage, as terms: the days, and what its editions say."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from attrs import field, frozen

from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Term
from hjemmel.core.nodes import Node
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm
from hjemmel.core.semantics import within
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.situation import presence
from hjemmel.provenance.weights import Part
from hjemmel.provenance.worlds import TOP, World


@frozen(eq=False)
class Dated:
    """An edition: where none that begins later surely is in force, and where it also may be."""

    edition: Edition
    picked: Term
    possible: Term


@frozen(eq=False)
class StageParts:
    """The parts of one norm."""

    world: World
    norm: Norm
    dated: Sequence[Dated] = field(init=False)

    @dated.default
    def _dated(self) -> Sequence[Dated]:
        graph, found = self._graph, list[Dated]()
        picked = graph.true
        for each in reversed(self.norm.editions):
            day = self.world.meaning(self.norm.day_of(each), TOP)
            period = within(day, each.wording.start, each.wording.end, self.world.folding)
            possible = graph.conj([picked, graph.negation(period[1])])
            found.append(Dated(each, picked, possible))
            picked = graph.conj([picked, graph.negation(period[0])])
        return found[::-1]

    @property
    def _graph(self) -> Graph:
        return self.world.folding.graph

    def of(self, stage: Stage) -> Sequence[Part]:
        """The parts at a stage, each with where it decides."""
        match stage:
            case Stage.SUBJECT:
                return [Part(presence(self.norm.subject), TOP, self._graph.true)]
            case Stage.IN_FORCE:
                return list(self._dating(self._graph.true))
            case Stage.APPLIES | Stage.REQUIREMENT:
                return list(self._of_editions(stage))
            case _:
                assert_never(stage)

    def _dating(self, weight: Term) -> Iterator[Part]:
        """The days that pick the edition; of what is open, what is open of those that may."""
        graph, in_force = self._graph, self.world.norm(self.norm.id).in_force
        settled = graph.disj(in_force)
        yield from self._picking(graph.conj([weight, settled]))
        is_open = graph.conj([weight, graph.negation(settled)])
        for day, bit in self._days([(each.edition, each.possible) for each in self.dated]):
            leaves = list(leaves_of(day))
            unknown = [graph.negation(self.world.settled(leaf, TOP)) for leaf in leaves]
            none = graph.negation(graph.disj(unknown))
            for leaf, each in zip(leaves, unknown, strict=True):
                yield Part(leaf, TOP, graph.conj([is_open, bit, graph.disj([each, none])]))

    def _picking(self, weight: Term) -> Iterator[Part]:
        """The days without which another edition might be in force."""
        for day, bit in self._days([(each.edition, each.picked) for each in self.dated]):
            for leaf in leaves_of(day):
                yield Part(leaf, TOP, self._graph.conj([weight, bit]))

    def _days(self, editions: Sequence[tuple[Edition, Term]]) -> list[tuple[Node, Term]]:
        """The days of some editions that have any end, each with where it is one of theirs."""
        return [
            (self.norm.day_of(each), bit)
            for each, bit in editions
            if each.wording.start or each.wording.end
        ]

    def _of_editions(self, stage: Stage) -> Iterator[Part]:
        """What the edition in force says; and the day that picked it, where that settles it."""
        graph, conj = self._graph, self._graph.conj
        clauses = [(each.edition.clause(stage), each.possible) for each in self.dated]
        if len(clauses) == 1:
            yield Part(clauses[0][0], TOP, graph.true)
            return
        in_force = self.world.norm(self.norm.id).in_force[0]
        nowhere = self._nowhere(stage)
        somewhere = graph.negation(nowhere)
        settled = conj([somewhere, graph.disj(self._shown(stage))])
        is_open = conj([somewhere, graph.negation(settled)])
        yield from self._picking(settled)
        yield from self._dating(conj([is_open, graph.negation(conj([in_force, self._alone()]))]))
        for clause, possible in clauses:
            unknown = graph.negation(self.world.settled(clause, TOP))
            told = conj([settled, possible])
            asked = conj([is_open, possible, unknown])
            yield Part(clause, TOP, graph.disj([nowhere, told, asked]))

    def _nowhere(self, stage: Stage) -> Term:
        """The norm applies under none of them, and it matters not which is in force."""
        norm, graph = self.world.norm(self.norm.id), self._graph
        if stage is not Stage.APPLIES:
            return graph.false
        return graph.conj([norm.somewhere[1], graph.negation(norm.in_force[0])])

    def _shown(self, stage: Stage) -> tuple[Term, Term]:
        found = dict(self.world.shown(self.norm.id).stages)[stage]
        return found[0], found[1]

    def _alone(self) -> Term:
        """Just one of them may be in force."""
        graph = self._graph
        return graph.disj(
            graph.conj([each.possible, *(graph.negation(other.possible) for other in self.dated
                                         if other is not each)])
            for each in self.dated
        )  # fmt: skip
