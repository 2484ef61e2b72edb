"""Where sentences end: as a reader sees it, and everywhere an account may have divided a text."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset((
    "nr", "jf", "pkt", "bl", "a", "f", "eks", "dvs", "kap", "art", "ca", "st", "prp", "ot",
    "meld", "inst", "innst", "mht", "pga", "evt", "ev", "hhv", "tidl", "vedr", "iht",
    "iflg", "ref", "sml", "jfr", "mill", "mrd", "kr", "kl", "stk", "tlf", "adr", "red",
    "dr", "prof", "forf", "utg", "s",
))  # fmt: skip
"""What a full stop stands after, and no sentence ends, also where a capital letter follows."""
_MAY_END = re.compile(r"(?P<sign>[.?!:;])(?P<close>[»”\")\]]?\d{0,2}|\d{0,2})(?P<gap>\s+)(?=\S)")
_CAPITAL = re.compile(r"\s(?=[A-ZÆØÅ]|\d{1,2}[.)] )")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_BEGINS = re.compile(r"[A-ZÆØÅ0-9§«“\"(–-]")
_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "desember")  # fmt: skip


def atoms(text: str) -> list[str]:
    """The text cut wherever a unit of an account may end: at «.», «:» and «;» alike, and wherever
    a capital letter follows, where a layout may have lost the sign."""
    ends = {each.end() for each in _MAY_END.finditer(text)}
    ends |= {each.end() for each in _CAPITAL.finditer(text)}
    return _cut(text, sorted(ends))


def ends_sentence(before: str, after: str) -> bool:
    """Whether a sentence ends between two atoms."""
    found = re.search(r"([.?!:;])[»”\")\]]?\d{0,2}$", before)
    if found is None or found[1] in ":;":
        return False
    if found[1] in "?!":
        return bool(_BEGINS.match(after))
    word = _WORD_BEFORE.search(before[: found.start()])
    if word and word[1].lower() in _ABBREVIATIONS:
        return False
    if re.search(r"(?:^|\W)\d{1,2}\.$", before) and after.startswith(_MONTHS):
        return False  # «15. januar»
    if re.search(r"(?:§§?|nr\.|pkt\.) ?[\d-]+\.$", before) and not after[:1].isupper():
        return False
    return bool(_BEGINS.match(after))


def sentences(parts: list[str]) -> Iterator[int]:
    """How many atoms each sentence has, from the first."""
    count = 0
    for at, each in enumerate(parts):
        count += 1
        if at + 1 == len(parts) or ends_sentence(each, parts[at + 1]):
            yield count
            count = 0


def _cut(text: str, places: list[int]) -> list[str]:
    starts = [0, *places]
    return [text[a:b].strip() for a, b in zip(starts, [*places, len(text)], strict=True)]
