"""Names by their numbers.

A number from 0 on is one name, -1 is a name that is not known, and below that is one of several
names, or none of some. Those are few, so what holds of them is found one by one.
"""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hjemmel.backends.columns.bits import Rows
from hjemmel.case.one_of import NoneOf, OneOf

Codes = npt.NDArray[np.int32]
UNKNOWN = -1


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

    def name(self, number: int) -> Any:
        """What is seen of the name with a number."""
        if number == UNKNOWN:
            return None
        return self.single[number] if number >= 0 else self.several[-2 - number]

    def asked(self, holds: Callable[..., bool], truths: Rows, *columns: Codes) -> Rows:
        """The truths, with those anew where any of the names is one of several."""
        first, *wide = np.broadcast_arrays(truths, *columns)
        several = np.logical_or.reduce([each < UNKNOWN for each in wide])
        found = first.copy()
        told = np.stack([each[several] for each in wide], axis=1)
        different, which = np.unique(told, axis=0, return_inverse=True)
        answers = [holds(*map(self.name, each)) for each in different.tolist()]
        found[several] = np.array(answers, np.bool_)[which.reshape(-1)]
        return found
