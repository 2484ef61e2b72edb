"""Provisions as they are numbered: «§ 12 a», «§ 4-2», «artikkel 6», «kapittel 2», «pkt. 4.1»."""

import re
from functools import lru_cache

SIGNS = ("§", "artikkel", "kapittel", "vedlegg", "pkt.")
"""What the number of a provision follows; with none it is a part of the rulebook's own."""

_NUMBERED = re.compile(r"(§|artikkel|kapittel|vedlegg|pkt\.) ?(.+?)\.?", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?:paragraf(?:en)?|par\.) ?(?=\d)", re.IGNORECASE)
_FIRST = re.compile(
    r".*?(?:§ \d+(?:-\d+)?(?: ?[a-z](?![\w-]))?|(?:artikkel|kapittel|vedlegg|pkt\.) \S+)"
)
_LETTERED = re.compile(r"(\d+) ?([a-z])")


@lru_cache(maxsize=16384)
def provision(written: str) -> str:
    """The provision in the one way: «§12a.» and «paragraf 12 a» are «§ 12 a», «Artikkel 6» is
    «artikkel 6»."""
    text = _IN_WORDS.sub("§ ", " ".join(written.split()))
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return text
    sign, number = found[1].lower(), found[2]
    return f"{sign} {_LETTERED.sub(_letter, number) if sign == '§' else number}"


def _letter(found: re.Match[str]) -> str:
    """The letter of a section stands apart, but for «i», which is a word by itself."""
    return f"{found[1]}{'' if found[2] == 'i' else ' '}{found[2]}"


def sign_of(of: str) -> str:
    """What the number follows: «§», «artikkel» …; nothing for a part of the rulebook's own."""
    first = of.split(" ", 1)[0]
    return first if first in SIGNS else ""


def id_of(of: str) -> str:
    """The provision as the first part of the ids of its norms: «4-2», «12a», «artikkel-6»."""
    text = of.strip().lower()
    if text.startswith("§"):
        return "".join(text.removeprefix("§").split())
    return text.replace(" ", "-") if sign_of(text) else text


def provision_in(place: str) -> str:
    """The provision of a place: «§ 12 a» of «§ 12 a andre ledd»; all of it where it names none."""
    found = _FIRST.match(place.replace("\u00a0", " "))
    return found[0] if found else place


def referred_to(of: str) -> str:
    """The provision as others refer to it: a part of the rulebook's own is an «avsnitt»."""
    return of if sign_of(of) else f"avsnitt {of}"
