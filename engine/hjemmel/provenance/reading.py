"""How the meaning of a node is read from the row of a case: found out once a program.

Where a node stands in a list, its slots hold what they came to for the entry at hand: who goes
through the entries puts each in the row first (`at_entry`).
"""

from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from typing import Any

from attrs import evolve, frozen

from hjemmel.backends.staged.loops import Loop, Members
from hjemmel.backends.staged.row import FALSE, TRUE, Row
from hjemmel.backends.staged.stager import Stager
from hjemmel.core.nodes import Each, Literal, Node, Ref
from hjemmel.core.outcome import standing_parts
from hjemmel.core.walk import nodes_of
from hjemmel.provenance.situation import Pair, closed

Truth = Callable[[Row], Pair]
Value = Callable[[Row], Any]
Settled = Callable[[Row], bool]


@frozen(eq=False)
class Reading:
    """How each node of a program is read. The same for every case of it."""

    stager: Stager

    def truth(self, node: Node) -> Truth:
        """What reads the truth of a node that has one."""
        match node:
            case Literal():
                return itemgetter(*((TRUE, FALSE) if node.value else (FALSE, TRUE)))
            case _:
                return itemgetter(*self.stager.addresses[node.origin.id].meaning)

    def stages(self, norm_id: str) -> tuple[Truth, ...]:
        """What reads the truths of a norm, stage by stage."""
        truths = (truth for _, truth in self.stager.norms[norm_id].stages)
        return tuple(itemgetter(*each) for each in truths)

    def deciding(self, ref: Ref) -> Callable[[Row], list[bool]]:
        """What tells which stages of a norm that is referred to gave it the standing it has."""
        truth, parts = self.truth(ref), standing_parts(self.stager.norms[ref.norm], ref.standing)
        reads = [itemgetter(*each) for _, each in parts]

        def deciding(row: Row) -> list[bool]:
            value = truth(row)
            return [value[0] or read(row) == value for read in reads]

        return deciding

    def denial(self, node: Node) -> Truth:
        """What reads the opposite truth."""
        match node:
            case Literal():
                return self.truth(evolve(node, value=not node.value))
            case _:
                holds, fails = self.stager.addresses[node.origin.id].meaning
                return itemgetter(fails, holds)

    def value(self, node: Node) -> Value:
        """What reads the value of a node that is worked out: a pair of ends, or a symbol."""
        meaning = self.stager.addresses[node.origin.id].meaning
        match meaning:
            case Members(slot=slot):
                return itemgetter(slot)
            case (first, second):
                return itemgetter(first, second)
            case slot:
                return itemgetter(slot)

    def settled(self, node: Node) -> Settled:
        """What tells whether the value of such a node leaves nothing open."""
        value = self.value(node)
        return lambda row: closed(value(row))

    def at_entry(self, each: Each, depth: int) -> Callable[[Row, int], None]:
        """What puts in the row what an entry of a list, so many lists deep, came to.

        A clause that is said again stands in the runs of all the lists that it is said of.
        """
        members = self.stager.addresses[each.domain.origin.id].meaning.slot
        found = dict.fromkeys(self._loops((each.where, each.body), depth))
        loops = tuple(loop for loop in found if loop.members == members)
        if len(loops) == 1:
            return partial(_enter, loop=loops[0])
        return partial(_enter_all, loops=loops)

    def _loops(self, clauses: tuple[Node, ...], depth: int) -> Iterator[Loop]:
        for node in (node for clause in clauses for node in nodes_of(clause)):
            address = self.stager.addresses.get(node.origin.id)
            for loop in address.loops if address else ():
                yield from (each for each in (*loop.around, loop) if len(each.around) == depth)


def _enter(row: Row, index: int, loop: Loop) -> None:
    """Put what one entry came to in the row; where the list was looked up, work it out now."""
    kept = row[loop.kept]
    if kept is not None:
        row[loop.entry : loop.end] = kept[index]
        return
    row[loop.entry] = row[loop.members][index]
    for step in loop.steps:
        step(row)


def _enter_all(row: Row, index: int, loops: tuple[Loop, ...]) -> None:
    for loop in loops:
        _enter(row, index, loop)
