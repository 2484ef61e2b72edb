"""Random facts: as the view that backends see, or as a case that somebody stated."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen

from hjemmel.case.observation import Doubt, Observation, PartialList, Path, View, observe
from hjemmel.case.one_of import OneOf
from hjemmel.case.statements import (
    Assessment,
    Case,
    Content,
    Entries,
    Grade,
    Kind,
    NotDone,
    Pending,
    Record,
    Statement,
    Unreadable,
    Unrecognised,
)
from hjemmel.core.program import Conclusion, Presumption
from hjemmel.core.schema import CASE, ELEMENT, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Enumerated,
    Listed,
    Registered,
    Row,
    Scalar,
    Text,
    Truth,
    Type,
    is_ordered,
    is_truth,
)
from hjemmel.source.moment import month_of, year_of
from random_programs.choices import Choices, chance, pick, weighted
from random_programs.contested import marked
from random_programs.values import BODIES, DAYS, REGISTER, pool
from support.oracle_facts import Eye

RULED_OUT = (Truth, Enumerated, Registered, Text)
"""The types by whose values a kind of entry can be told."""
SIZES: Sequence[tuple[int, int]] = ((4, 2), (3, 1), (2, 3), (2, 0))


@frozen
class Situation:
    """The facts on a day, why some of them are unknown, and the case that they were seen in.

    `presumed` are those that are taken as given; then `told` is the view without them.
    `concluded` are those of which something follows, and `fuller` the case that says so;
    `registered` what a register says.
    """

    day: date
    view: View
    doubts: Mapping[Path, Doubt] = field(factory=dict)
    case: Case | None = None
    presumed: Mapping[Path, Presumption] = field(factory=dict)
    told: View | None = None
    concluded: Mapping[Path, tuple[Conclusion, ...]] = field(factory=dict)
    fuller: Case | None = None
    registered: Mapping[Path, Path] = field(factory=dict)

    @property
    def observation(self) -> Observation:
        """The same as an observation."""
        return Observation(self.view, self.doubts, {}, presumed=self.presumed,
                           concluded=self.concluded, registered=self.registered)  # fmt: skip


def situation(choices: Choices, schema: Schema) -> Situation:
    """Facts for the schema."""
    day = pick(choices, DAYS)
    if not chance(choices, 67):
        return Situation(day, _Viewed(choices, schema, day).view())
    case = _Stated(choices, schema, day).case()
    seen = observe(case, schema, day)
    return Situation(day, seen.view, seen.doubts, case, registered=seen.registered)


def _is_absent(choices: Choices, record: RecordDeclaration) -> bool:
    return chance(choices, 25 if record.optional else 6)


def ruled_out(choices: Choices, element: Scalar | Row, schema: Schema) -> tuple[Kind, ...]:
    """Kinds that no further entry is of."""
    if not isinstance(element, Row):
        can_be = isinstance(element, RULED_OUT)
        return tuple(((ELEMENT, each),) for each in _some(choices, pool(element))) if can_be else ()
    declared = schema.record(element.name)
    assert declared is not None
    facts = [each for each in declared.fields if isinstance(each.type, RULED_OUT)]
    if not facts:
        return ()
    kinds = []
    for _ in range(weighted(choices, ((4, 1), (2, 2)))):
        chosen = {pick(choices, facts) for _ in range(weighted(choices, ((3, 1), (1, 2))))}
        values = ((each.key, pick(choices, pool(each.type))) for each in chosen)  # type: ignore[arg-type]
        kinds.append(tuple(sorted(values)))
    return tuple(kinds)


def _some(choices: Choices, values: Sequence[Any]) -> list[Any]:
    return [pick(choices, values) for _ in range(weighted(choices, ((3, 1), (1, 2))))]


def _may_be_known(key: str) -> bool:
    """Whether the register may know a fact: then a case tells of it less often."""
    return any(each.fact == key for entry in REGISTER.entries for each in entry.known)


@frozen
class _Viewed:
    """The making of a view."""

    choices: Choices
    schema: Schema
    day: date

    def view(self) -> View:
        view: dict[str, Any] = {CASE: {"vurderingsdato": self.day}}
        for each in self.schema.records:
            if not each.entry:
                absent = _is_absent(self.choices, each)
                view[each.key] = None if absent else self.record(each)
        return marked({key: record for key, record in view.items() if self.is_told(record)})

    def is_told(self, value: Any) -> bool:
        """What is unknown may also be left out."""
        return value is not None or not chance(self.choices, 30)

    def record(self, record: RecordDeclaration) -> dict[str, Any]:
        facts = {each.key: self.fact(each) for each in record.fields}
        return {key: value for key, value in facts.items() if self.is_told(value)}

    def fact(self, declared: FieldDeclaration) -> Any:
        kind = declared.type
        if isinstance(kind, Listed):
            return self.listing(kind)
        if chance(self.choices, 14):
            return None
        if isinstance(kind, Date) and chance(self.choices, 10):
            return self.day, None
        if not is_truth(kind) and chance(self.choices, 10):
            return self.contested(kind)
        return pick(self.choices, pool(kind))

    def contested(self, kind: Scalar) -> Any:
        """What two sources leave possible."""
        told = [pick(self.choices, pool(kind)) for _ in range(2)]
        if told[0] == told[1]:
            return told[0]
        return (min(told), max(told)) if is_ordered(kind) else OneOf(told)

    def listing(self, kind: Listed) -> Any:
        if chance(self.choices, 8):
            return None
        members = [self.member(kind.element) for _ in range(weighted(self.choices, SIZES))]
        if not chance(self.choices, 22):
            return members
        further = self.further(kind.element) if chance(self.choices, 70) else []
        return PartialList([*members, *further], len(further))

    def further(self, element: Scalar | Row) -> list[Any]:
        """What any further member may be, where some kind of them is ruled out."""
        kinds = ruled_out(self.choices, element, self.schema)
        told = Entries((), complete=False, none=kinds)
        return list(Eye(self.schema, self.day).further(told, Listed(element))) if kinds else []

    def member(self, element: Scalar | Row) -> Any:
        if isinstance(element, Row):
            declaration = self.schema.record(element.name)
            assert declaration is not None
            return self.record(declaration)
        return None if chance(self.choices, 14) else pick(self.choices, pool(element))


@frozen
class _Stated:
    """The making of a case."""

    choices: Choices
    schema: Schema
    day: date

    def case(self) -> Case:
        records = {
            each.key: self.record(each)
            for each in self.schema.records
            if not each.entry and not _is_absent(self.choices, each)
        }
        return Case("sak", None, records)

    def record(self, record: RecordDeclaration) -> Record:
        named = any(isinstance(each.type, Registered) for each in record.fields)
        return {
            each.key: self.statements(each.type)
            for each in record.fields
            if not chance(self.choices, 45 if named and _may_be_known(each.key) else 7)
        }

    def statements(self, kind: Type) -> tuple[Statement, ...]:
        count = weighted(self.choices, ((6, 1), (2, 2), (1, 3)))
        return tuple(self.statement(kind, number) for number in range(count))

    def statement(self, kind: Type, number: int) -> Statement:
        grade = weighted(self.choices, tuple((4 - n, each) for n, each in enumerate(Grade)))
        return Statement(self.content(kind), f"kilde {number}", grade)

    def content(self, kind: Type) -> Content:
        if chance(self.choices, 6):
            return Pending("behandles")
        if isinstance(kind, Listed):
            return self.entries(kind)
        return self.scalar(kind)

    def scalar(self, kind: Scalar) -> Content:
        if isinstance(kind, Date) and chance(self.choices, 10):
            return NotDone()
        if isinstance(kind, Date) and chance(self.choices, 12):
            day = pick(self.choices, DAYS)
            return pick(self.choices, (month_of(day.year, day.month), year_of(day.year)))
        if isinstance(kind, (Registered, Enumerated)) and chance(self.choices, 12):
            return Unrecognised(pick(self.choices, ("Et annet sykehus", "Enda et")))
        if chance(self.choices, 4):
            return Unreadable("venter noe annet")
        if isinstance(kind, Assessed) and chance(self.choices, 70):
            by = weighted(self.choices, ((3, ()), *((1, each) for each in BODIES)))
            made = weighted(self.choices, ((3, None), *((1, each) for each in DAYS)))
            grounds = pick(self.choices, ("", "begrunnet"))
            return Assessment(pick(self.choices, (True, False)), by, made, grounds)
        return pick(self.choices, pool(kind))  # type: ignore[no-any-return]

    def entries(self, kind: Listed) -> Entries:
        members = tuple(self.member(kind.element) for _ in range(weighted(self.choices, SIZES)))
        if not chance(self.choices, 22):
            return Entries(members)
        none = ruled_out(self.choices, kind.element, self.schema)
        return Entries(members, complete=False, none=none if chance(self.choices, 70) else ())

    def member(self, element: Scalar | Row) -> Record | Content:
        if isinstance(element, Row):
            declaration = self.schema.record(element.name)
            assert declaration is not None
            return self.record(declaration)
        return self.scalar(element)
