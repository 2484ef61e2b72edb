"""What of a node gave it the meaning it has, as terms: the same question as `causes` answers.

There each part is a yes or no in one case; here it is a bit for every case. A part decides where
its whole does, and its bit is set.
"""

from collections.abc import Sequence
from typing import assert_never

from attrs import frozen

from hjemmel.backends.terms.folding import Truth
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Do, Frame, Term
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.sought import sought
from hjemmel.core.types import is_ordered
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.situation import is_always
from hjemmel.provenance.worlds import Scope, World, undecided


@frozen(eq=False)
class Part:
    """A node below another, the entries around it, and where it decides.

    `planned` is there for an act: where it is missing, known or not; and `awaited` where its last
    day has not gone by.
    """

    node: Node
    scope: Scope
    weight: Term
    planned: Term | None = None
    awaited: Term | None = None


@frozen(eq=False)
class Weights:
    """The parts of nodes in one world."""

    world: World

    @property
    def _graph(self) -> Graph:
        return self.world.folding.graph

    def parts(self, node: Node, scope: Scope) -> Sequence[Part]:
        """What a node is made of; a reference is made of nothing here."""
        match node:
            case Literal() | Fact() | Ref():
                return ()
            case Default():
                asked = [(each, self.world.truth(each, scope)) for each in
                         (node.condition, node.consequence)]  # fmt: skip
                asked += self._denied(node.exceptions, scope)
                return self._joined(self.world.truth(node, scope), asked, scope)
            case Each():
                return self._listed(node, scope)
            case Apply():
                return self._applied(node, scope)
            case _:
                assert_never(node)

    def _applied(self, node: Apply, scope: Scope) -> Sequence[Part]:
        truth, parts = self.world.truth(node, scope), node.arguments
        match sense(node):
            case Sense.ALL | Sense.COVERS:
                return self._joined(truth, self._held(parts, scope), scope)
            case Sense.ANY | Sense.SOME_NORM:
                return self._joined(negation(truth), self._denied(parts, scope), scope)
            case Sense.NO_NORM:
                return self._joined(truth, self._denied(parts, scope), scope)
            case Sense.NOT | Sense.AGREED:
                return [Part(each, scope, self._graph.true) for each in parts]
            case Sense.READ_AS:
                return self._read_as(node, truth, scope)
            case (
                Sense.IS | Sense.IS_AMONG | Sense.HOLDS_ROLE | Sense.ORDER | Sense.WORKING_DAY
                | Sense.COVERS_SPAN
            ):  # fmt: skip
                return self._compared(node, truth, scope)
            case Sense.IN_TIME | Sense.LAST_DAY:
                return [Part(leaf, scope, self._graph.true) for leaf in _leaves(parts)]
            case (
                Sense.EXTREME | Sense.MOVED | Sense.WORKING_DAYS | Sense.DAY_IN_YEAR
                | Sense.YEAR_OF | Sense.PERIOD_OF | Sense.END_OF | Sense.YEARS_LATER
                | Sense.TIMES
            ):  # fmt: skip
                return ()  # has no truth: a comparison asks for its leaves themselves
            case other:
                assert_never(other)

    def _held(self, nodes: Sequence[Node], scope: Scope) -> list[tuple[Node, Truth]]:
        return [(each, self.world.truth(each, scope)) for each in nodes]

    def _denied(self, nodes: Sequence[Node], scope: Scope) -> list[tuple[Node, Truth]]:
        return [(each, negation(self.world.truth(each, scope))) for each in nodes]

    def _joined(
        self, truth: Truth, parts: Sequence[tuple[Node, Truth]], scope: Scope
    ) -> list[Part]:
        """What decides that all of the parts hold, that one fails, or that it is open."""
        return [Part(node, scope, self.agrees(truth, each)) for node, each in parts]

    def agrees(self, whole: Truth, part: Truth) -> Term:
        """The whole holds, or the part came out as it did."""
        conj, folding = self._graph.conj, self.world.folding
        is_open = conj([undecided(folding, whole), undecided(folding, part)])
        return self._graph.disj([whole[0], conj([whole[1], part[1]]), is_open])

    def _read_as(self, node: Apply, truth: Truth, scope: Scope) -> list[Part]:
        """The clause that counts, and why it does; the other one only when that is open."""
        conj, disj, folding = self._graph.conj, self._graph.disj, self.world.folding
        question, reading, written = node.arguments
        arises = self.world.truth(question, scope)
        settled, arisen = disj(truth), disj(arises)
        is_open, unasked = undecided(folding, truth), undecided(folding, arises)
        asked = disj([conj([arisen, settled]), conj([is_open, unasked])])
        found = [Part(question, scope, asked)]
        for each, counts in ((reading, arises[0]), (written, arises[1])):
            unknown = undecided(folding, self.world.truth(each, scope))
            neither = conj([unasked, disj([settled, unknown])])
            found.append(Part(each, scope, disj([counts, neither])))
        return found

    def _compared(self, node: Apply, truth: Truth, scope: Scope) -> list[Part]:
        """A settled comparison needs all it compares; one that is open what is open of it."""
        graph, settled = self._graph, self.world.settled
        found: list[tuple[Node, Term]] = []
        for each in node.arguments:
            leaves = list(leaves_of(each))
            unknown = [graph.negation(settled(leaf, scope)) for leaf in leaves]
            beyond = graph.negation(graph.disj(unknown))
            is_open = graph.negation(settled(each, scope))
            found += [
                (leaf, graph.conj([is_open, graph.disj([beyond, open_leaf])]))
                for leaf, open_leaf in zip(leaves, unknown, strict=True)
            ]
        nothing = graph.negation(graph.disj([weight for _, weight in found]))
        always = graph.disj([*truth, nothing])
        return [Part(leaf, scope, graph.disj([always, weight])) for leaf, weight in found]

    # --- lists ---------------------------------------------------------------------------

    def _listed(self, node: Each, scope: Scope) -> list[Part]:
        """The list, and of its entries what decides."""
        frame = self.world.frame(node, scope)
        inner = scope.entering(node.variable, frame)
        return [
            Part(node.domain, scope, self._graph.true),
            *self._of_entries(node, scope, inner, frame),
            *self._looked_up(node, scope, inner, frame),
        ]

    def _of_entries(self, node: Each, scope: Scope, inner: Scope, frame: Frame) -> list[Part]:
        graph, truth = self._graph, self.world.truth
        exists, is_member = self.world.folding.entry(frame)
        further = graph.conj([exists, graph.negation(is_member)])
        belongs = truth(node.where, inner)
        if node.quantifier is Quantifier.DISTINCT:  # what is told apart has no truth
            told = (graph.true, graph.negation(belongs[1]))
            more = (belongs[1], graph.false)
        else:
            asked = truth(node.body, inner)
            is_number = node.quantifier is Quantifier.COUNT
            whole = (graph.false, graph.false) if is_number else truth(node, scope)
            told = self._of_member(node.quantifier, whole, belongs, asked)
            more = self._closing(node.quantifier, whole, belongs, asked)
        weights = [
            graph.disj([graph.conj([is_member, one]), graph.conj([further, other])])
            for one, other in zip(told, more, strict=True)
        ]
        pairs = zip((node.where, node.body), weights, strict=True)
        return [Part(each, inner, weight) for each, weight in pairs if not is_always(each)]

    def _of_member(
        self, quantifier: Quantifier, whole: Truth, belongs: Truth, asked: Truth
    ) -> tuple[Term, Term]:
        """Whether it decides that a member belongs, and what is asked of it."""
        conj, graph = self._graph.conj, self._graph
        if quantifier is Quantifier.ALL:
            asked = negation(asked)
        both = (conj([belongs[0], asked[0]]), graph.disj([belongs[1], asked[1]]))
        mine, its = self.agrees(both, belongs), self.agrees(both, asked)
        if quantifier is Quantifier.COUNT:
            return mine, its
        none = whole if quantifier is Quantifier.ALL else negation(whole)
        weight = self.agrees(none, negation(both))
        return conj([weight, mine]), conj([weight, its])

    def _closing(
        self, quantifier: Quantifier, whole: Truth, belongs: Truth, asked: Truth
    ) -> tuple[Term, Term]:
        """What makes a possible further member without weight, where that matters."""
        conj = self._graph.conj
        match quantifier:
            case Quantifier.ALL:
                return conj([whole[0], belongs[1]]), conj([whole[0], asked[0]])
            case Quantifier.SOME:
                return conj([whole[1], belongs[1]]), conj([whole[1], asked[1]])
            case _:  # a number
                return belongs[1], asked[1]

    def _looked_up(self, node: Each, scope: Scope, inner: Scope, frame: Frame) -> list[Part]:
        """What was looked up in a list decides also where some entries leave it open.

        It is, where it is one known value, and the list has entries but no intervals.
        """
        wanted, graph, folding = sought(node), self._graph, self.world.folding
        if wanted is None or isinstance(wanted.value, Literal):
            return []
        exists, is_member = folding.entry(frame)
        column = self.world.meaning(wanted.column, inner)
        if is_ordered(wanted.column.type):
            low, high = column
            known = graph.disj([low.known, high.known])
            several = graph.conj([known, graph.negation(folding.at_most(high, low))])
        else:
            several = graph.make(Do.SEVERAL, (column,))
        odd = graph.conj([exists, graph.disj([graph.negation(is_member), several])])
        weight = graph.conj([
            undecided(folding, self.world.truth(node, scope)),
            self.world.settled(wanted.value, scope),
            graph.some(frame, exists),
            graph.negation(graph.some(frame, odd)),
        ])  # fmt: skip
        return [Part(leaf, scope, weight) for leaf in leaves_of(wanted.value)]


def _leaves(nodes: Sequence[Node]) -> list[Node]:
    return [leaf for each in nodes for leaf in leaves_of(each)]
