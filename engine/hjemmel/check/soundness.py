"""Which norms can be given a meaning."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hjemmel.check.norms import CheckedNorm
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.syntax.parse import Parsed


def sound_norms(
    norms: Sequence[CheckedNorm], files: Sequence[Parsed], diagnostics: Sequence[Diagnostic]
) -> Iterator[CheckedNorm]:
    """The norms of the blocks that could be read whole, and in which no error stands."""
    starts: dict[str, list[int]] = {}
    for file in files:
        for block in file.file.blocks:
            starts.setdefault(block.span.file, []).append(block.span.line)

    def block_of(span: Span) -> tuple[str, int]:
        """The file, and which of its blocks."""
        return span.file, bisect_right(starts.get(span.file, []), span.line)

    faulty = {block_of(each.span) for each in diagnostics if each.is_error}
    for file in files:
        blocks = file.file.blocks
        faulty |= {block_of(e.span) for e in blocks if e.span.line in file.damaged}
    for norm in norms:
        if norm.is_complete and block_of(norm.head.span) not in faulty:
            yield norm
