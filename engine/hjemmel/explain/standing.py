"""Which wording of a norm is in force in a case, and what follows: level, citations, word."""

from datetime import date

from attrs import frozen

from hjemmel.core.effect import Effect, effect_of
from hjemmel.core.outcome import NormMeaning, Outcome, Stage, outcome
from hjemmel.core.program import Norm, Wording
from hjemmel.provenance.decisive import edition_in_force
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.source.citation import Citation, Level
from hjemmel.words.outcomes import word


@frozen(eq=False)
class Standing:
    """How a norm stands: its outcome, where that was decided, by which wording, what that is.

    Each is made once in a program (see `standing`), so the same one is the same object.
    """

    outcome: Outcome
    stage: Stage
    wording: Wording | None
    level: Level
    effect: Effect
    word: str


def standing(case: Situation, norm: Norm) -> Standing:
    """How the norm stands in the case."""
    known: Standing | None = case.standings.get(norm.id)
    if known is None:
        known = case.standings[norm.id] = _standing(case, norm)
    return known


def _standing(case: Situation, norm: Norm) -> Standing:
    """One of the few ways in which the norm can stand, each made once a program."""
    truths = case.valuation.norms.bits(norm.id)
    only_one = len(norm.wordings) == 1  # which is then the one in force, if any is
    wording = None if only_one else wording_in_force(case, norm)
    key = (norm.id, truths, wording and norm.wordings.index(wording))
    known: Standing | None = case.book.standings.get(key)
    if known is None:
        found = wording_in_force(case, norm)
        known = case.book.standings[key] = _made(norm, case.valuation.norms[norm.id], found)
    return known


def _made(norm: Norm, truths: NormMeaning, wording: Wording | None) -> Standing:
    found, stage = outcome(truths)
    level = wording.level if wording else _level(norm)
    presumed = norm.presumption
    effect = effect_of(norm.kind, level, found)
    return Standing(found, stage, wording, level, effect, word(norm.kind, level, found, presumed))


def wording_in_force(case: Situation, norm: Norm) -> Wording | None:
    """The wording in force on the deciding day; None where none is, or the day is unknown."""
    edition = edition_in_force(case, norm)
    return edition.wording if edition else None


def deciding_day(case: Situation, norm: Norm) -> date | None:
    """The day that decides which wording is in force, where it is known."""
    value = case.value(norm.deciding, TOP)
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
