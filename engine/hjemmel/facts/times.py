"""Days and lengths of time."""

import re
from datetime import date

from hjemmel.case.statements import NotDone
from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.core.types import Date, Days, Month, Months, Quarter
from hjemmel.facts.faults import Mistake, Unusable
from hjemmel.facts.names import folded, quoted
from hjemmel.facts.patterns import LONGEST_DAYS, LONGEST_MONTHS, LONGEST_YEARS, NOT_DONE, YEAR
from hjemmel.facts.value_problems import BAD_DATE, OUT_OF_RANGE, WRONG_TYPE
from hjemmel.facts.wording import expected, told
from hjemmel.source.days import MONTHS, QUARTERS, quarter_called
from hjemmel.source.moment import Moment, month_of, year_of

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ANY_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_ANY_MONTH_IN_WORDS = re.compile(rf"({'|'.join(MONTHS)}) ([0-9]{{4}})")
_ANY_YEAR = re.compile(r"[0-9]{4}")
_YEARS = re.compile(r"([0-9]{1,9}) år(?: og ([0-9]{1,9}) måned(?:er)?)?")
_QUARTER = re.compile(rf"({YEAR})-?k([1-4])")
_QUARTER_IN_WORDS = re.compile(rf"({'|'.join(QUARTERS)}|[1-4]\.) kvartal ({YEAR})")
_MONTH = re.compile(rf"({YEAR})-(0[1-9]|1[0-2])")
_MONTH_IN_WORDS = re.compile(rf"({'|'.join(MONTHS)}) ({YEAR})")
_MONTHS = re.compile(r"([0-9]{1,9}) måned(?:er)?")
_ISO_MONTHS = re.compile(r"p(?=[0-9])(?:([0-9]{1,9})y)?(?:([0-9]{1,9})m)?")
_DAYS = re.compile(r"([0-9]{1,9}) dag(?:er)?|p([0-9]{1,9})d")


def act(raw: object) -> date | Moment | NotDone | Mistake:
    """The day of an act, or the month or year that it lies in, or that it is not done."""
    if isinstance(raw, str) and folded(raw) == NOT_DONE:
        return NotDone()
    is_year = isinstance(raw, int) and EARLIEST.year <= raw <= LATEST.year
    return _month_or_year(str(raw) if is_year else raw) or day(raw)


def _month_or_year(raw: object) -> Moment | Mistake | None:
    """«2023», «2023-03» or «mars 2023»; None where it is neither a month nor a year."""
    text = folded(raw) if isinstance(raw, str) else ""
    if found := _ANY_MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
    elif found := _ANY_MONTH_IN_WORDS.fullmatch(text):
        year, month = int(found[2]), MONTHS.index(found[1]) + 1
    elif _ANY_YEAR.fullmatch(text):
        year, month = int(text), 0
    else:
        return None
    if not EARLIEST.year <= year <= LATEST.year:
        reason = f"{quoted(text)} ligger utenfor årene 1800 til 2199"
        return Mistake(BAD_DATE, reason, "sjekk årstallet")
    if month > len(MONTHS) or (found and not month):
        reason = f"måneden {quoted(text)} finnes ikke i kalenderen"
        return Mistake(BAD_DATE, reason, "skriv måneden som 2024-03")
    return month_of(year, month) if month else year_of(year)


def day(raw: object) -> date | Mistake:
    """A calendar day in the ISO form."""
    if isinstance(raw, Unusable):
        return raw.mistake
    if not isinstance(raw, str):
        # A date that is no text comes from a cell with a time of day.
        problem = BAD_DATE if isinstance(raw, date) else WRONG_TYPE
        return Mistake(problem, f"venter {expected(Date())}, fikk {told(raw)}", _DATE_HELP)
    found = _ISO_DAY.fullmatch(raw.strip())
    if not found:
        return Mistake(BAD_DATE, f"venter {expected(Date())}, fikk {told(raw)}", _DATE_HELP)
    try:
        meant = date(*map(int, found.groups()))
    except ValueError:
        return Mistake(BAD_DATE, f"datoen {quoted(raw)} finnes ikke i kalenderen", _DATE_HELP)
    if EARLIEST <= meant <= LATEST:
        return meant
    reason = f"datoen {quoted(raw)} ligger utenfor årene 1800 til 2199"
    return Mistake(BAD_DATE, reason, "sjekk årstallet")


def quarter(raw: object) -> int | Mistake:
    """A quarter, counted from year 0: «2024-K1», «første kvartal 2024»."""
    text = folded(raw) if isinstance(raw, str) else ""
    if found := _QUARTER.fullmatch(text):
        return int(found[1]) * 4 + int(found[2]) - 1
    if found := _QUARTER_IN_WORDS.fullmatch(text):
        return int(found[2]) * 4 + quarter_called(found[1]) - 1
    return Mistake(WRONG_TYPE, f"venter {expected(Quarter())}, fikk {told(raw)}")


def month(raw: object) -> int | Mistake:
    """A month, counted from year 0: «2024-03», «mars 2024»."""
    text = folded(raw) if isinstance(raw, str) else ""
    if found := _MONTH.fullmatch(text):
        return int(found[1]) * 12 + int(found[2]) - 1
    if found := _MONTH_IN_WORDS.fullmatch(text):
        return int(found[2]) * 12 + MONTHS.index(found[1])
    return Mistake(WRONG_TYPE, f"venter {expected(Month())}, fikk {told(raw)}")


def months(raw: object) -> int | Mistake:
    """A length of time in months."""
    text = folded(raw) if isinstance(raw, str) else ""
    if found := _YEARS.fullmatch(text) or _ISO_MONTHS.fullmatch(text):
        years, rest = int(found[1] or 0), int(found[2] or 0)
    elif found := _MONTHS.fullmatch(text):
        years, rest = 0, int(found[1])
    else:
        return Mistake(WRONG_TYPE, f"venter {expected(Months())}, fikk {told(raw)}")
    is_long = years > LONGEST_YEARS or rest > LONGEST_MONTHS
    return _too_long(text) if is_long else years * 12 + rest


def days(raw: object) -> int | Mistake:
    """A length of time in days."""
    text = folded(raw) if isinstance(raw, str) else ""
    found = _DAYS.fullmatch(text)
    if not found:
        return Mistake(WRONG_TYPE, f"venter {expected(Days())}, fikk {told(raw)}")
    total = int(found[1] or found[2])
    return total if total <= LONGEST_DAYS else _too_long(text)


def _too_long(text: str) -> Mistake:
    return Mistake(OUT_OF_RANGE, f"tiden {quoted(text)} er lengre enn {LONGEST_YEARS} år")


_DATE_HELP = "skriv datoen som 2024-03-15"
