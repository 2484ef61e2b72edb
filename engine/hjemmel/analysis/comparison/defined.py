"""Norms that nobody has written otherwise, but that use a definition that somebody has.

What a definition says stands in the norms that use it. So two versions of a norm are gone through
side by side. Where all that differs is what a definition said before and says now, the definition
is what is changed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, field, frozen

from hjemmel.analysis.comparison.asking import asked
from hjemmel.core.nodes import Each, Node
from hjemmel.core.program import Interpretation, Kind, Norm, Program
from hjemmel.core.walk import children_of, rebuilt

T = TypeVar("T")
Said = tuple[str, Node, Node]
"""A definition, what it said, and what it says."""


def by_definitions(
    old: Program, new: Program, changed: Collection[str]
) -> Mapping[str, tuple[str, ...]]:
    """Those of the changed norms that differ only by definitions, each with these.

    A definition that itself differs only by others, is none of them.
    """
    both = [each for each in old.by_id if each in changed and each in new.by_id]
    pairs = {each: (old.by_id[each], new.by_id[each]) for each in both}
    words = {each: tuple(_said(each, *pair)) for each, pair in pairs.items() if _are_words(*pair)}
    derived = _explained({each: pairs[each] for each in words}, words)
    roots = {each: said for each, said in words.items() if each not in derived}
    return _explained(pairs, roots)


def _are_words(old: Norm, new: Norm) -> bool:
    return old.kind is new.kind is Kind.DEFINITION and len(old.editions) == len(new.editions)


def _said(word: str, old: Norm, new: Norm) -> Iterator[Said]:
    for was, now in zip(old.editions, new.editions, strict=True):
        if was.requirement != now.requirement:
            yield word, was.requirement, now.requirement


def _explained(
    pairs: Mapping[str, tuple[Norm, Norm]], words: Mapping[str, Sequence[Said]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each, (was, now) in pairs.items():
        others = [said for word, several in words.items() if word != each for said in several]
        side_by_side = _SideBySide(others)
        if others and asked(was) == asked(side_by_side.as_before(was, now)):
            found[each] = tuple(side_by_side.used)
    return found


@frozen(eq=False)
class _SideBySide:
    """Two versions of a norm, and what definitions said and say."""

    said: Sequence[Said]
    used: dict[str, None] = field(factory=dict)

    def as_before(self, was: Norm, now: Norm) -> Norm:
        """The norm as it is now, but for definitions, which say what they said."""
        editions = tuple(
            evolve(
                each,
                applies=self._node(before.applies, each.applies),
                requirement=self._node(before.requirement, each.requirement),
            )
            for before, each in _pairs(was.editions, now.editions)
        )
        questions = _pairs(was.interpretations, now.interpretations)
        return evolve(
            now, editions=editions, interpretations=tuple(self._question(*e) for e in questions)
        )

    def _question(self, was: Interpretation, now: Interpretation) -> Interpretation:
        readings = tuple(
            evolve(each, replacement=self._node(before.replacement, each.replacement))
            for before, each in _pairs(was.readings, now.readings)
        )
        return evolve(now, arises=self._node(was.arises, now.arises), readings=readings)

    def _node(self, was: Node, now: Node) -> Node:
        if was == now:
            return now
        for word, before, after in self.said:
            if was == before and now == after:
                self.used[word] = None
                return was
        inner = iter(_inner(was))
        return rebuilt(now, lambda each: self._node(next(inner, each), each))


def _inner(node: Node) -> tuple[Node, ...]:
    """What `rebuilt` goes through."""
    return children_of(node)[1:] if isinstance(node, Each) else children_of(node)


def _pairs(was: Sequence[T], now: Sequence[T]) -> Iterable[tuple[T, T]]:
    """Each with what it was; where there are not as many, the two differ in more than words."""
    return zip(was, now, strict=True) if len(was) == len(now) else zip(now, now, strict=True)
