"""How a sentence differs from what it was, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from attrs import frozen

_PART = re.compile(r"\s+|[^\W_]+(?:[-.][^\W_]+)*|[^\w\s]|_")
_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"\d|(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|"
                     r"november|desember|én|ett?|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|"
                     r"tolv|dag(?:er)?|uker?|måned(?:er)?|år|minst|høyst|inntil|innen|senest)$",
                     re.IGNORECASE)  # fmt: skip


@frozen
class Piece:
    """Some words: kept (` `), gone (`-`) or come (`+`)."""

    sign: str
    text: str


def word_difference(before: str, now: str) -> tuple[Piece, ...]:
    """The words in order. Words between two that differ are kept apart only where they are many."""
    old, new = _parts(before), _parts(now)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(" ", "".join(old[a:b])))
        else:
            found += [Piece("-", "".join(old[a:b]))] * (a < b)
            found += [Piece("+", "".join(new[c:d]))] * (c < d)
    return tuple(_gathered(found))


def touches_numbers(pieces: tuple[Piece, ...]) -> bool:
    """Whether what differs is a number, a day, a length of time or a bound."""
    return any(
        _NUMBER.match(word)
        for each in pieces if each.sign != " "
        for word in re.findall(r"[^\W_]+", each.text)
    )  # fmt: skip


def _parts(text: str) -> list[str]:
    return _PART.findall(text)


def _gathered(pieces: list[Piece]) -> Iterator[Piece]:
    """Changes with only a space or a sign between them are one change."""
    gone = come = ""
    for at, each in enumerate(pieces):
        if each.sign == "-":
            gone += each.text
        elif each.sign == "+":
            come += each.text
        elif not _WORD.search(each.text) and (gone or come) and at + 1 < len(pieces):
            gone, come = gone + each.text, come + each.text
        else:
            yield from _change(gone, come)
            gone = come = ""
            yield each
    yield from _change(gone, come)


def _change(gone: str, come: str) -> Iterator[Piece]:
    """What is gone and what has come, without the blanks that both end with."""
    if gone.endswith(" ") and come.endswith(" "):
        gone, come, after = gone[:-1], come[:-1], " "
    else:
        after = ""
    if gone:
        yield Piece("-", gone)
    if come:
        yield Piece("+", come)
    if after:
        yield Piece(" ", after)
