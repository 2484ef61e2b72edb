"""Which wording of a norm is in force in a case, and what follows: level, citations, word."""

from datetime import date

from attrs import frozen

from hjemmel.core.nodes import Fact, Literal
from hjemmel.core.outcome import NormMeaning, Outcome, Stage, outcome
from hjemmel.core.program import Norm, Wording
from hjemmel.core.walk import nodes_of
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.source.citation import Citation, Level
from hjemmel.words.outcomes import word


@frozen
class Standing:
    """How a norm stands: its outcome, where that was decided, and by which wording."""

    outcome: Outcome
    stage: Stage
    wording: Wording | None
    level: Level
    word: str


def standing(case: Situation, norm: Norm) -> Standing:
    """How the norm stands in the case."""
    known: Standing | None = case.standings.get(norm.id)
    if known is None:
        known = case.standings[norm.id] = _standing(case, norm)
    return known


def _standing(case: Situation, norm: Norm) -> Standing:
    """One of the few ways in which the norm can stand, each made once a program."""
    truths, wording = case.valuation.norms.bits(norm.id), wording_in_force(case, norm)
    key = (norm.id, truths, wording and norm.wordings.index(wording))
    known: Standing | None = case.book.standings.get(key)
    if known is None:
        known = case.book.standings[key] = _made(norm, case.valuation.norms[norm.id], wording)
    return known


def _made(norm: Norm, truths: NormMeaning, wording: Wording | None) -> Standing:
    found, stage = outcome(truths)
    level = wording.level if wording else _level(norm)
    presumed = norm.presumption
    return Standing(found, stage, wording, level, word(norm.kind, level, found, presumed))


def wording_in_force(case: Situation, norm: Norm) -> Wording | None:
    """The wording in force on the deciding day; None where none is, or the day is unknown."""
    if not case.valuation.norms[norm.id].in_force[0]:
        return None
    if len(norm.wordings) == 1:
        return norm.wordings[0]
    day = deciding_day(case, norm)
    return next((each for each in norm.wordings if day and _covers(each, day)), None)


def deciding_day(case: Situation, norm: Norm) -> date | None:
    """The day that decides which wording is in force, where it is known.

    Only nodes that were evaluated have a value, so a computed day is looked up
    where the guards of the wordings ask for it.
    """
    if isinstance(norm.deciding, (Fact, Literal)):
        value = case.value(norm.deciding, TOP)
    else:
        found = (each for each in nodes_of(norm.in_force) if each == norm.deciding)
        place = next(found, None)
        value = case.value(place, TOP) if place else None
    if isinstance(value, tuple):
        value = value[0] if value[0] == value[1] else None
    return value if isinstance(value, date) else None


def citations(norm: Norm, wording: Wording | None) -> tuple[Citation, ...]:
    """The citations of the wording in force, or of all of them where that is not settled."""
    if wording:
        return wording.all_citations
    return tuple(dict.fromkeys(one for each in norm.wordings for one in each.all_citations))


def is_assumed(wording: Wording) -> bool:
    """Whether any of the wording's days is an assumption."""
    return bool(wording.assumed_start or wording.assumed_end or wording.assumed)


def _level(norm: Norm) -> Level:
    """The level all wordings share, else the highest of them."""
    return min((each.level for each in norm.wordings), key=lambda level: level.rank)


def _covers(wording: Wording, day: date) -> bool:
    return (wording.start is None or wording.start <= day) and (
        wording.end is None or day <= wording.end
    )
