"""From the text of a page to its cases."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from hjemmel.expectations.expectation import expectations
from hjemmel.expectations.fences import Read, lines_of, read_fences
from hjemmel.expectations.norm_lines import norm_lines
from hjemmel.expectations.page import Expected, Fault, Fence, Listed, Page, Parsed, Trial

_BEGINS = re.compile("`{3,}(sak|normer)")
_NEEDS_A_CASE = ("verdikt", "tekst")


def parse_page(name: str, text: str) -> Parsed:
    """The cases of a page, and all that is wrong with how it is written."""
    read = read_fences(name, text)
    trials: list[Trial] = []
    faults = [*read.faults]
    for each in _trials(name, read):
        if isinstance(each, Trial):
            trials.append(each)
        else:
            faults.append(each)
    listed = [
        each for fence in read.fences if fence.kind == "normer" for each in norm_lines(name, fence)
    ]
    faults += [each for each in listed if isinstance(each, Fault)]
    lines = tuple(each for each in listed if isinstance(each, Listed))
    page = Page(name, read.fences, tuple(trials), lines)
    return Parsed(page, tuple(sorted(faults, key=lambda each: each.line)))


def has_cases(text: str) -> bool:
    """Whether a Markdown file is meant as a page of cases, or as a list of all norms."""
    return any(_BEGINS.match(line) for line in lines_of(text))


def _trials(name: str, read: Read) -> Iterator[Trial | Fault]:
    fences = read.fences
    starts = [index for index, each in enumerate(fences) if each.kind == "sak"]
    first = starts[0] if starts else len(fences)
    about_rules = any(each.kind == "funn" for each in fences)  # such a page has no cases
    if not about_rules and not read.faults:
        yield from _homeless(name, fences[:first])
    for start, end in pairwise([*starts, len(fences)]):
        yield from _trial(name, read, fences[start:end])


def _homeless(name: str, fences: tuple[Fence, ...]) -> Iterator[Fault]:
    for each in fences:
        if each.kind in _NEEDS_A_CASE:
            yield Fault(name, each.line, f"«{each.kind}» hører ikke til noen sak",
                        "skriv saken i et gjerde ```sak foran")  # fmt: skip


def _trial(name: str, read: Read, group: tuple[Fence, ...]) -> Iterator[Trial | Fault]:
    told = list(chain.from_iterable(
        expectations(name, each) for each in group if each.kind == "verdikt"
    ))  # fmt: skip
    expected = tuple(each for each in told if isinstance(each, Expected))
    yield from (each for each in told if isinstance(each, Fault))
    yield from _twice(name, expected)
    texts = [each for each in group if each.kind == "tekst"]
    yield from (Fault(name, each.line, "saken har to gjerder «tekst»", "ta bort det ene")
                for each in texts[1:])  # fmt: skip
    sak = group[0]
    if not told and not read.faults:  # else it may be the fence that could not be read
        yield Fault(name, sak.line, "saken har ingen «verdikt»",
                    "skriv det du venter, i et gjerde ```verdikt etter saken")  # fmt: skip
    yield Trial(sak, expected, next(iter(texts), None), read.heading(sak.line))


def _twice(name: str, expected: tuple[Expected, ...]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for each in expected:
        if each.norm in seen:
            yield Fault(name, each.line, f"normen «{each.norm}» står to ganger i samme sak",
                        f"den står også på linje {seen[each.norm]}")  # fmt: skip
        seen.setdefault(each.norm, each.line)
