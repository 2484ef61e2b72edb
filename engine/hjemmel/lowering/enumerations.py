"""Values named one by one, all but one of them: the last may have been forgotten.

Naming most of a list of at least four is seldom meant as anything but naming them all. Where it is
meant, the value left out is mostly the one that takes the rest («annen …»), or the author can say
just as well which one it is not. A list that its source leaves open is never taken to be all.
"""

import re
from collections.abc import Sequence

from hjemmel.check import problems_logic
from hjemmel.core.nodes import Literal, Node
from hjemmel.core.types import Enumerated, Registered
from hjemmel.core.walk import nodes_of, rebuilt
from hjemmel.lowering.context import Context
from hjemmel.source.span import Span

_FEWEST = 4
_THE_REST = re.compile(r"(annen|annet|andre|øvrig\w*|ingen|intet|ukjent\w*)\b", re.IGNORECASE)

Listed = Enumerated | Registered


def check_named(ctx: Context, kind: Listed, named: set[object], span: Span) -> None:
    """«er A, B eller C» of four: warn of the one that is left out."""
    missing = _missing(ctx, kind, named)
    if missing is not None:
        ctx.report(problems_logic.one_left_out(missing, kind.name, len(named), span))


def check_parallel(ctx: Context, nodes: Sequence[Node], span: Span) -> None:
    """Clauses that differ only in one value, and together name all values but one."""
    if len(nodes) < _FEWEST - 1:
        return
    found: list[tuple[Node, Listed, set[object]]] = []
    for node in nodes:
        named = {written for each in nodes_of(node) if (written := _value(each))}
        if len(named) != 1:
            continue
        ((kind, said),) = named
        shape = _without_value(node)
        group = next((values for form, _, values in found if form == shape), None)
        if group is None:
            found.append((shape, kind, {said}))
        else:
            group.add(said)
    for _, kind, values in found:
        missing = _missing(ctx, kind, values)
        if missing is not None:
            ctx.report(problems_logic.one_left_out(missing, kind.name, len(values), span))


def _missing(ctx: Context, kind: Listed, named: set[object]) -> str | None:
    """The one value that is not named, where that is worth a word."""
    schema = ctx.symbols.schema
    if isinstance(kind, Enumerated):
        term = schema.enumeration(kind.name)
        known = () if term.open_because else term.values
    else:
        known = tuple(each.name for each in schema.register(kind.name).entries)
    left = [each for each in known if each not in named]
    if len(known) < _FEWEST or len(left) != 1 or _THE_REST.match(left[0]):
        return None
    return left[0]


def _value(node: Node) -> tuple[Listed, object] | None:
    """A value of a list written in the rule, with its list."""
    if isinstance(node, Literal) and isinstance(node.type, (Enumerated, Registered)):
        return node.type, node.value
    return None


def _without_value(node: Node) -> Node:
    """The node with its values left open, so that two that differ in them alone are equal."""
    if isinstance(node, Literal) and _value(node):
        return Literal("", node.type, node.origin)
    return rebuilt(node, _without_value)
