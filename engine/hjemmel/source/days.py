"""Days as they are read aloud, and as people write them."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


_SHORT = re.compile(
    r"(?:den +)?(?P<day>\d{1,2})(?:\. *| +)(?P<month>[a-zæøå]+)\.?(?: +(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?:den +)?(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", re.IGNORECASE
)
_ISO = re.compile(r"(?:den +)?(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})", re.IGNORECASE)


@frozen
class WrittenDay:
    """The numbers of a day as somebody wrote it; whether there is such a day is another matter."""

    day: int
    month: int
    year: int | None

    @property
    def in_calendar(self) -> date | None:
        """The day, where the year is written and has it."""
        try:
            return date(self.year or 0, self.month, self.day)
        except ValueError:
            return None

    def __str__(self) -> str:
        """«30. februar 2024», also where there is none; in numbers where there is no such month."""
        if not 1 <= self.month <= len(MONTHS):
            return ".".join(map(str, filter(None, (self.day, self.month, self.year))))
        return " ".join(
            filter(None, (f"{self.day}. {MONTHS[self.month - 1]}", str(self.year or "")))
        )


def written_day(text: str) -> WrittenDay | None:
    """A day at the beginning of a text: «1. januar 2024», «1. jan. 2024», «1.1.2024», «2024-01-01».

    The year may be left out after a month in letters. Only what can be no other day is read:
    «1.2.24» and «1/2 2024» could be.
    """
    found = _NUMBERS.match(text) or _ISO.match(text) or _SHORT.match(text)
    if found is None:
        return None
    month = int(found["month"]) if found["month"].isdecimal() else month_called(found["month"])
    if month is None:
        return None
    return WrittenDay(int(found["day"]), month, int(found["year"]) if found["year"] else None)


def read_day(text: str) -> date | None:
    """A whole text that is a day, in any of the ways that people write one."""
    words = " ".join(text.split()).removesuffix(".")
    told = written_day(words)
    if told is None or not any(each.fullmatch(words) for each in (_NUMBERS, _ISO, _SHORT)):
        return None
    return told.in_calendar


_UNSURE = re.compile(
    r"(?<![\d./-])(?:(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[ ./-](?P<year>\d{4}|\d{2})"
    r"|(?P<first>\d{4})[./-](?P<then>\d{1,2})[./-](?P<last>\d{1,2}))(?![\d./-]?\d)"
)


@frozen
class UnsureDay:
    """What may be a day, in numbers that could be read as more than one; and the likeliest."""

    start: int
    written: str
    likely: date | None


def unsure_days(text: str) -> Iterator[UnsureDay]:
    """Every such in a text: «1.2.24», «1/2-2024», «2024/2/1»."""
    for found in _UNSURE.finditer(text):
        if written_day(found[0]) is None:
            day, month = found["day"] or found["last"], found["month"] or found["then"]
            year = int(found["year"] or found["first"])
            likely = WrittenDay(int(day), int(month), year + 2000 * (year < 100)).in_calendar
            yield UnsureDay(found.start(), found[0], likely)


def month_called(word: str) -> int | None:
    """The number of a month by its name, or its first three letters («sept» also)."""
    folded = word.casefold().removesuffix(".")
    is_short = len(folded) == 3 or folded == "sept"
    fits = (
        number for number, each in enumerate(MONTHS, 1)
        if each == folded or (is_short and each.startswith(folded))
    )  # fmt: skip
    return next(fits, None)


def day_in_words(day: date) -> str:
    """«15. mars 2024»."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


QUARTERS = ("første", "andre", "tredje", "fjerde")


def quarter_called(word: str) -> int:
    """The number of «første» or «1.» in «første kvartal»; ValueError where it is none."""
    plain = word.casefold().removesuffix(".")
    if plain in ("1", "2", "3", "4"):
        return int(plain)
    return QUARTERS.index("andre" if plain == "annet" else plain) + 1


def quarter_in_words(index: int) -> str:
    """«første kvartal 2024», of a quarter counted from year 0."""
    year, which = divmod(index, 4)
    return f"{QUARTERS[which]} kvartal {year}"


def month_in_words(index: int) -> str:
    """«mars 2024», of a month counted from year 0."""
    year, which = divmod(index, 12)
    return f"{MONTHS[which]} {year}"
