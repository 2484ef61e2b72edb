"""The finding of which wording of a norm is in force, and by which day that is counted."""

from collections.abc import Callable, Iterator, Sequence

from hjemmel.core.nodes import Fact, Literal, Node
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.explain.by_calendar import with_calendar
from hjemmel.explain.facts import remarks, unknown
from hjemmel.explain.finding import Finding, Result, Suspended, Under
from hjemmel.explain.seen import Known, Periods, Unsettled
from hjemmel.explain.site import RESULTS, Tell, Telling
from hjemmel.explain.standing import Standing, deciding_day, standing, suspensions
from hjemmel.explain.steps import CountedFrom, InForce, Part, Place, Step
from hjemmel.explain.unread import unread
from hjemmel.provenance.decisive import leaves, picked_among
from hjemmel.provenance.reading import Reading
from hjemmel.provenance.situation import TOP, Here, path_of


def in_force(norm: Norm, reading: Reading) -> Tell:
    """What tells of the wording in force, or those that may be; of all where none is known to."""
    step = Step(Place(norm.id, norm.place, Stage.IN_FORCE), Part(), InForce())
    _, truth, *_ = reading.stages(norm.id)
    every, by_day = Periods(norm.wordings, False), _by_days(norm, step.place)

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
        suspended = map(Suspended, suspensions(told.case, norm))
        found = found._replace(notes=(*found.notes, *suspended)) if norm.suspensions else found
        return found._replace(because=by_day(told, here)) if by_day else found

    return tell


ByDay = Callable[[Telling, Here], tuple[Finding, ...]]


def _by_days(norm: Norm, place: Place) -> ByDay | None:
    """The days that say which wording is in force, unless that is the day of evaluation."""
    if len(norm.days) == 1:
        tell = None if _is_given(norm.days[0]) else _by_day(norm.days[0], place.below(1))
        return (lambda told, here: (tell(told, here, True),)) if tell else None
    tells = [_by_day(day, place.below(at)) for at, day in enumerate(norm.days, 1)]

    def tell_each(told: Telling, here: Here) -> tuple[Finding, ...]:
        editions = picked_among(told.case, norm)
        return tuple(
            _with(tell(told, here, True), *_under(norm, day, editions))
            for day, tell in zip(norm.days, tells, strict=True)
            if any(norm.day_of(each) == day for each in editions)
        )

    return tell_each


def _with(finding: Finding, *notes: Under) -> Finding:
    return finding._replace(notes=(*notes, *finding.notes))


def _is_given(day: Node) -> bool:
    """Whether it is the day of evaluation, or a day that was put in the place of another."""
    return isinstance(day, Literal) or (isinstance(day, Fact) and day.subject == CASE)


def _under(norm: Norm, day: Node, editions: Sequence[Edition]) -> Iterator[Under]:
    """The wordings that a day decides."""
    return (Under(each.wording) for each in editions if norm.day_of(each) == day)


def _by_day(node: Node, place: Place) -> Tell:
    """A day that decides whether a wording is in force."""
    paths = [path_of(each, TOP) for each, _ in leaves(node, TOP) if isinstance(each, Fact)]
    step = Step(place, Part(), CountedFrom(node))

    def tell(told: Telling, _here: Here, _given: bool) -> Finding:
        day = deciding_day(told.case, node)
        notes = tuple(note for path in paths for note in remarks(told.case, path))
        if day:
            return Finding(step, Result.HOLDS, Known(day, Date()), True, notes=notes)
        seen = unknown(told.case, paths[0]) if paths else Unsettled(None)
        return Finding(step, Result.UNDECIDED, seen, True, notes=notes)

    return with_calendar(node, tell)
