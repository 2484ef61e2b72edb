"""Which wording of a norm is in force in a case, and what follows: level, citations, word."""

from datetime import date

from attrs import frozen

from hjemmel.core.nodes import Fact, Literal
from hjemmel.core.outcome import Outcome, Stage, outcome
from hjemmel.core.program import Norm, Wording
from hjemmel.core.walk import nodes_of
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.source.citation import Citation, Level
from hjemmel.source.days import day_in_words
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
        found = case.remembered(norm.id, "stilling", lambda: _standing(case, norm))
        known = case.standings[norm.id] = found
    return known


def _standing(case: Situation, norm: Norm) -> Standing:
    found, stage = outcome(case.valuation.norms[norm.id])
    wording = wording_in_force(case, norm)
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


def period(wording: Wording) -> str:
    """«fra 1. januar 2022 til og med 31. desember 2023», with what is assumed."""
    start = f"fra {day_in_words(wording.start)}" if wording.start else ""
    end = f"til og med {day_in_words(wording.end)}" if wording.end else ""
    text = " ".join(filter(None, (start, end))) or "uten tidsgrense"
    note = assumption(wording)
    return f"{text} ({note})" if note else text


def assumption(wording: Wording) -> str:
    """«første dag er antatt: …», or empty."""
    match wording.assumed_start, wording.assumed_end:
        case True, True:
            which = "første og siste dag er antatt"
        case True, False:
            which = "første dag er antatt"
        case False, True:
            which = "siste dag er antatt"
        case _:
            return f"antatt: {wording.assumed}" if wording.assumed else ""
    return f"{which}: {wording.assumed}" if wording.assumed else which


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
