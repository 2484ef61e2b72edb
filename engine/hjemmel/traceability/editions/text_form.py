"""Plain text, and what is taken out of a PDF as text: paragraphs put together from lines.

Note: what is taken out of a PDF has every line of the paper as a line, words divided at their
ends, and the head and foot of every page in the middle of the text. A form feed ends a page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field

from hjemmel.traceability.editions.document import (
    MARKER,
    Block,
    Document,
    Role,
    marked,
    split_title,
    titled,
)
from hjemmel.traceability.editions.typography import clean

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?P<title>[A-ZÆØÅ§].*)")
_COUNTED = re.compile(r"(\d{1,2}\.)\s+(?=\S)")
_CONTENTS = re.compile(r"(?:\.\s?|…){4,}\s*\d*$|\s{3,}\d{1,3}$")
_PAGE_NUMBER = re.compile(
    r"(?:side\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:av|/)\s*\d{1,4})?", re.IGNORECASE
)
_DIVIDED = re.compile(r"[a-zæøå]-$")
_HYPHENED = re.compile(r"\w-$")
_KEEPS_HYPHEN = re.compile(r"(?:og|eller|samt|til)\b")
_LEADS_IN = frozenset((
    "når", "hvis", "dersom", "at", "om", "skal", "må", "kan", "bør", "minst", "høyst", "som", "er",
    "på", "til", "for", "av", "ved", "med", "enten", "både", "blant", "være", "ha", "gi",
    "følgende", "i", "etter", "fra",
))  # fmt: skip
"""What no title ends with, and what leads in to a list does."""
_EDGE = 3
"""So many lines of a page's top and bottom may be its head and foot."""
_ENDED = (".", "?", "!", ":", ";")
_LONGEST_HEADING, _LONGEST_QUESTION = 150, 80


def read_plain(text: str) -> Document:
    """The blocks of a text, without the heads and feet of pages."""
    pages = [page.split("\n") for page in text.replace("\r\n", "\n").split("\f")]
    kept, dropped = _without_edges(pages)
    lines = [line for page in kept for line in page]
    listed = [line for line in lines if _CONTENTS.search(line.rstrip())]
    lines = [line for line in lines if not _CONTENTS.search(line.rstrip())]
    widest = max((len(line) for line in lines), default=0)
    notes = []
    if dropped:
        notes.append(f"{dropped} linjer øverst og nederst på sidene er holdt utenfor")
    if listed:
        notes.append(f"{len(listed)} linjer i en innholdsfortegnelse er holdt utenfor")
    return Document(tuple(titled(_blocks(_Paragraphs(widest).of(lines)))), tuple(notes))


def _without_edges(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """The pages without numbers, and without what several of them have at their edges."""
    if len(pages) < 2:
        return pages, 0
    edges = [_edges(page) for page in pages]
    met = Counter(key for page, at in zip(pages, edges, strict=True)
                  for key in {_same(page[each]) for each in at})  # fmt: skip
    most = max(2, len([each for each in edges if each]) // 3)
    dropped = 0
    kept = []
    for page, at in zip(pages, edges, strict=True):
        out = {each for each in at if met[_same(page[each])] > most or _is_number(page[each])}
        dropped += len(out)
        kept.append([_TURNED if n in out else line for n, line in enumerate(page)])
    return kept, dropped


def _is_number(line: str) -> bool:
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None


_TURNED = "\f"
"""Stands where a line of a page's edge stood: no paragraph ends there for that alone."""


def _edges(page: Sequence[str]) -> set[int]:
    written = [n for n, line in enumerate(page) if line.strip()]
    return {*written[:_EDGE], *written[-_EDGE:]}


def _same(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split())).lower()


@define
class _Paragraphs:
    """Puts lines together; knows the number of the last section, which the next must be after."""

    widest: int
    last: tuple[int, ...] = ()
    here: list[str] = field(factory=list)

    def of(self, lines: Sequence[str]) -> Iterator[list[str]]:
        """The lines of each paragraph."""
        turned = blank = False
        for line in lines:
            if line == _TURNED:
                turned = True
            elif not line.strip():
                blank = True
            else:
                if self.here and self._breaks(line.strip(), blank, turned):
                    yield self._ended()
                self.here.append(line.strip())
                turned = blank = False
        if self.here:
            yield self._ended()

    def _ended(self) -> list[str]:
        ended, self.here = self.here, []
        if number := self._number(ended):
            self.last = number
        return ended

    def _breaks(self, line: str, blank: bool, turned: bool) -> bool:
        """Whether a line begins another paragraph than the lines before it."""
        last = self.here[-1]
        goes_on = not blank and line[:1].islower()  # a title may be longer than a line
        is_heading = not goes_on and self._is_heading()
        if MARKER.match(line) or (_COUNTED.match(line) and _COUNTED.match(self.here[0])):
            return True
        if split_title(line) or self._number([line]):
            return blank or turned or is_heading or last.endswith(_ENDED)
        if turned:  # the sentence may go on over the page
            return last.endswith(_ENDED) or is_heading
        return blank or is_heading or (last.endswith(_ENDED) and len(last) < self.widest * 0.6)

    def _is_heading(self) -> bool:
        """Whether the lines so far are a title for certain: they begin with a section's number."""
        title = split_title(" ".join(self.here))
        return bool(title and not title[1]) or bool(self._number(self.here))

    def _number(self, lines: Sequence[str]) -> tuple[int, ...]:
        """The number of the section that lines are the title of; none where they are none."""
        text = " ".join(lines)
        found = _NUMBERED.fullmatch(text)
        if found is None or text.endswith((*_ENDED, ",")) or len(text) > _LONGEST_HEADING:
            return ()
        number = tuple(map(int, found["number"].split(".")))
        return number if number > self.last and number[0] <= (*self.last, 0)[0] + 2 else ()


def _blocks(paragraphs: Iterator[list[str]]) -> Iterator[Block]:
    for lines in paragraphs:
        text = clean(_joined(lines))
        if _is_title(text):
            yield Block(Role.HEADING, text, depth=_depth(text))
        elif (item := _COUNTED.match(text)) and not MARKER.match(text):
            yield Block(Role.ITEM, text[item.end() :], item[1])
        else:
            yield marked(text)


def _is_title(text: str) -> bool:
    """A short paragraph without an end; what the account has as a sentence, is found later."""
    is_question = text.endswith("?") and len(text) <= _LONGEST_QUESTION
    if (text.endswith((*_ENDED, ",")) and not is_question) or len(text) > _LONGEST_HEADING:
        return False
    if not text[:1].isdigit() and text.rpartition(" ")[2].lower() in _LEADS_IN:
        return False
    return not MARKER.match(text) and text[:1].isupper() | text[:1].isdigit()


def _depth(text: str) -> int:
    found = _NUMBERED.fullmatch(text)
    return found["number"].count(".") + 1 if found else 0


def _joined(lines: Sequence[str]) -> str:
    """The lines as one, words divided at line ends put together."""
    text = lines[0]
    for line in lines[1:]:
        is_small = line[:1].islower()
        is_divided = _DIVIDED.search(text) and is_small and not _KEEPS_HYPHEN.match(line)
        if text.endswith("\u00ad") or is_divided:
            text = text[:-1] + line
        else:
            text += ("" if _HYPHENED.search(text) and not _KEEPS_HYPHEN.match(line) else " ") + line
    return text
