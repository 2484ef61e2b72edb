"""A program ready for very many cases: how each norm stands in each of them."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hjemmel.backends.columns.batch import Batch
from hjemmel.backends.columns.bits import Bitmap, truths, unpacked
from hjemmel.backends.columns.operations import Known, Running
from hjemmel.backends.columns.plan import Plan, plan_of
from hjemmel.backends.columns.views import Views
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.standings import PLANES, folded, planes
from hjemmel.backends.terms.term import Term
from hjemmel.case.observation import View
from hjemmel.core.program import Program
from hjemmel.core.told import Asked, presumable, with_told

Numbers = npt.NDArray[np.uint8]
"""For each norm and each case, the number of how it stands (see `STANDINGS`)."""
Decide = Callable[[Batch], tuple[Numbers, Sequence[Bitmap]]]
"""How each norm stands in each case of a batch, and a bitmap for each bit wanted besides."""


@frozen(eq=False)
class Columns:
    """The norms of these ids, to be decided in batches."""

    norms: tuple[str, ...]
    folding: Folding
    plan: Plan
    presumable: frozenset[Asked]
    known: Known = field(factory=Known)

    def standings(self, batch: Batch) -> Numbers:
        """How each of the norms stands in each case of a batch."""
        return _numbers(self.plan.run(Running(batch, self.known)), batch.rows)

    def deciding(self, wanted: Sequence[Term]) -> Decide:
        """Ready to be asked for some bits as well, which share what they are worked out from."""
        plan = plan_of([*self.plan.terms, *wanted])
        return Deciding(plan, len(self.norms) * PLANES, self.known)

    def where(self, terms: Sequence[Term]) -> "Where":
        """Some terms of the program, ready to be asked for."""
        return Where(plan_of(terms), self.known)

    def batch(self, views: Sequence[View]) -> Views:
        """What is seen of some cases, as columns."""
        told = [with_told(each, self.presumable) for each in views]
        return Views(told, self.known.names)


@frozen(eq=False)
class Deciding:
    """How norms stand, by so many bits, and bits that are wanted besides."""

    plan: Plan
    planes: int
    known: Known

    def __call__(self, batch: Batch) -> tuple[Numbers, Sequence[Bitmap]]:
        """The numbers of how each norm stands, and a bitmap for each of the other bits."""
        found = self.plan.run(Running(batch, self.known))
        return _numbers(found[: self.planes], batch.rows), found[self.planes :]


@frozen(eq=False)
class Where:
    """Bits that are wanted, in the order of their terms."""

    plan: Plan
    known: Known

    def bits(self, batch: Batch) -> list[Bitmap]:
        """A bitmap for each of them; one of a single byte may be the same in every case."""
        return self.plan.run(Running(batch, self.known))

    def rows(self, batch: Batch) -> npt.NDArray[np.bool_]:
        """For each of them and each case of a batch, whether it is set."""
        found = np.empty((len(self.plan.terms), batch.rows), np.bool_)
        for at, bits in enumerate(self.bits(batch)):
            found[at] = truths(bits, batch.rows)
        return found


def columns(program: Program, norms: Iterable[str]) -> Columns:
    """The program made ready to decide the norms of these ids."""
    folding, ids = folded(program), tuple(norms)
    wanted = [term for each in ids for term in planes(folding.graph, folding.norms[each])]
    return Columns(ids, folding, plan_of(wanted), presumable(program))


def _numbers(planes_of: Sequence[Bitmap], rows: int) -> Numbers:
    numbers = np.empty((len(planes_of) // PLANES, rows), np.uint8)
    for at, each in enumerate(numbers):
        each[:] = _number(planes_of[at * PLANES : (at + 1) * PLANES], rows)
    return numbers


def _number(bits: Sequence[Bitmap], rows: int) -> Numbers:
    """The number whose bits these are, the least first."""
    *lower, highest = bits
    found = unpacked(highest, rows)
    for each in reversed(lower):
        found = (found + found) | unpacked(each, rows)  # far faster than a shift
    return found
