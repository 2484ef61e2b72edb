"""A second reading of what a stated case shows on a day, naive on purpose.

It is written from the definition, as `oracle.py` is, and shares nothing with the engine's look
at a case: it only builds the view. Never change it together with the engine.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

from attrs import evolve, frozen

from hjemmel.case.observation import PartialList
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.case.statements import (
    Assessment,
    Case,
    Entries,
    NotDone,
    Pending,
    Statement,
    Unreadable,
    Unrecognised,
)
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Role, Schema, Tenure
from hjemmel.core.types import (
    Assessed,
    Enumerated,
    Listed,
    Registered,
    Row,
    Text,
    Truth,
    Type,
)
from hjemmel.source.moment import Moment

FOLLOWS = "slutning"
"""The source of what follows: a register speaks of names that are told, not of these."""
WEIGHTS = ("offisiell", "egenrapport", "part", "utledet")


def shown(case: Case, schema: Schema, today: date) -> dict[str, Any]:
    """What the case shows."""
    eye = Eye(schema, today)
    view: dict[str, Any] = {"sak": {"vurderingsdato": today}}
    for declared in schema.records:
        if declared.entry:
            continue
        if declared.key in case.records:
            view[declared.key] = eye.record(case.records[declared.key], declared)
        elif declared.optional:
            view[declared.key] = None
        else:
            view[declared.key] = eye.record({}, declared)
    return view


@frozen
class Eye:
    """Looks at a case by a schema on a day."""

    schema: Schema
    today: date

    def record(
        self, told: Mapping[str, Sequence[Statement]], declared: RecordDeclaration
    ) -> dict[str, Any]:
        """All that is declared, known or not."""
        fuller = {each.key: self.with_register(told, each, declared) for each in declared.fields}
        return {each.key: self.fact(fuller[each.key], each) for each in declared.fields}

    def with_register(
        self,
        told: Mapping[str, Sequence[Statement]],
        asked: FieldDeclaration,
        declared: RecordDeclaration,
    ) -> list[Statement]:
        """What is told, and what each register knows by the one institution that is named."""
        found = list(told.get(asked.key, ()))
        weight = heaviest(found)[0].grade if found else None
        for register in self.schema.registers:
            by = [each.key for each in declared.fields
                  if each.type == Registered(register.name) and each.key != asked.key]  # fmt: skip
            said = [e for e in told.get(by[0], ()) if e.source != FOLLOWS] if len(by) == 1 else []
            names = heaviest(said)
            if any(isinstance(each.content, Unreadable) for each in said):
                continue
            for entry in register.entries:
                if not names or any(each.content != entry.name for each in names):
                    continue
                for known in entry.known:
                    start, end = known.validity.start, known.validity.end
                    if (start and self.today < start.last) or (end and self.today > end.first):
                        continue
                    if known.fact == asked.key:
                        mine = Statement(known.value)
                        found.append(evolve(mine, grade=weight) if weight else mine)
        return found

    def fact(self, told: Sequence[Statement], declared: FieldDeclaration) -> Any:
        """What the sources agree on."""
        if any(isinstance(each.content, Unreadable) for each in told):
            return None
        best = heaviest(told)
        if not best:
            return None
        if any(not alike(best[0].content, each.content) for each in best):
            return self.disputed([each.content for each in best], declared.type)
        answers = [self.content(each.content, declared.type) for each in best]
        return next((each for each in answers if each is not None), None)

    def disputed(self, told: Sequence[Any], kind: Type) -> Any:
        """What sources that differ leave possible."""
        if isinstance(kind, Listed):
            lists = [each for each in told if isinstance(each, Entries)]
            if len(lists) < len(told):
                return None
            common = list(lists[0].members)
            for other in lists[1:]:
                common = in_both(common, other.members)
            return PartialList(self.listing(Entries(tuple(common)), kind))
        answers = [self.content(each, kind) for each in told]
        if isinstance(kind, (Truth, Assessed)) or None in answers:
            return None
        if isinstance(kind, (Text, Enumerated, Registered)):
            return OneOf(answers)
        ends = [each if isinstance(each, tuple) else (each, each) for each in answers]
        highs = [high for _, high in ends]
        return min(low for low, _ in ends), None if None in highs else max(highs)

    def content(self, content: Any, kind: Type) -> Any:
        """What one source says, as it counts on the day."""
        match content:
            case Pending() | Unrecognised() | Unreadable():
                return None
            case NotDone():
                return self.today, None
            case Moment(first=first, last=last):
                return first, last
            case Assessment():
                assert isinstance(kind, Assessed)
                return content.positive if self.counts(content, kind.owner) else None
            case Entries():
                assert isinstance(kind, Listed)
                return self.listing(content, kind)
            case _:
                return content

    def counts(self, made: Assessment, owner: str) -> bool:
        """Made by the day, by whoever had the role on the day it was made."""
        if made.day is not None and made.day > self.today:
            return False
        when = self.today if made.day is None else made.day
        role = next((each for each in self.schema.roles if each.name == owner), None)
        makers = set(made.by or (owner,))
        if role is None:
            return owner in makers
        held = list(who_may_have(role, when))
        return all(each is not None and could_make(each, makers, owner) for each in held)

    def listing(self, told: Entries, kind: Listed) -> list[Any]:
        """The entries that are surely there; in part where there may be others."""
        known = [each for each in told.members if not is_strange(each)]
        if isinstance(kind.element, Row):
            name = kind.element.name
            declared = next(each for each in self.schema.records if each.key == name)
            found = [self.record(each, declared) for each in known]  # type: ignore[arg-type]
        else:
            element = kind.element
            found = [self.content(each, element) for each in known]
        if len(known) < len(told.members):
            return PartialList(found)
        if told.complete:
            return found
        if not told.none:
            return PartialList(found)
        further = list(self.further(told, kind))
        return PartialList([*found, *further], len(further)) if further else found

    def further(self, told: Entries, kind: Listed) -> Iterator[Any]:
        """What any further entry may be: tried for each way of not being of each kind."""
        for way in product(*told.none):
            barred: dict[str, set[Any]] = {}
            for key, value in way:
                barred.setdefault(key, set()).add(value)
            if isinstance(kind.element, Row):
                name = kind.element.name
                declared = next(each for each in self.schema.records if each.key == name)
                types = {each.key: each.type for each in declared.fields}
                entry = dict.fromkeys(types) | {
                    key: self.other_than(values, types[key]) for key, values in barred.items()
                }
                if set() not in entry.values():
                    yield entry
            else:
                (values,) = barred.values()
                left = self.other_than(values, kind.element)
                if left != set():
                    yield left

    def other_than(self, barred: set[Any], kind: Type) -> Any:
        """What is left where some values are barred; the empty set where nothing is."""
        match kind:
            case Truth():
                left = {True, False} - barred
            case Enumerated(name):
                left = set(self.schema.enumeration(name).values) - barred
            case _:
                return NoneOf(barred)
        if len(left) == 1:
            return left.pop()
        return OneOf(left) if left else left


def who_may_have(role: Role, day: date) -> Iterator[Tenure | None]:
    """Whoever has the role on the day, tried for every day that each change may have come."""
    spans = [at for each in role.tenures for at in (each.start, each.end)]
    days = ([at.first, at.last] if at else [None] for at in spans)
    for world in product(*days):
        starts, lasts = world[::2], world[1::2]
        if _is_one_world(role, starts, lasts):
            holds = (
                each
                for each, start, last in zip(role.tenures, starts, lasts, strict=True)
                if (start or date.min) <= day <= (last or date.max)
            )
            yield next(holds, None)


def _is_one_world(role: Role, starts: Sequence[Any], lasts: Sequence[Any]) -> bool:
    """Whoever comes the day after another has left, does so whatever day that was."""
    for at, (leaves, comes) in enumerate(pairwise(role.tenures)):
        meets = leaves.end is not None and comes.start == leaves.end.day_after
        if meets and starts[at + 1] != lasts[at] + timedelta(days=1):
            return False
    return True


def could_make(tenure: Tenure, makers: set[str], owner: str) -> bool:
    """Whether those who made it are enough."""
    if owner in makers:
        return True
    needed = [each in makers for each in tenure.holders]
    return all(needed) if tenure.joint.value == "og" else any(needed)


def is_strange(member: Any) -> bool:
    """An entry with a name that nobody knows, or that cannot be read at all."""
    if isinstance(member, Mapping):
        named = [each.content for told in member.values() for each in heaviest(told)]
        return any(isinstance(each, Unrecognised) for each in named)
    return isinstance(member, (Unrecognised, Unreadable))


def heaviest(told: Sequence[Statement]) -> list[Statement]:
    """Only those of the highest grade given."""
    best = min((WEIGHTS.index(each.grade.value) for each in told), default=0)
    return [each for each in told if WEIGHTS.index(each.grade.value) == best]


def alike(left: Any, right: Any) -> bool:
    """Two sources say the same."""
    match left, right:
        case (Assessment() | bool(), Assessment() | bool()):
            return positive(left) == positive(right)
        case Pending(), Pending():
            return True
        case Entries(), Entries():
            one = [set(each) for each in left.none]
            other = [set(each) for each in right.none]
            alike_kinds = all(e in other for e in one) and all(e in one for e in other)
            is_as_full = left.complete == right.complete and alike_kinds
            return is_as_full and same_entries(left.members, right.members)
        case Mapping(), Mapping():
            return left.keys() == right.keys() and all(
                same_statements(left[key], right[key]) for key in left
            )
        case _:
            return type(left) is type(right) and bool(left == right)


def in_both(some: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The entries of the first that stand in the other too, each no more often than there."""
    rest, found = list(others), []
    for each in some:
        at = next((n for n, other in enumerate(rest) if alike(each, other)), None)
        if at is not None:
            found.append(each)
            del rest[at]
    return found


def positive(said: Any) -> bool:
    """Yes, however it was said."""
    return said.positive if isinstance(said, Assessment) else said


def same_entries(left: Sequence[Any], right: Sequence[Any]) -> bool:
    """The same entries, in any order, each as many times."""
    rest = list(right)
    for each in left:
        at = next((n for n, other in enumerate(rest) if alike(each, other)), None)
        if at is None:
            return False
        del rest[at]
    return not rest


def same_statements(left: Sequence[Statement], right: Sequence[Statement]) -> bool:
    """Everything said in the one is said in the other."""
    pairs = ((left, right), (right, left))
    return all(
        any(alike(each.content, other.content) for other in others)
        for some, others in pairs
        for each in some
    )
