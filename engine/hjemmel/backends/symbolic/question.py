"""Two versions of a rulebook in one question: where does a norm stand otherwise?"""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from hjemmel.backends.symbolic.functions import Functions
from hjemmel.backends.symbolic.lists import Lengths, lengths
from hjemmel.backends.symbolic.logic import Bit, alike, conj, disj, negation
from hjemmel.backends.symbolic.running import Running
from hjemmel.backends.symbolic.solving import Solver
from hjemmel.backends.symbolic.space import Space
from hjemmel.backends.symbolic.telling import Extent, Telling, names_of, type_of
from hjemmel.backends.symbolic.version import DAY, Version
from hjemmel.backends.terms.standings import Standing, decided
from hjemmel.backends.terms.term import Do, Path, Term
from hjemmel.core.outcome import NormMeaning, Outcome
from hjemmel.core.types import Listed, Registered, Text

OTHERS = 4
"""So many texts that no rule names are told apart."""


@frozen(eq=False)
class Asked:
    """The facts of one question, open, and one or more versions that look at them."""

    space: Space
    telling: Telling
    versions: tuple[Version, ...]
    runnings: tuple[Running, ...]
    lengths: Lengths

    def bits(self, at: int, norm: NormMeaning) -> Mapping[Standing, Bit]:
        """Where the norm of a version stands so, for each way there is."""
        ways = decided(self.versions[at].folding.graph, norm)
        return {way: self.runnings[at].of(term) for way, term in ways.items()}


def asked(
    versions: Sequence[Version], wanted: Sequence[Iterable[Term]], extent: Extent = Extent.ORDINARY
) -> Asked:
    """The open facts that some terms of each version ask for."""
    space = Space()
    needed = [of.needed(terms) for of, terms in zip(versions, wanted, strict=True)]
    terms = {each.number: each for some in needed for each in some}
    every = [terms[number] for number in sorted(terms)]
    read = frozenset[Path]().union(*(of.paths(some) for of, some in zip(versions, needed)))
    _name(space, every, read, versions)
    found = lengths(every)
    pending = frozenset[Path]().union(*(of.said_beside for of in versions))
    schema = versions[0].program.schema
    telling = Telling(space, schema, extent, found.longest, pending)
    functions = Functions(space)
    runnings = tuple(of.running(telling, functions) for of in versions)
    _ = telling.today
    return Asked(space, telling, tuple(versions), runnings, found)


def _name(
    space: Space, terms: Iterable[Term], read: Iterable[Path], versions: Sequence[Version]
) -> None:
    """Give a number to every name that can occur."""
    for term in terms:
        if term.do is Do.NAME:
            space.code(str(term.data))
    for version in versions:
        schema = version.program.schema
        for path in sorted(read):
            kind = type_of(path, schema)
            element = kind.element if isinstance(kind, Listed) else kind
            for name in names_of(element, schema):
                space.code(name)
            if isinstance(element, Text):
                for number in range(1, OTHERS + 1):
                    space.code(f"annet {number}")
        for said in (*version.program.conclusions, *version.program.presumptions):
            if isinstance(said.value, str):
                space.code(said.value)
        for register in schema.registers:
            for entry in register.entries:
                for known in entry.known:
                    if isinstance(known.value, str):
                        space.code(known.value)
