"""Which terms get a name of their own in a function, and which are written where they stand."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from hjemmel.backends.compiled.logic import AT_MOST, BELOW
from hjemmel.backends.compiled.terms import Kind, Sort, Term

DEEPEST = 12
"""How many parentheses one expression may hold inside another; Python's parser has a limit."""

ALWAYS = (Kind.RECORD, Kind.VARIABLE, Kind.LOOP, Kind.FOUND)


@frozen
class Uses:
    """The terms a function needs, in the order they were made, and those that are named."""

    needed: tuple[Term, ...]
    named: frozenset[Term]
    belonging: Mapping[Term, tuple[Term, ...]]
    """The facts of a record, and what a loop found."""


def uses_of(roots: Iterable[Term]) -> Uses:
    """What the roots need. A term is made after its parts, so the order is one to run in."""
    times = _times(roots)
    needed = sorted(times, key=lambda each: each.number)
    users = _users(needed)
    named: set[Term] = set()
    depths: dict[Term, int] = {}
    for term in needed:
        depth = 1 + max((depths[each] for each in term.needs if each not in named), default=0)
        depths[term] = depth
        worth = _is_worth_a_name(term, times[term], users.get(term, ()))
        if worth or term.kind in ALWAYS or depth > DEEPEST:
            named.add(term)
    return Uses(tuple(needed), frozenset(named), _belonging(needed))


def _belonging(needed: Iterable[Term]) -> dict[Term, tuple[Term, ...]]:
    owned: dict[Term, tuple[Term, ...]] = {}
    for term in needed:
        if term.kind in (Kind.FACT, Kind.FOUND):
            owned[term.parts[0]] = (*owned.get(term.parts[0], ()), term)
    return owned


def _times(roots: Iterable[Term]) -> dict[Term, int]:
    """How often each term is mentioned."""
    times: dict[Term, int] = {}
    waiting = list(roots)
    while waiting:
        term = waiting.pop()
        if term not in times:
            waiting += term.needs
        times[term] = times.get(term, 0) + 1
    return times


def _users(needed: Iterable[Term]) -> dict[Term, list[Term]]:
    """Who mentions each term, as often as they do."""
    users: dict[Term, list[Term]] = {}
    for user in needed:
        for each in user.needs:
            users.setdefault(each, []).append(user)
    return users


def _place(user: Term) -> Term | None:
    """The loop a term is written in; what a loop asks of its members is written inside it."""
    asks = user.kind is Kind.LOOP and user.parts[0].kind is Kind.VARIABLE
    return user.parts[0] if asks else user.home


def _is_worth_a_name(term: Term, times: int, users: Sequence[Term]) -> bool:
    """It costs something, and is asked for again, or by a loop it is not part of."""
    again = times > 1 or any(_place(each) is not term.home for each in users)
    match term.kind:
        case Kind.FACT:
            return term.home is None or times > 1 or term.sort is not Sort.PLAIN
        case Kind.ATOM:
            return again and len(term.needs) > 2
        case Kind.VALUE:
            return again and not _is_asked_once(users)
        case Kind.ALL | Kind.ANY:
            return again
        case _:
            return False


def _is_asked_once(users: Sequence[Term]) -> bool:
    """By the two halves of one comparison, of which the second is only asked if the first fails.

    Mostly it holds, or what stands before it has settled the matter and neither is asked.
    """
    if len(users) != 2:
        return False
    one, other = users
    texts = {one.text, other.text}
    return texts == {AT_MOST, BELOW} and one.parts == other.parts[::-1] and one.home is other.home
