"""The parts of a norm that somebody wrote to make a difference: conditions and exceptions."""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from hjemmel.core.nodes import Apply, Default, Literal, Node
from hjemmel.core.operators import OPERATORS, Sense, sense
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm


class Role(Enum):
    """What a part is."""

    CONDITION = "vilkår"
    EXCEPTION = "unntak"


@frozen
class Unit:
    """A part, where it stands, and the parts it is made of, which say nothing new where it says
    nothing."""

    role: Role
    node: Node
    stage: Stage
    inner: tuple["Unit", ...]

    @property
    def id(self) -> int:
        """Where it comes from."""
        return self.node.origin.id


def units(norm: Norm) -> tuple[Unit, ...]:
    """The parts of all editions, each once however many editions share it."""
    found: dict[int, Unit] = {}
    for edition in norm.editions:
        for each in _of_edition(edition):
            found.setdefault(each.id, each)
    return tuple(found.values())


def each_of(some: tuple[Unit, ...]) -> Iterator[Unit]:
    """The parts and all that they are made of."""
    for unit in some:
        yield unit
        yield from each_of(unit.inner)


def _of_edition(edition: Edition) -> Iterator[Unit]:
    for stage in (Stage.APPLIES, Stage.REQUIREMENT):
        yield from _of_root(edition.clause(stage), stage)


def _of_root(node: Node, stage: Stage) -> Iterator[Unit]:
    """A clause by itself is what is asked; what it joins may be too much.

    What is asked alone, cannot be left out without leaving nothing.
    """
    match node:
        case Default():
            yield from _of_root(node.condition, stage)
            yield from _of_root(node.consequence, stage)
            yield from (Unit(Role.EXCEPTION, each, stage, tuple(_inner(each, stage)))
                        for each in node.exceptions if _is_written(each))  # fmt: skip
        case Apply() if _is_joint(node):
            yield from _inner(node, stage)
        case _:  # one condition
            return


def _inner(node: Node, stage: Stage) -> Iterator[Unit]:
    match node:
        case Default():
            yield from _of_root(node, stage)
        case Apply() if _is_joint(node):
            for each in node.arguments:
                yield from _made(each, stage)
        case _:  # one condition
            return


def _made(node: Node, stage: Stage) -> Iterator[Unit]:
    inner = tuple(_inner(node, stage))
    if isinstance(node, Literal):
        return
    if _is_written(node):
        yield Unit(Role.CONDITION, node, stage, inner)
    else:
        yield from inner


def _is_joint(node: Apply) -> bool:
    """Whether somebody joined its parts by hand: a question and a group of norms are one thing."""
    return OPERATORS[node.operator].joins and sense(node) in (Sense.ALL, Sense.ANY, Sense.NOT)


def _is_written(node: Node) -> bool:
    return bool(node.origin.span.line) and node.origin.id >= 0
