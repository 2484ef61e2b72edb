"""A comparison in Markdown, short enough to be a comment on a proposed change."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from hjemmel.analysis.comparison.texts import Part as Of
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Excerpt,
    Facts,
    Fold,
    Lines,
    Page,
    Part,
    Points,
    Rows,
    Say,
    Sides,
)
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.lines import plain
from hjemmel.render.reason_text import steps
from hjemmel.source.shown import html_text, shown

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_WIDE = 100_000
_FOLDED = ("tekst", "annet", "setninger", "erklæringer", "uendret")
"""Sections that are opened by who wants to see them: the comment is read from the top."""


def markdown(of: Page) -> str:
    """The whole, with what is longest folded away."""
    return "\n".join((f"## {_escaped(of.title)}", "", *_about(of), *_sections(of))).rstrip() + "\n"


def _about(of: Page) -> Iterator[str]:
    yield from (f"- {_escaped(each)}" for each in of.about)
    yield ""


def _sections(of: Page) -> Iterator[str]:
    for section in of.sections:
        if section.anchor in _FOLDED:
            yield from _folded(section.title, section.blocks)
            continue
        yield from (f"### {_escaped(section.title)}", "")
        yield from _blocks(section.blocks)


def _folded(title: str, blocks: Iterable[Block]) -> Iterator[str]:
    yield from ("<details>", f"<summary>{html_text(title)}</summary>", "")
    yield from _blocks(blocks)
    yield from ("</details>", "")


def _blocks(of: Iterable[Block]) -> Iterator[str]:
    for each in of:
        yield from _block(each)


def _block(of: Block) -> Iterator[str]:
    match of:
        case Say(told, "strong" | "warning"):
            yield from (f"**{_escaped(told)}**", "")
        case Say(told):
            yield from (_escaped(told), "")
        case Points(texts):
            yield from (*(f"- {_escaped(each)}" for each in texts), "")
        case Facts(told, case):
            yield from (f"- {_escaped(name)}: **{_escaped(value)}**" for name, value in told)
            yield ""
            yield from ("<details>", "<summary>Saken som JSON</summary>", "")
            yield from (*_fenced("json", [shown(case)]), "", "</details>", "")
        case Sides(labels, before, after):
            yield from _table(
                [f"{label}: {full_word(each, missing(each))}"
                 for label, each in zip(labels, (before, after), strict=True)],
                [[_steps(before), _steps(after)]],
            )  # fmt: skip
        case Lines():
            yield from (*_fenced("diff", list(_lines(of))), "")
        case Excerpt(before, marked, after, label):
            line = f"{before}{marked}{after}"
            pointed = f"{' ' * len(before)}{'^' * max(len(marked), 1)} {label}".rstrip()
            yield from (*_fenced("text", [shown(line), pointed]), "")
        case Rows(head, rows):
            cells = [[_escaped(each) for each in one] for one in rows]
            yield from _table([_escaped(each) for each in head], cells)
        case Fold(title, blocks, role) | Part(title, blocks, role):
            yield from _under(title, blocks, role)
        case _:
            assert_never(of)


def _under(title: str, blocks: Iterable[Block], role: str) -> Iterator[str]:
    if role == "derived":
        yield from _folded(title, blocks)
        return
    yield from (f"#### {_escaped(title)}", "")
    yield from _blocks(blocks)


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(each)} |" for each in rows)
    yield ""


def _steps(of: Verdict) -> str:
    """The reason in one cell, a step under the other."""
    lines = plain(steps(of, _WIDE)).splitlines()
    return "<br>".join(_indented(each) for each in lines)


def _indented(line: str) -> str:
    bare = line.lstrip()
    return "&nbsp;" * (len(line) - len(bare)) + _escaped(bare)


def _lines(of: Lines) -> Iterator[str]:
    for each in of.lines:
        before = "".join(told for part, told in each.pieces if part is not Of.IN)
        after = "".join(told for part, told in each.pieces if part is not Of.OUT)
        yield from (f"- {shown(before)}",) if each.sign != "+" else ()
        yield from (f"+ {shown(after)}",) if each.sign != "-" else ()


def _fenced(kind: str, lines: list[str]) -> Iterator[str]:
    """A fence that nothing in it closes."""
    longest = max((len(each) for line in lines for each in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}{kind}", *lines, fence)


def _escaped(text: str) -> str:
    """A text of which nothing is taken for markup, nor for somebody's name."""
    return _SPECIAL.sub(r"\\\1", shown(text)).replace("@", "&#64;")
