"""Small numbers in letters, as law is mostly written."""

IN_LETTERS = {
    "én": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7,
    "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
"""Those that are always numbers. «en» and «et» are so only before what is counted."""


def in_letters(words: str) -> int | None:
    """The number that a word is; None for any other."""
    return IN_LETTERS.get(words.casefold())
