"""Where a part of the case is what something is said of, without any fact beside it:
«tjenesten er en nasjonal tjeneste»."""

import re
from collections.abc import Iterator, Mapping, Sequence

from hjemmel.editing.declared import Declared
from hjemmel.editing.prose import prose_lines
from hjemmel.editing.renaming.change import Change
from hjemmel.editing.renaming.target import Lines
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import NormBlock, RuleFile


def said_of(
    forms: Mapping[str, str], declared: Declared, lines: Lines, grammar: str
) -> Iterator[Change]:
    """The changes of forms, in small letters, where they stand in norms and are no part of the
    name of something else; free text is left as it is."""
    words = "|".join(map(re.escape, forms))
    pattern = re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE)
    taken: dict[tuple[str, int], list[Span]] = {}
    for use in declared.places.uses:
        taken.setdefault((use.span.file, use.span.line), []).append(use.span)
    for file in declared.rulebook.files:
        for name, number in _lines_of_norms(file, lines, grammar):
            here = taken.get((name, number), ())
            for found in pattern.finditer(lines[name][number - 1]):
                at = Span(name, number, found.start() + 1, found.end() + 1)
                if not any(each.column < at.end and at.column < each.end for each in here):
                    yield Change(at, forms[found[1].casefold()])


def _lines_of_norms(file: RuleFile, lines: Lines, grammar: str) -> Iterator[tuple[str, int]]:
    """The lines of a file below the first line of a norm that hold no free text."""
    blocks = sorted(file.blocks, key=lambda each: each.span.line)
    if not blocks:
        return
    name = blocks[0].span.file
    rows: Sequence[str] = lines[name]
    free = prose_lines(rows, grammar)
    ends = [*(each.span.line for each in blocks[1:]), len(rows) + 1]
    for block, end in zip(blocks, ends, strict=True):
        if isinstance(block, NormBlock):
            numbers = range(block.span.line + 1, end)
            yield from ((name, number) for number in numbers if number not in free)
