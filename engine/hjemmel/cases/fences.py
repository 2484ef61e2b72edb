"""The fences of a Markdown page."""

import re

from attrs import frozen

from hjemmel.cases.page import Fault, Fence
from hjemmel.diagnostics.suggest import nearest

KINDS = ("regler", "sak", "verdikt", "tekst", "normer", "funn")
_MARK = "```"
_FENCE = re.compile(r'```(?P<kind>[\w-]+)(?: title="(?P<title>[^"]+?)(?:\.ntr)?")?$')
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
    written = text.splitlines()
    lines = [each.rstrip() for each in written]
    number = 0
    while number < len(lines):
        line, number = lines[number], number + 1
        if found := _HEADING.match(line):
            headings[number] = found["words"]
        if not _LOOKS_OPEN.match(line):
            continue
        end = _end(lines, number)
        opened = _FENCE.fullmatch(line)
        if opened is None or opened["kind"] not in KINDS:
            faults.append(_odd(name, number, line))
        else:
            inside = "".join(f"{each}\n" for each in written[number:end])
            fences.append(Fence(opened["kind"], opened["title"] or "", inside, number))
            if lines[end : end + 1] != [_MARK]:
                faults.append(_unclosed(name, number, line))
        number = end + (lines[end : end + 1] == [_MARK])
    return Read(tuple(fences), headings, tuple(faults))


def _end(lines: list[str], start: int) -> int:
    """The line after the text of a fence: the mark that closes it, or what shows that none does."""
    places = (n for n in range(start, len(lines)) if lines[n].startswith(_MARK))
    return next(places, len(lines))


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
