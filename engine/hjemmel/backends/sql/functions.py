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
from hjemmel.core.nodes import Op
from hjemmel.core.operators import FUNCTIONS

Value = Any
Answers = dict[Value, Value | None]
ADDING = (Op.DAYS_LATER, Op.YEARS_LATER)
"""These are written as they are, and so is a multiple."""


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
    """The functions that terms ask, by number."""

    numbers: dict[Any, int] = field(factory=dict)
    all: list[Function] = field(factory=list)

    def number(self, term: Term) -> int:
        """The number of the function that a term asks."""
        (value,) = term.parts
        key = (*term.data, value.sort)
        if key not in self.numbers:
            self.numbers[key] = len(self.all)
            self.all.append(Function(_asking(term, value.sort)))
        function = self.all[self.numbers[key]]
        if value not in function.of:
            function.of.append(value)
        return self.numbers[key]

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
        (function, argument), values = term.data, self.of(term.parts[0])
        if function in ADDING:
            return {value + argument for value in values}
        if function is Op.TIMES:
            return {value * argument for value in values}
        asked = self.functions.all[self.functions.number(term)]
        return {found for found in map(asked.answer, values) if found is not None}
