"""Where two versions of a norm differ: the smallest parts that are not the same."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.core.nodes import UNKNOWN_ORIGIN, Apply, Default, Node
from hjemmel.core.operators import OPERATORS, Sense, sense
from hjemmel.core.program import Norm
from hjemmel.core.walk import children_of

_JUNCTIONS = (Sense.ALL, Sense.ANY, Sense.COVERS, Sense.SOME_NORM, Sense.NO_NORM)


@frozen
class Difference:
    """A part of the one version, and what the other has in its place."""

    written: Node
    other: Node


def differences(written: Norm, other: Norm) -> tuple[Difference, ...]:
    """All that differs in what two versions ask.

    What is asked of the entries of a list differs where the list is asked about, and a comparison
    as a whole: so each part has a truth in the case, and where those are the same, so are the
    versions.
    """
    pairs = {
        (id(first), id(second)): (first, second)
        for before, after in zip(written.editions, other.editions, strict=True)
        for first, second in zip(before.clauses, after.clauses, strict=True)
    }
    return tuple(each for pair in pairs.values() for each in _differing(*pair))


def _differing(written: Node, other: Node) -> Iterator[Difference]:
    if written == other:
        return
    match written, other:
        case Apply(), Apply() if written.operator == other.operator and _joins(written):
            yield from _of_arguments(written, other)
        case Default(), Default() if len(written.exceptions) == len(other.exceptions):
            yield from _of_children(written, other)
        case _:  # what is not joined alike differs as a whole
            yield Difference(written, other)


def _joins(node: Apply) -> bool:
    """Whether a node joins truths, and compares nothing."""
    return OPERATORS[node.operator].joins


def _of_arguments(written: Apply, other: Apply) -> Iterator[Difference]:
    if len(written.arguments) == len(other.arguments):
        yield from _of_children(written, other)
    elif sense(written) in _JUNCTIONS:
        yield Difference(_without(written, other), _without(other, written))
    else:
        yield Difference(written, other)


def _of_children(written: Node, other: Node) -> Iterator[Difference]:
    for pair in zip(children_of(written), children_of(other), strict=True):
        yield from _differing(*pair)


def _without(node: Apply, other: Apply) -> Node:
    """What one «og» or «eller» joins that another does not."""
    own = tuple(each for each in node.arguments if each not in other.arguments)
    return Apply(node.operator, own, UNKNOWN_ORIGIN)


def is_excerpt(node: Apply) -> bool:
    """Whether a node stands in neither version: it joins only what one of them has of its own."""
    return node.origin == UNKNOWN_ORIGIN
