"""What may be told in a case: an open variable for each thing, and what always holds of them."""

from collections.abc import Callable, Mapping
from enum import Enum
from itertools import pairwise
from typing import Any, TypeVar

from attrs import field, frozen

from hjemmel.backends.symbolic.days import Day, chosen, length_of, open_day
from hjemmel.backends.symbolic.facts import Interval, Key, Listing, Named, Truth
from hjemmel.backends.symbolic.logic import (
    Bit,
    Size,
    conj,
    disj,
    either,
    equal,
    implied,
    negation,
    total,
)
from hjemmel.backends.symbolic.names import REST, Name
from hjemmel.backends.symbolic.space import Space
from hjemmel.backends.terms.term import Path, Sort
from hjemmel.core.calendar import EARLIEST, LATEST
from hjemmel.core.declared import names_of, type_at
from hjemmel.core.schema import CASE, ELEMENT, PRESENCE, Schema
from hjemmel.core.types import (
    Days,
    Enumerated,
    Fraction,
    Month,
    Months,
    Quarter,
    Text,
    Type,
    Year,
    months_in,
)

T = TypeVar("T")

LARGEST = 10**18 - 1
"""Of whole numbers that a case may tell."""


class Extent(Enum):
    """Which cases are asked about."""

    ORDINARY = "alle saker uten «ingen flere»"
    EVERY = "alle saker"


@frozen(eq=False)
class Told:
    """The variables of one fact, to be read when a case is found. What a fact has none of, is
    None."""

    key: Key
    kind: Type
    told: Bit
    known: Bit = False
    value: Any = None
    spread: Bit = False
    last: Any = None
    not_done: Bit = False
    several: Bit = False
    among: Mapping[int, Bit] = field(factory=dict)
    whole: Bit = False
    entries: tuple[Bit, ...] = ()


