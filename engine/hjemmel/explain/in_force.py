"""The finding of which wording of a norm is in force, and by which day that is counted."""

from hjemmel.core.nodes import Fact, Literal
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.explain.by_calendar import with_calendar
from hjemmel.explain.facts import remarks, unknown
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.seen import Known, Periods, Unsettled
from hjemmel.explain.site import RESULTS, Tell, Telling
from hjemmel.explain.standing import Standing, deciding_day, standing
from hjemmel.explain.steps import CountedFrom, InForce, Part, Place, Step
from hjemmel.explain.unread import unread
from hjemmel.provenance.decisive import leaves
from hjemmel.provenance.reading import Reading
from hjemmel.provenance.situation import TOP, Here, path_of


def in_force(norm: Norm, reading: Reading) -> Tell:
    """What tells of the wording in force, or those that may be; of all where none is known to."""
    step = Step(Place(norm.id, norm.place, Stage.IN_FORCE), Part(), InForce())
    _, truth, *_ = reading.stages(norm.id)
    every, by_day = Periods(norm.wordings, False), _by_day(norm, step.place.below(1))

    made: dict[tuple[Standing, Result], Finding] = {}

    def tell(told: Telling, here: Here, _: bool) -> Finding:
        key = (standing(told.case, norm), RESULTS[truth(told.row)])
        found = made.get(key)
        if found is None:
            wordings = key[0].wordings
            seen = Periods(wordings, True) if wordings else every
            found = made[key] = Finding(step, key[1], seen, True)
        if told.case.book.program.has_unread:
            found = found._replace(notes=unread(told.case, norm, key[0].wordings))
        return found._replace(because=(by_day(told, here, True),)) if by_day else found

    return tell


def _by_day(norm: Norm, place: Place) -> Tell | None:
    """The day that decides which wording is in force, unless it is the day of evaluation."""
    node = norm.deciding
    if isinstance(node, Literal) or (isinstance(node, Fact) and node.subject == CASE):
        return None
    paths = [path_of(each, TOP) for each, _ in leaves(node, TOP) if isinstance(each, Fact)]
    step = Step(place, Part(), CountedFrom(node))

    def tell(told: Telling, _here: Here, _given: bool) -> Finding:
        day = deciding_day(told.case, norm)
        notes = tuple(note for path in paths for note in remarks(told.case, path))
        if day:
            return Finding(step, Result.HOLDS, Known(day, Date()), True, notes=notes)
        seen = unknown(told.case, paths[0]) if paths else Unsettled(None)
        return Finding(step, Result.UNDECIDED, seen, True, notes=notes)

    return with_calendar(node, tell)
