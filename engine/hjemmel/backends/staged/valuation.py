"""What a program means in one case: read from the row by norm, and by node."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from hjemmel.backends.staged.loops import Loop, Members
from hjemmel.backends.staged.row import VIEW, Row, Slot
from hjemmel.backends.staged.stager import Address, Stager
from hjemmel.case.observation import View
from hjemmel.core.nodes import Node
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.program import Program
from hjemmel.core.schema import Schema
from hjemmel.core.semantics import meaning, norm_meaning
from hjemmel.core.told import Asked, enter_norms, presumable, with_told

Position = tuple[tuple[str, int], ...]
"""Which entries the variables around a node are bound to: (variable, index), outermost first."""


@frozen(eq=False)
class Run:
    """One case run through the steps, once anything is asked of it."""

    stager: Stager
    view: View
    rows: list[Row] = field(factory=list)

    @property
    def row(self) -> Row:
        """The row with all its slots filled."""
        if not self.rows:
            row = self.stager.start.copy()
            row[VIEW] = self.view
            for step in self.stager.steps:
                step(row)
            self.rows.append(row)
        return self.rows[0]


@frozen(eq=False)
class Norms(Mapping[str, NormMeaning]):
    """The truths of every norm, by its id."""

    run: Run

    def __getitem__(self, norm_id: str) -> NormMeaning:
        found, row = self.run.stager.norms[norm_id], self.run.row
        truths = (found.subject, found.in_force, found.applies, found.requirement, found.somewhere)
        return NormMeaning(*((row[holds], row[fails]) for holds, fails in truths))

    def bits(self, norm_id: str) -> tuple[bool, ...]:
        """The same truths flat, each as whether it holds and whether it fails."""
        found: tuple[bool, ...] = self.run.stager.readers[norm_id](self.run.row)
        return found

    def has(self, norm_id: str) -> bool:
        """Whether there is a norm of this id, be it one that nobody refers to."""
        return norm_id in self.run.stager.norms

    def __iter__(self) -> Iterator[str]:
        given = self.run.stager.given
        return (each for each in self.run.stager.norms if each not in given)

    def __len__(self) -> int:
        return len(self.run.stager.norms) - len(self.run.stager.given)


@frozen(eq=False)
class Nodes:
    """What every node came to, by its number and the entries around it."""

    run: Run

    def __getitem__(self, key: tuple[int, Position]) -> Any:
        """A pair of bits or ends, a symbol, or a list."""
        number, position = key
        address = self.run.stager.addresses[number]
        read = self._within(address, position) if position else self.run.row.__getitem__
        match address.meaning:
            case Members(slot=slot):
                return read(slot)
            case (first, second):
                return read(first), read(second)
            case slot:
                return read(slot)

    def _within(self, address: Address, position: Position) -> Callable[[Slot], Any]:
        """What reads the slots of one entry of each list around a node.

        A variable bound again within itself leaves the outer list without an index. Its last
        entry is meant: that is the one whose slots were filled last.
        """
        wanted = {loop: index for loop, (_, index) in zip(address.loops, position, strict=True)}
        inner = address.loops[-1]
        rows: list[tuple[Slot, Slot, Row]] = [(0, len(self.run.row), self.run.row)]
        for loop in (*inner.around, inner):
            start, _, row = rows[-1]
            kept, index = row[loop.kept - start], wanted.get(loop, -1)
            found = _run(loop, index, rows) if kept is None else kept[index]
            rows.append((loop.entry, loop.end, found))
        rows.reverse()

        def read(slot: Slot) -> Any:
            return next(row[slot - start] for start, end, row in rows if start <= slot < end)

        return read


def _run(loop: Loop, index: int, around: Sequence[tuple[Slot, Slot, Row]]) -> Row:
    """The slots of one entry of a list that was looked up, worked out when they are asked for."""
    row = around[0][2].copy()
    for start, end, part in around[1:]:
        row[start:end] = part
    row[loop.entry] = row[loop.members][index]
    for step in loop.steps:
        step(row)
    return row[loop.entry : loop.end]


@frozen(eq=False)
class Valuation:
    """The meaning of every norm and node of a program in one case."""

    norms: Norms
    nodes: Nodes


@frozen(eq=False)
class Staged:
    """A program ready for cases."""

    stager: Stager
    presumable: frozenset[Asked] = frozenset()

    def valuation(self, view: View) -> Valuation:
        """What every norm and node means in one case."""
        run = Run(self.stager, with_told(view, self.presumable))
        return Valuation(Norms(run), Nodes(run))


def stage(program: Program) -> Staged:
    """The program folded into steps, each norm after those that it refers to."""
    stager = Stager()

    def hidden(name: str, found: NormMeaning) -> None:
        stager.enter(name, found)
        stager.given.add(name)

    enter_norms(program, stager, stager.enter, hidden)
    for each in program.beside:  # no norms, but it is asked of them too what decided
        stager.enter(each.id, norm_meaning(each, stager, program.schema))
        stager.given.add(each.id)
    return Staged(stager, presumable(program))


def stage_clause(clause: Node, schema: Schema) -> Callable[[View], Any]:
    """What reads the truth of a clause by itself, which refers to no norm."""
    stager = Stager()
    stager.keep(clause, {}, meaning(clause, stager, schema, {}))
    staged, number = Staged(stager), clause.origin.id
    return lambda view: staged.valuation(view).nodes[number, ()]
