"""A rulebook and its facts in a few lines, for whoever must find the fault."""

from typing import assert_never

from hjemmel.case.observation import View
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.program import Edition, Program


def told(node: Node) -> str:
    """A node as a term."""
    match node:
        case Literal():
            return repr(node.value) if isinstance(node.value, (bool, str)) else str(node.value)
        case Fact():
            return f"{node.subject}.{node.name}"
        case Ref():
            return f"[{node.norm}: {node.standing.value}]"
        case Apply():
            return f"{node.operator}({', '.join(told(each) for each in node.arguments)})"
        case Default():
            exceptions = "; ".join(told(each) for each in node.exceptions)
            unless = f" unless {{{exceptions}}}" if exceptions else ""
            return f"({told(node.condition)} => {told(node.consequence)}{unless})"
        case Each():
            where = "" if _is_true(node.where) else f" where {told(node.where)}"
            asked = f"{node.quantifier.value} {node.variable} in {told(node.domain)}"
            return f"<{asked}{where}: {told(node.body)}>"
        case _:
            assert_never(node)


def _is_true(node: Node) -> bool:
    return isinstance(node, Literal) and node.value is True


def _told_edition(edition: Edition) -> list[str]:
    by = f", by {told(edition.deciding)}" if edition.deciding else ""
    return [
        f"  from {edition.wording.start} to {edition.wording.end}{by}",
        f"    applies:  {told(edition.applies)}",
        f"    requires: {told(edition.requirement)}",
    ]


def told_pair(program: Program, view: View) -> str:
    """All norms in the order of their making, and the view."""
    lines: list[str] = []
    for norm in map(program.norm, program.order):
        lines.append(f"norm {norm.id} on {norm.subject}")
        lines += [
            f"  {norm.kind.value}, by {told(norm.deciding)}",
            *(line for each in norm.editions for line in _told_edition(each)),
        ]
    lines += [f"view {record}: {facts}" for record, facts in view.items()]
    return "\n".join(lines)
