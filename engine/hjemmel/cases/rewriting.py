"""New printed texts into a page. What is written by hand is never touched."""

from collections.abc import Mapping

from hjemmel.cases.page import Page


def rewritten(page: Page, text: str, printed: Mapping[int, str]) -> str:
    """The page's text with new texts in its fences «tekst», by the first line of each."""
    lines = text.splitlines()
    for fence in sorted(page.fences, key=lambda each: -each.line):
        if fence.line in printed:
            assert fence.kind == "tekst", "bare «tekst» skrives om"
            end = fence.line + len(fence.text.splitlines())
            lines[fence.line : end] = printed[fence.line].splitlines()
    return "\n".join(lines) + "\n"
