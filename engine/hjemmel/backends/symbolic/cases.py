"""A case that a solver found, as somebody would tell it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Context, Decimal, Inexact
from typing import Any

from attrs import field, frozen

from hjemmel.backends.symbolic.days import Day, day_at
from hjemmel.backends.symbolic.facts import At
from hjemmel.backends.symbolic.solving import Model
from hjemmel.backends.symbolic.telling import Telling, Told
from hjemmel.backends.terms.term import Path
from hjemmel.case.statements import (
    Case,
    Content,
    Entries,
    NotDone,
    Pending,
    Record,
    Statement,
)
from hjemmel.core.schema import CASE, ELEMENT
from hjemmel.core.types import Fraction, Listed, Row, is_ordered, is_symbolic
from hjemmel.source.moment import Moment

_PENDING = Pending("ikke kjent")
_EXACT = Context(prec=28, traps=[Inexact])


@frozen(eq=False)
class _Reading:
    telling: Telling
    model: Model
    names: Mapping[int, str] = field(init=False)

    @names.default
    def _names(self) -> Mapping[int, str]:
        return {code: name for name, code in self.telling.space.codes.items()}

    def case(self) -> Case:
        schema, records = self.telling.schema, dict[str, Record]()
        for declared in schema.records:
            told = self.telling.records.get(declared.key, not declared.optional)
            if not declared.entry and self.model.bit(told):
                records[declared.key] = self.record((declared.key,), ())
        return Case("", self.day, records)

    @property
    def day(self) -> date:
        return day_at(self.model.whole(self.telling.today.place))

    def record(self, around: Path, at: At) -> Record:
        found: dict[str, tuple[Statement, ...]] = {}
        for (path, where), told in sorted(self.telling.told.items(), key=lambda each: each[0]):
            if path[:-1] == around and where == at and path[0] != CASE and self._is_told(told):
                found[path[-1]] = tuple(self.statements(told))
        return found

    def _is_told(self, told: Told) -> bool:
        return self.model.bit(told.told)

    def statements(self, told: Told) -> Iterator[Statement]:
        contents = list(self.contents(told))
        if len(contents) == 1:
            yield Statement(contents[0])
            return
        for number, each in enumerate(contents, 1):
            yield Statement(each, f"kilde {number}")

    def contents(self, told: Told) -> Iterator[Content]:
        """What is told of a fact: by one source, or by several that differ."""
        is_set = self.model.bit
        if isinstance(told.kind, Listed):
            yield self.entries(told)
        elif is_set(told.not_done):
            day = self._value(told, told.value)
            if day != self.day:
                yield day
            yield NotDone()
        elif is_set(told.several):
            yield from (self.names[each] for each, bit in told.among.items() if is_set(bit))
        elif not is_set(told.known):
            yield _PENDING
        else:
            yield self._value(told, told.value)
            if is_set(told.spread):
                yield self._value(told, told.last)

    def _value(self, told: Told, value: Any) -> Any:
        kind = told.kind
        if is_symbolic(kind):
            return self.names[self.model.whole(value)]
        if not is_ordered(kind):
            return self.model.bit(value)
        if isinstance(value, Day):
            return day_at(self.model.whole(value.place))
        return self._decimal(value) if isinstance(kind, Fraction) else self.model.whole(value)

    def _decimal(self, value: Any) -> Decimal:
        above, below = self.model.ratio(value)
        return _EXACT.divide(Decimal(above), Decimal(below))

    def entries(self, told: Told) -> Entries:
        (path, at), kind = told.key, told.kind
        assert isinstance(kind, Listed)
        count = sum(map(self.model.bit, told.entries))
        members: list[Record | Content] = []
        for number in range(count):
            if isinstance(kind.element, Row):
                members.append(self.record(path, (*at, number)))
            else:
                members.append(self.element((*path, ELEMENT), (*at, number)))
        return Entries(tuple(members), complete=self.model.bit(told.whole))

    def element(self, path: Path, at: At) -> Content:
        told = self.telling.told.get((path, at))
        if told is None or not self._is_told(told):
            return _PENDING
        first, *last = self.contents(told)
        if not last:
            return first
        assert isinstance(first, date)
        assert isinstance(last[0], date)
        return Moment(first, last[0])


def case_of(telling: Telling, model: Model) -> Case:
    """All that a case that was found tells."""
    return _Reading(telling, model).case()
