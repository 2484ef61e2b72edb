"""The steps of a reason in words."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from hjemmel.explain.finding import Finding, Result, entries_of
from hjemmel.explain.steps import Place
from hjemmel.explain.verdict import Verdict, reason
from hjemmel.provenance.book import Book
from hjemmel.render.note_words import note_in_words
from hjemmel.render.seen_words import seen_in_words
from hjemmel.render.step_words import authority, step_in_words


@frozen
class Told:
    """A finding in words: what was asked, on what authority, what was seen, and why.

    `place` and `entries` are where the step stands for good.
    """

    what: str
    citation: str
    value: str
    result: Result
    decisive: bool
    place: Place
    entries: tuple[int, ...]
    because: tuple["Told", ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""


def told_reason(verdict: Verdict) -> tuple[Told, ...]:
    """The whole reason of a verdict."""
    return tuple(_told(verdict.case.book, reason(verdict), "", ()))


def told_findings(book: Book, findings: Iterable[Finding]) -> tuple[Told, ...]:
    """Findings that stand by themselves, in words."""
    return tuple(_told(book, findings, "", ()))


def _told(
    book: Book, findings: Iterable[Finding], norm: str, around: tuple[int, ...]
) -> Iterator[Told]:
    for each in findings:
        place = each.step.place
        entries = entries_of(each, around if place.norm == norm else ())
        yield Told(
            step_in_words(book, each),
            authority(each),
            seen_in_words(book, each),
            each.result,
            each.decisive,
            place,
            entries,
            tuple(_told(book, each.because, place.norm, entries)),
            tuple(map(note_in_words, each.notes)),
            each.source,
        )


def flat(findings: Iterable[Told]) -> Iterator[Told]:
    """The steps and all below them, each before those it rests on."""
    for each in findings:
        yield each
        yield from flat(each.because)


def notes_of(findings: Iterable[Told]) -> tuple[str, ...]:
    """All that was worth noting, each once."""
    return tuple(dict.fromkeys(note for each in flat(findings) for note in each.notes))
