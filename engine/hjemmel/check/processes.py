"""Whether a process has its steps, and a step what it takes."""

from collections.abc import Iterator

from hjemmel.check import problems_anatomy
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.syntax.blocks import LikewiseBlock, ProcessBlock, StepLine
from hjemmel.syntax.lines import Requirement

_WORD = "fullført"


def process_problems(block: ProcessBlock) -> Iterator[Diagnostic]:
    """What is missing from a process, or stands in it for nothing."""
    steps = [each for each in block.lines if isinstance(each, StepLine)]
    if not steps:
        yield problems_anatomy.missing_line("prosess", "steg a", block.span)
    step: StepLine | None = None
    first: Requirement | None = None
    for line in block.lines:
        if isinstance(line, StepLine):
            yield from _unmet(step, first)
            step, first = line, None
        elif isinstance(line, Requirement):
            yield from _requirement(line, step, first)
            first = first or line
    yield from _unmet(step, first)


def _unmet(step: StepLine | None, requirement: Requirement | None) -> Iterator[Diagnostic]:
    if step is not None and requirement is None:
        yield problems_anatomy.missing_line("steg", f"{_WORD} når", step.span)


def _requirement(
    line: Requirement, step: StepLine | None, first: Requirement | None
) -> Iterator[Diagnostic]:
    if line.word != _WORD:
        found = f"{line.word} når"
        yield problems_anatomy.wrong_outcome_word("steg", found, f"{_WORD} når", line.span)
    if step is None:
        yield problems_anatomy.stray_line(f"{line.word} når", "steg a", line.span)
    elif first is not None:
        yield problems_anatomy.line_twice(f"{line.word} når", line.span, first.span)


def likewise_problems(block: LikewiseBlock) -> Iterator[Diagnostic]:
    """A reference to no norm."""
    if not block.norms:
        yield problems_anatomy.missing_line("gjelder tilsvarende", "norm", block.span)
