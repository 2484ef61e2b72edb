"""Nothing in a rule file is idle: whatever is taken away is missed.

Every line and every word of the rulebooks is taken away, one at a time. Either that is an error, or
the rulebook still makes sense and says something else, which its author hears when it is read back.
But a word of a sentence that is for the ear alone («et regionalt helseforetak», «ett av stedene»,
«Helse Nord») may go: without it the sentence says the same, or is none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from attrs import frozen

from hjemmel.analysis.read_back import read_back
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.pipeline import compile_rules, gather
from hjemmel.source.source import Source
from support.golden_run import RULEBOOK, grammar, project, sentences

pytestmark = pytest.mark.grundig

FILES = ("forskrift_kap4", "erne")
LINES_A_TEST = 12
SENTENCE = re.compile(
    r" *(og|eller når|(for leddet)|lesemåte [^:]+: regnes med når"
    r"|(gjelder|oppfylt|brutt|åpen|varsles|fulgt|fullført|slås fast|oppstår) når|betyr at)(?![\w-])"
)
"""A line with a clause; in all other lines every word tells."""
ARTICLES = ("en", "ei", "et")
PARTITIVE = ("et", "ett", "én", "ingen", "halvparten")
REGIONS = ("Nord", "Midt-Norge", "Vest", "Sør-Øst")
"""What the regions are also called, without «Helse»."""


@frozen
class Cut:
    """A rule file without one of its lines or words, and which that was: a word for the ear, or
    what tells."""

    what: str
    text: str
    tells: bool = True


def cuts(lines: list[str], numbers: range) -> Iterator[Cut]:
    """The file without each of these lines, and without each of their words."""
    for number in numbers:
        before, line, after = lines[:number], lines[number], lines[number + 1 :]
        words = line.split()
        if words:
            yield Cut(f"linje {number + 1}: {line.strip()}", "\n".join((*before, *after)))
        for index, word in enumerate(words):
            rest = " ".join((*words[:index], *words[index + 1 :]))
            what, text = f"linje {number + 1}: ordet «{word}»", "\n".join((*before, rest, *after))
            yield Cut(what, text, not _is_for_the_ear(line, index))


def _is_for_the_ear(line: str, index: int) -> bool:
    found, words = SENTENCE.match(line), line.split()
    if found is None or index < len(found[0].split()):  # what a reading is called, tells
        return False
    word = words[index]
    is_name = word == "Helse" and "".join(words[index + 1 : index + 2]).strip(",") in REGIONS
    is_partitive = word == "av" and words[index - 1] in PARTITIVE
    return word in ARTICLES or is_partitive or is_name


def chunks() -> list[tuple[str, int]]:
    """The files in pieces that the tests can share."""
    return [
        (name, first)
        for name in FILES
        for first in range(0, len(project()[name].lines), LINES_A_TEST)
    ]


def said(name: str, text: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The rulebook read back with this text for one of its files, and the errors in it."""
    library = {**project(), name: Source(project()[name].name, text)}
    _, unread = gather((RULEBOOK,), library, grammar())
    if any(each.is_error for each in unread):  # most cuts are no sentence; that is soon seen
        return (), tuple(unread)
    found = compile_rules((RULEBOOK,), library, grammar(), sentences())
    errors = tuple(each for each in found.diagnostics if each.is_error)
    return (() if errors else read_back(found.value)), errors


@lru_cache
def whole() -> tuple[str, ...]:
    """The rulebook read back with nothing taken away."""
    sentences_said, errors = said(RULEBOOK, project()[RULEBOOK].text)
    assert errors == ()
    return sentences_said


@pytest.mark.parametrize(("name", "first"), chunks())
def test_whatever_is_taken_away_is_missed(name: str, first: int) -> None:
    """Without a line or a word there is an error, or the rulebook reads back differently; without
    one for the ear it reads back the same."""
    lines = project()[name].lines
    wrong = []
    for cut in cuts(lines, range(first, min(first + LINES_A_TEST, len(lines)))):
        sentences_said, errors = said(name, cut.text)
        if not errors and (sentences_said == whole()) is cut.tells:
            wrong.append(cut.what)
    assert wrong == []
