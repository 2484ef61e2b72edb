"""Deadlines: an act by a last day, and what must hold by one; and the readings of that day."""

from hjemmel.check import names
from hjemmel.core.nodes import Fact, Node, Op
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.context import Context
from hjemmel.lowering.values import lower_value
from hjemmel.source.span import Span
from hjemmel.syntax.lines import Done, Latest, Requirement
from hjemmel.syntax.tree import Condition


def lower_deadline(ctx: Context, span: Span, done: Done, latest: Latest) -> Node:
    """An act by a last day; where a question is open about it, the deadline by each reading."""

    def by(day: bool | Condition | Latest) -> Node:
        assert isinstance(day, Latest)  # the checker has seen to it
        act, last = lower_value(ctx, done.act), lower_value(ctx, day.value)
        words = f"{done.act.words} er senest {day.words}"
        at = span if day is latest else day.span
        return ctx.apply(Op.IN_TIME, act, last, the_day(ctx), span=at, words=words)

    return ctx.as_read(latest, by(latest), by)


def lower_held(ctx: Context, asked: Requirement, latest: Latest | None) -> Node:
    """What must hold; where it has a last day, it holds or that day has not gone by."""
    held = lower_condition(ctx, asked.condition)
    if latest is None:
        return held
    said = f"{asked.condition.words}, senest {latest.words}"
    return ctx.any_of([held, _time_left(ctx, latest)], asked.condition.span, said)


def _time_left(ctx: Context, latest: Latest) -> Node:
    """That a last day has not gone by; of what must hold by it, only this comes of a reading.

    It never holds, so it is the same to replace it and to replace all that must hold.
    """

    def by(day: bool | Condition | Latest) -> Node:
        assert isinstance(day, Latest)  # the checker has seen to it
        last, words = lower_value(ctx, day.value), f"innen fristen, {day.words}"
        return ctx.apply(Op.LAST_DAY, last, the_day(ctx), span=day.span, words=words)

    return ctx.as_read(latest, by(latest), by)


def the_day(ctx: Context) -> Fact:
    """The day that a case is judged on."""
    return Fact(CASE, "vurderingsdato", Date(), ctx.origin(words=names.THE_DAY))
