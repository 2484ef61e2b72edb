"""What was seen at a step of a reason.

What is made for nearly every step of every case is a tuple, which is made in a fraction of the
time that a class with attributes takes.
"""

from typing import NamedTuple

from attrs import field, frozen

from hjemmel.case.observation import Unknown
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm, Wording
from hjemmel.core.types import Type
from hjemmel.explain.steps import Clause, OwnName


class Known(NamedTuple):
    """A value; for an interval its two ends. Without a type it is one that nobody has named."""

    value: object
    type: Type | None


class Narrowed(NamedTuple):
    """A value known only so far: the ends of an interval, or the names that it may be; and why."""

    value: object
    type: Type
    why: Unknown


@frozen
class Unsettled:
    """A value that is unknown, and why, where one fact is why."""

    why: Unknown | None


@frozen
class NotDone:
    """An act that is stated as not done, which may come any day from that of evaluation."""


@frozen
class Length:
    """A list of so many entries, or of so many and perhaps more."""

    entries: int
    complete: bool


class Tally(NamedTuple):
    """From `least` to `most` of so many, and perhaps more than those; `rest` is what is told of
    any that are not known."""

    least: int
    most: int
    of: int
    complete: bool = True
    rest: str = ""


@frozen
class Empty:
    """A list without entries."""


@frozen
class Uncounted:
    """An entry that does not count."""


@frozen
class LastDay:
    """The last day of a deadline."""


Label = OwnName | LastDay | Clause


class Named(NamedTuple):
    """What was seen of one thing, by the name of the thing."""

    name: Label
    seen: "Seen"


@frozen
class Several:
    """What was seen of several things that are held together."""

    parts: tuple["Seen", ...]


@frozen
class Different:
    """The values of a list that are told apart; `rest` is what is told of any not known."""

    name: OwnName | None
    values: tuple["Seen", ...]
    complete: bool
    rest: str = ""


@frozen
class FirstOf:
    """The first of a number of values, and how many there are."""

    first: tuple["Seen", ...]
    count: int


@frozen
class Difference:
    """How much of a list stands in `other`: what does not, and what perhaps does not."""

    tally: Tally
    other: Clause
    lacking: FirstOf
    unsure: FirstOf


@frozen
class Coverage:
    """Which of the values that a list must have it lacks, and perhaps lacks."""

    lacking: tuple[Known, ...]
    unsure: tuple[Known, ...]


class Stands(NamedTuple):
    """How another norm stands, where it was asked of in the author's words, if any.

    `is_elsewhere` where its reason is to be read there.
    """

    norm: Norm
    outcome: Outcome
    effect: Effect
    said: str
    is_elsewhere: bool


@frozen
class Periods:
    """The wording in force, or those that may be; all where it is not settled that any is."""

    wordings: tuple[Wording, ...]
    is_settled: bool = field(eq=False)


Plain = Known | Narrowed | Unsettled | NotDone | Length | Tally | Empty | Uncounted
Seen = Plain | Named | Several | Different | Difference | Coverage | Stands | Periods


class Entry(NamedTuple):
    """Which entry of a list: its number as it was told, from 1, and the first name in it."""

    number: int
    identity: str
