"""What a norm says of the sentences that it cites: that it models them, or only mentions them.

A norm models the sentences that it rests on («etter …») where what rests on them asks for
something: a wording with a condition, an exception, an open question. What it only compares with
(«jf. …»), and what nothing is asked on the strength of, it does not model.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from hjemmel.core.nodes import Default, Fact, Node, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import PRESENCE
from hjemmel.core.walk import children_of, nodes_of
from hjemmel.source.citation import Citation, compared, resting


@frozen
class _Place:
    """Somewhere in a norm that cites, and what is asked there."""

    citations: tuple[Citation, ...]
    clauses: tuple[Node, ...]

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


def citing(program: Program) -> Citing:
    """What the norms and the presumptions of a program cite."""
    norms = (*program.norms, *program.beside)
    return Citing(_by_sentence(norms, modelled), _by_sentence(norms, mentioned))


def modelled(norm: Norm) -> tuple[str, ...]:
    """The sentences that a norm rests on, and asks for something on the strength of."""
    places = _places(norm)
    return _sentences(each for place in places if place.asks for each in resting(place.citations))


def mentioned(norm: Norm) -> tuple[str, ...]:
    """The sentences that a norm cites and does not model."""
    found = _sentences(each for place in _places(norm) for each in place.citations)
    known = set(modelled(norm))
    return tuple(each for each in found if each not in known)


def unasked(norm: Norm) -> tuple[str, ...]:
    """The sentences that a norm rests on without asking for anything."""
    found = _sentences(each for place in _places(norm) for each in resting(place.citations))
    known = set(modelled(norm))
    return tuple(each for each in found if each not in known)


def compared_with(norm: Norm) -> tuple[str, ...]:
    """The sentences that a norm says it only compares with."""
    return _sentences(each for place in _places(norm) for each in compared(place.citations))


def _by_sentence(
    norms: Iterable[Norm], said: Callable[[Norm], Sequence[str]]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for norm in norms:
        for each in said(norm):
            found.setdefault(each, []).append(norm.id)
    return {sentence: tuple(names) for sentence, names in found.items()}


def _sentences(places: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for place in places for each in place.sentences))


def _places(norm: Norm) -> tuple[_Place, ...]:
    """Wordings, open questions, exceptions, and what puts the norm out of force some days."""
    of_wordings = (_Place(each.wording.all_citations, each.clauses) for each in norm.editions)
    of_questions = (
        _Place(each.citations, (each.arises, *(one.replacement for one in each.readings)))
        for each in norm.questions
    )
    of_exceptions = (each for clause in norm.clauses for each in _exceptions(clause))
    of_gaps = (_Place(each.citations, norm.days) for each in norm.suspensions)
    return (*of_wordings, *of_questions, *of_exceptions, *of_gaps)


def _exceptions(node: Node) -> Iterator[_Place]:
    if isinstance(node, Default):
        yield from (_Place(each.origin.citations, (each,)) for each in node.exceptions)
    for child in children_of(node):
        yield from _exceptions(child)


def _is_asked(node: Node) -> bool:
    return isinstance(node, Ref) or (isinstance(node, Fact) and node.name != PRESENCE)
