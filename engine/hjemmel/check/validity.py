"""From when to when the names of enumerations and registers are in use, and what took over."""

from collections.abc import Iterator

from hjemmel.check import problems_names
from hjemmel.check.periods import Lasting, check_periods
from hjemmel.core.schema import ALWAYS, Validity
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax.blocks import RegisterBlock, Term, ValidLine


def validity_of(line: ValidLine | None) -> Validity:
    """What a line says of it; always, where it says nothing."""
    return ALWAYS if line is None else Validity(line.start, line.end, line.successor)


def validity_problems(block: Term | RegisterBlock) -> Iterator[Diagnostic]:
    """Days the wrong way round, or that no calendar has; and successors that are not declared."""
    if isinstance(block, Term):
        lines = [each.valid for each in block.values]
        known = [each.name.words for each in block.values]
    else:
        lines = [each.valid for each in block.entries]
        known = [name for each in block.entries for name in (each.name, *each.aliases)]
    folded = {each.casefold() for each in known}
    for line in filter(None, lines):
        start = line.start or line.end
        assert start is not None  # the grammar has no period without days
        yield from check_periods([Lasting(start, line.end, line.span)])
        if line.successor and line.successor.casefold() not in folded:
            near = "".join(nearest(line.successor, known))
            help = f"mente du «{near}»?" if near else f"erklær den i «{block.name.words}» også"
            yield problems_names.unknown_name(line.successor, line.at_successor, help, None)
