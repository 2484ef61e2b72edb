"""How a norm stands, from its four truths, stage by stage."""

from enum import Enum
from typing import Any

from attrs import Factory, field, frozen

from hjemmel.core.kleene import B, Bits, Pair, conjunction, negation
from hjemmel.core.nodes import Standing


class Outcome(Enum):
    """How a norm stands in a case, in words that fit every kind of norm.

    The words of kind and level («brutt», «fraveket», «nektet») are put on later.
    """

    MET = "holder"
    BROKEN = "holder ikke"
    UNDECIDED = "uavklart"
    NOT_APPLICABLE = "ikke aktuell"
    NO_RULE = "ikke i kraft"


class Stage(Enum):
    """The stage at which an outcome was decided; in the order in which they are asked."""

    SUBJECT = "subjekt"
    IN_FORCE = "i kraft"
    APPLIES = "gjelder"
    REQUIREMENT = "krav"


_STAGES = tuple(Stage)  # an enumeration is slow to go through
FAILED = {
    Stage.SUBJECT: Outcome.NOT_APPLICABLE,
    Stage.IN_FORCE: Outcome.NO_RULE,
    Stage.APPLIES: Outcome.NOT_APPLICABLE,
    Stage.REQUIREMENT: Outcome.BROKEN,
}
"""What a norm is where a stage is the first that does not hold, and fails."""


@frozen
class NormMeaning:
    """The truths of a norm: its subject exists, it is in force, it applies, it is met.

    Where it has several wordings, `applies` and `requirement` are what those that may be in force
    agree on, and `somewhere` is whether it applies under any of them at all.
    """

    subject: Any
    in_force: Any
    applies: Any
    requirement: Any
    somewhere: Any = field(default=Factory(lambda self: self.applies, takes_self=True))

    @property
    def stages(self) -> tuple[tuple[Stage, Any], ...]:
        """The truth of each stage, in order."""
        truths = (self.subject, self.in_force, self.applies, self.requirement)
        return tuple(zip(_STAGES, truths, strict=True))


def outcome(norm: NormMeaning) -> tuple[Outcome, Stage]:
    """The outcome of settled or unsettled truths (pairs of plain booleans), and its stage."""
    for stage, (holds, fails) in norm.stages:
        if not holds:
            if stage is Stage.IN_FORCE and norm.somewhere[1]:
                return Outcome.NOT_APPLICABLE, Stage.APPLIES
            return (FAILED[stage] if fails else Outcome.UNDECIDED), stage
    return Outcome.MET, Stage.REQUIREMENT


def standing(bits: Bits[B], norm: NormMeaning, asked: Standing) -> Pair[B]:
    """Whether the norm is in force, applies and stands as asked."""
    return conjunction(bits, [truth for _, truth in standing_parts(norm, asked)])


def standing_parts(norm: NormMeaning, asked: Standing) -> tuple[tuple[Stage, Any], ...]:
    """The truths that a reference to the norm is the conjunction of."""
    *before, (last, requirement) = norm.stages
    return (*before, (last, requirement if asked is Standing.MET else negation(requirement)))
