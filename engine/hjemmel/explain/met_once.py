"""Whether a reason meets each clause once: then what decides is known on the way down.

A clause that is met twice, since it is said again or since two clauses refer to its norm, is
decisive where either makes it so; then what decides is found first. So it is where a value is
looked up in a list: of entries that have the same value, one is enough.
"""

from collections.abc import Iterator, Mapping

from hjemmel.core.nodes import Each, Literal, Node, Ref
from hjemmel.core.program import Norm
from hjemmel.core.sought import sought
from hjemmel.core.walk import nodes_of

_MOST = 1_000
"""Of more nodes than this, it is not worth going through them."""


def is_tree(norm: Norm, norms: Mapping[str, Norm]) -> bool:
    """Whether no clause of the norm, and of those that it refers to, is met twice."""
    met: set[int] = set()
    for node in _met(norm, norms):
        if node.origin.id in met or len(met) > _MOST or _may_be_looked_up(node) or _rebinds(node):
            return False
        if node.origin.id >= 0:
            met.add(node.origin.id)
    return True


def _met(norm: Norm, norms: Mapping[str, Norm]) -> Iterator[Node]:
    """Every node, as often as it is met."""
    waiting = [norm]
    while waiting:
        norm = waiting.pop()
        for clause in norm.clauses:
            for node in nodes_of(clause):
                yield node
                if isinstance(node, Ref):
                    waiting.append(norms[node.norm])


def _may_be_looked_up(node: Node) -> bool:
    wanted = sought(node) if isinstance(node, Each) else None
    return wanted is not None and not isinstance(wanted.value, Literal)


def _rebinds(node: Node) -> bool:
    """Whether a list in a list binds the same variable: then what it asks is met once for each
    entry of the outer one, and stands in the same place."""
    if not isinstance(node, Each):
        return False
    inner = (each for part in (node.where, node.body) for each in nodes_of(part))
    return any(isinstance(each, Each) and each.variable == node.variable for each in inner)
