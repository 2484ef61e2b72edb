"""What became of mutants: noticed by a case, the same rule after all, or still alive."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from attrs import frozen

from hjemmel.analysis.boundaries.search import Exhausted, Limit, Unsearched, View, Witness
from hjemmel.analysis.mutation.equivalence import told_apart
from hjemmel.analysis.mutation.mutant import Change, Mutant, NormMutant, RoleMutant
from hjemmel.analysis.mutation.trying import Bench, killer


@frozen
class Killed:
    """Noticed, by the expectation that stands there."""

    mutant: Mutant
    by: str


@frozen
class Equivalent:
    """No case on either side of any boundary can tell it from the rule."""

    mutant: Mutant


@frozen
class Alive:
    """Not noticed. `witness` is a case that would notice, where one was found; where not all
    cases were gone through, it says at which `limit`."""

    mutant: Mutant
    witness: View | None = None
    limit: Limit | None = None


Fate = Killed | Equivalent | Alive


@frozen
class Score:
    """How many there are of each."""

    killed: int
    equivalent: int
    alive: int

    @property
    def all(self) -> int:
        """How many mutants there are."""
        return self.killed + self.equivalent + self.alive

    @property
    def percent(self) -> int:
        """Killed of those that can be told from the rule; rounded down, so 100 is all of them."""
        tellable = self.killed + self.alive
        return 100 * self.killed // tellable if tellable else 100


def fates(at: Bench, mutants: Iterable[Mutant]) -> Iterator[Fate]:
    """The fate of each mutant."""
    return (_fate(at, each) for each in mutants)


def score(found: Sequence[Fate]) -> Score:
    """How many of each fate."""
    counts = [sum(isinstance(each, kind) for each in found) for kind in (Killed, Equivalent, Alive)]
    return Score(*counts)


def _fate(at: Bench, mutant: Mutant) -> Fate:
    by = killer(at, mutant)
    if by is not None:
        return Killed(mutant, by)
    match mutant:
        case RoleMutant():  # an assessment made on that day counts, or not
            return Alive(mutant)
        case NormMutant():
            return _unnoticed(at, mutant)
        case _:
            assert_never(mutant)


def _unnoticed(at: Bench, mutant: NormMutant) -> Fate:
    if mutant.change is Change.CITATION:  # every verdict shows it
        return Alive(mutant)
    match told_apart(at.program, at.needs, mutant):
        case Witness(view):
            return Alive(mutant, view)
        case Exhausted():
            return Equivalent(mutant)
        case Unsearched(limit):
            return Alive(mutant, None, limit)
        case odd:
            assert_never(odd)
