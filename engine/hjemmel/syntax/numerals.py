"""Small numbers in words, as sentences of groups have them."""

_WORDS = (
    "null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip
ONES = {"én": "én", "en": "én", "ei": "én", "ett": "ett", "et": "ett"}
"""How one is written, and how it is written here: its gender is kept."""

_VALUES = {word: number for number, word in enumerate(_WORDS)} | dict.fromkeys(ONES, 1) | {"syv": 7}


def number_of(word: str) -> int | None:
    """The number that a word or digits stand for."""
    return int(word) if word.isdigit() else _VALUES.get(word)


def in_words(number: int) -> str:
    """«to»; digits where the word is long, and for one, whose word has a gender."""
    return _WORDS[number] if 1 < number < len(_WORDS) else str(number)
