"""A name that is one of several, where equal sources say different things; or none of some.

A view in which some name is so is marked: who works out plain values alone can then leave the
case to another, without a look at every name.
"""

from collections.abc import Collection, Mapping
from typing import Any

View = Mapping[str, Mapping[str, Any] | None]


class OneOf(frozenset[Any]):
    """The names that a fact may have; which of them it has, is not known."""


class NoneOf(frozenset[Any]):
    """The names that a fact surely does not have; nothing else is known of it."""


class ContestedView(dict[str, Mapping[str, Any] | None]):
    """A view in which some name is one of several."""


def names(value: Any) -> frozenset[Any]:
    """What a known name may be."""
    return value if isinstance(value, OneOf) else frozenset((value,))


def are_apart(one: Any, other: Any) -> bool:
    """Whether two names are both known, in so far that they surely are different."""
    if one is None or other is None:
        return False
    if isinstance(one, NoneOf):
        return not isinstance(other, NoneOf) and names(other) <= one
    if isinstance(other, NoneOf):
        return names(one) <= other
    if isinstance(one, OneOf) or isinstance(other, OneOf):
        return names(one).isdisjoint(names(other))
    return bool(one != other)


def is_among(name: Any, allowed: Collection[Any]) -> bool:
    """Whether a name is known, and each that it may be is among those that are known."""
    if isinstance(name, NoneOf):
        return False
    if isinstance(name, OneOf):
        return name.issubset(allowed)
    return name is not None and name in allowed


def spread(sure: list[Any], possible: list[Any]) -> tuple[int, int]:
    """How many different names: at least among the sure ones, and at most among the possible.

    None is a name that nobody knows; what it surely is not, is not looked at here.
    """
    sure, possible = (
        [None if isinstance(each, NoneOf) else each for each in some] for some in (sure, possible)
    )
    known = {each for each in sure if _is_single(each)}
    others = [each for each in sure if not _is_single(each)]
    least = len(known) + any(_is_apart(each, known) for each in others)
    could = {each for each in possible if _is_single(each)}
    open_ones = [each for each in possible if not _is_single(each)]
    most = len(could) + sum(each is None or not each <= could for each in open_ones)
    if None not in open_ones:
        most = min(most, len(could.union(*open_ones)))
    return least, most


def _is_single(name: Any) -> bool:
    return name is not None and not isinstance(name, OneOf)


def _is_apart(name: OneOf | None, known: set[Any]) -> bool:
    """Whether it is surely none of those known."""
    return not known if name is None else name.isdisjoint(known)
