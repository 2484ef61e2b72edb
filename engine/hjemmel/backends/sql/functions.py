"""Functions of the core as tables, from each value that occurs in a batch to what is answered.

There is no second implementation of them in SQL.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import numpy as np
from attrs import define, field, frozen

from hjemmel.backends.columns.bits import truths
from hjemmel.backends.columns.functions import placed
from hjemmel.backends.columns.operations import Running
from hjemmel.backends.terms.term import Do, Sort, Term
from hjemmel.core.operators import FUNCTIONS

Value = Any
Answers = dict[Value, Value | None]


@define(eq=False)
class Function:
    """A function with its constant, the terms it is asked of, and what it has answered so far."""

    ask: Callable[[Value], Value | None]
    of: list[Term] = field(factory=list)
    answers: Answers = field(factory=dict)

    def answer(self, value: Value) -> Value | None:
        """What it gives; a value is asked for once."""
        if value not in self.answers:
            self.answers[value] = self.ask(value)
        return self.answers[value]


@frozen(eq=False)
class Functions:
    """The functions that terms ask."""

    made: dict[Any, Function] = field(factory=dict)
    all: list[Function] = field(factory=list)
    """Those that stand in a table, by number."""

    def function(self, term: Term) -> Function:
        """The function that a term is, whether or not it stands in a table."""
        (value,) = term.parts
        key = (*term.data, value.sort)
        if key not in self.made:
            self.made[key] = Function(_asking(term, value.sort))
        return self.made[key]

    def number(self, term: Term) -> int:
        """The number of the table that a term looks up in."""
        function, (value,) = self.function(term), term.parts
        if function not in self.all:
            self.all.append(function)
        if value not in function.of:
            function.of.append(value)
        return self.all.index(function)

    def asked(self, batch: Running) -> list[Answers]:
        """What each is asked for in a batch, with the answers."""
        occurring = _Occurring(self, batch)
        return [
            {value: each.answer(value) for value in occurring.any_of(each.of)} for each in self.all
        ]


def _asking(term: Term, sort: Sort) -> Callable[[Value], Value | None]:
    function, argument = term.data
    ask = FUNCTIONS[function]
    if sort is Sort.DAY:
        return lambda value: placed(ask(date.fromordinal(value), argument))
    return lambda value: placed(ask(value, argument))


@frozen(eq=False)
class _Occurring:
    """The values that an end may have somewhere in a batch, where it is known."""

    functions: Functions
    batch: Running
    found: dict[Term, frozenset[Value]] = field(factory=dict)

    def any_of(self, terms: Iterable[Term]) -> frozenset[Value]:
        """The values that any of them may have."""
        return frozenset[Value]().union(*map(self.of, terms))

    def of(self, term: Term) -> frozenset[Value]:
        """The values of one."""
        if term not in self.found:
            self.found[term] = frozenset(self._values(term))
        return self.found[term]

    def _values(self, term: Term) -> Iterable[Value]:
        match term.do:
            case Do.VALUE:
                return [placed(term.data)]
            case Do.LOW | Do.HIGH:
                return self._told(term)
            case Do.MAPPED:
                return self._mapped(term)
            case Do.BETWEEN:
                first, last = map(self.of, term.parts)
                return {max(0, end - start + 1) for start in first for end in last}
            case Do.COUNT | Do.LEAST | Do.MOST:
                return range(1 + len(self.batch.entries(term.data.path).exists))
            case _:  # one of two ends
                return self.any_of(each for each in term.parts if each.sort is not Sort.BIT)

    def _told(self, term: Term) -> Iterable[Value]:
        ends = self.batch.ends(term.data, term.sort)
        value, known = (
            (ends.low, ends.low_known) if term.do is Do.LOW else (ends.high, ends.high_known)
        )
        found, here = np.broadcast_arrays(value, truths(known, self.batch.rows))
        values: list[Value] = np.unique(found[here]).tolist()
        return values

    def _mapped(self, term: Term) -> Iterable[Value]:
        answer = self.functions.function(term).answer
        return {found for found in map(answer, self.of(term.parts[0])) if found is not None}
