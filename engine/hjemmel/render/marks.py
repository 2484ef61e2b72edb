"""What a verdict rests on besides the facts, each mark by its one short spelling.

In a line each mark stands after the reason («antatt: …», «forutsatt: …»); in tables each has a
column of its own, without the word that leads it in.
"""

from hjemmel.explain.assumed import assumed_of
from hjemmel.explain.verdict import Verdict
from hjemmel.render.note_words import unread_words
from hjemmel.source.moment import period_in_words
from hjemmel.words.periods import choice

ASSUMED = "antatt"


def assumed(verdict: Verdict) -> tuple[str, ...]:
    """«ordlyden fra 1. januar 2022», «departementet er myndigheten»."""
    found = assumed_of(verdict)
    wordings = (f"ordlyden {period_in_words(each.start, each.end)}" for each in found.wordings)
    holders = (f"{each.holder} er {each.role}" for each in found.holders)
    return (*wordings, *holders)


def assumed_in_line(verdict: Verdict) -> tuple[str, ...]:
    """All that is assumed as one part of a line; none where nothing is."""
    found = assumed(verdict)
    return (f"{ASSUMED}: {'; '.join(found)}",) if found else ()


def chosen_days(verdict: Verdict) -> tuple[str, ...]:
    """The days that the rulebook has chosen, of the wordings that may be in force."""
    return tuple(filter(None, map(choice, verdict.wordings)))


def unread(verdict: Verdict) -> tuple[str, ...]:
    """«utgaven av veilederen fra 1. januar 2025 er ikke lest»."""
    return tuple(map(unread_words, verdict.unread))
