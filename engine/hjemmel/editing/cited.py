"""The citation at a place of a rule file, and the sentences of the sources that it rests on."""

from collections.abc import Iterator

import attrs

from hjemmel.editing.declared import Declared
from hjemmel.source.citation import Citation
from hjemmel.source.sentences import Sentences
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import Block, Place, RuleFile
from hjemmel.syntax.lines import Cited
from hjemmel.syntax.tree import Cite, NormGroup


@attrs.frozen
class CitedAt:
    """A citation as it is written, where that is, and the ids of the sentences that it covers."""

    span: Span
    words: str
    sentences: tuple[str, ...]


def cited_at(
    declared: Declared, file: str, line: int, column: int, sentences: Sentences
) -> CitedAt | None:
    """The citation at a place; none where none stands there, or its source is not known."""
    block = _block_at(declared.rulebook.files, file, line)
    found = _cites(block) if block is not None else iter(())
    here = [(cite, span) for cite, span in found
            if span.line == line and span.column <= column <= span.end]  # fmt: skip
    if not here:
        return None
    cite, span = min(here, key=lambda each: each[1].end - each[1].column)
    level = declared.rulebook.symbols.sources.level(cite.source)
    if level is None:
        return None
    citation = Citation(level, cite.provision, cite.part)
    return CitedAt(span, str(cite), sentences.cited(citation))


def cite_spans(of: Block) -> Iterator[Span]:
    """Where a block cites something."""
    return (span for _, span in _cites(of))


def _block_at(files: tuple[RuleFile, ...], file: str, line: int) -> Block | None:
    blocks = (block for each in files for block in each.blocks if block.span.file == file)
    before = [block for block in blocks if block.span.line <= line]
    return max(before, key=lambda block: block.span.line, default=None)


def _cites(node: object) -> Iterator[tuple[Cite, Span]]:
    match node:
        case Cited(cites, spans, compared, compared_spans):
            yield from zip(cites, spans, strict=True)
            yield from zip(compared, compared_spans, strict=True)
        case Place(at, span) | NormGroup(_, _, at, span):
            yield at, span
        case tuple():
            for each in node:
                yield from _cites(each)
        case _:  # words, days and numbers have no parts
            kind = type(node)
            for part in attrs.fields(kind) if attrs.has(kind) else ():
                yield from _cites(getattr(node, part.name))
