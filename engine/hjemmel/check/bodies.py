"""Names of those who hold a role or give a fact, that nearly are another's.

They are declared nowhere by themselves, so a slip of the pen would make one more body of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from hjemmel.check import problems_names
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import alike
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import (
    Block,
    NormBlock,
    ProcessBlock,
    RecordBlock,
    RegisterBlock,
    RoleBlock,
)
from hjemmel.syntax.lines import Binds

_NEARLY = 0.9


@frozen
class _Use:
    """A body as it is named in a place."""

    name: str
    span: Span


def body_problems(blocks: Iterable[Block]) -> Iterator[Diagnostic]:
    """A name used once that is all but the name of something declared, or used more often."""
    declared, uses = _named_in(blocks)
    yield from _nearly(declared, uses, uses)


def bound_problems(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """The same of those whom norms and processes bind: it is told of them alone."""
    declared, uses = _named_in(blocks)
    bound = [
        _Use(who.words, who.span)
        for block in blocks
        if isinstance(block, (NormBlock, ProcessBlock))
        for line in block.lines
        if isinstance(line, Binds)
        for who in line.who
    ]
    known = {each.name.casefold(): each for each in uses}
    yield from _nearly(declared | known, [*uses, *bound], bound)


def _named_in(blocks: Iterable[Block]) -> tuple[dict[str, _Use], list[_Use]]:
    """What is declared that can be a body, and where bodies are named."""
    declared: dict[str, _Use] = {}
    uses: list[_Use] = []
    for block in blocks:
        match block:
            case RoleBlock():
                declared[block.name.words.casefold()] = _Use(block.name.words, block.name.span)
                held = (who for each in block.holders for who in each.holders)
                uses += [_Use(who.words, who.span) for who in held]
            case RegisterBlock():
                for entry in block.entries:
                    names = (entry.name, *entry.aliases)
                    declared |= {each.casefold(): _Use(each, entry.span) for each in names}
            case RecordBlock():
                called = block.definite or block.name.words
                declared[called.casefold()] = _Use(called, block.name.span)
                uses += [_Use(each.holder.words, each.holder.span) for each in block.facts]
            case _:  # no other block names a body that a rule does not name too
                pass
    return declared, uses


def _nearly(
    declared: Mapping[str, _Use], uses: Sequence[_Use], asked: Iterable[_Use]
) -> Iterator[Diagnostic]:
    counts = Counter(each.name.casefold() for each in uses)
    known = {each.name.casefold(): each for each in reversed(uses)}
    for use in asked:
        name = use.name.casefold()
        if counts[name] > 1 or name in declared:
            continue
        others = [each for each in known if counts[each] > 1] + list(declared)
        near = max(others, key=lambda each: alike(name, each), default="")
        if near and alike(name, near) >= _NEARLY:
            meant = declared.get(near) or known[near]
            yield problems_names.nearly_a_body(use.name, meant.name, use.span, meant.span)
