"""What a verdict amounts to: a breach, a departure, an unmet condition, a refusal, or none."""

from enum import Enum
from typing import assert_never

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.source.citation import Level


class Effect(Enum):
    """What it amounts to that a norm fails, by its kind and level.

    A fact that is simply not so («gjelder ikke»), advice not followed, a notice
    not given and a step not completed are no breach, and neither is what is undecided.
    """

    BREACH = "brudd"
    DEPARTURE = "fravik"
    UNMET = "vilkår ikke oppfylt"
    REFUSAL = "avslag"
    NONE = "ingen"


FINDINGS = (Effect.BREACH, Effect.DEPARTURE, Effect.UNMET)
"""What calls for action, gravest first: the only effects that are written in capitals, and that a
command ends with an exit code for."""


def effect_of(kind: Kind, level: Level, outcome: Outcome) -> Effect:
    """What the outcome of a norm of this kind, resting on a source of this level, amounts to.

    Only what binds can be breached; a guide and a web page are departed from.
    """
    if outcome is not Outcome.BROKEN:
        return Effect.NONE
    match kind:
        case Kind.DUTY | Kind.PROHIBITION | Kind.DEADLINE:
            return Effect.BREACH if level.binds else Effect.DEPARTURE
        case Kind.CONDITION:
            return Effect.UNMET
        case Kind.PERMISSION | Kind.DECISION:
            return Effect.REFUSAL
        case Kind.ADVICE | Kind.NOTICE | Kind.STATEMENT | Kind.DEFINITION | Kind.STEP:
            return Effect.NONE
        case _:
            assert_never(kind)


def is_finding(effect: Effect) -> bool:
    """A duty, a prohibition, a deadline or a condition that fails, at any level."""
    return effect in FINDINGS
