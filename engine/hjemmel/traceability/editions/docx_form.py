"""A Word document: its paragraphs, with headings and lists as the document itself marks them."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from attrs import define, field

from hjemmel.traceability.editions.document import Block, Document, Role, marked, titled
from hjemmel.traceability.editions.typography import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT, _NUMBERING = "word/document.xml", "word/numbering.xml"
_MOST = 100_000_000
"""As much as the text of a document may be when it is unpacked."""
_HEADING = re.compile(r"(?:heading|overskrift|titt?el|title)\s*(\d?)", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
Levels = Mapping[tuple[str, str], str]
"""How each level of each list is marked, by the numbers of both."""


class NoDocumentError(Exception):
    """The file is no Word document."""


def read_docx(content: bytes) -> Document:
    """The blocks of a document. What is marked as deleted is not in it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            text = _part(archive, _TEXT)
            numbering = _part(archive, _NUMBERING) if _NUMBERING in archive.namelist() else None
    except (BadZipFile, KeyError, ET.ParseError, NotImplementedError, RuntimeError,
            EOFError, ValueError) as wrong:  # fmt: skip
        raise NoDocumentError from wrong
    reader = _Reader(_levels(numbering))
    blocks = [each for paragraph in _paragraphs(text) if (each := reader.block(paragraph))]
    notes = ["ord som er merket som slettet, er ikke lest"] if _has(text, "del") else []
    return Document(tuple(titled(iter(blocks))), tuple(notes))


def _part(archive: ZipFile, name: str) -> ET.Element:
    if archive.getinfo(name).file_size > _MOST:
        raise NoDocumentError
    return ET.fromstring(archive.read(name))  # noqa: S314 - expat bounds what it expands


def _has(tree: ET.Element, tag: str) -> bool:
    return next(tree.iter(f"{_W}{tag}"), None) is not None


def _levels(numbering: ET.Element | None) -> Levels:
    """How each level of each list is marked."""
    if numbering is None:
        return {}
    formats: dict[tuple[str, str], str] = {}
    for abstract in numbering.iter(f"{_W}abstractNum"):
        for level in abstract.iter(f"{_W}lvl"):
            of = _value(level.find(f"{_W}numFmt"))
            formats[abstract.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "0")] = of
    return {
        (number.get(f"{_W}numId", ""), level): of
        for number in numbering.iter(f"{_W}num")
        for (abstract_id, level), of in formats.items()
        if abstract_id == _value(number.find(f"{_W}abstractNumId"))
    }


def _paragraphs(tree: ET.Element) -> Iterator[ET.Element]:
    """The paragraphs in order, those of tables and boxes too; what stands twice, once."""
    for each in tree:
        if each.tag == _FALLBACK:
            continue
        if each.tag == f"{_W}p":
            yield each
        yield from _paragraphs(each)


def _text(of: ET.Element) -> Iterator[str]:
    """The text of a paragraph itself, and not of a box that hangs on it."""
    for each in of:
        tag = each.tag.removeprefix(_W)
        if tag == "t":
            yield each.text or ""
        elif tag in ("tab", "br", "cr"):
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag not in ("del", "p", "pPr", "instrText") and each.tag != _FALLBACK:
            yield from _text(each)


@define
class _Reader:
    """Knows how far each list has come."""

    levels: Levels
    counts: dict[tuple[str, str], int] = field(factory=dict)

    def block(self, paragraph: ET.Element) -> Block | None:
        """The block of a paragraph; None for an empty one."""
        text = clean("".join(_text(paragraph)))
        if not text:
            return None
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        title = _HEADING.match(style)
        number = paragraph.find(f"{_W}pPr/{_W}numPr")
        if title:
            return Block(Role.HEADING, text, depth=int(title[1] or 1))
        found = marked(text)
        if number is None or found.role is Role.ITEM:
            return found
        return Block(Role.ITEM, text, self._marker(number))

    def _marker(self, number: ET.Element) -> str:
        at = (_value(number.find(f"{_W}numId")), _value(number.find(f"{_W}ilvl")) or "0")
        count = self.counts[at] = self.counts.get(at, 0) + 1
        match self.levels.get(at, "bullet"):
            case "lowerLetter" | "upperLetter" if count <= len(_LETTERS):
                return f"{_LETTERS[count - 1]})"
            case "decimal":
                return f"{count}."
            case _:
                return "-"


def _value(of: ET.Element | None) -> str:
    return "" if of is None else of.get(f"{_W}val", "")
