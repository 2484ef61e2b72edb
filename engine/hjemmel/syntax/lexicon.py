"""The words of the language, read from the grammar so that they stand in one place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

_TERMINAL = re.compile(r"^([A-Z_]+)\.(\d+): +/(.+)/(i?)$", re.MULTILINE)
_KINDS_OF_WORD = {
    "ORD": "et navn",
    "STRENG": "et navn i «…»",
    "TALLORD": "et tall",
    "TALL": "et tall",
    "DESIMALTALL": "et tall",
    "DATO": "en dato («1. januar 2024»)",
    "KVARTAL": "et kvartal («første kvartal 2024»)",
    "MANED": "en måned («mars 2025»)",
    "ARSTALL": "et årstall",
    "TIDSROM": "et tidsrom («5 år»)",
    "BELOP": "et beløp («1 000 kroner»)",
    "TITTEL": "en tittel",
    "TEKST": "tekst",
    "SPORSMAL": "et spørsmål som slutter med «?»",
    "KOMMA": "komma",
    "KOLON": "kolon",
    "STOLPE": "«|»",
    "ALT": "«–»",
    "PKT": "«pkt. 4.1»",
    "NR": "«nr.»",
    "PARREF": "«§ 4-2»",
    "PARAGRAF": "«§ 4-2»",
    "ARTIKKEL": "«artikkel 6»",
    "ARTIKKELHODE": "«artikkel 6»",
    "KAPITTEL": "«kapittel 2»",
    "KAPITTELHODE": "«kapittel 2»",
    "VEDLEGG": "«vedlegg 1»",
    "ORDENSTALL": "«første ledd»",
    "BOKSTAV": "«bokstav b»",
    "LITRA": "en bokstav",
    "KOMMA_LITRA": "komma",
    "KOMMA_ORDEN": "komma",
    "_NL": "ny linje",
    "OG_LINJE": "«og» på ny linje",
    "ELLER_NAR": "«eller når» på ny linje",
    "$END": "slutt på blokken",
    "STREK": "«–»",
    "DAG_I": "en dag i et år («15. januar i …»)",
    "KOMMA_NR": "komma",
    "STED": "et sted i loven",
    "DAG_ARET_ETTER": "en dag året etter («1. mars året etter …»)",
    "STEG": "«steg a»",
    "NORMMENGDE": "«alle krav i»",
}


_SELDOM = ("KVARTAL", "MANED")
"""What may stand where any value may, and is seldom what is meant."""


@frozen
class LineWord:
    """A word or phrase that opens a line."""

    terminal: str
    pattern: re.Pattern[str]
    shown: tuple[str, ...]


@lru_cache
def line_words(grammar: str) -> tuple[LineWord, ...]:
    """Every line word of the grammar; what names no word of ours comes after those that do."""
    or_when = re.compile(r"eller +(?:når|dersom|hvis)(?![\w-])", re.IGNORECASE)
    continuing = (
        LineWord("OG_LINJE", re.compile(r"og(?![\w-])", re.IGNORECASE), ("og",)),
        LineWord("ELLER_NAR", or_when, ("eller når",)),
    )
    return (*_of_priority(grammar, "20"), *continuing, *_of_priority(grammar, "19"))


@lru_cache(maxsize=65536)
def line_word(line: str, grammar: str) -> LineWord | None:
    """The word that opens a line, whatever stands before it of blanks."""
    found = _any_line_word(grammar).match(line.strip())
    if found is None or found.lastgroup is None:
        return None
    return next(each for each in line_words(grammar) if each.terminal == found.lastgroup)


@lru_cache
def _any_line_word(grammar: str) -> re.Pattern[str]:
    """All line words as one pattern, in their order; the group is called what the terminal is."""
    each = (f"(?P<{word.terminal}>{word.pattern.pattern})" for word in line_words(grammar))
    return re.compile("|".join(each), re.IGNORECASE)


def _of_priority(grammar: str, wanted: str) -> Iterator[LineWord]:
    for name, priority, pattern, _ in _TERMINAL.findall(grammar):
        if priority == wanted:
            yield LineWord(name, re.compile(_spaced(pattern), re.IGNORECASE), _spoken(pattern))


@frozen
class Terminal:
    """A terminal of the grammar: how long before others it is looked for, and its pattern."""

    name: str
    priority: int
    pattern: str
    ignores_case: bool


@lru_cache
def terminals(grammar: str) -> tuple[Terminal, ...]:
    """The terminals that have a pattern and a priority, with room for blanks between words."""
    return tuple(
        Terminal(name, int(priority), _spaced(pattern), bool(flag))
        for name, priority, pattern, flag in _TERMINAL.findall(grammar)
    )


@lru_cache
def alternatives(rule: str, grammar: str) -> tuple[str, ...]:
    """The terminals that a rule of the grammar chooses between."""
    found = re.search(rf"^\??{rule}: +(.+(?:\n +\|.+)*)", grammar, re.MULTILINE)
    return tuple(re.findall(r"[A-Z_]+", found[1])) if found else ()


@lru_cache
def phrases(grammar: str) -> tuple[str, ...]:
    """The keyword terminals of more than one word, on one line."""
    return tuple(
        name for name, _, pattern, _ in _TERMINAL.findall(grammar)
        if " " in pattern and r"\n *" not in pattern
    )  # fmt: skip


def spaced(grammar: str) -> str:
    """The grammar with room for any number of blanks between the words of a phrase."""
    return _TERMINAL.sub(lambda found: found[0].replace(found[3], _spaced(found[3])), grammar)


def _spaced(pattern: str) -> str:
    """Blanks between words; not those that a pattern has for other ends."""
    return re.sub(r"(?<=[\w.,):]) (?![*?+])", " +", pattern)


@lru_cache
def keywords(grammar: str) -> dict[str, tuple[str, ...]]:
    """How each keyword terminal is written."""
    return {name: _spoken(pattern) for name, _, pattern, _ in _TERMINAL.findall(grammar)}


def _spoken(pattern: str) -> tuple[str, ...]:
    """The words a keyword's pattern stands for; none where it is no plain phrase."""
    pattern = in_one_way(pattern)
    plain = re.sub(r"\(\?[!=<][^()]*(\([^()]*\))?[^()]*\)", "", pattern).replace(r"\b", "")
    plain = plain.replace(", *", ", ").strip()
    choice = re.fullmatch(r"\(([^()]+)\)(.*)", plain)
    words = [each + choice[2] for each in choice[1].split("|")] if choice else [plain]
    return tuple(each for each in words if re.fullmatch(r"[\w ,§.-]+", each))


def in_one_way(pattern: str) -> str:
    """A pattern as the formatter writes: the first of several ways, and nothing needless."""
    pattern = re.sub(r"\(\?:[^()]*\)\?", "", pattern)
    return re.sub(r"\(\?:([^()|]*)[^()]*\)", r"\1", pattern)


def expected(terminals: set[str], grammar: str) -> str:
    """What may stand at a place, for people: at most six, the most telling first."""
    words = keywords(grammar)
    shown: list[str] = []

    def order(name: str) -> tuple[bool, bool, str]:
        return name not in _KINDS_OF_WORD, name in _SELDOM, name

    for terminal in sorted(terminals, key=order):
        options = (_KINDS_OF_WORD[terminal],) if terminal in _KINDS_OF_WORD else tuple(
            f"«{each}»" for each in words.get(terminal, ())
        )  # fmt: skip
        shown += [each for each in options if each not in shown]
    if len(shown) > 6:
        shown = [*shown[:6], "…"]
    return ", ".join(shown[:-1]) + (" eller " if len(shown) > 1 else "") + (shown or ["mer"])[-1]
