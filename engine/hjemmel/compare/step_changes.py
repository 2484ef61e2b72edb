"""What came out otherwise on another day: steps of a reason, deadlines, values."""

from datetime import date

from attrs import frozen

from hjemmel.core.nodes import Node, Ref
from hjemmel.explain.finding import Finding, Remark, Result
from hjemmel.explain.seen import Seen
from hjemmel.explain.steps import Clause


@frozen
class State:
    """How a step came out; of a fact that is unknown, what is noted of why."""

    result: Result
    is_of_fact: bool = False
    notes: tuple[Remark, ...] = ()


@frozen
class Turned:
    """A step that came out otherwise, with what was seen on the later day."""

    asked: Clause
    seen: Seen | None
    before: State
    after: State


@frozen
class Dated:
    """Whether an edition of a norm is in force came out otherwise, by the deciding day."""

    days: tuple[Node, ...]
    before: State
    after: State


@frozen
class NormTurned:
    """A norm that stands otherwise; the reason is to be read there."""

    ref: Ref
    before: State
    after: State


@frozen
class Lapsed:
    """A deadline that has gone by."""

    last: date


@frozen
class Kept:
    """A deadline that is kept, and was not before."""

    seen: Seen | None


@frozen
class Otherwise:
    """A deadline that stands otherwise than before."""

    seen: Seen | None


@frozen(eq=False)
class Revalued:
    """A decisive step that came out the same, of another value."""

    before: Finding
    after: Finding


StepChange = Turned | Dated | NormTurned | Lapsed | Kept | Otherwise | Revalued
