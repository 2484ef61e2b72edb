"""The finding of what a norm is about: worth telling only where the case might lack it."""

from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm
from hjemmel.core.schema import Schema
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.site import Telling, TellMaybe
from hjemmel.explain.steps import Has, HasNot, Part, Place, Step
from hjemmel.provenance.situation import Here


def subject(norm: Norm, schema: Schema) -> TellMaybe:
    """What tells whether the case has what the norm is about, where that is worth telling."""
    place = Place(norm.id, norm.place, Stage.SUBJECT)
    there, gone = (
        Finding(Step(place, Part(), asked), Result.HOLDS, None, decisive=True)
        for asked in (Has(norm.subject), HasNot(norm.subject))
    )

    usual = there if schema.may_lack(norm.subject) else None

    def tell(told: Telling, here: Here) -> Finding | None:
        del here
        return gone if told.case.norm_truth(norm.id, Stage.SUBJECT)[1] else usual

    return tell
