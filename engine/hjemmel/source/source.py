"""A rule file's text, made regular before anything reads it."""

import re
from functools import cached_property, lru_cache

from attrs import Factory, field, frozen

from hjemmel.source.columns import column_in_file
from hjemmel.source.look_alikes import misleading
from hjemmel.source.signs import HIDDEN, LINE, MARK, Sign, kind_of, plain, signs
from hjemmel.source.span import Span

_WRITTEN_AS = str.maketrans(dict.fromkeys("“”„‟″", '"') | dict.fromkeys("‒—―−", "–"))
"""Which quotes open and which close differs from keyboard to keyboard: that pairs will tell."""


@frozen
class Source:
    """A named rule file and its normalised text.

    `written` is the text as it is shown, with the signs that a reader does not see; where it has
    any, `text` is what the rest of the file is read from, and the file has errors. `raw` is the
    text as it stands in the file, where messages point.
    """

    name: str
    text: str
    written: str = field(default=Factory(lambda self: self.text, takes_self=True), repr=False)
    raw: str = field(
        default=Factory(lambda self: self.written, takes_self=True), repr=False, eq=False
    )

    @cached_property
    def lines(self) -> list[str]:
        """The lines without line ends."""
        return self.text.split("\n")

    @cached_property
    def written_lines(self) -> list[str]:
        """The lines as they are shown."""
        return self.written.split("\n")

    @cached_property
    def raw_lines(self) -> list[str]:
        """The lines as they stand in the file."""
        return self.raw.split("\n")

    def in_file(self, span: Span) -> Span:
        """A stretch of the text, by the columns that it has in the file."""
        lines = self.raw_lines
        if span.file != self.name or not 1 <= span.line <= len(lines):
            return span
        line = lines[span.line - 1]
        columns = (column_in_file(line, each) for each in (span.column, span.end))
        return Span(span.file, span.line, *columns)

    @property
    def misleading(self) -> list[tuple[int, Sign]]:
        """The signs that a reader cannot see or takes for others, each with its line from 1."""
        if not misleading(self.written):
            return []
        lines = enumerate(self.written_lines, 1)
        return [(number, each) for number, line in lines for each in misleading(line)]


@lru_cache(maxsize=64)
def read_text(name: str, raw: str) -> Source:
    """Normalise what word processors do to text: composed letters, spaces, quotes and line ends.

    A tab counts as one space: indentation means nothing, and columns stay true. The mark that
    says a file is UTF-8 may stand first in it.
    """
    raw = raw.removeprefix("\ufeff").replace("\r\n", "\n")
    regular = plain(raw)
    written = _pair_quotes(regular.translate(_WRITTEN_AS))
    return Source(name, _readable(written), written, raw)


def _readable(text: str) -> str:
    """The text without what is hidden in it, so that the rest can be read."""
    if not any(each.kind in HIDDEN for each in signs(text)):
        return text
    return "\n".join(map(_without_hidden, text.split("\n")))


def _without_hidden(line: str) -> str:
    return "".join(map(_read_as, line))


def _read_as(char: str) -> str:
    kind = kind_of(char)
    if kind is LINE:
        return " "
    return char if kind is None or kind is MARK or kind not in HIDDEN else ""


def _pair_quotes(text: str) -> str:
    """Turn "…", ‘…’, ‹…› and »…« into «…», pair by pair within a line.

    An odd one is left to be reported. What opens with » is turned only where the line has no «
    before it: else it closes what stands to the left.
    """
    text = re.sub(r'"([^"\n]*)"|‘([^‘’\n]*)’(?!\w)|‹([^‹›\n]*)›', _quoted, text)
    return re.sub(r"^[^«»\n]*(?:»[^«»\n]*«[^«»\n]*)+$", _turned, text, flags=re.MULTILINE)


def _quoted(found: re.Match[str]) -> str:
    return f"«{next(each for each in found.groups() if each is not None)}»"


def _turned(line: re.Match[str]) -> str:
    return line[0].translate({ord("«"): "»", ord("»"): "«"})
