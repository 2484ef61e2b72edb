"""What a term comes to, from what its parts came to.

A quantifier that stands so many quantifiers in has its entries on the axis so many before that of
rows. So what does not depend on an entry meets what does without being spread out.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
from attrs import field, frozen

from hjemmel.backends.columns import distinct
from hjemmel.backends.columns.batch import Batch, Ends, Entries, Truths
from hjemmel.backends.columns.bits import EMPTY, FULL, Bitmap, Rows, packed, truths, unpacked
from hjemmel.backends.columns.functions import NARROW, Table, Values, numbers, placed
from hjemmel.backends.columns.names import UNKNOWN, Codes, Names
from hjemmel.backends.terms.term import Do, Frame, Path, Sort, Term
from hjemmel.case.one_of import are_apart, is_among
from hjemmel.core.operators import FUNCTIONS

T = TypeVar("T")


@frozen(eq=False)
class Known:
    """What is the same for all batches of a program: names, and what functions have answered."""

    names: Names = field(factory=Names)
    tables: dict[Any, Table] = field(factory=dict)

    def table(self, of: Term) -> Table:
        """The answers to a function that a term asks for."""
        (function, argument), sort = of.data, of.parts[0].sort
        key = (function, argument, sort)
        if key not in self.tables:
            answer = FUNCTIONS[function]
            self.tables[key] = Table(lambda value: answer(value, argument), sort)
        return self.tables[key]


@frozen(eq=False)
class Running:
    """One batch, and the columns of it that have been made."""

    batch: Batch
    known: Known
    columns: dict[Any, Any] = field(factory=dict)

    @property
    def rows(self) -> int:
        """How many cases."""
        return self.batch.rows

    def truths(self, path: Path) -> Truths:
        """A yes/no fact."""
        return self._once(("truths", path), lambda: self.batch.truths(path))

    def ends(self, path: Path, sort: Sort) -> Ends:
        """A fact with an order."""
        return self._once(("ends", path), lambda: self.batch.ends(path, sort))

    def names(self, path: Path) -> Codes:
        """A name."""
        return self._once(("names", path), lambda: self.batch.names(path))

    def entries(self, path: Path) -> Entries:
        """The entries of a list."""
        return self._once(("entries", path), lambda: self.batch.entries(path))

    def answers(self, term: Term, values: Values) -> tuple[Values, Rows]:
        """What a function gives of values, and where it gives anything; asked once of a column."""
        key = ("answers", term.data, id(values))
        return self._once(key, lambda: (values, self.known.table(term)(values)))[1]

    def ordered(self, left: Values, right: Values) -> Bitmap:
        """Where the first is no more than the second; asked once of the same two columns."""

        def made() -> tuple[Values, Values, Bitmap]:  # kept, so that no others get their places
            return left, right, packed(np.asarray(left <= right, np.bool_))

        return self._once(("ordered", id(left), id(right)), made)[2]

    def single(self, names: Codes) -> Bitmap:
        """Where a name is known, and one."""
        return self._once(("single", id(names)), lambda: (names, packed(names > UNKNOWN)))[1]

    def apart(self, names: Codes) -> distinct.Apart:
        """Names made ready to be told apart."""
        return self._once(("apart", id(names)), lambda: distinct.apart(names))

    def is_open(self, names: Codes) -> bool:
        """Whether any name is one of several."""
        made = self._once(("open", id(names)), lambda: (names, bool((names < UNKNOWN).any())))
        return made[1]

    def _once(self, key: Any, make: Callable[[], T]) -> T:
        if key not in self.columns:
            self.columns[key] = make()
        found: T = self.columns[key]
        return found


Operation = Callable[..., Any]
"""From the batch, the term, and what each of its parts came to."""


def spread(column: Rows, frames: frozenset[Frame]) -> Rows:
    """A column of what stands in entries, with an axis of length one where it depends on none."""
    depths = {each.depth for each in frames}
    if len(depths) == max(depths, default=-1) + 1:
        return column
    sizes = iter(column.shape[:-1])
    axes = [next(sizes) if each in depths else 1 for each in range(max(depths), -1, -1)]
    return column.reshape(*axes, column.shape[-1])


def within(column: Rows, frames: frozenset[Frame]) -> Rows:
    """A column that depends on no other entries, without the axes of others before it."""
    axes = max((each.depth for each in frames), default=-1) + 2
    return column.reshape(column.shape[-axes:])


# --- bits ------------------------------------------------------------------------------------


def _constant(_run: Running, term: Term) -> Bitmap:
    return FULL if term.data else EMPTY


def _not(_run: Running, _term: Term, bit: Bitmap) -> Bitmap:
    return ~bit


def _all(_run: Running, _term: Term, first: Bitmap, second: Bitmap, *rest: Bitmap) -> Bitmap:
    found: Bitmap = first & second
    return _joined(np.bitwise_and, found, rest) if rest else found


def _any(_run: Running, _term: Term, first: Bitmap, second: Bitmap, *rest: Bitmap) -> Bitmap:
    found: Bitmap = first | second
    return _joined(np.bitwise_or, found, rest) if rest else found


def _joined(join: np.ufunc, found: Bitmap, rest: Sequence[Bitmap]) -> Bitmap:
    """The rest as well, where it goes in the same memory."""
    for each in rest:
        has_room = found.ndim and each.shape == found.shape
        found = join(found, each, found) if has_room else join(found, each)
    return found


def _present(run: Running, term: Term) -> Bitmap:
    return run.batch.present(term.data)


def _yes(run: Running, term: Term) -> Bitmap:
    return spread(run.truths(term.data).yes, term.frames)


def _no(run: Running, term: Term) -> Bitmap:
    return spread(run.truths(term.data).no, term.frames)


def _low_known(run: Running, term: Term, _low: Values) -> Bitmap:
    (of,) = term.parts
    return spread(run.ends(of.data, of.sort).low_known, term.frames)


def _high_known(run: Running, term: Term, _high: Values) -> Bitmap:
    (of,) = term.parts
    return spread(run.ends(of.data, of.sort).high_known, term.frames)


def _bounded(run: Running, term: Term) -> Bitmap:
    return spread(run.batch.bounded(term.data), term.frames)


def _exists(run: Running, term: Term) -> Bitmap:
    return spread(run.entries(term.data.path).exists, term.frames)


def _member(run: Running, term: Term) -> Bitmap:
    return spread(run.entries(term.data.path).member, term.frames)


def _every(_run: Running, term: Term, bit: Bitmap) -> Bitmap:
    return within(np.bitwise_and.reduce(bit, axis=0), term.frames)


def _some(_run: Running, term: Term, bit: Bitmap) -> Bitmap:
    return within(np.bitwise_or.reduce(bit, axis=0), term.frames)


def _at_most(run: Running, _term: Term, left: Values, right: Values) -> Bitmap:
    return run.ordered(left, right)


def _alike(_run: Running, _term: Term, left: Codes, right: Codes) -> Bitmap:
    shorter = left if left.size < right.size else right  # if they are alike, either will do
    return packed((left == right) & (shorter > UNKNOWN))


def _unlike(run: Running, _term: Term, left: Codes, right: Codes, alike: Bitmap) -> Bitmap:
    both = run.single(left) & run.single(right) & ~alike
    if not (run.is_open(left) or run.is_open(right)):
        return both
    return packed(run.known.names.asked(are_apart, truths(both, run.rows), left, right))


def _within(run: Running, _term: Term, value: Codes, alike: Bitmap, *allowed: Codes) -> Bitmap:
    if not run.is_open(value):
        return alike

    def holds(name: Any, *others: Any) -> bool:
        return is_among(name, others)

    return packed(run.known.names.asked(holds, truths(alike, run.rows), value, *allowed))


def _several(_run: Running, _term: Term, names: Codes) -> Bitmap:
    return packed(names < UNKNOWN)


def _answered(run: Running, term: Term, value: Values) -> Bitmap:
    return packed(run.answers(term, value)[1])


# --- ends ------------------------------------------------------------------------------------


def _value(_run: Running, term: Term) -> Values:
    return numbers([placed(term.data)])


def _low(run: Running, term: Term) -> Values:
    return spread(run.ends(term.data, term.sort).low, term.frames)


def _high(run: Running, term: Term) -> Values:
    return spread(run.ends(term.data, term.sort).high, term.frames)


def _mapped(run: Running, term: Term, value: Values) -> Values:
    return run.answers(term, value)[0]


def _greater(_run: Running, _term: Term, left: Values, right: Values) -> Values:
    return np.maximum(left, right)


def _lesser(_run: Running, _term: Term, left: Values, right: Values) -> Values:
    return np.minimum(left, right)


def _if_known(run: Running, _term: Term, left: Values, right: Values, known: Bitmap) -> Values:
    return np.where(truths(known, run.rows), np.minimum(left, right), right)


def _between(_run: Running, _term: Term, first: Values, last: Values) -> Values:
    return np.maximum(0, last.astype(np.int64) - first + 1)


def _count(run: Running, term: Term, bit: Bitmap) -> Values:
    return within(unpacked(bit, run.rows).sum(axis=0, dtype=np.int32), term.frames)


def _least(run: Running, term: Term, where: Bitmap, name: Codes) -> Values:
    found = distinct.least(truths(where, run.rows), run.apart(name), run.known.names)
    return within(found, term.frames)


def _most(run: Running, term: Term, where: Bitmap, name: Codes) -> Values:
    found = distinct.most(truths(where, run.rows), run.apart(name), run.known.names)
    return within(found, term.frames)


# --- names -----------------------------------------------------------------------------------


def _name(run: Running, term: Term) -> Codes:
    return run.known.names.codes([term.data])


def _named(run: Running, term: Term) -> Codes:
    return spread(run.names(term.data), term.frames)


def _single(run: Running, _term: Term, value: Values, known: Bitmap) -> Codes:
    """Numbers that only tell the values apart."""
    if value.dtype == object or not value.size or np.ptp(value) >= NARROW:
        apart = np.unique(value, return_inverse=True)[1].reshape(value.shape)
    else:
        apart = value - value.min()
    return np.where(truths(known, run.rows), apart, UNKNOWN).astype(np.int32)


OPERATIONS: dict[Do, Operation] = {
    Do.CONSTANT: _constant,
    Do.NOT: _not,
    Do.ALL: _all,
    Do.ANY: _any,
    Do.PRESENT: _present,
    Do.YES: _yes,
    Do.NO: _no,
    Do.LOW_KNOWN: _low_known,
    Do.HIGH_KNOWN: _high_known,
    Do.BOUNDED: _bounded,
    Do.EXISTS: _exists,
    Do.MEMBER: _member,
    Do.EVERY: _every,
    Do.SOME: _some,
    Do.AT_MOST: _at_most,
    Do.ALIKE: _alike,
    Do.UNLIKE: _unlike,
    Do.WITHIN: _within,
    Do.SEVERAL: _several,
    Do.ANSWERED: _answered,
    Do.VALUE: _value,
    Do.LOW: _low,
    Do.HIGH: _high,
    Do.MAPPED: _mapped,
    Do.GREATER: _greater,
    Do.LESSER: _lesser,
    Do.IF_KNOWN: _if_known,
    Do.BETWEEN: _between,
    Do.COUNT: _count,
    Do.LEAST: _least,
    Do.MOST: _most,
    Do.NAME: _name,
    Do.NAMED: _named,
    Do.SINGLE: _single,
}
