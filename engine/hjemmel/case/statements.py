"""One case as somebody stated it: typed values with where they come from."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from hjemmel.core.nodes import Value
from hjemmel.source.moment import Moment


class Grade(Enum):
    """How much a statement weighs; the highest given decides."""

    OFFICIAL = "offisiell"
    SELF_REPORTED = "egenrapport"
    PARTY = "part"
    DERIVED = "utledet"


def _bodies(of: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Nobody, one, or several together."""
    return (of,) if isinstance(of, str) else of or ()


@frozen
class Assessment:
    """Discretion exercised: the result, by whom, when and on what grounds."""

    positive: bool
    by: tuple[str, ...] = field(default=(), converter=_bodies)
    day: date | None = None
    grounds: str = ""


@frozen
class Pending:
    """A matter not yet decided."""

    words: str


@frozen
class NotDone:
    """An act stated as not done."""


@frozen
class Unrecognised:
    """A name that neither register nor list of values has, with the nearest that they have.

    `reason` says why, where it is not simply that nobody knows the name.
    """

    text: str
    nearest: tuple[str, ...] = ()
    reason: str = ""
    place: str = field(default="", eq=False)


@frozen
class Unreadable:
    """Something told in a form that the fact does not have: why it cannot be read, and where."""

    reason: str
    place: str = field(default="", eq=False)


Record = Mapping[str, tuple["Statement", ...]]


Kind = tuple[tuple[str, Value], ...]
"""A kind of entry: the keys of facts, each with its value; of a plain value the key is none."""


@frozen
class Entries:
    """A list: its members, and whether there may be more; but `none` of these kinds.

    `numbers` says where each member stands in what was told, if not each in its own place:
    one that names several is several.
    """

    members: tuple["Record | Content", ...]
    complete: bool = True
    numbers: tuple[int, ...] = field(default=(), eq=False)
    none: tuple[Kind, ...] = ()


Content = Value | Moment | Assessment | Pending | NotDone | Unrecognised | Unreadable | Entries
"""What is told of a fact; a moment is a day of which only the month or the year is told."""


@frozen
class Statement:
    """What one source says about a fact; `follows_from` is the fact that a register knows it by."""

    content: Content
    source: str = ""
    grade: Grade = Grade.OFFICIAL
    place: str = field(default="", eq=False)
    follows_from: str = field(default="", eq=False)


PlaceOf = Callable[[tuple[str | int, ...]], str]
"""Where the fact at a path stands, or would stand, in what was read: «ark saker, celle F4»."""


def nowhere(path: tuple[str | int, ...]) -> str:
    """Of a case whose facts have no place worth naming."""
    del path
    return ""


@frozen
class Case:
    """A case: its name, the day it is to be judged by if it gives one, and its records.

    An optional record that is absent is one the case does not have; an empty one it has, with
    nothing known. A record that is not optional the case has, told of or not. `origin` says
    where the case was read, and `place_of` where each fact was.
    """

    id: str
    day: date | None
    records: Mapping[str, Record]
    title: str = ""
    origin: str = ""
    place_of: PlaceOf = field(default=nowhere, eq=False, repr=False)
