"""Editions of the sources that nobody has read, where the day that decides lies in one."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from hjemmel.core.program import Norm, Suspension, Wording
from hjemmel.provenance.decisive import deciding_days
from hjemmel.provenance.situation import Situation
from hjemmel.source.citation import resting
from hjemmel.source.legal_source import LegalSource, SourceEdition


@frozen
class Unread:
    """An edition of a source that the rules were not written from."""

    source: LegalSource
    edition: SourceEdition

    @property
    def is_later(self) -> bool:
        """Whether an edition that was read came before it."""
        return any(
            each.is_read and each.start.first < self.edition.start.first
            for each in self.source.editions
        )


def unread(case: Situation, norm: Norm, wordings: tuple[Wording, ...]) -> tuple[Unread, ...]:
    """The unread editions that a deciding day lies in, of what the norm rests on.

    `wordings` are those that may be in force. Where none is, an edition that was read and says
    nothing of the norm is enough: then there is none to tell of. The same where it is said
    that the norm is not in force, and by what.
    """
    if not case.book.program.has_unread:
        return ()
    days = list(_days(case, norm, wordings))
    found = list(_editions(case, norm, wordings))
    there = [each for each in found if any(each.edition.covers(*day) for day in days)]
    if not wordings and any(each.citations for each in _suspending(norm, days)):
        return ()
    if not wordings and any(each.edition.is_read for each in there):
        return ()
    return tuple(each for each in there if not each.edition.is_read)


def _suspending(norm: Norm, days: list[tuple[date, date]]) -> Iterator[Suspension]:
    """What puts the norm out of force on all the days that decide."""
    return (each for each in norm.suspensions if any(each.covers(*day) for day in days))


def _days(
    case: Situation, norm: Norm, wordings: tuple[Wording, ...]
) -> Iterator[tuple[date, date]]:
    """The days that decide the wordings, as far as they are known; all of the norm's for none."""
    by = [each for each in norm.editions if not wordings or each.wording in wordings]
    for each in by:
        first, last = deciding_days(case, norm.day_of(each))
        if first is not None and last is not None:
            yield first, last


def _editions(case: Situation, norm: Norm, wordings: tuple[Wording, ...]) -> Iterator[Unread]:
    """The editions of the sources that the norm rests on."""
    cited = {
        one.level.value for each in wordings or norm.wordings for one in resting(each.citations)
    }
    for source in case.book.program.sources:
        if source.level.value in cited:
            yield from (Unread(source, each) for each in source.editions)
