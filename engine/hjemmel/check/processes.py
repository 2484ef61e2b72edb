"""Whether a process has its steps, and a step what it takes."""

from collections.abc import Iterator, Sequence

from hjemmel.check import problems_structure
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import LikewiseBlock, ProcessBlock, ProcessLine, StepLine
from hjemmel.syntax.lines import AppliesTo, Binds, Mark, OwnWords, Requirement, Scope

_WORD = "fullført"


def process_problems(block: ProcessBlock) -> Iterator[Diagnostic]:
    """What is missing from a process, or stands in it for nothing."""
    steps = [each for each in block.lines if isinstance(each, StepLine)]
    if not steps:
        yield problems_structure.missing_line("prosess", "steg a", block.span)
    yield from _of_the_whole(block.lines)
    step: StepLine | None = None
    first: Requirement | None = None
    common: set[str] = set()
    here: dict[str, Span] = {}
    for line in block.lines:
        if isinstance(line, StepLine):
            yield from _unmet(step, first)
            step, first = line, None
            here = {side: span for side, span in here.items() if side in common}
        elif isinstance(line, Binds):
            if line.side in here:
                yield problems_structure.line_twice(line.lead, line.span, here[line.side])
            here[line.side] = line.span
            common |= {line.side} if step is None else set()
        elif isinstance(line, Requirement):
            yield from _requirement(line, step, first)
            first = first or line
    yield from _unmet(step, first)


_OF_THE_WHOLE: dict[type, str] = {
    Mark: "kjennemerke", OwnWords: "med egne ord", AppliesTo: "gjelder for", Scope: "gjelder når"
}  # fmt: skip


def _of_the_whole(lines: Sequence[ProcessLine]) -> Iterator[Diagnostic]:
    """Lines of the process below one of its steps, or written twice."""
    below = ""
    seen: dict[type, Span] = {}
    for line in lines:
        kind = type(line)
        if isinstance(line, StepLine):
            below = below or f"steg {line.letter}"
        elif kind not in _OF_THE_WHOLE:
            continue
        elif below:
            yield problems_structure.line_order(_OF_THE_WHOLE[kind], below, line.span)
        elif kind in seen and kind is not OwnWords:
            yield problems_structure.line_twice(_OF_THE_WHOLE[kind], line.span, seen[kind])
        else:
            seen[kind] = line.span


def _unmet(step: StepLine | None, requirement: Requirement | None) -> Iterator[Diagnostic]:
    if step is not None and requirement is None:
        yield problems_structure.missing_line("steg", f"{_WORD} når", step.span)


def _requirement(
    line: Requirement, step: StepLine | None, first: Requirement | None
) -> Iterator[Diagnostic]:
    if line.word != _WORD:
        found = f"{line.word} når"
        yield problems_structure.wrong_outcome_word("steg", found, f"{_WORD} når", line.span)
    if step is None:
        yield problems_structure.stray_line(f"{line.word} når", "steg a", line.span)
    elif first is not None:
        yield problems_structure.line_twice(f"{line.word} når", line.span, first.span)


def likewise_problems(block: LikewiseBlock) -> Iterator[Diagnostic]:
    """A reference to no norm."""
    if not block.norms:
        yield problems_structure.missing_line("gjelder tilsvarende", "norm", block.span)
