"""What is worth knowing of a step besides, in words."""

from datetime import date
from typing import assert_never

from hjemmel.core.program import Interpretation
from hjemmel.explain.finding import (
    HolderChosen,
    Interpreted,
    Note,
    Notice,
    NotSaid,
    Off,
    Remark,
    Suspended,
    Under,
)
from hjemmel.explain.unread import Unread
from hjemmel.source.days import day_in_words
from hjemmel.source.moment import period_in_words
from hjemmel.words.periods import period, suspension
from hjemmel.words.phrases import chosen_words


def note_in_words(note: Note) -> str:
    """«tom liste», «tolkning: … (lesemåten «…» er valgt)», «grunnlag ikke oppgitt»."""
    match note:
        case Remark(words=words) | HolderChosen(words=words):
            return words
        case Interpreted(question=question):
            taken = chosen(question) or "ingen lesemåte er valgt"
            return f"tolkning: {question.question} ({taken})"
        case Off(day, name):
            return _why_off(day, name)
        case NotSaid(words):
            return f"kalenderen sier ikke {words}"
        case Unread():
            return unread_words(note)
        case Suspended(by=by):
            return suspension(by)
        case Under(wording=wording):
            return f"ordlyden {period(wording)}"
        case Notice():
            return note.value
        case _:
            assert_never(note)


_WEEKEND = {5: "en lørdag", 6: "en søndag"}


def _why_off(day: date, name: str) -> str:
    """«17. mai 2024 er en fridag (grunnlovsdagen)», «18. mai 2024 er en lørdag»."""
    if name:
        return f"{day_in_words(day)} er en fridag ({name})"
    return f"{day_in_words(day)} er {_WEEKEND.get(day.weekday(), 'en fridag')}"


def chosen(question: Interpretation) -> str:
    """«lesemåten «…» er valgt», where one is."""
    return chosen_words(question.chosen) if question.chosen else ""


def unread_words(of: Unread) -> str:
    """«utgaven av veilederen fra 1. januar 2025 er ikke lest»."""
    period = period_in_words(of.edition.start, of.edition.end)
    return f"utgaven av {of.source.level.name} {period} er ikke lest"
