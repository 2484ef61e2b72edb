"""What is only said of a block because some of its lines could not be read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.syntax.parse import Parsed

_OF_THE_OTHER_LINES = frozenset({
    "NTR120", "NTR121", "NTR122", "NTR123", "NTR162", "NTR215", "NTR216", "NTR217", "NTR218",
    "NTR228", "NTR401", "NTR254", "NTR402", "NTR412", "NTR413", "NTR414", "NTR415", "NTR417",
    "NTR419",
})  # fmt: skip
"""What is wrong only in view of the lines around: it need not be, once the lost one is read."""


_OF_A_NAME = re.compile(r"NTR2(?!1[678]|2[89])\d\d")
_FOLLOWS = {"NTR216": _OF_A_NAME, "NTR228": _OF_A_NAME, "NTR220": re.compile("NTR219")}
"""What follows from another fault of the same block: a clause with an unknown name in it is no
longer the one that is quoted, and a part that is misnamed cannot be told to be missing."""


def own_faults(diagnostics: Iterable[Diagnostic], files: Sequence[Parsed]) -> Iterator[Diagnostic]:
    """Without what follows from lines that are lost, or from another fault: they have been told of.

    What is told once is told where it is to be put right.
    """
    told = tuple(diagnostics)
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

    codes: dict[tuple[str, int], set[str]] = {}
    for each in told:
        codes.setdefault(block_of(each.span), set()).add(each.code)
    for each in told:
        block = block_of(each.span)
        is_lost = each.code in _OF_THE_OTHER_LINES and block in damaged
        if not is_lost and not _has_cause(each.code, codes[block]):
            yield each


def _has_cause(code: str, beside: AbstractSet[str]) -> bool:
    cause = _FOLLOWS.get(code)
    return cause is not None and any(cause.fullmatch(each) for each in beside)


def _lost_of(files: Sequence[Parsed], name: str) -> Iterator[int]:
    """The first lines of the blocks of a file in which lines were lost."""
    for file in files:
        if file.file.blocks and file.file.blocks[0].span.file == name:
            yield from file.damaged
