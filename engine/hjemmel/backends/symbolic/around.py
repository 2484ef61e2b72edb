"""The cases around one that is given: those where some more is told, or told otherwise.

All that may be told is divided into things: a fact, what a list has, that there is a record. Each
thing costs something where it is otherwise than in the case that is given. What costs nothing at
all cannot be otherwise, but what stands in a new entry of a list comes with the entry.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from hjemmel.backends.symbolic.cases import case_of
from hjemmel.backends.symbolic.days import Day, place_of
from hjemmel.backends.symbolic.facts import Interval, Key, Truth
from hjemmel.backends.symbolic.fixing import Fixing
from hjemmel.backends.symbolic.logic import (
    Bit,
    alike,
    at_most,
    conj,
    disj,
    equal,
    implied,
    negation,
    weigh_at_most,
)
from hjemmel.backends.symbolic.near import near_values
from hjemmel.backends.symbolic.question import Asked
from hjemmel.backends.symbolic.solving import Model, Refusal, Solver
from hjemmel.backends.symbolic.telling import Told
from hjemmel.backends.terms.term import Sort
from hjemmel.case.observation import PartialList, members_in
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.case.statements import Case
from hjemmel.core.schema import CASE, PRESENCE
from hjemmel.core.types import Listed, is_symbolic

Cost = Callable[[Key], int | None]
"""What it costs that a thing is otherwise; None where it cannot be."""


@frozen
class Nearby:
    """A case around the given one: what is otherwise in it, and what that costs together.

    `examples` are those facts that could have been told in yet another way.
    """

    case: Case
    otherwise: tuple[Key, ...]
    cost: int
    examples: frozenset[Key] = frozenset()


@frozen(eq=False)
class Around:
    """What may be otherwise, as formulas."""

    facts: Asked
    given: Fixing
    cost: Cost
    solver: Solver
    whole: frozenset[Key]
    """Lists that can only be told anew, and not added to."""
    as_is: Mapping[Key, Bit] = field(init=False)
    things: Mapping[Key, tuple[Bit, int]] = field(init=False)
    weights: Sequence[tuple[Bit, int]] = field(init=False)
    hold: Sequence[Bit] = field(init=False)

    @classmethod
    def of(
        cls, facts: Asked, given: Fixing, cost: Cost, solver: Solver, whole: frozenset[Key]
    ) -> "Around":
        """The cases around a given one, once all that is looked at has its variables."""
        seen = 0
        while seen < len(facts.telling.told):
            some = list(facts.telling.told.values())[seen:]
            seen += len(some)
            for each in some:
                if not isinstance(each.kind, Listed) and each.key[0][0] != CASE:
                    for running in facts.runnings:
                        _agrees(running.facts, each)
        return cls(facts, given, cost, solver, whole)

    @as_is.default
    def _as_is(self) -> Mapping[Key, Bit]:
        records = self.given.records(self.facts)
        return {
            **{((record, PRESENCE), ()): bit for record, bit in records.items()},
            **self.given.facts(self.facts),
        }

    @things.default
    def _things(self) -> Mapping[Key, tuple[Bit, int]]:
        found = {}
        for key, bit in self.as_is.items():
            cost = None if self._around(key) is not None else self.cost(key)
            if cost is not None and bit is not True:
                found[key] = negation(bit), cost
        return found

    @weights.default
    def _weights(self) -> Sequence[tuple[Bit, int]]:
        """What all costs; in a list that is added to, each new entry, and that it is whole."""
        found: list[tuple[Bit, int]] = []
        for key, (bit, cost) in self.things.items():
            value, told = self.given.value(key), self.facts.telling.told.get(key)
            if told is None or not isinstance(value, list) or key in self.whole:
                found.append((bit, cost))
                continue
            listing = self.facts.telling.listing(key)
            found += [(each, cost) for each in listing.member[members_in(value) :]]
            if isinstance(value, PartialList):
                found.append((told.whole, cost))
        return found

    @hold.default
    def _hold(self) -> Sequence[Bit]:
        return [bit for key in self.as_is for bit in self._held(key)]

    # --- what is asked -------------------------------------------------------------------

    def smallest(self, wanted: Bit, most: int, dearest: int) -> Iterator["Nearby | Refusal"]:
        """Cases of which something is wanted, the cheapest first; each is otherwise in something
        that is not enough of itself. Last, why there are no more."""
        blocked: list[Bit] = []
        cost, found = 0, self._any(wanted, blocked, dearest)
        while isinstance(found, Model) and len(blocked) < most:
            cheap = self._any(wanted, blocked, cost)
            if isinstance(cheap, Model):
                near = self._better(wanted, cheap, cost)
                blocked.append(disj(negation(self.things[each][0]) for each in near.otherwise))
                yield near
                found = self._any(wanted, blocked, dearest)
            elif cheap is Refusal.NONE:
                cost += 1
            else:
                found = cheap
        if isinstance(found, Refusal):
            yield found

    def _any(self, wanted: Bit, blocked: Sequence[Bit], cost: int) -> Model | Refusal:
        """A case that costs no more, and has something that no case before it had."""
        limit = weigh_at_most(self.weights, cost)
        return self.solver.ask([*self.hold, wanted, limit, *blocked])

    def needed(self, unwanted: Bit, order: Sequence[Key]) -> "tuple[Key, ...] | Refusal":
        """Facts that leave no case that is not wanted, whatever they are, once they are known; none
        of them can be spared. `NONE` where no facts are enough."""
        known = {key: self._known(key) for key in order if key in self.things}
        keys = list(known)
        enough = self._enough(unwanted, keys, known)
        if isinstance(enough, Refusal):
            return enough
        for each in reversed(enough):
            fewer = self._enough(unwanted, [key for key in enough if key != each], known)
            if fewer is Refusal.SPENT:
                return fewer
            if not isinstance(fewer, Refusal):
                enough = fewer
        return tuple(enough)

    def is_surely(self, wanted: Bit) -> bool:
        """Whether this is so in the given case."""
        return self.solver.ask([*self.as_is.values(), negation(wanted)]) is Refusal.NONE

    def _enough(
        self, unwanted: Bit, keys: Sequence[Key], known: Mapping[Key, Bit]
    ) -> "list[Key] | Refusal":
        """Those of some facts that are enough; the others stay as they are in the given case."""
        still = [negation(bit) for key, (bit, _) in self.things.items() if key not in keys]
        core = self.solver.core([*self.hold, unwanted, *still], [known[each] for each in keys])
        return core if isinstance(core, Refusal) else [keys[number] for number in core]

    def _better(self, wanted: Bit, found: Model, cost: int) -> Nearby:
        """The same things otherwise, told in a way that is easy to read."""
        otherwise = tuple(key for key, (bit, _) in self.things.items() if found.bit(bit))
        only = [wanted, *self.hold, weigh_at_most(self.weights, cost)]
        only += [
            bit if key in otherwise else negation(bit) for key, (bit, _) in self.things.items()
        ]
        near, told = conj(near_values(self._told(otherwise))), conj(self._past(otherwise))
        for wish in ((near, told), (told,), (near,)):
            better = self.solver.ask([*only, *wish])
            if isinstance(better, Model):
                found = better
                break
        examples = frozenset(each for each in otherwise if self._has_other(each, only, found))
        return Nearby(case_of(self.facts.telling, found), otherwise, cost, examples)

    def _has_other(self, key: Key, only: Sequence[Bit], found: Model) -> bool:
        """Whether a fact could be told in yet another way, and all else as it is found."""
        told = self.facts.telling.told.get(key)
        if told is None or isinstance(told.kind, Listed):
            return told is not None
        same = _same_value(told, found)
        return same is not None and isinstance(self.solver.ask([*only, negation(same)]), Model)

    def _told(self, keys: Sequence[Key]) -> Iterator[Told]:
        """What is told otherwise, and what stands in new entries."""
        for key, told in self.facts.telling.told.items():
            if key in keys or self._around(key) in keys:
                yield told

    def _past(self, keys: Sequence[Key]) -> Iterator[Bit]:
        """Days that have come, of all that is told anew."""
        limit = self.facts.telling.today.place
        for each in self._told(keys):
            if isinstance(each.value, Day):
                yield implied(each.known, at_most(each.value.place, limit))

    # --- what may be otherwise -----------------------------------------------------------

    def _around(self, key: Key) -> Key | None:
        """The list that brings a fact with it, where it stands in an entry that is new."""
        path, at = key
        for depth in range(len(at)):
            around = path[: depth + 2], at[:depth]
            entries = self.given.value(around)
            count = members_in(entries) if isinstance(entries, list) else 0
            if around in self.whole or at[depth] >= count:
                return around
        return None

    def _held(self, key: Key) -> Iterator[Bit]:
        as_is, around = self.as_is[key], self._around(key)
        told = self.facts.telling.told.get(key)
        if around is not None:
            assert told is not None
            if around not in self.things:
                yield as_is
            elif isinstance(told.kind, Listed):
                yield disj([as_is, negation(told.told), conj([self._full(told), told.whole])])
            else:
                yield disj([as_is, negation(told.told), self._fresh(told)])
        elif key not in self.things:
            yield as_is
        elif told is None:
            return
        elif isinstance(told.kind, Listed):
            yield disj([as_is, self._full(told)])
            yield from self._kept(told)
        else:
            yield disj([as_is, conj([self._fresh(told), self._within(told)])])

    def _fresh(self, told: Told) -> Bit:
        """One value is told, or that an act is not done."""
        agree = (_agrees(each.facts, told) for each in self.facts.runnings)
        alone = conj([told.known, negation(told.spread), negation(told.several), *agree])
        if told.not_done is False:
            return alone
        today = self.facts.telling.today.place
        return disj([alone, conj([told.not_done, equal(told.value.place, today)])])

    def _within(self, told: Told) -> Bit:
        """What is known in part, is so still."""
        value = self.given.value(told.key)
        match value:
            case OneOf() | NoneOf():
                codes = self.facts.space.codes
                return disj(equal(told.value, code) for name, code in codes.items()
                            if (name in value) is isinstance(value, OneOf))  # fmt: skip
            case (low, high):
                place = getattr(told.value, "place", told.value)
                ends = [] if low is None else [at_most(_place(low), place)]
                return conj([*ends, *([] if high is None else [at_most(place, _place(high))])])
            case _:  # one value, or none
                return True

    def _full(self, told: Told) -> Bit:
        """A list without entries of which only some is said."""
        listing = self.facts.telling.listing(told.key)
        pairs = zip(listing.exists, listing.member, strict=True)
        return conj([told.told, *(alike(*pair) for pair in pairs)])

    def _kept(self, told: Told) -> Iterator[Bit]:
        """A list keeps the entries that it has, and does not become less known."""
        if told.key in self.whole:
            return
        value = self.given.value(told.key)
        listing = self.facts.telling.listing(told.key)
        count = members_in(value) if isinstance(value, list) else 0
        yield from listing.member[:count]
        if value is not None and not isinstance(value, PartialList):
            yield told.whole

    def _known(self, key: Key) -> Bit:
        """All is known of a thing that rules ask of it."""
        told = self.facts.telling.told.get(key)
        if told is None:
            return True
        if not isinstance(told.kind, Listed):
            return self._fresh(told)
        inner = (
            other for other in self.facts.telling.told.values() if self._around(other.key) == key
        )
        listing = self.facts.telling.listing(key)
        return conj([self._full(told), told.whole,
                     *(implied(self._entry(listing, each), self._fresh(each)) for each in inner
                       if not isinstance(each.kind, Listed))])  # fmt: skip

    def _entry(self, outer: Any, inner: Told) -> Bit:
        path, at = inner.key
        listing = self.facts.telling.listing((path[:-1], at[:-1])) if len(at) > 1 else outer
        exists: Bit = listing.exists[at[-1]]
        return exists


def _agrees(by: Any, told: Told) -> Bit:
    """Neither registers nor what follows say otherwise of a fact than what is told."""
    facts = by.told  # before anything is taken as given
    if is_symbolic(told.kind):
        return facts.named(told.key).name.known
    if isinstance(told.value, Day) or told.last is not None:
        found: Interval = facts.interval(
            told.key, Sort.DAY if isinstance(told.value, Day) else Sort.NUMBER
        )
        low, high = (getattr(each, "place", each) for each in (found.low, found.high))
        return conj([found.low_known, found.high_known, equal(low, high)])
    truth: Truth = facts.truth(told.key)
    return disj([truth.yes, truth.no])


def _place(value: Any) -> Any:
    return place_of(value) if hasattr(value, "year") else value


def _same_value(told: Told, found: Model) -> Bit | None:
    """That a fact has the value that was found; None where it has none to vary."""
    if told.last is None and not isinstance(told.value, Day) and not is_symbolic(told.kind):
        return None
    value = getattr(told.value, "place", told.value)
    if found.bit(told.not_done):
        return told.not_done
    return conj([told.known, value == found.found.eval(value, model_completion=True)])
