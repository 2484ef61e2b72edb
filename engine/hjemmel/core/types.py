"""The types a fact can have."""

from typing import TypeGuard, assert_never

from attrs import frozen


@frozen
class Truth:
    """Yes or no."""


@frozen
class Text:
    """Text, compared for equality only and never taken apart."""


@frozen
class Date:
    """A calendar day."""


@frozen
class Year:
    """A calendar year, as a whole number."""


@frozen
class Quarter:
    """A quarter of a calendar year, counted on from the first one of year 0."""


@frozen
class Month:
    """A calendar month, counted on from the first one of year 0."""


@frozen
class Whole:
    """A whole number."""


@frozen
class Fraction:
    """An exact decimal number of at most 28 digits."""


@frozen
class Money:
    """An amount in øre."""


@frozen
class Months:
    """A length of time in whole months; never compared with days."""


@frozen
class Days:
    """A length of time in whole days; never compared with months."""


@frozen
class Enumerated:
    """One value of a closed enumeration."""

    name: str


@frozen
class Registered:
    """An entry of a register; a name outside it is an unknown, not an error."""

    name: str


@frozen
class Assessed:
    """Somebody's exercised discretion: positive or negative, by `owner` (a role or a body)."""

    owner: str


@frozen
class Row:
    """An entry of a list of records."""

    name: str


type_of_presence = Truth()

Scalar = (
    Truth | Text | Date | Year | Quarter | Month | Whole | Fraction | Money | Months | Days
    | Enumerated | Registered | Assessed
)  # fmt: skip


@frozen
class Listed:
    """A list of values or of records; order and repetition carry no meaning of their own."""

    element: Scalar | Row


Type = Scalar | Listed

ORDERED = (Date, Year, Quarter, Month, Whole, Fraction, Money, Months, Days)
SYMBOLIC = (Text, Enumerated, Registered)


def is_ordered(kind: Type) -> bool:
    """True where values have a greater and a smaller."""
    return isinstance(kind, ORDERED)


def is_symbolic(kind: Type) -> bool:
    """True where values can only be alike or not."""
    return isinstance(kind, SYMBOLIC)


def is_truth(kind: Type) -> bool:
    """True where the value itself holds or fails."""
    return isinstance(kind, (Truth, Assessed))


Period = Year | Quarter | Month
"""A span of days that follow one another: each has a last day, and one after it."""


def months_in(period: Period) -> int:
    """How many months each is."""
    match period:
        case Year():
            return 12
        case Quarter():
            return 3
        case Month():
            return 1
        case _:
            assert_never(period)


def is_period(kind: Type) -> TypeGuard[Period]:
    """True for years, quarters and months."""
    return isinstance(kind, (Year, Quarter, Month))
