"""Places that an amendment may have forgotten: what it changes in one norm, and others still have.

Nothing says that the others are to be changed. But the law often says the same in several places,
and he who changes one of them wants to see the rest.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from hjemmel.analysis.elsewhere.holding import (
    Held,
    Place,
    as_it_stands,
    facts,
    first_apart,
    held,
    parts,
)
from hjemmel.analysis.elsewhere.touched import (
    ORDER,
    Asked,
    Named,
    NewName,
    OldCondition,
    OldDay,
    OldDuty,
    OldHolder,
    OldQuestion,
    OldValue,
    Touched,
)
from hjemmel.analysis.elsewhere.written import Kind, Written, of_clauses
from hjemmel.core.identity import Same
from hjemmel.core.nodes import Node
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import Schema
from hjemmel.core.walk import nodes_of
from hjemmel.source.span import Span


@frozen
class PassedBy:
    """What the norms `by` have changed, and where other norms have it as it was."""

    touched: Touched
    by: tuple[str, ...]
    places: tuple[Place, ...]


Holdings = Mapping[str, Held]


def passed_by(old: Program, new: Program) -> tuple[PassedBy, ...]:
    """All that a new version touches and leaves elsewhere, the most telling first.

    Of facts only those norms are told that no other reason tells of.
    """
    touching = dict(_touching(old, new))
    if not touching:
        return ()
    after = {norm.id: _held(Same(norm)) for norm in new.norms}
    before = {norm.id: after[norm.id] if norm == new.by_id.get(norm.id)
              else _held(Same(norm)) for norm in old.norms}  # fmt: skip
    found = [PassedBy(touched, tuple(by), tuple(_left(touched, by, before, after)))
             for touched, by in touching.items()]  # fmt: skip
    return tuple(_once(_sorted(each for each in found if each.places)))


@lru_cache(maxsize=8192)
def _held(norm: Same[Norm]) -> Held:
    """What a norm holds as it stands."""
    return held(as_it_stands(norm.of))


def _touching(old: Program, new: Program) -> Iterator[tuple[Touched, list[str]]]:
    """What is touched, and by which norms; a new name is nobody's."""
    found: dict[Touched, list[str]] = {}
    for norm in old.norms:
        other = new.by_id.get(norm.id)
        for each in dict.fromkeys(_touched(norm, other)) if norm != other else ():
            found.setdefault(each, []).append(norm.id)
    yield from found.items()
    yield from ((each, [each.role]) for each in _gone_holders(old.schema, new.schema))
    yield from ((each, []) for each in _new_names(old.schema, new.schema))


def _touched(norm: Norm, other: Norm | None) -> Iterator[Touched]:
    """What the last wording no longer holds; where that is the same, what any wording does not."""
    last = None if other is None else as_it_stands(other)
    found = tuple(_gone(as_it_stands(norm), last))
    yield from found or _gone(norm, other)


def _gone_holders(old: Schema, new: Schema) -> Iterator[OldHolder]:
    """Who held a role last, where somebody else does, or will."""
    for role in old.roles:
        other = new.role(role.name)
        if other is not None and role.tenures and other.tenures:
            was, now = role.tenures[-1].holders, (each.holders for each in other.tenures)
            later = {each for one in now for each in one} - set(was)
            if later and role.tenures != other.tenures:
                yield from (OldHolder(role.name, each) for each in was)


def _gone(norm: Norm, other: Norm | None) -> Iterator[Touched]:
    """What a norm no longer holds, what it asks of in another way, and the norm itself."""
    others = () if other is None else tuple(parts(other))
    gone, come = _apart(parts(norm), others), _apart(others, parts(norm))
    yield from map(OldCondition, gone)
    after = {} if other is None else held(other)
    yield from (each for each in held(norm) if isinstance(each, _WHOLE) and each not in after)
    written = {value for value, _ in of_clauses(come)}
    yield from (OldValue(value) for value, _ in of_clauses(gone) if value not in written)
    for condition in (*gone, *come):
        yield from (Asked(path, asking) for path, asking in facts(condition))
    if gone or come:
        yield Named(norm.id)