@frozen(eq=False)
class Telling:
    """All that one case tells; `longest` is how many entries each list has at the most."""

    space: Space
    schema: Schema
    extent: Extent
    longest: Mapping[Path, int]
    facts: dict[Key, Any] = field(factory=dict)
    told: dict[Key, Told] = field(factory=dict)
    records: dict[str, Bit] = field(factory=dict)

    # --- records and lists ---------------------------------------------------------------

    def present(self, record: str) -> Bit:
        """Whether the case has a record."""
        if record not in self.records:
            is_open = self.schema.may_lack(record)
            self.records[record] = self.space.bit(f"{record}/{PRESENCE}") if is_open else True
        return self.records[record]

    def listing(self, key: Key) -> Listing:
        """A list."""
        return self._made(key, self._listing)

    def _listing(self, key: Key) -> Listing:
        name, (path, _) = _called(key), key
        told, whole = self._told(key), self.space.bit(f"{name}?hel")
        numbers = range(self.longest.get(path, 0))
        members = tuple(self.space.bit(f"{name}?{at}") for at in numbers)
        exists = members
        hold = [implied(whole, told)]
        if self.extent is Extent.EVERY:
            exists = tuple(self.space.bit(f"{name}?finnes {at}") for at in numbers)
            further = [conj([e, negation(m)]) for e, m in zip(exists, members, strict=True)]
            hold += [implied(disj(further), negation(whole))]
            hold += [implied(m, e) for e, m in zip(exists, members, strict=True)]
            bounded = disj([whole, *further])
        else:
            bounded = whole
        for several in (exists, members):
            hold += [implied(*pair[::-1]) for pair in pairwise((told, *several))]
        self.space.hold(hold)
        self._note(key, Told(key, self._kind(path), told, told, whole=whole, entries=members))
        return Listing(told, bounded, exists, members)

    # --- single facts --------------------------------------------------------------------

    def truth(self, key: Key) -> Truth:
        """A yes/no fact."""
        return self._made(key, self._truth)

    def _truth(self, key: Key) -> Truth:
        told = self._told(key)
        known, value = self._known(key, told), self.space.bit(f"{_called(key)}?ja")
        self._note(key, Told(key, self._kind(key[0]), told, known, value))
        return Truth(told, conj([known, value]), conj([known, negation(value)]))

    def interval(self, key: Key, sort: Sort) -> Interval:
        """A fact with an order."""
        return self._made(key, self._of_day if sort is Sort.DAY else self._of_number)

    @property
    def today(self) -> Day:
        """The day of evaluation."""
        found = self.interval(((CASE, "vurderingsdato"), ()), Sort.DAY).low
        assert isinstance(found, Day)
        return found

    def _of_day(self, key: Key) -> Interval:
        name, (path, _) = _called(key), key
        first = open_day(self.space, name)
        if path[0] == CASE:
            self._note(key, Told(key, self._kind(path), True, True, first))
            return Interval(True, first, first, True, True)
        told = self._told(key)
        known, not_done = self._known(key, told), self.space.bit(f"{name}?ikke utført")
        hold = [implied(not_done, told), implied(not_done, negation(known))]
        last, spread = open_day(self.space, f"{name}.til"), self._spread(key, known)
        until = _is_period(first, last) if path[-1] == ELEMENT else first.place < last.place
        limit = self.today.place
        alone = equal(first.place, limit) if path[-1] == ELEMENT else first.place <= limit
        self.space.hold([*hold, implied(spread, until), implied(not_done, alone)])
        high = chosen(spread, last, first)
        self._note(key, Told(key, self._kind(path), told, known, first, spread, last, not_done))
        return Interval(told, first, high, disj([known, not_done]), known)

    def _of_number(self, key: Key) -> Interval:
        name, kind, told = _called(key), self._kind(key[0]), self._told(key)
        known = self._known(key, told)
        first, last = (self._number(each, kind) for each in (name, f"{name}.til"))
        spread = False if key[0][-1] == ELEMENT else self._spread(key, known)
        self.space.hold([implied(spread, first < last)])
        self._note(key, Told(key, kind, told, known, first, spread, last))
        return Interval(told, first, either(spread, last, first), known, known)

    def _spread(self, key: Key, known: Bit) -> Bit:
        """That more than one is possible."""
        spread = self.space.bit(f"{_called(key)}?mellom")
        self.space.hold([implied(spread, known)])
        return spread

    def _number(self, name: str, kind: Type) -> Size:
        match kind:
            case Fraction():
                return self.space.decimal(name)
            case Year() | Quarter() | Month():
                each = 12 // months_in(kind)
                least, greatest = EARLIEST.year * each, LATEST.year * each + each - 1
                return self.space.whole(name, least, greatest)
            case Months() | Days():
                return self.space.whole(name, 0, LARGEST)
            case _:  # a number or an amount
                return self.space.whole(name, -LARGEST, LARGEST)

    def named(self, key: Key) -> Named:
        """A name."""
        return self._made(key, self._named)

    def _named(self, key: Key) -> Named:
        name, kind, told = _called(key), self._kind(key[0]), self._told(key)
        known, codes = self._known(key, told), self._codes(kind)
        code = self.space.whole(name, 0, max(len(self.space.codes) - 1, 0))
        if len(codes) < len(self.space.codes):
            self.space.hold([disj([equal(code, each) for each in codes])])
        several, among = self._several(key, kind, codes)
        self.space.hold([implied(several, told), implied(several, negation(known))])
        self._note(key, Told(key, kind, told, known, code, several=several, among=among))
        return Named(told, Name(code, known, several, among))

    def _several(
        self, key: Key, kind: Type, codes: tuple[int, ...]
    ) -> tuple[Bit, Mapping[int, Bit]]:
        """That it is one of some; of an entry that is a plain value, only one further can be."""
        is_every = self.extent is Extent.EVERY
        if len(codes) < 2 or (key[0][-1] == ELEMENT and not is_every):
            return False, {}
        name = _called(key)
        several = self.space.bit(f"{name}?flere")
        among = {each: self.space.bit(f"{name}?kan {each}") for each in codes}
        two = total(among.values()) >= 2
        if is_every and not isinstance(kind, Enumerated):
            among[REST] = self.space.bit(f"{name}?kan være andre")
            two = disj([two, among[REST]])
        self.space.hold([implied(several, two)])
        return several, among

    def _codes(self, kind: Type) -> tuple[int, ...]:
        """The numbers of the names that may be told of a type; a text is one that can be read."""
        if not isinstance(kind, Text):
            return tuple(self.space.code(each) for each in names_of(kind, self.schema))
        is_every = self.extent is Extent.EVERY
        return tuple(
            code for name, code in self.space.codes.items() if is_every or _can_be_read(name)
        )

    # --- what is told at all -------------------------------------------------------------

    def _told(self, key: Key) -> Bit:
        told = self.space.bit(f"{_called(key)}?fortalt")
        self.space.hold([implied(told, self._around(key))])
        return told

    def _known(self, key: Key, told: Bit) -> Bit:
        """That a value is told: all that may be told, where no more matters."""
        known = self.space.bit(f"{_called(key)}?kjent")
        self.space.hold([implied(known, told)])
        return known

    def _around(self, key: Key) -> Bit:
        path, at = key
        if len(path) == 2:
            return self.present(path[0])
        return self.listing((path[:-1], at[:-1])).exists[at[-1]]

    def _kind(self, path: Path) -> Type:
        kind = type_at(path, self.schema)
        assert kind is not None  # a rule asks only for what is declared
        return kind

    def _made(self, key: Key, make: Callable[[Key], T]) -> T:
        if key not in self.facts:
            with self.space.making(key[0]):
                self.facts[key] = make(key)
        found: T = self.facts[key]
        return found

    def _note(self, key: Key, told: Told) -> None:
        self.told[key] = told


def _is_period(first: Day, last: Day) -> Bit:
    """From the first day of a month or a year to its last: all that is told of a plain entry."""
    assert first.parts is not None
    assert last.parts is not None
    (year, month, day), (same_year, same_month, last_day) = first.parts, last.parts
    is_month = conj([equal(month, same_month), equal(last_day, length_of(year, month) - 1)])
    is_year = conj([equal(month, 0), equal(same_month, 11), equal(last_day, 30)])
    return conj([equal(year, same_year), equal(day, 0), disj([is_month, is_year])])


def _can_be_read(text: str) -> bool:
    """Whether a text is read as it is written: it is not empty, and has no blanks to spare."""
    return bool(text) and text == " ".join(text.split())


def _called(key: Key) -> str:
    path, at = key
    return "/".join((*path, *map(str, at)))
