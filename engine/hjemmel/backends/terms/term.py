"""What a graph is made of: a bit, an end or a name, and what it is worked out from."""

from enum import Enum
from typing import Any

from attrs import field, frozen

Path = tuple[str, ...]
"""Where a fact stands: a record and a field, with the fields of the lists between them."""


class Do(Enum):
    """How a term is worked out. In brackets, its `data`."""

    __hash__ = object.__hash__  # members are single, and every term is looked up by it

    # Bits.
    CONSTANT = "constant"  # [the bit]
    NOT = "not"
    ALL = "all"
    ANY = "any"
    PRESENT = "present"  # the case has the record [its key]
    YES = "yes"  # a fact is told and so [path]
    NO = "no"  # a fact is told and not so [path]
    LOW_KNOWN = "low known"
    HIGH_KNOWN = "high known"
    BOUNDED = "bounded"  # a list is given in full, or more is known of any further entry [path]
    EXISTS = "exists"  # there is such an entry, or what is known of a further one [frame]
    MEMBER = "member"  # there is such an entry [frame]
    EVERY = "every"  # for every entry [frame]
    SOME = "some"  # for some entry [frame]
    AT_MOST = "at most"
    ALIKE = "alike"
    UNLIKE = "unlike"  # its third part says that the two are alike
    WITHIN = "within"
    SEVERAL = "several"  # a name is one of several, or none of some
    ANSWERED = "answered"  # a function has an answer [operator and constant]

    # Ends.
    VALUE = "value"  # [the value]
    LOW = "low"  # [path]
    HIGH = "high"  # [path]
    MAPPED = "mapped"  # [operator and constant]
    GREATER = "greater"
    LESSER = "lesser"
    IF_KNOWN = "if known"  # the lesser of two where a bit holds, else the second
    BETWEEN = "between"
    COUNT = "count"  # for how many entries a bit holds [frame]
    LEAST = "least"  # how many different names at least, where a bit holds [frame]
    MOST = "most"  # how many at most [frame]

    # Names.
    NAME = "name"  # [the name]
    NAMED = "named"  # [path]
    SINGLE = "single"  # the one value of an interval, where a bit says that it is known


class Sort(Enum):
    """What a term gives."""

    BIT = "bit"
    DAY = "day"
    NUMBER = "number"
    NAME = "name"


@frozen(eq=False)
class Frame:
    """The entries of a list that a quantifier goes through, so many quantifiers in.

    `around` are the frames whose entries the list itself stands in.
    """

    path: Path
    depth: int
    around: frozenset["Frame"] = frozenset()

    @property
    def frames(self) -> frozenset["Frame"]:
        """Itself and those around it."""
        return self.around | {self}


NO_FRAMES: frozenset[Frame] = frozenset()


@frozen(eq=False)
class Term:
    """One thing that is asked; equal ones of a graph are one and the same object.

    A term has a greater number than its parts. `frames` are those whose entries it depends on.
    """

    number: int
    do: Do
    parts: tuple["Term", ...]
    data: Any = None
    frames: frozenset[Frame] = field(default=NO_FRAMES, repr=False)
    sort: Sort = Sort.BIT
