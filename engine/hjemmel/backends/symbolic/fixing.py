"""One case as a solver has it: for every variable of what may be told, what it is there."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import z3
from attrs import frozen

from hjemmel.backends.symbolic.days import Day, place_of
from hjemmel.backends.symbolic.facts import Key
from hjemmel.backends.symbolic.logic import Bit, alike, conj, equal
from hjemmel.backends.symbolic.names import REST
from hjemmel.backends.symbolic.question import Asked
from hjemmel.backends.symbolic.telling import Told
from hjemmel.backends.terms.term import Path
from hjemmel.case.observation import PartialList, View, members_in, observe
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.case.statements import Case
from hjemmel.core.schema import CASE, ELEMENT, Schema
from hjemmel.core.types import Listed, is_symbolic


@frozen(eq=False)
class Fixing:
    """What is told in one case, before registers, conclusions and presumptions have had their say:
    the view, and the facts of which anything at all is told."""

    view: View
    told: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, case: Case, schema: Schema, day: date) -> "Fixing":
        """A case by a day."""
        told = {(key, name) for key, record in case.records.items()
                for name, said in record.items() if said}  # fmt: skip
        return cls(observe(case, schema, day).view, frozenset(told))

    def records(self, facts: Asked) -> Mapping[str, Bit]:
        """For each record that may be lacking, that it is there or not as in the case."""
        return {
            record: alike(bit, self.has(record)) for record, bit in facts.telling.records.items()
        }

    def facts(self, facts: Asked) -> Mapping[Key, Bit]:
        """For each fact, that it is told as in the case."""
        told = list(facts.telling.told.values())
        return {each.key: conj(self._as_is(facts, each)) for each in told}

    def has(self, record: str) -> bool:
        """Whether the case has a record."""
        return self.view.get(record) is not None

    def is_told(self, key: Key) -> bool:
        """Whether anything is told of a fact."""
        path, at = key
        if path[0] == CASE:
            return True
        return self.value(key) is not None if at else path in self.told

    def value(self, key: Key) -> Any:
        """What is seen of a fact."""
        path, at = key
        numbers = iter(at)
        found: Any = self.view.get(path[0])
        for name in path[1:]:
            if isinstance(found, list):
                number = next(numbers)
                found = found[number] if number < len(found) else None
            if name != ELEMENT:
                found = None if found is None else found.get(name)
        return found

    def names(self) -> tuple[str, ...]:
        """All texts in the case."""
        return tuple(_names(self.view))

    def longest(self) -> dict[Path, int]:
        """The longest list at each place where there is one."""
        found: dict[Path, int] = {}
        for record, facts in self.view.items():
            _lists(facts, (record,), found)
        return found

    def _as_is(self, facts: Asked, told: Told) -> Iterator[Bit]:
        value = self.value(told.key)
        yield alike(told.told, self.is_told(told.key))
        if isinstance(told.kind, Listed):
            yield from _of_list(facts, told, value)
        elif is_symbolic(told.kind):
            yield from _of_name(facts, told, value)
        elif isinstance(value, bool) or (told.last is None and not isinstance(told.value, Day)):
            yield alike(told.known, value is not None)
            if value is not None:
                yield alike(told.value, value)
        else:
            yield from _of_size(told, value)


def _of_list(facts: Asked, told: Told, value: Any) -> Iterator[Bit]:
    listing = facts.telling.listing(told.key)
    some = value if value is not None else []
    is_whole = value is not None and not isinstance(value, PartialList)
    yield alike(told.whole, is_whole)
    for number, (exists, member) in enumerate(zip(listing.exists, listing.member, strict=True)):
        yield alike(exists, number < len(some))
        yield alike(member, number < members_in(some))


def _of_name(facts: Asked, told: Told, value: Any) -> Iterator[Bit]:
    codes = facts.space.codes
    is_known = value is not None and not isinstance(value, (OneOf, NoneOf))
    yield alike(told.known, is_known)
    if is_known:
        yield equal(told.value, codes[value])
    yield alike(told.several, isinstance(value, (OneOf, NoneOf)))
    if isinstance(value, (OneOf, NoneOf)):
        inside = isinstance(value, OneOf)
        names = {code: name for name, code in codes.items()}
        for code, bit in told.among.items():
            is_in = code != REST and names[code] in value
            yield alike(bit, is_in if inside else not is_in)


def _of_size(told: Told, value: Any) -> Iterator[Bit]:
    low, high = value if isinstance(value, tuple) else (value, value)
    yield alike(told.known, high is not None)
    yield alike(told.not_done, low is not None and high is None)
    yield alike(told.spread, low is not None and high is not None and low != high)
    if low is not None:
        yield has_value(told.value, low)
    if high is not None and high != low:
        yield has_value(told.last, high)


def has_value(variable: Any, value: Any) -> Bit:
    """A day or a number is this one."""
    if isinstance(value, date):
        return equal(variable.place, place_of(value))
    if isinstance(value, int):
        return equal(variable, value)
    return variable == z3.RealVal(str(Fraction(value)), variable.ctx)


def _names(of: Any) -> Iterator[str]:
    """All texts in a view."""
    match of:
        case str():
            yield of
        case OneOf() | NoneOf():
            yield from sorted(of)
        case dict():
            for each in of.values():
                yield from _names(each)
        case list():
            for each in of:
                yield from _names(each)
        case _:  # a truth, a number or a day
            return


def _lists(facts: Any, at: Path, found: dict[Path, int]) -> None:
    for name, value in (facts or {}).items() if isinstance(facts, dict) else ():
        if isinstance(value, list):
            path = (*at, name)
            found[path] = max(found.get(path, 0), len(value))
            for each in value:
                _lists(each, path, found)
