"""Terms as formulas, over the facts of one case: as columns and queries run them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import z3
from attrs import field, frozen

from hjemmel.backends.symbolic import names
from hjemmel.backends.symbolic.days import Day, chosen, day_of
from hjemmel.backends.symbolic.facts import At, Facts, Interval
from hjemmel.backends.symbolic.functions import Functions
from hjemmel.backends.symbolic.logic import (
    Bit,
    Size,
    at_most,
    conj,
    disj,
    either,
    negation,
    total,
)
from hjemmel.backends.symbolic.names import Name
from hjemmel.backends.symbolic.space import Space
from hjemmel.backends.terms.term import Do, Frame, Term

Places = dict[Frame, int]
"""Which entry each quantifier around is at."""


@frozen(eq=False)
class Running:
    """One look at the facts, and what terms have come to in it."""

    space: Space
    facts: Facts
    functions: Functions
    found: dict[Any, Any] = field(factory=dict)
    ends: dict[Any, dict[Do, Size]] = field(factory=dict)
    """How many different names there are of some entries, at the least and at the most."""

    def of(self, term: Term, places: Places | None = None) -> Any:
        """What a term comes to."""
        places = places or {}
        key = (term.number, tuple((e.path, e.depth, places[e]) for e in ordered(term.frames)))
        if key not in self.found:
            self.found[key] = RUNNERS[term.do](self, term, places)
        return self.found[key]

    def parts(self, term: Term, places: Places) -> list[Any]:
        """What its parts come to."""
        return [self.of(each, places) for each in term.parts]

    def at(self, frames: frozenset[Frame], places: Places) -> At:
        """The numbers of the entries that frames are at."""
        return tuple(places[each] for each in ordered(frames))

    def each(self, term: Term, places: Places) -> list[tuple[Bit, list[Any]]]:
        """For every entry of a frame, what the parts of a term come to."""
        frame: Frame = term.data
        listing = self.facts.listing((frame.path, self.at(frame.around, places)))
        return [
            (exists, self.parts(term, {**places, frame: number}))
            for number, exists in enumerate(listing.exists)
        ]

    @property
    def codes(self) -> tuple[int, ...]:
        """The numbers of all names."""
        return tuple(self.space.codes.values())


def ordered(frames: frozenset[Frame]) -> list[Frame]:
    """The outermost first."""
    return sorted(frames, key=lambda each: each.depth)


# --- bits ------------------------------------------------------------------------------------


def _constant(_run: Running, term: Term, _places: Places) -> Bit:
    return bool(term.data)


def _not(run: Running, term: Term, places: Places) -> Bit:
    return negation(run.of(term.parts[0], places))


def _all(run: Running, term: Term, places: Places) -> Bit:
    return conj(run.parts(term, places))


def _any(run: Running, term: Term, places: Places) -> Bit:
    return disj(run.parts(term, places))


def _present(run: Running, term: Term, _places: Places) -> Bit:
    return run.facts.present(term.data)


def _yes(run: Running, term: Term, places: Places) -> Bit:
    return run.facts.truth((term.data, run.at(term.frames, places))).yes


def _no(run: Running, term: Term, places: Places) -> Bit:
    return run.facts.truth((term.data, run.at(term.frames, places))).no


def _low_known(run: Running, term: Term, places: Places) -> Bit:
    return _interval(run, term.parts[0], places).low_known


def _high_known(run: Running, term: Term, places: Places) -> Bit:
    return _interval(run, term.parts[0], places).high_known


def _bounded(run: Running, term: Term, places: Places) -> Bit:
    return run.facts.listing((term.data, run.at(term.frames, places))).bounded


def _exists(run: Running, term: Term, places: Places) -> Bit:
    frame: Frame = term.data
    listing = run.facts.listing((frame.path, run.at(frame.around, places)))
    return listing.exists[places[frame]]


def _member(run: Running, term: Term, places: Places) -> Bit:
    frame: Frame = term.data
    listing = run.facts.listing((frame.path, run.at(frame.around, places)))
    return listing.member[places[frame]]


def _every(run: Running, term: Term, places: Places) -> Bit:
    return conj(disj([negation(exists), parts[0]]) for exists, parts in run.each(term, places))


def _some(run: Running, term: Term, places: Places) -> Bit:
    return disj(conj([exists, parts[0]]) for exists, parts in run.each(term, places))


def _at_most(run: Running, term: Term, places: Places) -> Bit:
    left, right = run.parts(term, places)
    return at_most(_size(left), _size(right))


def _alike(run: Running, term: Term, places: Places) -> Bit:
    return names.alike(*run.parts(term, places))


def _unlike(run: Running, term: Term, places: Places) -> Bit:
    left, right = (run.of(each, places) for each in term.parts[:2])
    return names.unlike(left, right, run.codes)


def _within(run: Running, term: Term, places: Places) -> Bit:
    value, _alike_already, *allowed = term.parts
    named = [run.of(each, places) for each in allowed]
    return names.within(run.of(value, places), named, run.codes)


def _several(run: Running, term: Term, places: Places) -> Bit:
    found: Name = run.of(term.parts[0], places)
    return found.several


def _answered(run: Running, term: Term, places: Places) -> Bit:
    function, argument = term.data
    return run.functions.answers(function, argument, run.of(term.parts[0], places))


# --- ends ------------------------------------------------------------------------------------


def _value(run: Running, term: Term, _places: Places) -> Any:
    match term.data:
        case date():
            return day_of(term.data)
        case Decimal():
            return z3.RealVal(str(Fraction(term.data)), run.space.context)
        case _:  # a whole number
            return term.data


def _interval(run: Running, term: Term, places: Places) -> Interval:
    return run.facts.interval((term.data, run.at(term.frames, places)), term.sort)


def _low(run: Running, term: Term, places: Places) -> Any:
    return _interval(run, term, places).low


def _high(run: Running, term: Term, places: Places) -> Any:
    return _interval(run, term, places).high


def _mapped(run: Running, term: Term, places: Places) -> Any:
    function, argument = term.data
    return run.functions.value(function, argument, run.of(term.parts[0], places))


def _greater(run: Running, term: Term, places: Places) -> Any:
    left, right = run.parts(term, places)
    return _chosen(at_most(_size(right), _size(left)), left, right)


def _lesser(run: Running, term: Term, places: Places) -> Any:
    left, right = run.parts(term, places)
    return _chosen(at_most(_size(left), _size(right)), left, right)


def _if_known(run: Running, term: Term, places: Places) -> Any:
    left, right, known = run.parts(term, places)
    return _chosen(conj([known, at_most(_size(left), _size(right))]), left, right)


def _between(run: Running, term: Term, places: Places) -> Size:
    first, last = run.parts(term, places)
    return either(at_most(first, last), last - first + 1, 0)


def _count(run: Running, term: Term, places: Places) -> Size:
    return total(conj([exists, parts[0]]) for exists, parts in run.each(term, places))


def _least(run: Running, term: Term, places: Places) -> Size:
    return _bounding(run, term, places, names.least(_counted(run, term, places), run.codes))


def _most(run: Running, term: Term, places: Places) -> Size:
    return _bounding(run, term, places, names.most(_counted(run, term, places), run.codes))


def _bounding(run: Running, term: Term, places: Places, size: Size) -> Size:
    """How many different names there are, with what is always so: no more at the least than at the
    most. A solver that is not told, is long in finding it out."""
    frame: Frame = term.data
    key = (tuple(each.number for each in term.parts), run.at(frame.around, places))
    ends = run.ends.setdefault(key, {})
    ends[term.do] = size
    if len(ends) > 1:
        with run.space.making(frame.path):
            run.space.hold([at_most(ends[Do.LEAST], ends[Do.MOST])])
    return size


def _counted(run: Running, term: Term, places: Places) -> list[tuple[Bit, Name]]:
    return [(conj([exists, where]), name) for exists, (where, name) in run.each(term, places)]


def _size(value: Any) -> Size:
    return value.place if isinstance(value, Day) else value


def _chosen(bit: Bit, then: Any, otherwise: Any) -> Any:
    if isinstance(then, Day):
        return chosen(bit, then, otherwise)
    return either(bit, then, otherwise)


# --- names -----------------------------------------------------------------------------------


def _name(run: Running, term: Term, _places: Places) -> Name:
    return Name(run.space.code(term.data), True)


def _named(run: Running, term: Term, places: Places) -> Name:
    return run.facts.named((term.data, run.at(term.frames, places))).name


def _single(run: Running, term: Term, places: Places) -> Name:
    value, known = run.parts(term, places)
    return Name(_size(value), known)


Runner = Callable[[Running, Term, Places], Any]

RUNNERS: dict[Do, Runner] = {
    Do.CONSTANT: _constant,
    Do.NOT: _not,
    Do.ALL: _all,
    Do.ANY: _any,
    Do.PRESENT: _present,
    Do.YES: _yes,
    Do.NO: _no,
    Do.LOW_KNOWN: _low_known,
    Do.HIGH_KNOWN: _high_known,
    Do.BOUNDED: _bounded,
    Do.EXISTS: _exists,
    Do.MEMBER: _member,
    Do.EVERY: _every,
    Do.SOME: _some,
    Do.AT_MOST: _at_most,
    Do.ALIKE: _alike,
    Do.UNLIKE: _unlike,
    Do.WITHIN: _within,
    Do.SEVERAL: _several,
    Do.ANSWERED: _answered,
    Do.VALUE: _value,
    Do.LOW: _low,
    Do.HIGH: _high,
    Do.MAPPED: _mapped,
    Do.GREATER: _greater,
    Do.LESSER: _lesser,
    Do.IF_KNOWN: _if_known,
    Do.BETWEEN: _between,
    Do.COUNT: _count,
    Do.LEAST: _least,
    Do.MOST: _most,
    Do.NAME: _name,
    Do.NAMED: _named,
    Do.SINGLE: _single,
}
