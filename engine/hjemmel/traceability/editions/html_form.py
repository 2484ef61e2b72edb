"""A web page: what stands in its text, without menus, scripts and what is hidden."""

import re
from html.parser import HTMLParser

from attrs import define, field

from hjemmel.traceability.editions.document import Block, Document, Role, marked, titled
from hjemmel.traceability.editions.typography import clean

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "th",
    "thead", "tr", "ul", "details", "summary", "caption",
))  # fmt: skip
_LEFT_OUT = frozenset((
    "aside", "button", "footer", "form", "head", "nav", "noscript", "script", "select",
    "style", "svg", "template",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
))  # fmt: skip
_MAIN = re.compile(r"<main[\s>]", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@define
class _List:
    """A list that is open: how its items are marked, and how many there have been."""

    kind: str
    count: int = 0

    def next(self, value: str | None) -> str:
        self.count = int(value) if value and value.isdecimal() else self.count + 1
        if value and not value.isdecimal():
            return f"{value.rstrip('.)')})"
        match self.kind:
            case "a" | "A" if self.count <= len(_LETTERS):
                return f"{_LETTERS[self.count - 1]})"
            case "1":
                return f"{self.count}."
            case _:
                return "-"


@define
class _Blocks:
    """The text gathered so far."""

    blocks: list[Block] = field(factory=list)
    parts: list[str] = field(factory=list)
    lists: list[_List] = field(factory=list)
    marker: str = ""
    heading: int = 0
    left_out: int = 0

    def end(self) -> None:
        """A block is at its end."""
        text = clean("".join(self.parts))
        self.parts.clear()
        if not text:
            return
        if self.heading:
            self.blocks.append(Block(Role.HEADING, text, depth=self.heading))
            return
        found = marked(text)
        if self.marker and found.role is not Role.ITEM:
            found = Block(Role.ITEM, text, self.marker)
        self.blocks.append(found)
        self.marker = ""


class _Reader(HTMLParser):
    """Follows the tags; what is left out is followed to its end."""

    def __init__(self, only_main: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found = _Blocks()
        self.only_main = only_main
        self.in_main = 0
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        told = dict(attrs)
        if self.out:
            if tag == self.out[0]:
                self.out.append(tag)
            return
        is_hidden = "hidden" in told or told.get("aria-hidden") == "true"
        if tag in _LEFT_OUT or (is_hidden and tag not in _VOID):
            self.found.end()
            self.out.append(tag)
            self.found.left_out += 1
            return
        if tag == "main":
            self.in_main += 1
        self._begin(tag, told)

    def _begin(self, tag: str, told: dict[str, str | None]) -> None:
        if tag in _BLOCKS:
            self.found.end()
        if tag in ("br", "td"):
            self.found.parts.append(" ")
        elif tag in ("ul", "ol"):
            kind = (told.get("type") or "1") if tag == "ol" else "-"
            self.found.lists.append(_List(kind))
        elif tag == "li":
            of = self.found.lists[-1] if self.found.lists else _List("-")
            self.found.marker = of.next(told.get("data-li-value") or told.get("value"))
        elif re.fullmatch("h[1-6]", tag):
            self.found.heading = int(tag[1])

    def handle_endtag(self, tag: str) -> None:
        """A tag ends."""
        if self.out:
            if tag == self.out[0]:
                self.out.pop()
            return
        if tag in _BLOCKS:
            self.found.end()
        if re.fullmatch("h[1-6]", tag):
            self.found.heading = 0
        elif tag in ("ul", "ol") and self.found.lists:
            self.found.lists.pop()
            self.found.marker = ""
        elif tag == "li":
            self.found.marker = ""
        elif tag == "main":
            self.in_main -= 1

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self.out and (self.in_main or not self.only_main):
            self.found.parts.append(data)


def read_html(text: str) -> Document:
    """The blocks of a page; of its main part only, where it says which that is."""
    reader = _Reader(only_main=bool(_MAIN.search(text)))
    reader.feed(text)
    reader.close()
    reader.found.end()
    notes = []
    if reader.only_main:
        notes.append("bare hoveddelen av nettsiden (<main>) er lest")
    if reader.found.left_out:
        notes.append("menyer, bunntekst, skjemaer og det som er skjult på nettsiden, er holdt "
                     "utenfor")  # fmt: skip
    return Document(tuple(titled(iter(reader.found.blocks))), tuple(notes))
