"""What is seen of a case: what it tells, what registers know, what follows, what is presumed.

The same steps as a single case takes, as formulas: each source says what it says of a fact, and
where those that weigh the same differ, the fact is known so far as they leave it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any

from attrs import field, frozen

from hjemmel.backends.symbolic.days import Day, chosen, day_of
from hjemmel.backends.symbolic.facts import Facts, Interval, Key, Listing, Named, Truth
from hjemmel.backends.symbolic.logic import (
    Bit,
    at_most,
    conj,
    disj,
    either,
    equal,
    negation,
)
from hjemmel.backends.symbolic.names import Name
from hjemmel.backends.symbolic.space import Space
from hjemmel.backends.terms.term import Sort
from hjemmel.core.nodes import Value

Claim = tuple[Bit, Value]
"""Where one more source says that a fact has a value."""
Claims = Callable[[Key], Sequence[Claim]]


@frozen(eq=False)
class Claimed:
    """Facts of which some more is said."""

    space: Space
    told: Facts
    claims: Claims
    found: dict[Key, Any] = field(factory=dict)

    def present(self, record: str) -> Bit:
        """Whether the case has a record."""
        return self.told.present(record)

    def listing(self, key: Key) -> Listing:
        """A list; nothing more is said of it."""
        return self.told.listing(key)

    def truth(self, key: Key) -> Truth:
        """A yes/no fact."""
        if key not in self.found:
            said = self.claims(key)
            told = self.told.truth(key)
            self.found[key] = with_truth(told, said) if said else told
        found: Truth = self.found[key]
        return found

    def interval(self, key: Key, sort: Sort) -> Interval:
        """A fact with an order."""
        if key not in self.found:
            told = self.told.interval(key, sort)
            self.found[key] = reduce(_with_value, self.claims(key), told)
        found: Interval = self.found[key]
        return found

    def named(self, key: Key) -> Named:
        """A name."""
        if key not in self.found:
            told = self.told.named(key)
            for is_said, value in self.claims(key):
                told = _with_name(told, is_said, self.space.code(str(value)))
            self.found[key] = told
        found: Named = self.found[key]
        return found


def with_truth(of: Truth, said: Sequence[Claim]) -> Truth:
    """What differing sources say is not known, nor what is told to be pending."""
    says = [disj(bit for bit, value in said if value is wanted) for wanted in (True, False)]
    yes, no = disj([of.yes, says[0]]), disj([of.no, says[1]])
    is_open = conj([of.told, negation(of.yes), negation(of.no)])
    told = disj([of.told, *says])
    return Truth(told, conj([yes, negation(no), negation(is_open)]),
                 conj([no, negation(yes), negation(is_open)]))  # fmt: skip


def _with_name(of: Named, is_said: Bit, code: int) -> Named:
    """One that others tell otherwise of is one of several."""
    name = of.name
    alone = conj([is_said, negation(of.told)])
    other = conj([is_said, name.known, negation(equal(name.code, code))])
    among = {
        each: disj([
            conj([name.several, name.among.get(each, False)]),
            conj([is_said, each == code]),
            conj([other, equal(name.code, each)]),
        ])
        for each in {*name.among, code}
    }  # fmt: skip
    made = Name(
        either(alone, code, name.code),
        disj([alone, conj([name.known, negation(other)])]),
        disj([other, name.several]),
        among,
    )
    return Named(disj([of.told, is_said]), made)


def _with_value(of: Interval, claim: Claim) -> Interval:
    """One that others tell otherwise of is between what they say."""
    is_said, value = claim
    said: Any = day_of(value) if isinstance(value, date) else value
    alone, place = conj([is_said, negation(of.told)]), _place(said)
    lower = conj([is_said, of.low_known, negation(at_most(_place(of.low), place))])
    upper = conj([is_said, of.high_known, negation(at_most(place, _place(of.high)))])
    return Interval(
        disj([of.told, is_said]),
        _chosen(disj([alone, lower]), said, of.low),
        _chosen(disj([alone, upper]), said, of.high),
        disj([alone, of.low_known]),
        disj([alone, of.high_known]),
    )


def _place(of: Any) -> Any:
    return of.place if isinstance(of, Day) else of


def _chosen(bit: Bit, then: Any, otherwise: Any) -> Any:
    return chosen(bit, then, otherwise) if isinstance(then, Day) else either(bit, then, otherwise)


@frozen(eq=False)
class Presumed:
    """Facts some of which are taken as given. `as_told` are the names that they have as told."""

    space: Space
    told: Facts
    given: Claims
    as_told: Mapping[str, str]

    def present(self, record: str) -> Bit:
        """Whether the case has a record."""
        return self.told.present(record)

    def listing(self, key: Key) -> Listing:
        """A list; none is taken as given."""
        return self.told.listing(key)

    def truth(self, key: Key) -> Truth:
        """A yes/no fact."""
        key, given = self._asked(key)
        found = self.told.truth(key)
        yes, no = (disj(bit for bit, value in given if value is each) for each in (True, False))
        return Truth(found.told, disj([found.yes, yes]), disj([found.no, no]))

    def interval(self, key: Key, sort: Sort) -> Interval:
        """A fact with an order."""
        key, given = self._asked(key)
        found = self.told.interval(key, sort)
        for bit, value in given:
            said: Any = day_of(value) if isinstance(value, date) else value
            low, high = (_chosen(bit, said, each) for each in (found.low, found.high))
            ends = (disj([bit, each]) for each in (found.low_known, found.high_known))
            found = Interval(found.told, low, high, *ends)
        return found

    def named(self, key: Key) -> Named:
        """A name."""
        key, given = self._asked(key)
        found = self.told.named(key)
        for bit, value in given:
            name, code = found.name, self.space.code(str(value))
            made = Name(either(bit, code, name.code), disj([bit, name.known]),
                        name.several, name.among)  # fmt: skip
            found = Named(found.told, made)
        return found

    def _asked(self, key: Key) -> tuple[Key, Sequence[Claim]]:
        """The fact that is meant, and what is taken as given of it: as told, nothing is."""
        path, at = key
        if path[-1] in self.as_told:
            return ((*path[:-1], self.as_told[path[-1]]), at), ()
        return key, self.given(key)
