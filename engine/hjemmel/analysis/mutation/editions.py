"""Changes of when a norm is in force, of what decides it, and of what it cites."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import evolve

from hjemmel.analysis.mutation.mutant import Change, NormMutant
from hjemmel.core.nodes import Apply, Fact, Literal, Node
from hjemmel.core.program import Norm, Wording
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.core.walk import rebuilt
from hjemmel.provenance.decisive import is_comparison
from hjemmel.source.citation import Citation
from hjemmel.source.days import day_in_words

_ONE = timedelta(days=1)
_THE_DAY = Fact(CASE, "vurderingsdato", Date())


def moved_periods(norm: Norm) -> Iterator[NormMutant]:
    """The norm with a first or last day one day earlier or later.

    Where one wording follows right upon another, the day between them is moved, so that no
    wording is lost and none is in force beside another.
    """
    ends = {each.end for each in norm.wordings}
    starts = {each.start for each in norm.wordings}
    for day in sorted(each for each in starts if each):
        for step in (-_ONE, _ONE):
            days = {day: day + step}
            if day - _ONE in ends:
                days[day - _ONE] = day - _ONE + step
            told = f"første dag er {day_in_words(day + step)} for {day_in_words(day)}"
            yield _moved(norm, days, told)
    for day in sorted(each for each in ends if each and each + _ONE not in starts):
        for step in (-_ONE, _ONE):
            told = f"siste dag er {day_in_words(day + step)} for {day_in_words(day)}"
            yield _moved(norm, {day: day + step}, told)


def other_deciding(norm: Norm) -> Iterator[NormMutant]:
    """The norm decided by the day of evaluation, where the author names another day."""
    if norm.deciding == _THE_DAY:
        return
    told = "«regnes etter» er tatt bort"
    clauses = (norm.in_force, norm.applies, norm.requirement)
    in_force, applies, requirement = (_guarded(norm, each, {}, _THE_DAY) for each in clauses)
    mutated = evolve(norm, deciding=_THE_DAY, in_force=in_force, applies=applies,
                     requirement=requirement)  # fmt: skip
    yield NormMutant(Change.DECIDING, told, norm.span, mutated)


def other_citations(norm: Norm, neighbour: Citation) -> Iterator[NormMutant]:
    """The norm with each citation left out, and with that of its neighbour in its place."""
    for index, wording in enumerate(norm.wordings):
        for number, each in enumerate(wording.citations):
            rest = wording.citations[:number], wording.citations[number + 1 :]
            if len(wording.citations) > 1:
                yield _cited(norm, index, (*rest[0], *rest[1]), f"«{each}» er tatt bort")
            if neighbour not in wording.citations:
                told = f"«{neighbour}» for «{each}»"
                yield _cited(norm, index, (*rest[0], neighbour, *rest[1]), told)


def _cited(norm: Norm, index: int, cited: tuple[Citation, ...], told: str) -> NormMutant:
    wordings = list(norm.wordings)
    wordings[index] = evolve(wordings[index], citations=cited)
    return NormMutant(Change.CITATION, told, norm.span, evolve(norm, wordings=tuple(wordings)))


def _moved(norm: Norm, days: Mapping[date, date], told: str) -> NormMutant:
    mutated = evolve(
        norm,
        wordings=tuple(_shifted(each, days) for each in norm.wordings),
        in_force=_guarded(norm, norm.in_force, days, norm.deciding),
        applies=_guarded(norm, norm.applies, days, norm.deciding),
        requirement=_guarded(norm, norm.requirement, days, norm.deciding),
    )
    return NormMutant(Change.PERIOD, told, norm.span, mutated)


def _shifted(wording: Wording, days: Mapping[date, date]) -> Wording:
    start = wording.start and days.get(wording.start, wording.start)
    end = wording.end and days.get(wording.end, wording.end)
    return evolve(wording, start=start, end=end)


def _guarded(norm: Norm, node: Node, days: Mapping[date, date], deciding: Node) -> Node:
    """A clause with other days, and another deciding day, where it asks for the wording."""
    if _asks_for_wording(norm, node):
        return _with_days(node, days, deciding)

    return rebuilt(node, lambda inner: _guarded(norm, inner, days, deciding))


def _asks_for_wording(norm: Norm, node: Node) -> bool:
    """Unlike what an author writes, what asks for the wording has no place in the file."""
    if not is_comparison(node) or not isinstance(node, Apply):
        return False
    return node.arguments[0] == norm.deciding and not node.origin.span.line


def _with_days(node: Node, days: Mapping[date, date], deciding: Node) -> Node:
    assert isinstance(node, Apply)
    _, written = node.arguments
    assert isinstance(written, Literal) and isinstance(written.value, date)
    moved = evolve(written, value=days.get(written.value, written.value))
    return evolve(node, arguments=(deciding, moved))
