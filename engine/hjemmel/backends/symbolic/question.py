"""The facts of one question, open, and the versions of a rulebook that look at them."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from hjemmel.backends.symbolic.functions import Functions, Tables
from hjemmel.backends.symbolic.lists import MOST, Lengths, lengths
from hjemmel.backends.symbolic.logic import Bit
from hjemmel.backends.symbolic.running import Running
from hjemmel.backends.symbolic.space import Space
from hjemmel.backends.symbolic.telling import Extent, Telling
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.standings import Standing, decided
from hjemmel.backends.terms.term import Do, Path, Term
from hjemmel.core.declared import names_of, type_at
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.schema import Schema
from hjemmel.core.types import Listed, Row, Text

OTHERS = 4
"""So many texts that no rule names are told apart."""


@frozen
class Among:
    """The cases that are asked about; where they are given, with their names and longest lists.

    `most` is how long lists are at the most: where fewer entries are looked at than it takes, what
    is found is there, and what is not found may be there all the same.
    """

    extent: Extent = Extent.ORDINARY
    names: tuple[str, ...] = ()
    longest: Mapping[Path, int] = field(factory=dict)
    most: int = MOST


ORDINARY = Among()


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
    versions: Sequence[Version],
    wanted: Sequence[Iterable[Term]],
    schema: Schema,
    tables: Tables,
    among: Among = ORDINARY,
) -> Asked:
    """The open facts that some terms of each version ask for."""
    space = Space()
    needed = [of.needed(terms) for of, terms in zip(versions, wanted, strict=True)]
    terms = {each.number: each for some in needed for each in some}
    every = [terms[number] for number in sorted(terms)]
    paths = (of.paths(some) for of, some in zip(versions, needed, strict=True))
    _name(space, every, frozenset[Path]().union(*paths), schema, versions)
    found = lengths(every)
    for each in among.names:
        space.code(each)
    own = {path: min(length, among.most) for path, length in found.longest.items()}
    longest = {**own, **among.longest}
    telling = Telling(space, schema, among.extent, longest)
    _ = telling.today  # every case has one, whether or not it is asked for
    functions = Functions(space, tables)
    runnings = tuple(of.running(telling, functions) for of in versions)
    return Asked(space, telling, tuple(versions), runnings, found)


def _name(
    space: Space,
    terms: Iterable[Term],
    read: Iterable[Path],
    schema: Schema,
    versions: Sequence[Version],
) -> None:
    """Give a number to every name that can occur."""
    for term in terms:
        if term.do is Do.NAME:
            space.code(str(term.data))
    for path in sorted(read):
        kind = type_at(path, schema)
        element = kind.element if isinstance(kind, Listed) else kind
        if element is None or isinstance(element, Row):
            continue
        others = (f"annet {each}" for each in range(1, OTHERS + 1))
        for name in others if isinstance(element, Text) else names_of(element, schema):
            space.code(name)
    for said in (name for version in versions for name in version.names_said):
        space.code(said)
