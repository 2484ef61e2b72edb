"""Letters of other scripts that look like a–z, found by the word they stand in.

No table of all scripts: the ones that give away a word are those that a reader of Norwegian takes
for his own letters, in Cyrillic, Greek, Armenian and Cherokee.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from hjemmel.source.signs import LETTER, Sign, kind_of, signs

_ALIKE = {
    "а": "a", "ӕ": "æ", "с": "c", "ԁ": "d", "е": "e", "ё": "ë", "һ": "h", "і": "i", "ї": "ï",
    "ј": "j", "к": "k", "ӏ": "l", "о": "o", "ӧ": "ö", "р": "p", "ԛ": "q", "ѕ": "s", "у": "y",
    "ӱ": "ÿ", "ѵ": "v", "ԝ": "w", "х": "x", "ӓ": "ä", "З": "3",
    "А": "A", "Ӕ": "Æ", "В": "B", "С": "C", "Е": "E", "Ё": "Ë", "Ԍ": "G", "Н": "H", "І": "I",
    "Ї": "Ï", "Ј": "J", "К": "K", "М": "M", "О": "O", "Ӧ": "Ö", "Р": "P", "Ԛ": "Q", "Ѕ": "S",
    "Т": "T", "Ѵ": "V", "Ԝ": "W", "Х": "X", "У": "Y", "Ү": "Y", "Ӏ": "l", "Ӓ": "Ä",
    "ϲ": "c", "ϳ": "j", "ο": "o", "ρ": "p", "υ": "u", "ν": "v", "ό": "ó", "ύ": "ú",
    "Α": "A", "Β": "B", "Ϲ": "C", "Ε": "E", "Η": "H", "Ι": "I", "Ϳ": "J", "Κ": "K", "Μ": "M",
    "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "Ζ": "Z",
    "ց": "g", "հ": "h", "յ": "j", "ո": "n", "օ": "o", "զ": "q", "ս": "u", "Լ": "L", "Օ": "O",
    "Տ": "S", "Ս": "U",
    "Ꭺ": "A", "Ᏼ": "B", "Ꮯ": "C", "Ꭰ": "D", "Ꭼ": "E", "Ꮐ": "G", "Ꮋ": "H", "Ꭻ": "J", "Ꮶ": "K",
    "Ꮮ": "L", "Ꮇ": "M", "Ꮲ": "P", "Ꭱ": "R", "Ꮪ": "S", "Ꭲ": "T", "Ꮩ": "V", "Ꮃ": "W", "Ꮓ": "Z",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\W_\x00-\u024f]")


def misleading(text: str) -> list[Sign]:
    """All the signs in a text that a reader cannot see or takes for others, in order."""
    return sorted([*signs(text), *mixed_in(text)], key=lambda each: each.at)


def mixed_in(text: str) -> Iterator[Sign]:
    """The letters of another script in words that are otherwise Latin, or look it.

    A Greek letter that looks like none of a–z, as in «μg» and «β2», is what it seems.
    """
    if text.isascii() or not _FOREIGN.search(text):
        return
    for word in _WORD.finditer(text):
        yield from _mixed(word[0], word.start())


def _mixed(word: str, start: int) -> Iterator[Sign]:
    foreign = [(at, each) for at, each in enumerate(word) if _script(each) not in ("", "LATIN")]
    is_mixed = len(foreign) < len(word)
    if not is_mixed and not all(each in _ALIKE for _, each in foreign):
        return  # a word of another script, and seen to be one
    for at, each in foreign:
        if each in _ALIKE if _script(each) == "GREEK" else True:
            yield Sign(start + at, each, LETTER)


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The script of a letter, by its name; nothing for what belongs to none, or has a kind."""
    if kind_of(char) is not None:
        return ""
    if char.isascii() or unicodedata.category(char) not in ("Lu", "Ll", "Lo"):
        return "LATIN" if char.isalpha() and char.isascii() else ""
    first = unicodedata.name(char, "").partition(" ")[0]
    return "LATIN" if first in _NO_SCRIPT else first


_NO_SCRIPT = ("", "MICRO", "OHM", "FEMININE", "MASCULINE", "SCRIPT", "FULLWIDTH", "MATHEMATICAL",
              "DOUBLE-STRUCK", "BLACK-LETTER", "PLANCK", "TURNED", "INFORMATION")  # fmt: skip


def like_latin(char: str) -> str:
    """The letter of ours that a letter looks like, or nothing."""
    like = _ALIKE.get(char) or unicodedata.normalize("NFKC", char)
    return like if like != char else ""


_SAME = str.maketrans({
    **_ALIKE,
    "0": "o", "O": "o", "1": "l", "I": "l", "ı": "i", "|": "l",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "´": "'", "`": "'", "–": "-", "−": "-", "‒": "-",
})  # fmt: skip


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """What two names have in common when a reader cannot tell them apart.

    Only signs that many typefaces draw alike: 0 and O, 1 and l and I, the marks above a line.
    """
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name))
    return " ".join(composed.translate(_SAME).casefold().split())
