"""Days, years, quarters and months that are worked out from others, as the author wrote them."""

from typing import TYPE_CHECKING

from attrs import frozen

from hjemmel.source.span import Span
from hjemmel.syntax.apart import as_written, placed

if TYPE_CHECKING:
    from hjemmel.syntax.tree import Expression, Name


@frozen
class DayIn:
    """A day and month in a year."""

    month: int
    day: int
    year: "Expression"
    span: Span = placed()


@frozen
class DayOf:
    """«den dagen søknaden ble sendt»: a day by what happened on it."""

    event: "Name"
    span: Span = placed()

    @property
    def words(self) -> str:
        """As it is said."""
        return f"den dagen {self.event.words}"


@frozen
class Later:
    """A day a period after (or, with a negative number, before) another.

    `rounding` is «ned», «opp» or empty.
    """

    number: int
    unit: str
    base: "Expression"
    rounding: str
    span: Span = placed()


@frozen
class WorkingDays:
    """The so-manieth working day after a day, or before it where the number is negative.

    `itself` where the day counts if it is a working day.
    """

    number: int
    base: "Expression"
    itself: bool
    span: Span = placed()


@frozen
class Extreme:
    """The later («seneste») or earlier («tidligste») of two days.

    The second may itself be one of two days; the first may not, so that it can be read aloud.
    """

    which: str
    first: "Expression"
    second: "Expression"
    span: Span = placed()


@frozen
class Clamped:
    """A day or year kept within one bound, or within two: «X, men tidligst A og aldri etter B».

    `first` is what the first of them is, «tidligst» or «senest»; a second is the other, and counts
    where they cannot both be met.
    """

    base: "Expression"
    first: str
    bound: "Expression"
    second: "Expression | None"
    span: Span = placed()
    words: str = as_written()


@frozen
class YearAfter:
    """A year a number of years after (or before) another, or the one that a day is in."""

    number: int
    base: "Expression"
    span: Span = placed()


@frozen
class DatedPeriod:
    """A quarter or a month that is written, «første kvartal 2024»: `unit` is which of them, and
    `index` how many of them there are before it from year 0 on."""

    unit: str
    index: int
    span: Span = placed()


@frozen
class PeriodAfter:
    """A quarter or month after (or before) another, or after the one that a day is in."""

    unit: str
    number: int
    base: "Expression"
    span: Span = placed()


@frozen
class PeriodOf:
    """The quarter or month that a day is in."""

    unit: str
    day: "Expression"
    span: Span = placed()


@frozen
class EndOf:
    """The last day of a year, quarter or month."""

    period: "Expression"
    span: Span = placed()


@frozen
class YearOf:
    """The calendar year of a day."""

    day: "Expression"
    span: Span = placed()
