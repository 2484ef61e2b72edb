"""Which rows say the same in some columns, so that each different row is asked about once."""

from collections.abc import Iterable

import numpy as np

from hjemmel.backends.columns.bits import Rows

_ROOM = 1 << 62


def alike(columns: Iterable[Rows]) -> tuple[Rows, Rows]:
    """Where each different row stands first, and for every row the number of the one it is like.

    The columns are of whole numbers, all of the same length and with something in them.
    """
    number, different = np.zeros(1, np.int64), 1
    for each in columns:
        least = int(each.min())
        span = int(each.max()) - least + 1
        if different * span > _ROOM:
            found, number = np.unique(number, return_inverse=True)
            different = len(found)
        number = number * span + (each.astype(np.int64) - least)
        different *= span
    _, first, which = np.unique(number, return_index=True, return_inverse=True)
    return first, which
