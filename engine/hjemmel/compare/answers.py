"""What a verdict answers, as far as two days are held against one another."""

from attrs import frozen

from hjemmel.case.observation import Unknown
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.explain.missing import kinds
from hjemmel.explain.verdict import Verdict, missing


@frozen
class Answer:
    """How a norm stands, what that amounts to, and the kinds of what is unknown."""

    outcome: Outcome
    effect: Effect
    unknown: tuple[Unknown, ...]


def answer_of(found: Verdict) -> Answer:
    """The answer of a verdict."""
    return Answer(found.outcome, found.effect, kinds(missing(found)))
