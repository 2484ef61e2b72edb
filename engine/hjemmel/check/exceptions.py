"""Exceptions, and exceptions from them: each hangs on the norm, and its condition is sound."""

from collections.abc import Iterator

from hjemmel.check import problems_declarations, problems_references, problems_structure
from hjemmel.check.checking import Checking, every
from hjemmel.check.citations import check_citations
from hjemmel.check.clauses import is_sound_condition
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.syntax.lines import ExceptionLine
from hjemmel.syntax.problems import too_deep

MOST_LEVELS = 20


def are_sound_exceptions(ctx: Checking, lines: list[ExceptionLine]) -> bool:
    """Whether the exceptions of a norm hang together, and each is sound."""
    wrong = next(_astray(lines), None) or _too_deep(lines)
    if wrong is not None:
        ctx.report(wrong)
        return False
    return every(_is_sound(ctx, line, lines) for line in lines if not line.parent)


def _astray(lines: list[ExceptionLine]) -> Iterator[Diagnostic]:
    """Exceptions from one that is not there, of one name, or from each other alone."""
    known = {line.name for line in lines}
    for line in lines:
        if line.parent and line.parent not in known:
            near = "".join(nearest(line.parent, known))
            yield problems_references.unknown_exception(line.parent, line.parent_span, near)
        twice = [other for other in lines if other.name == line.name]
        if len(twice) > 1:
            span, first = twice[1].span, twice[0].span
            yield problems_declarations.declared_twice("unntaket", line.name, span, first)
    reached = _reached(lines)
    for line in lines:
        if line.name not in reached:
            because = "unntakene viser til hverandre, og ingen av dem til normen"
            help = "skriv det første av dem som «med mindre …»"
            yield problems_structure.idle_line(f"men likevel {line.name}", because, help, line.span)


def _reached(lines: list[ExceptionLine]) -> set[str]:
    """The exceptions that hang on the norm, directly or through others."""
    reached = {line.name for line in lines if not line.parent}
    while True:
        more = {line.name for line in lines if line.parent in reached} - reached
        if not more:
            return reached
        reached |= more


def _too_deep(lines: list[ExceptionLine]) -> Diagnostic | None:
    """The first exception that stands below more others than anybody can hear."""
    depth = {"": 0}
    while len(depth) <= len(lines):  # all of them hang on the norm
        depth |= {line.name: depth[line.parent] + 1 for line in lines if line.parent in depth}
    deep = next((line for line in lines if depth[line.name] > MOST_LEVELS), None)
    return too_deep(deep.span, "men likevel") if deep else None


def _is_sound(ctx: Checking, line: ExceptionLine, lines: list[ExceptionLine]) -> bool:
    sound = is_sound_condition(ctx, line.condition)
    check_citations(ctx, line.cited)
    below = [exception for exception in lines if exception.parent == line.name]
    return every(_is_sound(ctx, exception, lines) for exception in below) and sound
