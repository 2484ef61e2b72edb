"""Exceptions, and exceptions from them."""

from hjemmel.check import problems_declarations, problems_references, problems_structure
from hjemmel.core.nodes import Default, Node
from hjemmel.diagnostics.suggest import nearest
from hjemmel.lowering.citations import lower_citations
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.context import Context
from hjemmel.syntax.lines import ExceptionLine
from hjemmel.syntax.problems import too_deep

MOST_LEVELS = 20


def lower_exceptions(ctx: Context, lines: list[ExceptionLine]) -> tuple[Node, ...] | None:
    """The exceptions of a norm as nodes, each holding the exceptions from itself."""
    known = {each.name for each in lines}
    for each in lines:
        if each.parent and each.parent not in known:
            near = "".join(nearest(each.parent, known))
            ctx.report(problems_references.unknown_exception(each.parent, each.parent_span, near))
            return None
        twice = [other for other in lines if other.name == each.name]
        if len(twice) > 1:
            span, first = twice[1].span, twice[0].span
            ctx.report(problems_declarations.declared_twice("unntaket", each.name, span, first))
            return None
    reached = _reached(lines)
    for each in lines:
        if each.name not in reached:
            because = "unntakene viser til hverandre, og ingen av dem til normen"
            ctx.report(problems_structure.idle_line(f"men likevel {each.name}", because, each.span))
            return None
    deep = _too_deep(lines)
    if deep is not None:
        ctx.report(too_deep(deep.span, "men likevel"))
        return None
    found = [_lower(ctx, each, lines) for each in lines if not each.parent]
    if any(each is None for each in found):
        return None
    return tuple(each for each in found if each)


def _reached(lines: list[ExceptionLine]) -> set[str]:
    """The exceptions that hang on the norm, directly or through others."""
    reached = {each.name for each in lines if not each.parent}
    while True:
        more = {each.name for each in lines if each.parent in reached} - reached
        if not more:
            return reached
        reached |= more


def _too_deep(lines: list[ExceptionLine]) -> ExceptionLine | None:
    """The first exception that stands below more others than anybody can hear."""
    depth = {"": 0}
    while len(depth) <= len(lines):  # all of them hang on the norm
        depth |= {e.name: depth[e.parent] + 1 for e in lines if e.parent in depth}
    return next((each for each in lines if depth[each.name] > MOST_LEVELS), None)


def _lower(ctx: Context, line: ExceptionLine, lines: list[ExceptionLine]) -> Node | None:
    condition = lower_condition(ctx, line.condition)
    citations = lower_citations(ctx, line.cited) if line.cited.citations else ()
    inner = [_lower(ctx, each, lines) for each in lines if each.parent == line.name]
    if condition is None or any(each is None for each in inner):
        return None
    origin = ctx.origin(line.span, f"unntak: {line.name}", citations)
    return Default(tuple(each for each in inner if each), condition, ctx.true(), origin)
