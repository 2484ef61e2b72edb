"""A text of a source as it was read: headings, paragraphs and items of lists, in order."""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import frozen


class Role(Enum):
    """What a block of text is in its document."""

    HEADING = "overskrift"
    PARAGRAPH = "avsnitt"
    ITEM = "listepunkt"


@frozen
class Block:
    """A piece of text that stands by itself. An item has its `marker`: «a)», «1.» or «-»."""

    role: Role
    text: str
    marker: str = ""
    depth: int = 0


@frozen
class Document:
    """The blocks, and what was read otherwise than it stands, or left out, in words."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


_MONTHS = ("januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|"
           "desember")  # fmt: skip
MARKER = re.compile(
    r"(?P<marker>[-–—•·▪●◦‣*\uf0b7]|\(?[a-zæøå0-9]{1,2}\)|[a-zæøå]\."
    rf"|\d{{1,2}}\.(?= (?!{_MONTHS})[a-zæøå]))\s+(?=\S)"
)
"""What an item of a list begins with, where the text itself has it."""


def marked(text: str) -> Block:
    """A paragraph, or an item where the text begins as one."""
    found = MARKER.match(text)
    if found is None:
        return Block(Role.PARAGRAPH, text)
    return Block(Role.ITEM, text[found.end() :], found["marker"])


def titled(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, where a paragraph that is the title of a provision is a heading."""
    for each in blocks:
        if each.role is Role.PARAGRAPH and (parts := split_title(each.text)):
            title, rest = parts
            yield Block(Role.HEADING, title)
            if rest:
                yield marked(rest)
        else:
            yield each


_SECTION = re.compile(
    r"(?P<title>§ ?\d+(?:-\d+)?(?: ?[a-z](?![\w-]))?(?:\.(?= |$))?)(?P<rest>.*)", re.DOTALL
)
_LONGEST_TITLE = 150


def split_title(text: str) -> tuple[str, str] | None:
    """«§ 4-2. Title» and nothing; «§ 4.» and the text, where the section has no title."""
    found = _SECTION.fullmatch(text)
    if found is None:
        return None
    title, rest = found["title"], found["rest"].strip()
    is_title = len(rest) <= _LONGEST_TITLE and not rest.endswith((".", ",", ";", ":"))
    if is_title and not rest[:1].islower():
        return text, ""
    if rest.startswith("(") or title.endswith("."):
        inner = re.fullmatch(r"(\([^()]{3,120}\)\.?)\s*(.*)", rest, re.DOTALL)
        if inner:  # «§ 4. (Title) Text»
            return f"{title} {inner[1]}", inner[2]
        return title, rest
    return None  # «§ 4-1 gjelder …» is running text
