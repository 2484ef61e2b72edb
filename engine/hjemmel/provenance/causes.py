"""What of a node gave it the meaning it has: the dual of the fold, found out once a program.

One question is asked of every node: given its meaning, which of its parts gave it that meaning?
`parts` answers in one case, and everything else follows by walking. How each node answers is
found out the first time any case asks.

Note: lists. The parts that stand in a list are given entry by entry, and what the entry came to
is in the row only until the next is asked for. So who walks goes all the way down from a part
before taking the next.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import assert_never

from attrs import evolve, frozen

from hjemmel.backends.staged.row import Row
from hjemmel.case.observation import Path
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.operators import Sense, sense
from hjemmel.core.sought import sought
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.list_run import list_run
from hjemmel.provenance.lookup import Looked, few
from hjemmel.provenance.reading import Reading, Truth
from hjemmel.provenance.situation import UNDECIDED, Here, Situation, is_always, path_of

Part = tuple["Traced", Here]
Flags = Callable[[Situation, Row, Here], Sequence[bool]]
Columns = set[tuple[Path, object]]
"""The values of fields of lists that have been told of: they are the same wherever asked."""
LookedUp = Callable[[Situation, Row, Here, Columns], Iterable[Part] | None]
InList = Callable[[Situation, Row, Here], Iterator[Part]]
Term = tuple[Truth, "Traced"]
MadeOf = tuple[tuple["Traced", ...], Flags]


@frozen(eq=False)
class Traced:
    """A node, what it is made of, and which of that gave it its meaning in a case (`flags`).

    A reference is made of nothing here: its parts are those of the norm. Of a list, `in_list`
    gives the parts in its entries, and `is_bounded` tells whether no further one can matter, though
    there may be such; `looked_up` is there where a value may have been looked up in it, and gives
    None where it was gone through.
    """

    node: Node
    number: int
    below: tuple["Traced", ...]
    flags: Flags
    is_settled: Callable[[Situation, Row, Here], bool]
    in_list: InList | None = None
    is_bounded: Callable[[Situation, Row, Here], bool] | None = None
    looked_up: LookedUp | None = None

    def parts(self, case: Situation, row: Row, here: Here) -> Iterable[Part]:
        """The parts that gave it its meaning."""
        if self.in_list:
            return self.in_list(case, row, here)
        pairs = zip(self.below, self.flags(case, row, here), strict=True)
        return [(each, here) for each, decides in pairs if decides]

    def parts_in_entries(self, case: Situation, row: Row, here: Here) -> Iterator[Part]:
        """Those of a list that stand in its entries."""
        domain = self.node.domain if isinstance(self.node, Each) else None
        return (part for part in self.parts(case, row, here) if part[0].node is not domain)


@frozen(eq=False)
class Tracing:
    """The finding out, within so many lists. What is found is kept by the node's number.

    What a rule does not say, whether the case has a record, has no number of its own.
    """

    known: dict[int | Node, Traced]
    reading: Reading
    depth: int = 0

    def of(self, node: Node) -> Traced:
        """A node within as many lists."""
        number = node.origin.id
        key = number if number >= 0 else node
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._traced(node)
        return found

    def _traced(self, node: Node) -> Traced:
        below, flags = self._made_of(node)
        found = Traced(node, node.origin.id, tuple(below), flags, self._settled(node))
        if not isinstance(node, Each):
            return found
        bounded = list_run(node, self.reading, self.depth).is_bounded
        return evolve(found, in_list=self._list(node), is_bounded=bounded,
                      looked_up=self._looked_up(node))  # fmt: skip

    def unless_always(self, node: Node) -> Traced | None:
        """A condition; None where it is no condition."""
        return None if is_always(node) else self.of(node)

    def _settled(self, node: Node) -> Callable[[Situation, Row, Here], bool]:
        if node.origin.id not in self.reading.stager.addresses:
            return lambda case, _row, here: case.settled(node, here)
        settled = self.reading.settled(node)
        return lambda _case, row, _here: settled(row)

    def _made_of(self, node: Node) -> MadeOf:
        match node:
            case Literal() | Fact() | Ref() | Each():
                return _always(())
            case Default():
                asked = self._terms((node.condition, node.consequence))
                asked += self._denied(node.exceptions)
                return _conjunction(self.reading.truth(node), asked)
            case Apply():
                return self._apply(node)
            case _:
                assert_never(node)

    def _apply(self, node: Apply) -> MadeOf:
        match sense(node):
            case Sense.ALL | Sense.COVERS:
                return _conjunction(self.reading.truth(node), self._terms(node.arguments))
            case Sense.ANY | Sense.SOME_NORM:
                return _conjunction(self.reading.denial(node), self._denied(node.arguments))
            case Sense.NO_NORM:
                return _conjunction(self.reading.truth(node), self._denied(node.arguments))
            case Sense.NOT | Sense.AGREED:
                return _always(tuple(map(self.of, node.arguments)))
            case Sense.READ_AS:
                return self._read_as(node)
            case (
                Sense.IS | Sense.IS_AMONG | Sense.HOLDS_ROLE | Sense.ORDER | Sense.WORKING_DAY
                | Sense.COVERS_SPAN
            ):  # fmt: skip
                return self._compared(node)
            case Sense.IN_TIME | Sense.LAST_DAY:
                return _always(self._leaves(node.arguments))
            case (
                Sense.EXTREME | Sense.MOVED | Sense.WORKING_DAYS | Sense.DAY_IN_YEAR
                | Sense.YEAR_OF | Sense.PERIOD_OF | Sense.END_OF | Sense.YEARS_LATER
                | Sense.TIMES
            ):  # fmt: skip
                return _always(())  # has no truth: a comparison asks for its leaves themselves
            case other:
                assert_never(other)

    def _terms(self, nodes: Sequence[Node]) -> list[Term]:
        return [(self.reading.truth(each), self.of(each)) for each in nodes]

    def _denied(self, nodes: Sequence[Node]) -> list[Term]:
        return [(self.reading.denial(each), self.of(each)) for each in nodes]

    def _leaves(self, nodes: Sequence[Node]) -> tuple[Traced, ...]:
        return tuple(self.of(leaf) for each in nodes for leaf in leaves_of(each))

    def _read_as(self, node: Apply) -> MadeOf:
        """The clause that counts, and why it does; the other one only when that is open."""
        arises, *_ = node.arguments
        truth, asked = self.reading.truth(node), self.reading.truth(arises)
        below, where_open = _conjunction(truth, self._terms(node.arguments))

        def flags(case: Situation, row: Row, here: Here) -> Sequence[bool]:
            value, arisen = truth(row), asked(row)
            if arisen != UNDECIDED:
                return (value != UNDECIDED, *arisen)
            return (False, True, True) if value != UNDECIDED else where_open(case, row, here)

        return below, flags

    def _compared(self, node: Apply) -> MadeOf:
        """A settled comparison needs all it compares; one that is open what is open of it.

        A side may be open though all it is worked out from is known: then the calendar has no
        answer for just that.
        """
        truth, (below, everything) = self.reading.truth(node), _always(self._leaves(node.arguments))
        operands = [(self.of(each), self._leaves((each,))) for each in node.arguments]

        def flags(case: Situation, row: Row, here: Here) -> Sequence[bool]:
            if truth(row) != UNDECIDED:
                return everything(case, row, here)
            found: list[bool] = []
            for each, leaves in operands:
                settled = each.is_settled(case, row, here)
                unknown = [not leaf.is_settled(case, row, here) for leaf in leaves]
                beyond = not settled and not any(unknown)
                found += [not settled and (beyond or leaf) for leaf in unknown]
            return found if any(found) else everything(case, row, here)

        return below, flags

    def _list(self, node: Each) -> InList:
        """The list, and of its entries what decides."""
        inner = Tracing(self.known, self.reading, self.depth + 1)
        domain, run = self.of(node.domain), list_run(node, self.reading, self.depth)
        where, body = map(inner.unless_always, (node.where, node.body))

        def parts(case: Situation, row: Row, here: Here) -> Iterator[Part]:
            yield domain, here
            for entry, belongs, asked in run.deciding(case, row, here):
                if belongs and where:
                    yield where, entry
                if asked and body:
                    yield body, entry

        return parts

    def _looked_up(self, node: Each) -> LookedUp | None:
        """The parts of «noen er v»; entries that decide for many values are given for one."""
        run, wanted = list_run(node, self.reading, self.depth), sought(node)
        if not run.may_look or wanted is None:
            return None
        inner = Tracing(self.known, self.reading, self.depth + 1)
        body, column = inner.of(node.body), inner.of(wanted.column)
        around = [self.of(node.domain), *map(self.of, leaves_of(wanted.value))]

        def found(row: Row, here: Here, looked: Looked) -> Iterator[Part]:
            yield from ((each, here) for each in around)
            truth = run.whole(row)
            entries = [] if truth[1] else few(node, here, looked)
            yield from (
                (body, each) for each in run.through(row, entries) if run.asked(row) == truth
            )

        def parts(case: Situation, row: Row, here: Here, columns: Columns) -> Iterable[Part] | None:
            looked = run.looked_up(case, here)
            if looked is None:
                return None
            return chain(found(row, here, looked), values(row, here, looked, columns))

        def values(row: Row, here: Here, looked: Looked, columns: Columns) -> Iterator[Part]:
            truth, path = run.whole(row), path_of(node.domain, here)
            key = ((*path, wanted.column.name), _ANY if truth[1] else looked.value)
            if key in columns or truth == UNDECIDED:
                return
            columns.add(key)
            for each in range(looked.items) if truth[1] else looked.having:
                yield column, here.entering(node.variable, each, path)

        return parts


_ANY = object()
"""Stands for every value: a value that no entry has is told apart from all of them."""


def _always(below: tuple[Traced, ...]) -> MadeOf:
    flags = (True,) * len(below)
    return below, lambda _case, _row, _here: flags


def _conjunction(truth: Truth, terms: Sequence[Term]) -> MadeOf:
    """What decides that all of the terms hold, that one fails, or that it is open."""
    reads, below = [read for read, _ in terms], tuple(each for _, each in terms)
    everything = (True,) * len(below)

    def flags(_case: Situation, row: Row, _here: Here) -> Sequence[bool]:
        value = truth(row)
        return everything if value[0] else [read(row) == value for read in reads]

    return below, flags


def tracing_of(case: Situation) -> Tracing:
    """The finding out in the program of a case."""
    found: list[Tracing] = case.book.tracing
    if not found:
        found.append(Tracing({}, Reading(case.valuation.nodes.run.stager)))
    return found[0]
