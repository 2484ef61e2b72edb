"""What is put in the place of something else, in the texts as they are read."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from hjemmel.source.source import Source
from hjemmel.source.span import Span


@frozen
class Change:
    """A text in the place of what stands at a span."""

    span: Span
    text: str


def changed(library: Mapping[str, Source], changes: Sequence[Change]) -> dict[str, Source]:
    """The texts with the changes made in them."""
    by_file: dict[str, list[Change]] = {}
    for each in changes:
        by_file.setdefault(each.span.file, []).append(each)
    return {
        name: _with(source, by_file[source.name]) if source.name in by_file else source
        for name, source in library.items()
    }


def _with(source: Source, changes: Sequence[Change]) -> Source:
    lines = list(source.lines)
    for each in sorted(changes, key=lambda change: change.span.order, reverse=True):
        line = lines[each.span.line - 1]
        before, after = line[: each.span.column - 1], line[each.span.end - 1 :]
        lines[each.span.line - 1] = f"{before}{each.text}{after}"
    return Source(source.name, "\n".join(lines))


def line_before(changes: Sequence[Change], file: str, line: int) -> int:
    """The line that a line of the changed text comes from."""
    added = sorted(
        (each.span.line, each.text.count("\n")) for each in changes if each.span.file == file
    )
    for at, count in added:
        if line > at:
            line = max(at, line - count)
    return line
