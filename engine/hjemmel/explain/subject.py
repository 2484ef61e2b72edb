"""The finding of what a norm is about: worth telling only where the case might lack it."""

from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm
from hjemmel.core.schema import Schema
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.site import Telling, TellMaybe
from hjemmel.explain.steps import Has, HasNot, Part, Place, Step
from hjemmel.provenance.reading import Reading
from hjemmel.provenance.situation import Here


def subject(norm: Norm, schema: Schema, reading: Reading) -> TellMaybe:
    """What tells whether the case has what the norm is about, where that is worth telling."""
    place = Place(norm.id, norm.place, Stage.SUBJECT)
    there, gone = (
        Finding(Step(place, Part(), asked), Result.HOLDS, None, decisive=True)
        for asked in (Has(norm.subject), HasNot(norm.subject))
    )

    truth, *_ = reading.stages(norm.id)
    usual = there if schema.may_lack(norm.subject) else None

    def tell(told: Telling, _here: Here, _given: bool) -> Finding | None:
        return gone if truth(told.row)[1] else usual

    return tell
