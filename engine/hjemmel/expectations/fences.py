"""The fences of a Markdown page."""

import re
from collections.abc import Iterator

from attrs import frozen

from hjemmel.diagnostics.suggest import nearest
from hjemmel.expectations.page import Fault, Fence
from hjemmel.source.look_alikes import misleading
from hjemmel.source.signs import name_of, plain

KINDS = ("regler", "sak", "verdikt", "tekst", "normer", "funn")
WRITTEN = ("regler", "sak", "verdikt", "normer")
"""Are written by hand; in the others stands what is printed."""

MARK = "`"
SHORTEST = 3
_FENCE = re.compile(r'(?P<mark>`{3,})(?P<kind>[\w-]+)(?: title="(?P<title>[^"]+?)(?:\.ntr)?")?$')
_MARKS = re.compile("`{3,}")
_LOOKS_OPEN = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6} +(?P<words>.+?)\s*$")


@frozen
class Read:
    """The fences of a page, the heading above each line that has one, and what is wrong."""

    fences: tuple[Fence, ...]
    headings: dict[int, str]
    faults: tuple[Fault, ...]

    def heading(self, line: int) -> str:
        """The nearest heading above a line."""
        above = [number for number in self.headings if number < line]
        return self.headings[max(above)] if above else ""


def read_fences(name: str, text: str) -> Read:
    """All fences of a page, each as it is written."""
    fences: list[Fence] = []
    faults: list[Fault] = []
    headings: dict[int, str] = {}
    written = lines_of(text)
    lines = [each.rstrip() for each in written]
    number = 0
    while number < len(lines):
        line, number = lines[number], number + 1
        if found := _HEADING.match(line):
            headings[number] = found["words"]
        if not _LOOKS_OPEN.match(line):
            continue
        mark = _MARKS.match(line.lstrip())
        end = _end(lines, number, mark[0] if mark else MARK * SHORTEST)
        opened = _FENCE.fullmatch(line)
        if opened is None or opened["kind"] not in KINDS:
            faults.append(_odd(name, number, line))
        else:
            inside = "".join(f"{each}\n" for each in written[number:end])
            fences.append(Fence(opened["kind"], opened["title"] or "", inside, number))
            if opened["kind"] in WRITTEN:
                faults += _hidden(name, number, inside)
            if not _closes(lines[end : end + 1], opened["mark"]):
                faults.append(_unclosed(name, number, line))
        number = end + any(_closes([each], MARK * SHORTEST) for each in lines[end : end + 1])
    return Read(tuple(fences), headings, tuple(faults))


def lines_of(text: str) -> list[str]:
    """The lines of a text, ended as they are in every editor; no other sign ends a line."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _end(lines: list[str], start: int, mark: str) -> int:
    """The line after the text of a fence: the mark that closes it, or what shows that none does."""
    places = (n for n in range(start, len(lines)) if lines[n].startswith(mark))
    return next(places, len(lines))


def _closes(line: list[str], mark: str) -> bool:
    """Whether there is a line, of nothing but a mark that is long enough."""
    return [each.strip(MARK) for each in line] == [""] and line[0].startswith(mark)


def _hidden(name: str, line: int, text: str) -> Iterator[Fault]:
    """The signs in a fence that a reader of the page cannot see, or takes for others."""
    for number, each in enumerate(text.split("\n"), line + 1):
        for sign in misleading(plain(each)):
            told = f"tegn {sign.at + 1} er et {sign.kind.name}: {name_of(sign.char)}"
            yield Fault(name, number, f"{told}, som {sign.kind.harm}",
                        "slett tegnet, eller skriv det på nytt")  # fmt: skip


def _odd(name: str, line: int, text: str) -> Fault:
    words = text.strip().strip("`~").split(" ")
    near = nearest(words[0], KINDS)
    kinds = ", ".join(KINDS[:-1])
    if near == (words[0],):
        return Fault(name, line, f"gjerdet «{text.strip()}» er ikke skrevet på riktig måte",
                     f"skriv ```{words[0]} helt til venstre på linjen")  # fmt: skip
    reason = f"ukjent gjerde «{text.strip()}»" if words[0] else "gjerdet sier ikke hva det er"
    return Fault(name, line, reason, f"mente du ```{near[0]}?" if near else f"velg blant {kinds}")


def _unclosed(name: str, line: int, text: str) -> Fault:
    return Fault(name, line, f"gjerdet «{text}» er ikke lukket",
                 "skriv ``` alene på en linje der det slutter")  # fmt: skip
