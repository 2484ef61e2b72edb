"""What a reason asks, step by step. A step is the same in every case, and made once a program."""

from attrs import evolve, frozen

from hjemmel.core.nodes import Fact, Node
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Kind, Norm
from hjemmel.core.types import Type
from hjemmel.source.citation import Citation, Level
from hjemmel.words.phrases import Names


@frozen
class Place:
    """Where a step stands for good: its norm, the stage, and the number of each clause on the way.

    Clauses are numbered from 1 as their author wrote them, whichever wording they stand in.
    """

    norm: str
    provision: str
    stage: Stage
    numbers: tuple[int, ...] = ()

    def below(self, number: int) -> "Place":
        """The place of a clause within this one."""
        return evolve(self, numbers=(*self.numbers, number))


# --- what is asked ---------------------------------------------------------------------------


@frozen
class Clause:
    """What a node asks: in its author's words, else in those of the tables."""

    node: Node
    names: Names


@frozen
class OwnName:
    """A fact by its own name, without whose it is."""

    fact: Fact
    names: Names


@frozen
class Opposite:
    """That a node («ikke …») denies."""

    node: Node
    denied: Node
    names: Names


@frozen
class Always:
    """Nothing: it always holds, or never."""

    holds: bool


@frozen
class OfNorm:
    """How another norm stands. `said` are the author's words, if there are any."""

    norm: Norm
    said: str


@frozen
class Covers:
    """Whether a list has every one of some values."""

    domain: Fact
    values: tuple["OneValue", ...]
    names: Names
    said: str


@frozen
class OneValue:
    """Whether a list has one of the values that it must have."""

    value: object
    type: Type


@frozen
class Agreed:
    """Whether all the readings of an open question give the same answer."""

    said: str


@frozen
class OfWording:
    """What the wording in force says, where it is not known which of several that is."""


@frozen
class Has:
    """Whether the case has a record."""

    record: str


@frozen
class HasNot:
    """Whether the case is without a record."""

    record: str


@frozen
class InForce:
    """Whether a wording is in force."""


@frozen
class CountedFrom:
    """Which day decides the wording."""

    node: Node


AtStart = Has | HasNot | InForce | CountedFrom
"""What is asked before any clause is."""

Asked = Clause | Opposite | Always | OfNorm | Covers | OneValue | Agreed | OfWording | AtStart


# --- what a step is to the one it stands under -----------------------------------------------


@frozen
class Part:
    """One of the things that it asks, or a stage with nothing said before it."""


@frozen
class Scope:
    """When the norm applies."""


@frozen
class Requirement:
    """What the norm asks for."""

    kind: Kind


@frozen
class Breach:
    """What breaks a prohibition."""

    kind: Kind
    level: Level


@frozen
class Exempt:
    """An exception."""


@frozen
class ReadAs:
    """A reading of an open question, by its number and, where it has any, its words."""

    number: int
    words: str
    is_bare: bool


@frozen
class Counted:
    """An entry of a list, which is asked first whether it counts."""


Role = Part | Scope | Requirement | Breach | Exempt | ReadAs | Counted


@frozen(eq=False)
class Step:
    """What is asked, where it stands, what it is there, and on what authority.

    `domain` is the list, for what is asked of the entries of one.
    """

    place: Place
    role: Role
    asked: Asked
    citations: tuple[Citation, ...] = ()
    domain: OwnName | None = None
