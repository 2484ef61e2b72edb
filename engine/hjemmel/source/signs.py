"""Signs that a reader cannot see, or takes for others.

A text is first made plain (`plain`): composed letters, and ordinary spaces and hyphens for those
that word processors put in. What then has a kind here is never part of a name, a rule or a fact.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen


@frozen
class Kind:
    """One way in which a sign misleads: what such a sign is called, and what it does."""

    name: str
    harm: str


DIRECTION = Kind("retningstegn", "snur rekkefølgen på det som vises")
UNSEEN = Kind("usynlig tegn", "vises ikke")
BLANK = Kind("tomt tegn", "ser ut som et mellomrom, men er det ikke")
CONTROL = Kind("styretegn", "vises ikke, og kan styre skjermen")
LINE = Kind("skjult linjeskift", "er linjeskift for noen programmer og ikke for andre")
UNDEFINED = Kind("tegn uten fast utseende", "vises ulikt fra maskin til maskin, eller ikke")
MARK = Kind("løst tilleggstegn", "legges oppå tegnet foran og kan skjule det")
DIGIT = Kind("fremmed siffer", "er et annet tegn enn sifrene 0–9")
LETTER = Kind("forvekslingstegn", "ligner en annen bokstav")

KINDS = (DIRECTION, UNSEEN, BLANK, CONTROL, LINE, UNDEFINED, MARK, DIGIT, LETTER)
HIDDEN = (DIRECTION, UNSEEN, BLANK, CONTROL, LINE, UNDEFINED, MARK)
"""The kinds that are shown by number wherever a text is shown."""


@frozen
class Sign:
    """A sign of some kind, and where in the text it stands."""

    at: int
    char: str
    kind: Kind


SPACES = "\t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(f"[{SPACES}]")
_HYPHEN = re.compile("[\u2010\u2011]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")


def plain(text: str) -> str:
    """The text with composed letters, and what looks the same as usual written as usual.

    A tab, a no-break space and a thin space are a space, a no-break hyphen is a hyphen, and the
    joined «fi» of a typesetter is an f and an i.
    """
    if text.isascii():
        return text.replace("\t", " ")
    text = unicodedata.normalize("NFC", text)
    text = _HYPHEN.sub("-", _SPACE.sub(" ", text))
    return _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)


_SUSPECT = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u0131\u0134-\u017e\u0180-\u01bf\u01cd-\u024f–—‘-„…‹›€]"
)
"""Everything but what Norwegian is written with; nearly every text ends here."""


def signs(text: str) -> Iterator[Sign]:
    """The signs in a text, but for line feeds and for letters that only their word gives away."""
    for found in _SUSPECT.finditer(text):
        kind = kind_of(found[0])
        if kind is not None:
            yield Sign(found.start(), found[0], kind)


_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINES = frozenset("\n\r\v\f\x85\u2028\u2029")
_BLANKS = frozenset(
    "\u1680\u2800\ufffc"  # Ogham space, Braille without dots, the place of a lost picture
    "\u115f\u1160\u3164\uffa0\u17b4\u17b5"  # fillers among Hangul, and vowels that are not written
    "\U0001d159\U00016fe4"  # a note without a head, a filler among Khitan
)
_IGNORED = re.compile(
    "[\u00ad\u034f\u180b-\u180f\u200b-\u200d\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point: joiners, variation selectors, tags, and those still to come."""

_LATIN_ALIKE = frozenset("ɑɡɩʟǀǃſĳĲꓲᴏᴄᴠᴡᴢꜱꞌ")


@lru_cache(maxsize=4096)
def kind_of(char: str) -> Kind | None:
    """The kind of a sign; None for what is seen and is what it looks like."""
    category = unicodedata.category(char)
    if char in _DIRECTIONS:
        return DIRECTION
    if char in _BLANKS:
        return BLANK
    if char in _LINES:
        return LINE
    if category == "Cf" or _IGNORED.match(char):
        return UNSEEN
    if category == "Cc":
        return CONTROL
    if category in ("Cn", "Co", "Cs"):
        return UNDEFINED
    if category in ("Mn", "Me"):
        return MARK
    return _mistaken(char, category)


def _mistaken(char: str, category: str) -> Kind | None:
    """What is seen, but for something else: other digits, and other forms of the letters a–z."""
    form, _, _ = unicodedata.decomposition(char).partition(" ")
    if category in ("Nd", "Nl", "No") and char not in "0123456789":
        return None if form in ("<super>", "<sub>", "<fraction>") else DIGIT
    if char in _LATIN_ALIKE or "\u01c4" <= char <= "\u01cc":
        return LETTER
    is_letter = category[0] == "L" and unicodedata.normalize("NFKC", char)[:1].isascii()
    return LETTER if is_letter and form in ("<wide>", "<font>") else None


_FIRST_CONTROLS = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR",
    "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB",
    "ESC", "FS", "GS", "RS", "US",
)  # fmt: skip
_LAST_CONTROLS = (
    "DEL", "PAD", "HOP", "BPH", "NBH", "IND", "NEL", "SSA", "ESA", "HTS", "HTJ", "VTS", "PLD",
    "PLU", "RI", "SS2", "SS3", "DCS", "PU1", "PU2", "STS", "CCH", "MW", "SPA", "EPA", "SOS",
    "SGC", "SCI", "CSI", "ST", "OSC", "PM", "APC",
)  # fmt: skip
_NAMELESS = {"Cn": "ikke i bruk", "Co": "til privat bruk", "Cs": "et halvt tegn"}


def number_of(char: str) -> str:
    """«U+202E»."""
    return f"U+{ord(char):04X}"


def name_of(char: str) -> str:
    """The number of a sign, and the name that Unicode gives it, or what it is called for short."""
    if (name := unicodedata.name(char, "")) != "":
        return f"{number_of(char)} «{name}»"
    code = ord(char)
    if code < 0x20:
        return f"{number_of(char)} ({_FIRST_CONTROLS[code]})"
    if 0x7F <= code <= 0x9F:
        return f"{number_of(char)} ({_LAST_CONTROLS[code - 0x7F]})"
    return f"{number_of(char)} ({_NAMELESS[unicodedata.category(char)]})"
