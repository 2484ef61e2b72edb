"""Which lines of a rule file hold free text, in which no word means anything to the rules."""

import re
from collections.abc import Sequence

from hjemmel.syntax.lexicon import line_word

PROSE = frozenset({"REGELVERK", "MERKNAD", "MED_EGNE_ORD", "BETYR", "FORUTSATT", "ANTATT",
                   "VALGFRI", "HOLDEPUNKT", "APEN_FORDI", "TOLKNING"})  # fmt: skip


def is_prose(line: str, grammar: str) -> bool:
    """Whether the line is opened by a word that free text follows."""
    opener = line_word(line, grammar)
    return opener is not None and opener.terminal in PROSE


_MEANING, _FACT = "BETYR", "OPPLYSNING"


def prose_lines(lines: Sequence[str], grammar: str) -> frozenset[int]:
    """The numbers of the lines that hold free text, from 1.

    What a fact means stands right below it; elsewhere «betyr at» says what a definition means.
    """
    found: set[int] = set()
    above = ""
    for number, line in enumerate(lines, 1):
        word = line_word(line, grammar)
        if word is None:
            continue
        is_free = word.terminal in PROSE
        if word.terminal == _MEANING and _AT.match(line):
            is_free = above == _FACT
        if is_free:
            found.add(number)
        above = word.terminal
    return frozenset(found)


_AT = re.compile(r"\s*betyr +at(?![\w-])", re.IGNORECASE)
