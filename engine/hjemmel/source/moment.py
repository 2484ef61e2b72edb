"""A boundary in time: a day, or a day that is only known to lie within a span."""

from datetime import date, timedelta

from attrs import frozen

from hjemmel.source.days import MONTHS, day_in_words

_ONE = timedelta(days=1)
_DECEMBER = 12


@frozen
class Moment:
    """The first and the last day that it may be; both the same where the day is known."""

    first: date
    last: date

    @property
    def is_known(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def day_before(self) -> "Moment":
        """The day before it, known as well as it is."""
        return Moment(self.first - _ONE, self.last - _ONE)

    @property
    def day_after(self) -> "Moment":
        """The day after it, known as well as it is."""
        return Moment(self.first + _ONE, self.last + _ONE)

    def may_be(self, day: date) -> bool:
        """Whether it may be the day."""
        return self.first <= day <= self.last


def moment(of: Moment | date | None) -> Moment | None:
    """A day as a moment; what is a moment, or nothing, is itself."""
    return Moment(of, of) if isinstance(of, date) else of


def month_of(year: int, month: int) -> Moment:
    """Some day in a month."""
    after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return Moment(date(year, month, 1), after - _ONE)


def year_of(year: int) -> Moment:
    """Some day in a year."""
    return Moment(date(year, 1, 1), date(year, _DECEMBER, 31))


def moment_in_words(of: Moment) -> str:
    """«1. januar 2024», «en dag i 2022», «en dag i mars 2025» or «en dag mellom … og …»."""
    first, last = of.first, of.last
    if first == last:
        return day_in_words(first)
    if of == year_of(first.year):
        return f"en dag i {first.year}"
    if of == month_of(first.year, first.month):
        return f"en dag i {MONTHS[first.month - 1]} {first.year}"
    return f"en dag mellom {day_in_words(first)} og {day_in_words(last)}"


def period_in_words(start: Moment | None, end: Moment | None) -> str:
    """«fra 1. januar 2022 til og med 31. desember 2023»; the days are in it, and None is open."""
    first = f"fra {moment_in_words(start)}" if start else ""
    last = f"til og med {moment_in_words(end)}" if end else ""
    return " ".join(filter(None, (first, last))) or "uten tidsgrense"
