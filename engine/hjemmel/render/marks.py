"""What a verdict rests on that no source says, each mark by its one short spelling.

In a line a mark stands after the reason, led in by its word («antatt: …»); in tables each has a
column of its own.
"""

from hjemmel.explain.binding import bound_by
from hjemmel.explain.chosen_days import holders_chosen
from hjemmel.explain.standing import is_assumed
from hjemmel.explain.verdict import Verdict
from hjemmel.render.note_words import unread_words
from hjemmel.source.moment import period_in_words
from hjemmel.words.periods import choice

ASSUMED = "antatt"


def assumed(verdict: Verdict) -> tuple[str, ...]:
    """«ordlyden fra 1. januar 2022», «departementet er myndigheten»."""
    wordings = (
        f"ordlyden {period_in_words(each.start, each.end)}"
        for each in verdict.wordings
        if is_assumed(each)
    )
    holders = (f"{each.holder} er {each.who}" for each in bound_by(verdict) if each.is_assumed)
    return tuple(dict.fromkeys((*wordings, *holders)))


def assumed_in_line(verdict: Verdict) -> tuple[str, ...]:
    """All that is assumed as one part of a line; none where nothing is."""
    found = assumed(verdict)
    return (f"{ASSUMED}: {'; '.join(found)}",) if found else ()


def chosen_days(verdict: Verdict) -> tuple[str, ...]:
    """The days that the rulebook has chosen: of the wordings that may be in force, and of roles."""
    return (*filter(None, map(choice, verdict.wordings)), *holders_chosen(verdict))


def unread_editions(verdict: Verdict) -> tuple[str, ...]:
    """«utgaven av veilederen fra 1. januar 2025 er ikke lest»."""
    return tuple(map(unread_words, verdict.unread))
