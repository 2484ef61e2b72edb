"""The logic of a clause by itself: how its conditions are joined, whatever they ask.

Every condition (a fact, a comparison, a quantifier, a reference to a norm) is replaced by a
yes/no fact of its own. What is left is read by the one semantics, so that a condition can be
turned and the clause evaluated again, with all the others as they were.
"""

from collections.abc import Callable, Mapping
from typing import Any, assert_never

from attrs import field, frozen

from hjemmel.backends.plain import Truth
from hjemmel.backends.staged.valuation import stage_clause
from hjemmel.case.observation import View
from hjemmel.core import types
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Ref
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm
from hjemmel.core.schema import Schema
from hjemmel.core.walk import rebuilt
from hjemmel.provenance.decisive import is_comparison

RECORD = "vilkår"
"""The record of conditions that vary freely."""
_VALUES: Mapping[Truth, bool | None] = {(True, False): True, (False, True): False}
"""A truth as an observation has it; one that is unknown is None."""


@frozen(eq=False)
class Skeleton:
    """How the conditions of a stage of an edition are joined.

    `conditions` has them by the key of the fact that each became.
    """

    stage: Stage
    edition: Edition
    tree: Node
    conditions: dict[str, Node] = field(factory=dict)
    staged: list[Callable[[View], Any]] = field(factory=list)

    def truth(self, schema: Schema, truths: Mapping[str, Truth]) -> Truth:
        """The truth of the clause, where its conditions have these truths."""
        view = {RECORD: {key: _VALUES.get(truth) for key, truth in truths.items()}}
        found: Truth = self.read(schema)(view)
        return found

    def read(self, schema: Schema) -> Callable[[View], Any]:
        """What reads the truth of the clause in a view of its conditions."""
        if not self.staged:
            self.staged.append(stage_clause(self.tree, schema))
        return self.staged[0]


def skeletons(norm: Norm) -> tuple[Skeleton, ...]:
    """The logic of every clause of a norm, edition by edition."""
    return tuple(
        skeleton(edition, stage)
        for edition in norm.editions
        for stage in (Stage.APPLIES, Stage.REQUIREMENT)
    )


def skeleton(edition: Edition, stage: Stage) -> Skeleton:
    """The logic of a clause of a norm."""
    conditions: dict[str, Node] = {}
    clause = edition.applies if stage is Stage.APPLIES else edition.requirement
    return Skeleton(stage, edition, joints(clause, conditions), conditions)


def joints(node: Node, conditions: dict[str, Node]) -> Node:
    """How a clause joins its conditions, which are noted by the key of what each becomes."""
    match node:
        case Fact() | Ref() | Each():
            return _named(node, conditions)
        case Apply() if is_comparison(node):
            return _named(node, conditions)
        case Literal() | Default() | Apply():
            return rebuilt(node, lambda inner: joints(inner, conditions))
        case _:
            assert_never(node)


def _named(node: Node, conditions: dict[str, Node]) -> Fact:
    key = str(node.origin.id)
    conditions[key] = node
    return Fact(RECORD, key, types.Truth(), node.origin)
