"""The old text of a changed sentence, found again by its fingerprint.

Note: most amendments change one thing: a number, a day, a body, a few words put in or taken out.
Then the old text is among the texts that lie one step from the new one, and the fingerprint that
the account has of it says which. What is found so is the old text for certain; what is not found
says nothing. How many texts are tried is fixed, so that the answer is the same everywhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256

from hjemmel.traceability.editions.typography import clean, prefixed

MOST_TRIED = 60_000
"""So many texts are tried for one sentence: a tenth of a second or so."""

_NUMBERS = (
    "en", "ett", "én", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "ti",
    "elleve", "tolv", "tretten", "fjorten", "femten", "tjue", "tretti", "førti", "femti",
    "hundre",
)  # fmt: skip
_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "desember")  # fmt: skip
_CLOSED = (
    _NUMBERS, _MONTHS,
    ("skal", "må", "kan", "bør", "får", "har", "er"),
    ("og", "eller", "samt"),
    ("minst", "høyst", "inntil", "minimum", "maksimum", "over", "under", "mer", "mindre"),
    ("innen", "senest", "etter", "før", "fra", "til", "ved"),
    ("dag", "dager", "uke", "uker", "måned", "måneder", "år", "virkedager"),
    ("departementet", "Helsedirektoratet", "direktoratet", "kommunen", "myndigheten"),
)  # fmt: skip
_UNITS = _CLOSED[6]
_DAY = re.compile(rf"\d{{1,2}}\. (?:{'|'.join(_MONTHS)})\b")
_LENGTH_OF_TIME = re.compile(rf"(?:\d+|\b(?:{'|'.join(_NUMBERS)})) (?:{'|'.join(_UNITS)})\b")
_AMOUNT = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)|\d+")
_COMMON = ("ikke", "normalt", "også", "bare", "minst", "skal", "kan", "må")
_JOINED = (", og", " og", ", eller", " eller", ",", ";", ".", "")
_WORD = re.compile(r"([^\W\d_]+|\d+)")
_LEAST_KEPT = 3
_LENGTH = 8


def recovered(
    text: str, marker: str, wanted: frozenset[str], words: Sequence[str], most: int
) -> str:
    """The text that has one of the fingerprints wanted, one step from a text; empty if none.

    `most` is how many texts are tried.
    `words` are those that the rest of the document is written with.
    """
    tried = 0
    sought = frozenset(map(bytes.fromhex, wanted))
    for each in _near(clean(text), words):
        for form in prefixed(each, marker):
            tried += 1
            # As `fingerprint`, of what is in one line already: it is called very many times.
            if sha256(form.encode()).digest()[:_LENGTH] in sought:
                return form
        if tried > most:
            return ""
    return ""


def _near(text: str, words: Sequence[str]) -> Iterator[str]:
    """The texts one step away, the likeliest first."""
    yield from _otherwise_ended(text)
    yield from _other_days(text)
    yield from _other_numbers(text)
    yield from _other_lengths(text)
    yield from _other_words(text)
    yield from _shorter(text)
    yield from _longer(text, _COMMON)
    yield from _any_word(text, words)


def _otherwise_ended(text: str) -> Iterator[str]:
    """An item that was the last of its list, or is now."""
    stem = re.sub(r"[.,;]?(?: og| eller)?[.,;]?$", "", text)
    yield from (stem + each for each in _JOINED)


def _other_days(text: str) -> Iterator[str]:
    """Another day of the year."""
    for found in _DAY.finditer(text):
        for month in _MONTHS:
            for day in range(1, 32):
                yield f"{text[: found.start()]}{day}. {month}{text[found.end() :]}"


def _other_lengths(text: str) -> Iterator[str]:
    """Another length of time: «en måned» for «fire uker»."""
    for found in _LENGTH_OF_TIME.finditer(text):
        for number in (*_NUMBERS, *map(str, range(1, 100))):
            for unit in _UNITS:
                yield f"{text[: found.start()]}{number} {unit}{text[found.end() :]}"


def _other_numbers(text: str) -> Iterator[str]:
    """Another number, where there is one."""
    for found in _AMOUNT.finditer(text):
        for each in _numbers():
            yield text[: found.start()] + each + text[found.end() :]


@cache
def _numbers() -> tuple[str, ...]:
    """Numbers that a law may have: all small ones, years, round sums, in the ways to write them."""
    sums = {*range(0, 5001, 50), *range(5000, 100_001, 500), *range(100_000, 1_000_001, 10_000)}
    many = sorted({*range(200), *range(1990, 2051), *sums})
    grouped = (f"{each:,}".replace(",", " ") for each in many if each > 999)
    return (*map(str, many), *grouped)


def _other_words(text: str) -> Iterator[str]:
    """Another word of the same kind: «tre» for «fire», «kan» for «skal»."""
    for found in _WORD.finditer(text):
        for group in _CLOSED:
            if found[0].lower() in (each.lower() for each in group):
                for each in group:
                    word = each[:1].upper() + each[1:] if found[0][:1].isupper() else each
                    yield text[: found.start()] + word + text[found.end() :]


def _shorter(text: str) -> Iterator[str]:
    """Some words one after another taken out: they are new."""
    words = text.split(" ")
    for length in range(1, len(words) - _LEAST_KEPT + 1):
        for start in range(len(words) - length + 1):
            end = start + length
            yield from _closed_up(words[:start], words[end:], words[start:end])


def _closed_up(before: list[str], after: list[str], out: Sequence[str]) -> Iterator[str]:
    """What is left, with the sign that the words taken out ended with, or without."""
    told = " ".join((*before, *after))
    yield told
    if not before and told:
        yield told[:1].upper() + told[1:]
    if before and (sign := out[-1][-1:]) in ".,;:":
        yield " ".join((*before[:-1], before[-1] + sign, *after))
    if before and before[-1][-1:] in ",;":
        yield " ".join((*before[:-1], before[-1][:-1], *after))
        if not after:
            yield " ".join((*before[:-1], before[-1][:-1])) + "."


def _longer(text: str, words: Sequence[str]) -> Iterator[str]:
    """A word put in: it is taken out now."""
    parts = text.split(" ")
    for at in range(len(parts) + 1):
        for each in words:
            yield " ".join((*parts[:at], each, *parts[at:]))


def _any_word(text: str, words: Sequence[str]) -> Iterator[str]:
    """A word that stands elsewhere in the document, in the place of each word, or put in."""
    for found in _WORD.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        yield from (before + each + after for each in words)
    yield from _longer(text, words)


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of some texts, those used most first."""
    counts: dict[str, int] = {}
    for text in texts:
        for each in _WORD.findall(text):
            counts[each] = counts.get(each, 0) + 1
    return tuple(sorted(counts, key=lambda each: (-counts[each], each)))
