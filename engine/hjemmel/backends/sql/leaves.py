"""What a query reads of a case: columns of its table, and fields of the entries of lists."""

from collections.abc import Sequence
from enum import Enum

from attrs import field, frozen

from hjemmel.backends.terms.term import Do, Path, Sort, Term


class What(Enum):
    """What a column tells of a fact or a list. Nothing is told where it is NULL."""

    __hash__ = object.__hash__

    PRESENT = "present"  # whether the case has a record; never NULL
    TRUTH = "truth"
    LOW = "low"  # the least that a size may be; the whole number of a day
    HIGH = "high"  # the greatest
    NAME = "name"  # its number, where it is one
    AMONG = "among"  # the numbers of those it is one of, also where it is one
    BARRED = "barred"  # the numbers of those it surely is not, where nothing else is known
    LIST = "list"  # the entries, and what is known of any further one; never NULL
    MEMBER = "member"  # whether an entry is one, and not what is known of a further one
    BOUNDED = "bounded"  # whether a list is given in full; never NULL


Leaf = tuple[What, Path]


@frozen
class Shape:
    """Of which facts a batch tells more than what they plainly are."""

    spans: frozenset[Path] = frozenset()
    """The sizes whose least is not always their greatest."""
    several: frozenset[Path] = frozenset()
    """The names that may be one of several, or none of some."""
    further: frozenset[Path] = frozenset()
    """The lists in which something is known of further entries."""


@frozen(eq=False)
class Leaves:
    """The columns that some terms read, each with its name."""

    shape: Shape
    names: dict[Leaf, str] = field(factory=dict)
    sorts: dict[Path, Sort] = field(factory=dict)
    """Of sizes, whether they are days or numbers."""

    def name(self, what: What, path: Path) -> str:
        """The name of a column of the table, or of a field of the entries of a list."""
        if what is What.HIGH and path not in self.shape.spans:
            what = What.LOW
        around = _around(what, path)
        if around is not None:
            self.name(What.LIST, around)
        return self.names.setdefault((what, path), f"c{len(self.names)}")

    def read_by(self, term: Term) -> None:
        """Give a name to each that a term reads."""
        if term.do is Do.PRESENT:
            self.name(What.PRESENT, (term.data,))
        elif term.do in _NAMED:
            self.name(_NAMED[term.do], term.data)
            self.sorts[term.data] = term.sort
        elif term.do in _OF_FRAME:
            self.name(What.LIST, term.data.path)
            if term.do is Do.MEMBER and term.data.path in self.shape.further:
                self.name(What.MEMBER, term.data.path)
        if term.do is Do.NAMED and term.data in self.shape.several:
            self.name(What.AMONG, term.data)
            self.name(What.BARRED, term.data)

    def inside(self, around: Path | None) -> Sequence[tuple[Leaf, str]]:
        """The columns of the table, or the fields of the entries of a list."""
        return [(leaf, name) for leaf, name in self.names.items() if _around(*leaf) == around]


_NAMED = {
    Do.YES: What.TRUTH,
    Do.NO: What.TRUTH,
    Do.LOW: What.LOW,
    Do.HIGH: What.HIGH,
    Do.NAMED: What.NAME,
    Do.BOUNDED: What.BOUNDED,
}
_OF_FRAME = (Do.EXISTS, Do.MEMBER, Do.EVERY, Do.SOME, Do.COUNT, Do.LEAST, Do.MOST)


def _around(what: What, path: Path) -> Path | None:
    """The list in whose entries it stands."""
    if what is What.MEMBER:
        return path
    return path[:-1] if len(path) > 2 else None
