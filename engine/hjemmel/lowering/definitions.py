"""Words that a definition explains mean what it says, wherever they are used.

A definition with a single wording tells what its word means on any day: those who use the word
use its content. Where it has several, it is met only while one of them is in force.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from hjemmel.core.identity import Same
from hjemmel.core.nodes import Apply, Literal, Node, Op, Ref
from hjemmel.core.program import Interpretation, Norm, Reading
from hjemmel.core.walk import nodes_of, rebuilt


@frozen
class Lowered:
    """A norm, the number of its last node, and those of its nodes that stand for a word that
    another norm defines."""

    norm: Norm
    last: int
    words_used: frozenset[int]


def with_definitions(lowered: Sequence[Lowered], order: Iterable[str]) -> Iterator[Norm]:
    """The norms, as they stand, with the words that they use by what is defined of them.

    In `order` every norm comes after those that it refers to.
    """
    given = {each.norm.id: each for each in lowered}
    done: dict[str, Norm] = {}
    for name in order:
        each = given[name]
        used = tuple(Same(done[e]) for e in _definitions(Same(each)) if e in done)
        done[name] = _with_words(Same(each), used) if used else each.norm
    return (done.get(name, each.norm) for name, each in given.items())


@lru_cache(maxsize=8192)
def _definitions(of: Same[Lowered]) -> tuple[str, ...]:
    """The definitions that the norm takes words from, each once."""
    used = of.of.words_used
    found = (node.norm for node in (_refs(of.of.norm) if used else ()) if node.origin.id in used)
    return tuple(dict.fromkeys(found))


def _refs(norm: Norm) -> Iterator[Ref]:
    for clause in (*norm.clauses, *_of_questions(norm)):
        yield from (each for each in nodes_of(clause) if isinstance(each, Ref))


def _of_questions(norm: Norm) -> Iterator[Node]:
    for question in norm.interpretations:
        yield question.arises
        yield from (each.replacement for each in question.readings)


@lru_cache(maxsize=8192)
def _with_words(of: Same[Lowered], definitions: tuple[Same[Norm], ...]) -> Norm:
    norm, used = of.of.norm, of.of.words_used
    contents = {each.of.id: each.of for each in definitions}
    done: dict[int, Node] = {}

    def again(node: Node) -> Node:
        # What is shared stays shared: the same node is made once.
        if id(node) not in done:
            if isinstance(node, Ref) and node.origin.id in used:
                done[id(node)] = _content(node, contents)
            else:
                done[id(node)] = rebuilt(node, again)
        return done[id(node)]

    editions = tuple(
        evolve(each, applies=again(each.applies), requirement=again(each.requirement))
        for each in norm.editions
    )
    questions = tuple(_asked(each, again) for each in norm.interpretations)
    return evolve(norm, editions=editions, interpretations=questions)


def _content(word: Ref, definitions: Mapping[str, Norm]) -> Node:
    """What the definition says, under the words of the one who uses it."""
    definition = definitions.get(word.norm)
    if definition is None or len(definition.editions) > 1:
        return word  # without a meaning of its own for now, or one that depends on the day
    (edition,) = definition.editions
    said = tuple(each for each in edition.clauses if not isinstance(each, Literal))
    origin = evolve(word.origin, citations=edition.wording.citations)
    if len(said) == 1 and not _asks(said[0]):
        return evolve(said[0], origin=origin)
    return Apply(Op.AND, said, origin)


def _asks(node: Node) -> bool:
    """A clause that a question is open about is known by its number, which it keeps."""
    return isinstance(node, Apply) and node.operator is Op.READ_AS


def _asked(question: Interpretation, again: Callable[[Node], Node]) -> Interpretation:
    readings = tuple(Reading(each.words, again(each.replacement)) for each in question.readings)
    return evolve(question, arises=again(question.arises), readings=readings)
