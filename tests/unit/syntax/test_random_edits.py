"""The shipped rules, damaged at random: always a place and a help, never a fault of ours."""

from collections.abc import Callable
from random import Random

import pytest

from golden_run import grammar, project, sentences
from hjemmel.analysis.read_back import read_back
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.render_text import render
from hjemmel.pipeline import compile_rules
from hjemmel.source.source import Source, read_text

ODD = ["\ufeff", "\x00", "\r", "\r\n", "\t", "\x0b", "\u2028", "\u200b", "\u00a0", "«", "»", '"',
       "“", "<=", "§", "–", "—", "|", ":", ",", "…", "😀", "e\u0301", "\x1b[31m", "\x85",
       "99999999999999999999", "31. februar 2024", "0 år", "æ" * 3_000, "( " * 200,
       "der " * 30, "året etter " * 25, "«»", "«" + "x" * 500 + "»", "{0}", "%s", "\\"]  # fmt: skip
Edit = Callable[[Random, str], str]


def spliced(text: str, start: int, end: int, new: str) -> str:
    """The text with a part replaced."""
    return text[:start] + new + text[end:]


def odd(random: Random, text: str) -> str:
    """Something that does not belong there."""
    at = random.randrange(len(text) + 1)
    return spliced(text, at, at, random.choice(ODD))


def cut(random: Random, text: str) -> str:
    """Some characters are lost."""
    at = random.randrange(len(text) + 1)
    return spliced(text, at, at + random.choice([1, 1, 3, 20, 200]), "")


def words(random: Random, text: str) -> str:
    """A word is lost, said twice, changed with another or borrowed from elsewhere."""
    said = text.split(" ")
    at, other = random.randrange(len(said)), random.randrange(len(said))
    match random.randrange(4):
        case 0:
            del said[at]
        case 1:
            said.insert(at, said[at])
        case 2:
            said[at], said[other] = said[other], said[at]
        case _:
            said.insert(at, said[other])
    return " ".join(said)


def lines(random: Random, text: str) -> str:
    """A line is lost, said twice, moved, joined to the next or indented anew."""
    said = text.split("\n")
    at, other = random.randrange(len(said)), random.randrange(len(said))
    match random.randrange(6):
        case 0:
            del said[at]
        case 1:
            said.insert(other, said[at])
        case 2:
            said[at], said[other] = said[other], said[at]
        case 3:
            said[at : at + 2] = [" ".join(said[at : at + 2])]
        case 4:
            said[at] = " " * random.randrange(40) + said[at].lstrip()
        case _:
            said[at : at + 1] = said[at].split(" ", random.randrange(6))
    return "\n".join(said)


def letters(random: Random, text: str) -> str:
    """Another ending of lines, or another case."""
    made = random.choice([str.upper, str.title, lambda each: each.replace("\n", "\r\n"),
                          lambda each: each.replace(" ", "\u00a0"), lambda each: "\ufeff" + each,
                          lambda each: each.replace("\n", " ")])  # fmt: skip
    at = random.randrange(len(text) + 1)
    end = at + random.choice([5, 100, len(text)])
    return spliced(text, at, end, made(text[at:end]))


EDITS: list[Edit] = [odd, cut, words, lines, words, lines, letters]


def edited(random: Random, text: str) -> str:
    """A few edits, most of them near each other so that they meet."""
    start = random.randrange(max(len(text) - 2_000, 1))
    part = text[start : start + 2_000]
    for _ in range(random.choice([1, 1, 2, 3, 8])):
        part = random.choice(EDITS)(random, part)
    return spliced(text, start, start + 2_000, part)


def wrong(found: Diagnostic, library: dict[str, Source]) -> str:
    """What a diagnostic lacks."""
    by_name = {each.name: each.lines for each in library.values()}
    said = by_name.get(found.span.file)
    if said is None or not 1 <= found.span.line <= len(said):
        return "sted"
    if not 1 <= found.span.column <= min(found.span.end, len(said[found.span.line - 1]) + 1):
        return "kolonne"
    if not (found.help and found.message and found.label and render(found, said)):
        return "hjelp"
    return ""


def survives(random: Random) -> list[str]:
    """Damage one of the rule files, compile and read back; what is wrong with what is said."""
    library = project()
    name = random.choice(sorted(library))
    raw = edited(random, library[name].text)
    library = {**library, name: read_text(f"{name}.ntr", raw)}
    asked = ("erne", "forskrift_kap4") if name not in ("erne", "forskrift_kap4") else (name,)
    checked = compile_rules(asked, library, grammar(), sentences())
    if checked.ok:
        read_back(checked.value)
    lacking = [(each, wrong(each, library)) for each in checked.diagnostics]
    return [f"{lack}: {each.code} {each.message} {each.span}" for each, lack in lacking if lack]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_rules_are_reported(seed: int) -> None:
    """Each finding has a place that is in the file, and says what to do."""
    assert survives(Random(seed)) == []