_WHOLE = (OldQuestion, OldValue, OldDay, OldDuty)
"""What is gone where no part of the norm holds it; the rest is seen condition by condition."""


def _apart(of: Iterable[Node], others: Iterable[Node]) -> tuple[Node, ...]:
    there = frozenset(node for each in others for node in nodes_of(each))
    return tuple(dict.fromkeys(first_apart(of, there)))


def _new_names(old: Schema, new: Schema) -> Iterator[NewName]:
    """The names that have come to terms and registers that were there."""
    before, after = _names(old), _names(new)
    for term in before.keys() & after.keys():
        yield from (NewName(term, each) for each in after[term] if each not in before[term])


def _names(schema: Schema) -> dict[str, tuple[str, ...]]:
    terms = {each.name: each.values for each in schema.enumerations}
    return terms | {each.name: tuple(entry.name for entry in each.entries)
                    for each in schema.registers}  # fmt: skip


def _left(touched: Touched, by: list[str], before: Holdings, after: Holdings) -> Iterator[Place]:
    """Where norms that had something have it still: one that has changed a part of it, too."""
    for norm, holds in after.items():
        had = before.get(norm, {})
        if isinstance(touched, NewName):
            yield from _lacking(touched, had, holds)
        elif isinstance(touched, OldHolder):
            yield from _naming(touched, holds)
        elif touched in holds and touched in had and not (norm in by and _is_its_own(touched)):
            yield holds[touched]


def _naming(old: OldHolder, holds: Held) -> Iterator[Place]:
    """Where a norm names the body itself, and not the role."""
    written = OldValue(Written(Kind.BODY, old.body))
    if written in holds:
        yield holds[written]
    elif OldDuty(old.body) in holds:
        yield holds[OldDuty(old.body)]


def _is_its_own(touched: Touched) -> bool:
    """Whether a norm that has changed it is not told that it still has some of it."""
    return isinstance(touched, Asked | Named)


def _lacking(new: NewName, before: Held, holds: Held) -> Iterator[Place]:
    """The first list of other names of the same term that a norm had and has."""
    for each, place in holds.items():
        match each:
            case OldValue(Written(Kind.LIST, values=names, term=new.term)) if each in before:
                if new.name not in names:
                    yield place
                    return
            case _:  # no list of its names, or the norm has just come to write it
                continue


def _once(found: Iterable[PassedBy]) -> Iterator[PassedBy]:
    """Without the values, and the facts, of which a more telling reason has shown all places."""
    places, norms = set[tuple[str, Place, Span]](), set[tuple[str, str]]()
    for each in found:
        shown = {(by, at, at.span) for by in each.by for at in each.places}
        pairs = {(by, at.norm.id) for by in each.by for at in each.places}
        if not _is_told(each, shown <= places, norms):
            yield _without(each, norms) if isinstance(each.touched, Asked) else each
        places |= shown
        norms |= set() if isinstance(each.touched, Asked) else pairs


def _is_told(of: PassedBy, all_shown: bool, norms: Collection[tuple[str, str]]) -> bool:
    match of.touched:
        case OldValue():
            return all_shown
        case Asked():
            return not _without(of, norms).places
        case _:  # it is told in its own words
            return False


def _without(of: PassedBy, norms: Collection[tuple[str, str]]) -> PassedBy:
    """Without the norms that have been shown for something else."""
    places = tuple(at for at in of.places if any((by, at.norm.id) not in norms for by in of.by))
    return PassedBy(of.touched, of.by, places)


_TELLING = tuple(Kind)


def _sorted(found: Iterator[PassedBy]) -> tuple[PassedBy, ...]:
    return tuple(sorted(found, key=lambda each: (_rank(each.touched), len(each.places))))


def _rank(of: Touched) -> tuple[int, int]:
    match of:
        case OldValue(value):
            return ORDER.index(OldValue), _TELLING.index(value.kind)
        case _:  # the others are ranked by what they are, and nothing more
            return ORDER.index(type(of)), 0
