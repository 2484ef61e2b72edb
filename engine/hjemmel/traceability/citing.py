"""What a norm says of the sentences that it cites: that it models them, or only mentions them.

A norm models the sentences that it rests on («etter …») where what rests on them asks for
something: a wording with a condition, an exception, an open question. What it only compares with
(«jf. …»), and what nothing is asked on the strength of, it does not model.

Note: where a sentence of a provision has become another, both stand in the account, with days. A
citation of the provision then means the one that the source had when the wording begins.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from attrs import evolve, frozen

from hjemmel.core.nodes import Default, Fact, Node, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import PRESENCE
from hjemmel.core.walk import children_of, nodes_of
from hjemmel.source.citation import Citation, compared, resting
from hjemmel.source.moment import Moment
from hjemmel.traceability.ledger import ALWAYS, Days


@frozen
class _Place:
    """Somewhere in a norm that cites, and what is asked there."""

    citations: tuple[Citation, ...]
    clauses: tuple[Node, ...]
    start: Moment | None = None

    @property
    def asks(self) -> bool:
        """Whether anything but that the case has what the norm is about."""
        return any(_is_asked(each) for clause in self.clauses for each in nodes_of(clause))


@frozen
class Citing:
    """The norms by the sentences that they model, and by those that they only mention."""

    modelled: Mapping[str, tuple[str, ...]]
    mentioned: Mapping[str, tuple[str, ...]]

    def __contains__(self, sentence: str) -> bool:
        return sentence in self.modelled or sentence in self.mentioned

    def of(self, sentence: str) -> tuple[str, ...]:
        """All that cite a sentence, those that model it first."""
        found = (*self.modelled.get(sentence, ()), *self.mentioned.get(sentence, ()))
        return tuple(dict.fromkeys(found))

    def sentences(self) -> tuple[str, ...]:
        """All that is cited."""
        return tuple(dict.fromkeys((*self.modelled, *self.mentioned)))


def citing(program: Program, days: Days = ALWAYS) -> Citing:
    """What the norms and the presumptions of a program cite."""
    norms = (*program.norms, *program.beside)
    said = (partial(each, days=days) for each in (modelled, mentioned))
    return Citing(*(_by_sentence(norms, each) for each in said))


def modelled(norm: Norm, days: Days = ALWAYS) -> tuple[str, ...]:
    """The sentences that a norm rests on, and asks for something on the strength of."""
    asking = (place for place in _places(norm) if place.asks)
    return _sentences(asking, resting, days)


def mentioned(norm: Norm, days: Days = ALWAYS) -> tuple[str, ...]:
    """The sentences that a norm cites and does not model."""
    found = _sentences(_places(norm), tuple, days)
    known = set(modelled(norm, days))
    return tuple(each for each in found if each not in known)


def unasked(norm: Norm, days: Days = ALWAYS) -> tuple[str, ...]:
    """The sentences that a norm rests on without asking for anything."""
    found = _sentences(_places(norm), resting, days)
    known = set(modelled(norm, days))
    return tuple(each for each in found if each not in known)


def compared_with(norm: Norm, days: Days = ALWAYS) -> tuple[str, ...]:
    """The sentences that a norm says it only compares with."""
    return _sentences(_places(norm), compared, days)


def _by_sentence(
    norms: Iterable[Norm], said: Callable[[Norm], Sequence[str]]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for norm in norms:
        for each in said(norm):
            found.setdefault(each, []).append(norm.id)
    return {sentence: tuple(names) for sentence, names in found.items()}


def _sentences(
    places: Iterable[_Place],
    chosen: Callable[[Iterable[Citation]], tuple[Citation, ...]],
    days: Days,
) -> tuple[str, ...]:
    found = (
        sentence
        for place in places
        for each in chosen(place.citations)
        for sentence in _of_the_time(each.sentences, place.start, days)
    )
    return tuple(dict.fromkeys(found))


def _of_the_time(sentences: Sequence[str], start: Moment | None, days: Days) -> Sequence[str]:
    """Of the sentences that a place has had, those it had on a day; all, where it had none."""
    if not days:
        return sentences
    day = start.first if start else date.min
    then = [each for each in sentences if _had(days.get(each, (None, None)), day)]
    return then or sentences


def _had(period: tuple[date | None, date | None], day: date) -> bool:
    since, until = period
    return (since is None or since <= day) and (until is None or day <= until)


def _places(norm: Norm) -> Iterator[_Place]:
    """Wordings, open questions, exceptions, and what puts the norm out of force some days."""
    for each in norm.editions:
        start = each.wording.start
        yield _Place(each.wording.all_citations, each.clauses, start)
        for clause in each.clauses:
            for one in _exceptions(clause):
                yield evolve(one, start=start)
    for asked in norm.questions:
        readings = (one.replacement for one in asked.readings)
        yield _Place(asked.citations, (asked.arises, *readings), _begins(norm))
    for clause in norm.clauses:
        yield from (evolve(each, start=_begins(norm)) for each in _exceptions(clause))
    for gap in norm.suspensions:
        yield _Place(gap.citations, norm.days, gap.start)


def _begins(norm: Norm) -> Moment | None:
    return norm.wordings[0].start if norm.wordings else None


def _exceptions(node: Node) -> Iterator[_Place]:
    if isinstance(node, Default):
        yield from (_Place(each.origin.citations, (each,)) for each in node.exceptions)
    for child in children_of(node):
        yield from _exceptions(child)


def _is_asked(node: Node) -> bool:
    return isinstance(node, Ref) or (isinstance(node, Fact) and node.name != PRESENCE)
