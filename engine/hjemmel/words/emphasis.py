"""How much is made of an outcome: capitals for what calls for action, and what a colour stands for.

Text, pages and portfolios all ask here, so that what is loud in one is loud in the others.
"""

from typing import assert_never

from hjemmel.core.effect import Effect, is_finding
from hjemmel.core.outcome import Outcome


def emphasised(word: str, effect: Effect) -> str:
    """The word of an outcome on a page: in capitals where it calls for action."""
    return word.upper() if is_finding(effect) else word


def role(outcome: Outcome, effect: Effect) -> str:
    """What the word of an outcome is, to whoever colours it.

    That something is simply not so has no colour: it may as well be good news.
    """
    match outcome:
        case Outcome.BROKEN:
            return _failed(effect)
        case Outcome.MET:
            return "met"
        case Outcome.UNDECIDED:
            return "undecided"
        case Outcome.NOT_APPLICABLE | Outcome.NO_RULE:
            return "muted"
        case _:
            assert_never(outcome)


def _failed(effect: Effect) -> str:
    match effect:
        case Effect.BREACH | Effect.UNMET:
            return "broken"
        case Effect.DEPARTURE:
            return "departed"
        case Effect.REFUSAL:
            return "refused"
        case Effect.NONE:
            return "failed"
        case _:
            assert_never(effect)
