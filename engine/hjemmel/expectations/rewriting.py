"""New printed texts into a page. What is written by hand is never touched."""

import re
from collections.abc import Mapping

from hjemmel.expectations.fences import MARK, SHORTEST, lines_of
from hjemmel.expectations.page import Page

_OWN_MARK = re.compile("^ {0,3}(`{3,})", re.MULTILINE)


def rewritten(page: Page, text: str, printed: Mapping[int, str]) -> str:
    """The page's text with new texts in its fences «tekst», by the first line of each.

    All else is as it was, line ends and all; a new line ends as the one that opens its fence.
    """
    lines = text.split("\n")
    for fence in sorted(page.fences, key=lambda each: -each.line):
        if fence.line in printed:
            assert fence.kind == "tekst", "bare «tekst» skrives om"
            end = fence.line + len(lines_of(fence.text))
            opening, new = lines[fence.line - 1], printed[fence.line]
            ending = "\r" if opening.endswith("\r") else ""
            mark = _outlasting(new)
            if not opening.startswith(mark):
                closing = lines[end].strip()
                lines[end] = lines[end].replace(closing, mark)
                lines[fence.line - 1] = mark + opening.lstrip(MARK)
            lines[fence.line : end] = [f"{each}{ending}" for each in lines_of(new)]
    return "\n".join(lines)


def _outlasting(text: str) -> str:
    """A mark longer than any that a line of the text begins with, so that none ends the fence."""
    longest = max(map(len, _OWN_MARK.findall(text)), default=SHORTEST - 1)
    return MARK * max(longest + 1, SHORTEST)
