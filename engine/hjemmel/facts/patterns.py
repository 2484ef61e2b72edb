"""The forms of values as regular expressions, for the reader and for JSON Schema alike.

JSON Schema has no flags, so letters of either case are written out. All are in the part of the
language that Python and ECMAScript share.
"""

from collections.abc import Iterable

from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.source.days import MONTHS, QUARTERS

LONGEST_YEARS = 1000
"""Longer than any term in law, and short enough that no sum leaves the calendar."""

LONGEST_MONTHS, LONGEST_DAYS = LONGEST_YEARS * 12, LONGEST_YEARS * 366
NOT_DONE = "ikke utført"
YEAR = "(?:1[89]|2[01])[0-9]{2}"
"""A year that the calendar of a case has."""

UNSEEN = (
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad"
    r"\u0305\u030d\u030e\u0310\u0312\u0315-\u031a\u031c-\u0322\u0329-\u032c\u032f"
    r"\u0332-\u0337\u0339-\u033f\u0346-\u034f\u0350-\u036f\u0483-\u0489"
    r"\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680\u17b4\u17b5"
    r"\u180b-\u180f\u1ab0-\u1ace\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u20d0-\u20f0\u2800\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0"
    r"\ufff9-\ufffc"
)
"""The signs that no text may hold, as far as one sign alone tells, whatever it stands after.

Marks that a letter before them may take up are not among them, nor what Unicode may give a meaning.
"""

_BLANK = r" \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_LOOSE_RETURN = rf"[^\r\n{_BLANK}][{_BLANK}]*\r[\r{_BLANK}]*[^\r\n{_BLANK}]"
"""A carriage return within a line."""

VISIBLE = rf"^(?![\s\S]*[{UNSEEN}])(?![\s\S]*{_LOOSE_RETURN})[\s\S]*\S"

_AND = r"\s[oO][gG]\s"
BETWEEN_NAMES = rf"{_AND}|[\r\n;/,]"
_AROUND = rf"[\s;/,]*(?:{_AND}[\s;/,]*)*"
"""Blanks and separators, however many."""


def whole(inner: str) -> str:
    """All of a text, but for blanks around it."""
    return rf"^\s*(?:{inner})\s*$"


def either_case(text: str) -> str:
    """The words in letters of either case, with any blanks between."""
    return r"\s+".join("".join(map(_letter, word)) for word in text.split())


def one_of(texts: Iterable[str]) -> str:
    """Any of the texts in letters of either case."""
    return "|".join(map(either_case, texts))


def several(inner: str) -> str:
    """All of a text that is one, or several with separators between and around."""
    between = rf"[^\S\r\n]*(?:{BETWEEN_NAMES}){_AROUND}"
    joined = rf"{_AROUND}(?:{inner})(?:{between}(?:{inner}))+{_AROUND}"
    return rf"^(?:\s*(?:{inner})\s*|{joined})$"


def up_to(limit: int) -> str:
    """The numerals of 0 up to a limit."""
    digits = str(limit)
    parts = [f"[0-9]{{1,{len(digits) - 1}}}"] if len(digits) > 1 else []
    for at, digit in enumerate(digits):
        least, most = int(at == 0 and len(digits) > 1), int(digit) - 1
        if most >= least:
            rest = len(digits) - at - 1
            parts.append(f"{digits[:at]}[{least}-{most}]" + (f"[0-9]{{{rest}}}" if rest else ""))
    return f"0*(?:{'|'.join((*parts, digits))})"


def day() -> str:
    """A day that is in the calendar, as 2024-03-15."""
    centuries = range(EARLIEST.year // 100, LATEST.year // 100 + 1)
    century = f"(?:{'|'.join(map(str, centuries))})"
    leaping = [str(each * 100) for each in centuries if each % 4 == 0]
    leap = f"(?:{century}(?:0[48]|[2468][048]|[13579][26])|{'|'.join(leaping)})"
    long = r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    short = r"(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    february = r"02-(?:0[1-9]|1[0-9]|2[0-8])"
    return f"{century}[0-9]{{2}}-(?:{long}|{short}|{february})|{leap}-02-29"


def quarter() -> str:
    """A quarter, as 2024-K1 or in words."""
    which = rf"(?:{one_of(QUARTERS)}|[1-4]\.)"
    return rf"{YEAR}-?[kK][1-4]|{which}\s+{either_case('kvartal')}\s+{YEAR}"


def month() -> str:
    """A month, as 2024-03 or in words."""
    return rf"{YEAR}-(?:0[1-9]|1[0-2])|(?:{one_of(MONTHS)})\s+{YEAR}"


def month_or_year() -> str:
    """A month or a year of the calendar, as 2024-03, mars 2024 or 2024."""
    return rf"{month()}|{YEAR}"


def months() -> str:
    """A length of time in years and months."""
    years, rest = up_to(LONGEST_YEARS), up_to(LONGEST_MONTHS)
    year, month = either_case("år"), f"{either_case('måned')}(?:{either_case('er')})?"
    iso = rf"[pP](?=[0-9])(?:{years}[yY])?(?:{rest}[mM])?"
    written = rf"{years}\s+{year}(?:\s+{either_case('og')}\s+{rest}\s+{month})?"
    return rf"{written}|{rest}\s+{month}|{iso}"


def days() -> str:
    """A length of time in days."""
    number = up_to(LONGEST_DAYS)
    return rf"{number}\s+{either_case('dag')}(?:{either_case('er')})?|[pP]{number}[dD]"


def _letter(sign: str) -> str:
    if sign.isalpha() and sign.lower() != sign.upper():
        return f"[{sign.lower()}{sign.upper()}]"
    return sign if sign.isalnum() or sign in "-_ «»§" else rf"\{sign}"
