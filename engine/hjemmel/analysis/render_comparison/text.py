"""A comparison as a page of text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from hjemmel.analysis.comparison.texts import Part as Of
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Excerpt,
    Facts,
    Fold,
    Lines,
    Marked,
    Page,
    Part,
    Points,
    Rows,
    Say,
    Sides,
)
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.lines import Line, Segment, row, widths, wrapped
from hjemmel.render.reason_text import steps
from hjemmel.render.verdict_text import role_of

_ROLES = {"strong": "heading", "warning": "broken", "muted": "muted"}
_BESIDE = 100
"""In a page so wide the two reasons stand side by side."""
_UNLIMITED = 1_000
_STEP = 2


def text(of: Page, width: int) -> list[Line]:
    """The page in lines of at most `width`."""
    lines: list[Line] = [(Segment(of.title, "heading"),)]
    for each in of.about:
        lines += _item("", each, "muted", 0, width)
    for section in of.sections:
        lines += [(), *_item("", section.title, "heading", 0, width)]
        lines.append((Segment("─" * min(len(section.title), width), "muted"),))
        lines += _blocks(section.blocks, 0, width)
    return lines


def _blocks(of: Iterable[Block], indent: int, width: int) -> Iterator[Line]:
    for each in of:
        yield from _block(each, indent, width)


def _block(of: Block, indent: int, width: int) -> Iterator[Line]:  # noqa: C901, PLR0912 - one for each
    match of:
        case Say(told, role):
            yield from _item("", told, _ROLES.get(role, ""), indent, width)
        case Points(texts):
            for told in texts:
                yield from _item("– ", told, "", indent, width)
        case Facts(told):
            for name, value in told:
                yield from _item("", f"{name}: {value}", "value", indent + _STEP, width)
        case Sides():
            yield from _sides(of, indent, width)
        case Lines(lines):
            for line in lines:
                yield from _marked(line, indent + _STEP, width)
        case Excerpt(before, marked, after, label):
            lead = Segment(" " * (indent + _STEP))
            under = f"{' ' * len(before)}{'^' * max(len(marked), 1)} {label}".rstrip()
            yield (lead, Segment(f"{before}{marked}{after}".rstrip()))
            yield (lead, Segment(under, "broken"))
        case Rows(head, rows):
            yield from _rows(head, rows, indent, width)
        case Fold(title, blocks):
            yield from _item("", f"{title}:", "", indent, width)
            yield from _blocks(blocks, indent + _STEP, width)
        case Part(title, blocks):
            yield ()
            yield from _item("", title, "norm", indent, width)
            yield from _blocks(blocks, indent + _STEP, width)
        case _:
            assert_never(of)


def _item(sign: str, told: str, role: str, indent: int, width: int) -> Iterator[Line]:
    start = indent + len(sign)
    for number, part in enumerate(wrapped(told, width - start)):
        lead = " " * indent + sign if number == 0 else " " * start
        yield (Segment(lead), Segment(part, role)) if lead else (Segment(part, role),)


def _marked(of: Marked, indent: int, width: int) -> Iterator[Line]:
    """A line as it was, and as it is; of one that is changed both."""
    before = "".join(told for part, told in of.pieces if part is not Of.IN).strip()
    after = "".join(told for part, told in of.pieces if part is not Of.OUT).strip()
    if of.sign != "+":
        yield from _item("- ", before, "broken", indent, width)
    if of.sign != "-":
        yield from _item("+ ", after, "met", indent, width)


def _rows(
    head: Sequence[str], rows: Sequence[Sequence[str]], indent: int, width: int
) -> Iterator[Line]:
    cells = [tuple(Segment(each, "muted") for each in head)]
    cells += [tuple(map(Segment, each)) for each in rows]
    if width >= _UNLIMITED:
        for each in rows:
            line = "; ".join(f"{name}: {cell}" for name, cell in zip(head, each, strict=True))
            yield from _item("– ", line, "", indent, width)
        return
    shares = [0.8 / len(head)] * (len(head) - 1)
    columns = widths(cells, width - indent, shares)
    for told in cells:
        yield from ((Segment(" " * indent), *line) for line in row(told, columns))


def _sides(of: Sides, indent: int, width: int) -> Iterator[Line]:
    if not _BESIDE <= width < _UNLIMITED:
        for label, verdict in zip(of.labels, (of.before, of.after), strict=True):
            yield from _side(label, verdict, indent, width)
        return
    half = (width - indent - 3) // 2
    sides = [
        list(_side(label, verdict, 0, half))
        for label, verdict in zip(of.labels, (of.before, of.after), strict=True)
    ]
    for left, right in zip_longest(*sides, fillvalue=()):
        room = half - sum(len(each.text) for each in left)
        yield (Segment(" " * indent), *left, Segment(" " * max(room, 0) + " │ ", "muted"), *right)


def _side(label: str, of: Verdict, indent: int, width: int) -> Iterator[Line]:
    word = full_word(of, missing(of))
    yield (Segment(" " * indent), Segment(f"{label}: "), Segment(word, role_of(of)))
    for line in steps(of, width - indent - _STEP):
        yield (Segment(" " * (indent + _STEP)), *line)
