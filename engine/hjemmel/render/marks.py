"""What a verdict rests on that no source says, or that nobody has told or read.

Each has one word for it, its mark. In a line of a page the marks stand after the reason with the
numbers of notes, and each note is spelled out once, below. Where a verdict stands by itself its
notes are spelled out in it; in tables each mark has a column of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from hjemmel.core.effect import is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.explain.assumed_owners import assumed_owners
from hjemmel.explain.binding import bound_by
from hjemmel.explain.chosen_days import holders_chosen
from hjemmel.explain.presumed import concluded, presumed
from hjemmel.explain.standing import is_assumed
from hjemmel.explain.unread import Unread
from hjemmel.explain.verdict import Verdict
from hjemmel.render.note_words import unread_words
from hjemmel.render.presumed_words import definite, taken
from hjemmel.source.moment import period_in_words
from hjemmel.words.periods import choice


@frozen
class Mark:
    """One note: its mark, and what it says, led in by some words where those are shared."""

    word: str
    lead: str
    says: str

    @property
    def full(self) -> str:
        """«forutsatt: tjenesten er godkjent»."""
        return f"{self.lead}: {self.says}" if self.lead else self.says


Numbers = Mapping[Mark, int]
"""The number of each note of a page."""


def marks(verdict: Verdict) -> tuple[Mark, ...]:
    """All that is worth a mark; what is assumed only where somebody is to act."""
    book, doubts = verdict.case.book, verdict.case.observation.doubts
    return tuple(
        dict.fromkeys(
            (
                *(
                    Mark("følger", f"følger av {definite(each)}", taken(book, each))
                    for each in concluded(verdict)
                    if each.path not in doubts  # what is told otherwise says both itself
                ),
                *(Mark("forutsatt", "forutsatt", taken(book, each)) for each in presumed(verdict)),
                *(Mark("valgt", "", each) for each in holders_chosen(verdict)),
                *(
                    Mark("antatt", "antatt", each)
                    for each in (assumed if is_finding(verdict.effect) else _owners)(verdict)
                ),
                *_unread(verdict),
            )
        )
    )


def numbered(verdicts: Iterable[Verdict]) -> dict[Mark, int]:
    """The notes of several verdicts by number, each once, in the order in which they are met."""
    met = dict.fromkeys(mark for each in verdicts for mark in marks(each))
    return {mark: number for number, mark in enumerate(met, 1)}


def in_short(verdict: Verdict, numbers: Numbers) -> Iterator[str]:
    """«forutsatt [1,2]», «ulest [3]»: the words of the marks, with where they are spelled out."""
    for word, several in groupby(marks(verdict), key=lambda each: each.word):
        yield f"{word} [{','.join(str(numbers[each]) for each in several)}]"


def in_full(verdict: Verdict) -> Iterator[str]:
    """The notes spelled out; those with the same words before them together."""
    for lead, several in groupby(marks(verdict), key=lambda each: each.lead):
        says = "; ".join(each.says for each in several)
        yield f"{lead}: {says}" if lead else says


def assumed(verdict: Verdict) -> tuple[str, ...]:
    """«ordlyden fra 1. januar 2022», «departementet er myndigheten»."""
    wordings = (
        f"ordlyden {period_in_words(each.start, each.end)}"
        for each in verdict.wordings
        if is_assumed(each)
    )
    holders = (f"{each.holder} er {each.who}" for each in bound_by(verdict) if each.is_assumed)
    return tuple(dict.fromkeys((*wordings, *holders, *_owners(verdict))))


def _owners(verdict: Verdict) -> Iterator[str]:
    """Those who are to make what assessments are missing."""
    return (f"{each.holder} er {each.role}" for each in assumed_owners(verdict))


def chosen_days(verdict: Verdict) -> tuple[str, ...]:
    """The days that the rulebook has chosen: of the wordings that may be in force, and of roles."""
    return (*filter(None, map(choice, verdict.wordings)), *holders_chosen(verdict))


def unread_editions(verdict: Verdict) -> tuple[str, ...]:
    """«utgaven av veilederen fra 1. januar 2025 er ikke lest»."""
    return tuple(map(unread_words, verdict.unread))


def _unread(verdict: Verdict) -> Iterator[Mark]:
    """The editions of that day that nobody has read, and whether one is later than what was."""
    if verdict.outcome is not Outcome.NOT_APPLICABLE:
        yield from (Mark("ulest", "", _later(verdict, each)) for each in verdict.unread)


def _later(verdict: Verdict, of: Unread) -> str:
    later = "en senere utgave finnes: " if verdict.wordings and of.is_later else ""
    return f"{later}{unread_words(of)}"
