"""Bytes to text, a line at a time: UTF-8, and nothing taken for it.

Note: a file can be gone through twice, a pipe cannot. What is wrong with how the text of a file is
written is found beforehand, so that the file is read whole or not at all; in a pipe it is found on
the way, and costs what follows.
"""

from collections.abc import Iterator
from functools import partial

from attrs import field, frozen

from hjemmel.facts.faults import Mistake
from hjemmel.facts.file_problems import BROKEN_SYNTAX, EMPTY_FILE
from hjemmel.facts.source_file import SourceStream, unheeded
from hjemmel.facts.text_file import (
    flaw_of_start,
    lone_return,
    mixed_ends,
    null_sign,
    wrong_letters,
)

LONGEST_LINE = 100_000_000
"""More bytes than any record has: a line that never ends is no text."""

_MARK = b"\xef\xbb\xbf"


@frozen(eq=False)
class TextLines:
    """The lines with their ends. At the end `flaws` has what stopped them, if anything did."""

    source: SourceStream
    flaws: list[Mistake] = field(factory=list)

    def __iter__(self) -> Iterator[str]:
        """The lines, up to the first that is no text."""
        is_blank = True
        stream = self.source.stream
        for number, raw in enumerate(iter(partial(stream.readline, LONGEST_LINE + 1), b""), 1):
            self.source.heed(len(raw))
            line = _text(raw, number)
            if isinstance(line, Mistake):
                self.flaws.append(line)
                return
            is_blank = is_blank and not line.strip()
            yield line
        if is_blank:
            self.flaws.append(Mistake(EMPTY_FILE, "filen er tom"))


def flaw_beforehand(source: SourceStream) -> Mistake | None:
    """What stops the lines, where they can be gone through twice."""
    if not source.stream.seekable():
        return None
    begins = source.stream.tell()
    lines = TextLines(SourceStream(source.name, source.stem, source.stream, unheeded))
    for _ in lines:
        pass
    source.stream.seek(begins)
    return next(iter(lines.flaws), None)


def _text(raw: bytes, number: int) -> str | Mistake:
    if len(raw) > LONGEST_LINE:
        reason = f"linje {number} er for lang; resten av filen er ikke lest"
        return Mistake(BROKEN_SYNTAX, reason, "skriv én sak på hver linje")
    if number == 1:
        raw = raw.removeprefix(_MARK)
        if (flaw := flaw_of_start(raw)) is not None:
            return flaw
    try:
        line = raw.decode()
    except UnicodeDecodeError:
        return wrong_letters(number)
    if "\0" in line:
        return null_sign(number)
    is_alone = number == 1 and not line.endswith("\n")
    return line if is_alone or lone_return(line) is None else mixed_ends(number)
