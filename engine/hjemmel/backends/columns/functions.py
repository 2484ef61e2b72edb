"""Functions of the core on columns: each value that occurs is asked for once, and remembered.

There is no second implementation of them here. A day is its ordinal number.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import define, field

from hjemmel.backends.columns.bits import Rows
from hjemmel.backends.terms.term import Sort

Values = npt.NDArray[Any]
NARROW, WIDE = 1 << 31, 1 << 62
WIDEST = 1 << 18
EVERYWHERE = np.ones(1, np.bool_)
"""How many values from the least to the greatest a table may have a place for."""


def placed(value: Any) -> Any:
    """A value as it stands in a column."""
    return value.toordinal() if isinstance(value, date) else value


def numbers(values: list[Any]) -> Values:
    """Values of an order as a column, as narrow as it goes; any but whole numbers make it slow."""
    if all(type(each) is int for each in values):
        most = max((abs(each) for each in values), default=0)
        if most < WIDE:
            return np.array(values, np.int32 if most < NARROW else np.int64)
    found = np.empty(len(values), object)
    found[:] = values
    return found


@define(eq=False)
class Table:
    """What a function answers, by what it was asked."""

    function: Callable[[Any], Any]
    of: Sort
    first: int = 0
    asked: npt.NDArray[np.bool_] = field(factory=lambda: np.zeros(0, np.bool_))
    answers: Values = field(factory=lambda: np.zeros(0, np.int32))
    answered: npt.NDArray[np.bool_] = field(factory=lambda: np.zeros(0, np.bool_))
    is_total: bool = True

    def __call__(self, values: Values) -> tuple[Values, Rows]:
        """The answers, and where there is one."""
        if not values.size:
            return values, EVERYWHERE
        if values.dtype == object or not self._covers(int(values.min()), int(values.max())):
            return self._one_by_one(values)
        at = (values - self.first).astype(np.intp)
        asked = self.asked[at]
        if not asked.all():
            for each in np.unique(at[~asked]):
                self._ask(int(each))
        return self.answers[at], EVERYWHERE if self.is_total else self.answered[at]

    def _covers(self, least: int, most: int) -> bool:
        """Whether the table has a place for all of them, once it has been made to."""
        size = len(self.asked)
        first = min(least, self.first) if size else least
        past = max(most + 1, self.first + size) if size else most + 1
        if past - first > WIDEST:
            return False
        if first < self.first or past > self.first + size:
            before = self.first - first if size else 0
            around = (before, past - first - size - before)
            self.asked = np.pad(self.asked, around)
            self.answers = np.pad(self.answers, around)
            self.answered = np.pad(self.answered, around)
            self.first = first
        return True

    def _ask(self, at: int) -> None:
        answer, self.answered[at] = self._answer(at + self.first)
        self.asked[at] = True
        self.is_total = self.is_total and bool(self.answered[at])
        kind = np.promote_types(self.answers.dtype, numbers([answer]).dtype)
        self.answers = self.answers.astype(kind, copy=False)
        self.answers[at] = answer

    def _answer(self, value: Any) -> tuple[Any, bool]:
        """What the function gives, and whether it does; else the value stands as it is."""
        found = self.function(date.fromordinal(value) if self.of is Sort.DAY else value)
        return (value, False) if found is None else (placed(found), True)

    def _one_by_one(self, values: Values) -> tuple[Values, Rows]:
        found, known = zip(*map(self._answer, values.ravel().tolist()), strict=True)
        return (
            numbers(list(found)).reshape(values.shape),
            np.array(known, np.bool_).reshape(values.shape),
        )
