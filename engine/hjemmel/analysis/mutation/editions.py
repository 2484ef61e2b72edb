"""Changes of when a norm is in force, of what decides it, and of what it cites."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from attrs import evolve

from hjemmel.analysis.mutation.mutant import Change, NormMutant
from hjemmel.core.nodes import Fact
from hjemmel.core.program import Norm, Wording
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.source.citation import Citation, resting
from hjemmel.source.days import day_in_words
from hjemmel.source.moment import Moment
from hjemmel.words.periods import period

_ONE = timedelta(days=1)
_THE_DAY = Fact(CASE, "vurderingsdato", Date())


def moved_periods(norm: Norm) -> Iterator[NormMutant]:
    """The norm with a first or last day one day earlier or later.

    Where one wording follows right upon another, the day between them is moved, so that no
    wording is lost and none is in force beside another.
    """
    ends = set(_days(each.end for each in norm.wordings))
    starts = set(_days(each.start for each in norm.wordings))
    for day in sorted(starts):
        for step in (-_ONE, _ONE):
            days = {day: day + step}
            if day - _ONE in ends:
                days[day - _ONE] = day - _ONE + step
            told = f"første dag er {day_in_words(day + step)} for {day_in_words(day)}"
            yield _moved(norm, days, told)
    for day in sorted(each for each in ends if each + _ONE not in starts):
        for step in (-_ONE, _ONE):
            told = f"siste dag er {day_in_words(day + step)} for {day_in_words(day)}"
            yield _moved(norm, {day: day + step}, told)


def other_deciding(norm: Norm) -> Iterator[NormMutant]:
    """The norm decided by the day of evaluation, where the author names another day; and each
    wording by the day of the others, where it has its own."""
    if norm.deciding != _THE_DAY and norm.deciding in norm.days:
        told = "«regnes etter» er tatt bort"
        yield NormMutant(Change.DECIDING, told, norm.span, evolve(norm, deciding=_THE_DAY))
    for own in [each for each in norm.days if each != norm.deciding]:
        editions = tuple(
            evolve(each, deciding=None) if each.deciding == own else each for each in norm.editions
        )
        first = next(each for each in norm.editions if each.deciding == own)
        told = f"«regnes etter» er tatt bort under ordlyden {period(first.wording)}"
        yield NormMutant(Change.DECIDING, told, norm.span, evolve(norm, editions=editions))


def other_citations(norm: Norm, neighbour: Citation) -> Iterator[NormMutant]:
    """The norm with each citation left out, and with that of its neighbour in its place."""
    for index, wording in enumerate(norm.wordings):
        for number, each in enumerate(wording.citations):
            rest = wording.citations[:number], wording.citations[number + 1 :]
            if resting((*rest[0], *rest[1])):
                yield _cited(norm, index, (*rest[0], *rest[1]), f"«{each}» er tatt bort")
            if neighbour not in wording.citations:
                told = f"«{neighbour}» for «{each}»"
                yield _cited(norm, index, (*rest[0], neighbour, *rest[1]), told)


def _cited(norm: Norm, index: int, cited: tuple[Citation, ...], told: str) -> NormMutant:
    wordings = list(norm.wordings)
    wordings[index] = evolve(wordings[index], citations=cited)
    return NormMutant(Change.CITATION, told, norm.span, norm.with_wordings(wordings))


def _moved(norm: Norm, days: Mapping[date, date], told: str) -> NormMutant:
    mutated = norm.with_wordings([_shifted(each, days) for each in norm.wordings])
    return NormMutant(Change.PERIOD, told, norm.span, mutated)


def _shifted(wording: Wording, days: Mapping[date, date]) -> Wording:
    start = wording.start and _moment(wording.start, days)
    end = wording.end and _moment(wording.end, days)
    return evolve(wording, start=start, end=end)


def _moment(of: Moment, days: Mapping[date, date]) -> Moment:
    return Moment(days.get(of.first, of.first), days.get(of.last, of.last))


def _days(of: Iterable[Moment | None]) -> Iterator[date]:
    """The days that boundaries are known by."""
    return (day for each in of if each for day in (each.first, each.last))
