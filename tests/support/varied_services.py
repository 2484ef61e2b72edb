"""Services for a real rulebook, varied fact by fact: as many as are wanted, no two told alike.

Each starts from a real one. Some of its facts are then unknown, or known within a span, or one of
several; lists are empty, absent or known in part; records are gone or come. Values are those that
the rules themselves name, and days on either side of theirs, so that norms come out every way.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from attrs import field, frozen

from hjemmel.backends.presuming import Presuming, with_given
from hjemmel.case.further import further
from hjemmel.case.observation import PartialList, View
from hjemmel.case.one_of import OneOf
from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.core.nodes import Literal
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE, ELEMENT, RecordDeclaration
from hjemmel.core.types import (
    Assessed,
    Date,
    Enumerated,
    Listed,
    Registered,
    Row,
    Scalar,
    Truth,
    Type,
    is_ordered,
    is_truth,
)
from hjemmel.core.walk import nodes_of
from random_programs.contested import marked

CHANGED, GONE, CONTESTED = 0.2, 0.3, 0.12
"""How often a fact is drawn anew, and is then not known, or known in some other way."""
ORDINARY: Mapping[type, Sequence[Any]] = {Date: (date(2015, 3, 1), date(2023, 9, 15))}


@frozen
class Services:
    """The drawing of them, for one program."""

    program: Program
    real: Sequence[View]
    days: Sequence[date]
    random: Random
    presuming: Presuming = field(init=False)
    named: dict[type, list[Any]] = field(init=False)

    @presuming.default
    def _presuming(self) -> Presuming:
        return Presuming(self.program)

    @named.default
    def _named(self) -> dict[type, list[Any]]:
        return values_named(self.program)

    def views(self, count: int) -> Iterator[View]:
        """What is seen of so many, each on one of the days."""
        for _ in range(count):
            yield self._service(self.random.choice(self.real), self.random.choice(self.days))

    def _service(self, real: View, day: date) -> View:
        view: dict[str, Any] = {CASE: {"vurderingsdato": day}}
        for declared in self.program.schema.records:
            if not declared.entry:
                view[declared.key] = self._record(declared, real.get(declared.key))
        told = marked(view)
        given = self.presuming.given(told, lambda path: _told(told, path))
        return marked(with_given(told, given)) if given else told

    def _record(self, declared: RecordDeclaration, real: Any) -> dict[str, Any] | None:
        if declared.optional and self.random.random() < 0.1:
            return None if real is not None else self._entry(declared)
        if real is None:
            return None if declared.optional else self._entry(declared)
        changed = {each.key for each in declared.fields if self.random.random() < CHANGED}
        return {
            each.key: self._fact(each.type) if each.key in changed else real.get(each.key)
            for each in declared.fields
        }

    def _entry(self, declared: RecordDeclaration) -> dict[str, Any]:
        return {each.key: self._fact(each.type) for each in declared.fields}

    def _fact(self, kind: Type) -> Any:
        if self.random.random() < GONE:
            return None
        if isinstance(kind, Listed):
            return self._list(kind.element)
        if not is_truth(kind) and self.random.random() < CONTESTED:
            return self._open(kind)
        return self._value(kind)

    def _open(self, kind: Scalar) -> Any:
        """Known within a span, from a day on, or as one of several."""
        told = {self._value(kind), self._value(kind)}
        if len(told) == 1:
            return told.pop()
        if not is_ordered(kind):
            return OneOf(told)
        return self.random.choice(((min(told), max(told)), (min(told), None)))

    def _list(self, element: Scalar | Row) -> list[Any]:
        items = [self._item(element) for _ in range(self.random.choice((0, 1, 1, 2, 2, 3, 5)))]
        if self.random.random() < 0.7:
            return items
        more = self._further(element) if self.random.random() < 0.5 else []
        return PartialList([*items, *more], len(more))

    def _item(self, element: Scalar | Row) -> Any:
        if not isinstance(element, Row):
            return self._value(element)
        declared = self.program.schema.record(element.name)
        assert declared is not None
        return self._entry(declared)

    def _further(self, element: Scalar | Row) -> list[Any]:
        """What any further entry may be where some are ruled out."""
        fields = {ELEMENT: element} if not isinstance(element, Row) else {
            each.key: each.type for each in self.program.schema.record(element.name).fields
        }  # fmt: skip
        could = [key for key, kind in fields.items() if isinstance(kind, (Truth, Enumerated))]
        if not could:
            return []
        key = self.random.choice(could)
        kind = ((key, self._value(fields[key])),)
        return further((kind,), element, self.program.schema)

    def _value(self, kind: Scalar) -> Any:
        match kind:
            case Truth() | Assessed():
                return self.random.random() < 0.5
            case Enumerated(name):
                return self.random.choice(self.program.schema.enumeration(name).values)
            case Registered(name):
                return self.random.choice(self.program.schema.register(name).entries).name
            case _:  # a size, a day or a text
                known = self.named.get(type(kind), []) or list(ORDINARY.get(type(kind), ()))
                return self.random.choice(known) if known else "noe annet"


def values_named(program: Program) -> dict[type, list[Any]]:
    """The values that the rules name, by type, with those right beside them."""
    norms = (*program.norms, *program.beside)
    found: dict[type, set[Any]] = {Date: set(ORDINARY[Date])}
    for norm in norms:
        for clause in (*norm.days, *norm.clauses):
            for node in nodes_of(clause):
                if isinstance(node, Literal) and not is_truth(node.type):
                    found.setdefault(type(node.type), set()).update(_beside(node.value))
        for wording in norm.wordings:
            for moment in (wording.start, wording.end):
                if moment is not None:
                    found[Date].update(_beside(moment.first))
    return {kind: sorted(values) for kind, values in found.items()}


def _beside(value: Any) -> Iterator[Any]:
    if isinstance(value, date) and not EARLIEST < value < LATEST:
        return
    yield value
    match value:
        case date():
            yield from (value - timedelta(days=1), value + timedelta(days=400))
        case bool() | str():
            return
        case _:  # a number
            yield from (value - 1, value + 1)


def _told(view: View, path: tuple[Any, ...]) -> bool:
    record, name = path
    return (view.get(record) or {}).get(name) is not None
