"""Names by their numbers.

A number from 0 on is one name, -1 is a name that is not known, and below that is one of several
names, or none of some. Those are few, so what holds of them is found one by one.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hjemmel.backends.columns.alike import alike
from hjemmel.backends.columns.bits import Rows
from hjemmel.case.one_of import NoneOf, OneOf

Codes = npt.NDArray[np.signedinteger]
UNKNOWN = -1
_NARROW = 1 << 15


@frozen(eq=False)
class Names:
    """The names met so far, the same for all batches of a program."""

    numbers: dict[Hashable, int] = field(factory=dict)
    single: list[Any] = field(factory=list)
    several: list[Any] = field(factory=list)

    def number(self, name: Any) -> int:
        """The number of what is seen of a name."""
        if name is None:
            return UNKNOWN
        found = self.numbers.get(key := (type(name), name))
        if found is None:
            is_one = not isinstance(name, (OneOf, NoneOf))
            known = self.single if is_one else self.several
            found = self.numbers[key] = len(known) if is_one else -2 - len(known)
            known.append(name)
        return found

    def codes(self, names: Sequence[Any]) -> Codes:
        """The numbers of what is seen of some names, as narrow as it goes."""
        numbers = [self.number(each) for each in names]
        is_narrow = len(self.single) < _NARROW and len(self.several) < _NARROW - 1
        return np.array(numbers, np.int16 if is_narrow else np.int32)

    def name(self, number: int) -> Any:
        """What is seen of the name with a number."""
        if number == UNKNOWN:
            return None
        return self.single[number] if number >= 0 else self.several[-2 - number]

    def asked(self, holds: Callable[..., bool], truths: Rows, *columns: Codes) -> Rows:
        """The truths, with those anew where any of the names is one of several."""
        several = reduce(np.logical_or, [each < UNKNOWN for each in columns])
        found, several, *wide = np.broadcast_arrays(truths, several, *columns)
        told = [each[several] for each in wide]
        if not told[0].size:
            return found
        first, which = alike(told)
        rows = zip(*(each[first].tolist() for each in told), strict=True)
        answers = [holds(*map(self.name, each)) for each in rows]
        found = found.copy()
        found[several] = np.array(answers, np.bool_)[which]
        return found
