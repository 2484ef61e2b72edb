"""The outcome of a norm, from its four truths."""

from enum import Enum

from hjemmel.core.semantics import NormMeaning


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
    """The stage at which an outcome was decided."""

    SUBJECT = "subjekt"
    IN_FORCE = "i kraft"
    APPLIES = "gjelder"
    REQUIREMENT = "krav"


def outcome(norm: NormMeaning) -> tuple[Outcome, Stage]:
    """The outcome of settled or unsettled truths (pairs of plain booleans), stage by stage."""
    for stage, (holds, fails), failed in (
        (Stage.SUBJECT, norm.subject, Outcome.NOT_APPLICABLE),
        (Stage.IN_FORCE, norm.in_force, Outcome.NO_RULE),
        (Stage.APPLIES, norm.applies, Outcome.NOT_APPLICABLE),
        (Stage.REQUIREMENT, norm.requirement, Outcome.BROKEN),
    ):
        if fails:
            return failed, stage
        if not holds:
            return Outcome.UNDECIDED, stage
    return Outcome.MET, Stage.REQUIREMENT
