"""The words of the language in a line, by what they are to one who looks at it."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from attrs import frozen

from hjemmel.editing.word_kinds import word_kinds


class Colour(Enum):
    """What a stretch is to a reader."""

    KEYWORD = "ord i språket"
    HEADING = "overskrift"
    PROSE = "fritekst"
    NORM = "norm"
    FACT = "opplysning"
    PART = "del av saken"
    LIST = "begrep eller register"
    VALUE = "verdi"
    BODY = "den som har det"
    CITATION = "hjemmel"
    NUMBER = "tall eller dag"
    TEXT = "tekst"


Words = tuple[tuple[int, int, Colour], ...]
"""From a column to before another, from 1; none of them overlap."""


@lru_cache(maxsize=16384)
def words_in(line: str, grammar: str) -> Words:
    """The words of the language in a line that holds no free text."""
    patterns = _patterns(grammar)
    start, end = _written(line)
    if start < end and patterns.heading.match(line):
        return ((start + 1, end + 1, Colour.HEADING),)
    if opener := patterns.named.match(line):
        return tuple(_opened(line, opener.end(), Colour.TEXT))
    found: list[tuple[int, int, Colour]] = []
    if opener := patterns.line.match(line):
        found.append((start + 1, opener.end() + 1, Colour.KEYWORD))
    for pattern, colour in patterns.within:
        for each in pattern.finditer(line):
            first, last = each.start() + _commas(each[0]) + 1, each.end() + 1
            if first < last and all(last <= one or other <= first for one, other, _ in found):
                found.append((first, last, colour))
    return tuple(sorted(found, key=lambda each: each[0]))


@lru_cache(maxsize=16384)
def free_words(line: str, grammar: str) -> Words:
    """The word that opens a line of free text, and the text."""
    opener = _patterns(grammar).prose.match(line)
    return tuple(_opened(line, opener.end(), Colour.PROSE)) if opener else ()


def _opened(line: str, end: int, colour: Colour) -> Iterator[tuple[int, int, Colour]]:
    start, last = _written(line)
    yield start + 1, end + 1, Colour.KEYWORD
    after = len(line) - len(line[end:].lstrip())
    if after < last:
        yield after + 1, last + 1, colour


def _written(line: str) -> tuple[int, int]:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _commas(words: str) -> int:
    """The comma that a word of the language may begin with, and the blank after it."""
    return len(words) - len(words.lstrip(", "))


@frozen
class _Patterns:
    heading: re.Pattern[str]
    prose: re.Pattern[str]
    named: re.Pattern[str]
    line: re.Pattern[str]
    within: tuple[tuple[re.Pattern[str], Colour], ...]


@lru_cache
def _patterns(grammar: str) -> _Patterns:
    kinds = word_kinds(grammar)
    first = rf"\s*(?:{kinds.norm}|{kinds.line}|{kinds.continuing})"
    within = (
        (r"«[^«»]*»", Colour.TEXT),
        (kinds.citing, Colour.KEYWORD),
        (kinds.value, Colour.NUMBER),
        (kinds.binding, Colour.KEYWORD),
    )
    return _Patterns(
        re.compile(rf"\s*(?:{kinds.heading})", re.IGNORECASE),
        re.compile(rf"\s*(?:{kinds.remark}|{kinds.prose})", re.IGNORECASE),
        re.compile(rf"\s*(?:{kinds.named})", re.IGNORECASE),
        re.compile(first, re.IGNORECASE),
        tuple((re.compile(pattern), colour) for pattern, colour in within),
    )
