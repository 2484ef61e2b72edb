"""Which terms get a name of their own in a function, and which are written where they stand."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from hjemmel.backends.compiled.terms import Kind, Term

DEEPEST = 12
"""How many parentheses one expression may hold inside another; Python's parser has a limit."""

ALWAYS = (Kind.RECORD, Kind.VARIABLE, Kind.LOW, Kind.HIGH, Kind.LOOP, Kind.FOUND)


@frozen
class Uses:
    """The terms a function needs, in the order they were made, and those that are named."""

    needed: tuple[Term, ...]
    named: frozenset[Term]
    belonging: Mapping[Term, tuple[Term, ...]]
    """The facts of a record, the halves of a fact, what a loop found."""


def uses_of(roots: Iterable[Term]) -> Uses:
    """What the roots need. A term is made after its parts, so the order is one to run in."""
    times = _times(roots)
    needed = sorted(times, key=lambda each: each.number)
    homes = _homes_of_users(needed)
    named: set[Term] = set()
    depths: dict[Term, int] = {}
    for term in needed:
        depth = 1 + max((depths[each] for each in term.needs if each not in named), default=0)
        depths[term] = depth
        moved = homes.get(term, set()) - {term.home}
        if term.kind in ALWAYS or depth > DEEPEST or _is_shared(term, times[term], moved):
            named.add(term)
    return Uses(tuple(needed), frozenset(named), _belonging(needed))


def _belonging(needed: Iterable[Term]) -> dict[Term, tuple[Term, ...]]:
    owned: dict[Term, tuple[Term, ...]] = {}
    for term in needed:
        if term.kind in (Kind.FACT, Kind.LOW, Kind.HIGH, Kind.FOUND):
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


def _homes_of_users(needed: Iterable[Term]) -> dict[Term, set[Term | None]]:
    homes: dict[Term, set[Term | None]] = {}
    for user in needed:
        # What a loop asks of its members is written inside it.
        inside = user.parts[0] if user.kind is Kind.LOOP else None
        for each in user.needs:
            home = inside if inside is not None and inside.kind is Kind.VARIABLE else user.home
            homes.setdefault(each, set()).add(home)
    return homes


def _is_shared(term: Term, times: int, moved: set[Term | None]) -> bool:
    """Worth a name: it costs something, and is asked for again, or by a loop it is not part of."""
    match term.kind:
        case Kind.FACT:
            return term.home is None or times > 1 or term.sort is not term.sort.PLAIN
        case Kind.ATOM:
            return (times > 1 or bool(moved)) and len(term.guards) + len(term.parts) > 2
        case Kind.ALL | Kind.ANY | Kind.VALUE:
            return times > 1 or bool(moved)
        case _:
            return False
