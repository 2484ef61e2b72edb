"""What is only said of a block because some of its lines could not be read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.syntax.parse import Parsed

_OF_THE_OTHER_LINES = frozenset({
    "NTR120", "NTR121", "NTR122", "NTR123", "NTR162", "NTR215", "NTR216", "NTR217", "NTR218",
    "NTR401", "NTR402", "NTR412", "NTR413", "NTR414", "NTR415", "NTR417",
})  # fmt: skip
"""What is wrong only in view of the lines around: it need not be, once the lost one is read."""


def own_faults(diagnostics: Iterable[Diagnostic], files: Sequence[Parsed]) -> Iterator[Diagnostic]:
    """Without what follows from lines that are lost: those have been told of."""
    starts = {
        span.file: sorted(each.span.line for each in file.file.blocks)
        for file in files
        for span in (each.span for each in file.file.blocks[:1])
    }
    damaged = {(name, line) for name, lines in starts.items() for line in _lost_of(files, name)}

    def block_of(span: Span) -> tuple[str, int]:
        lines = starts.get(span.file, [])
        at = bisect_right(lines, span.line)
        return span.file, lines[at - 1] if at else 0

    for each in diagnostics:
        if each.code not in _OF_THE_OTHER_LINES or block_of(each.span) not in damaged:
            yield each


def _lost_of(files: Sequence[Parsed], name: str) -> Iterator[int]:
    """The first lines of the blocks of a file in which lines were lost."""
    for file in files:
        if file.file.blocks and file.file.blocks[0].span.file == name:
            yield from file.damaged
