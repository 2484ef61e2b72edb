"""How many different names the entries of a list have, at least and at most."""

from collections.abc import Callable
from typing import Any

import numpy as np

from hjemmel.backends.columns.bits import Rows
from hjemmel.backends.columns.names import UNKNOWN, Codes, Names
from hjemmel.case.one_of import spread


def least(where: Rows, codes: Codes, names: Names) -> Rows:
    """At least, where the truths say which entries surely are members."""
    where, codes = np.broadcast_arrays(where, codes)
    known = _different(where, codes)
    unknown = (where & (codes == UNKNOWN)).any(axis=0)
    found = known + (unknown & (known == 0))
    return _several(found, where, codes, names, lambda some: spread(some, [])[0])


def most(where: Rows, codes: Codes, names: Names) -> Rows:
    """At most, where the truths say which entries may be members."""
    where, codes = np.broadcast_arrays(where, codes)
    unknown = (where & (codes == UNKNOWN)).sum(axis=0, dtype=np.int32)
    found = _different(where, codes) + unknown
    return _several(found, where, codes, names, lambda some: spread([], some)[1])


def _different(where: Rows, codes: Codes) -> Rows:
    """How many different known names."""
    if not len(codes):
        return np.zeros(codes.shape[1:], np.int32)
    ordered = np.sort(np.where(where, codes, UNKNOWN), axis=0)
    new = (ordered[1:] != ordered[:-1]) & (ordered[1:] > UNKNOWN)
    found: Rows = new.sum(axis=0, dtype=np.int32) + (ordered[0] > UNKNOWN)
    return found


def _several(
    found: Rows, where: Rows, codes: Codes, names: Names, count: Callable[[list[Any]], int]
) -> Rows:
    """The numbers, with those anew where some name is one of several."""
    open_ones = where & (codes < UNKNOWN)
    if not open_ones.any():
        return found
    for at in np.argwhere(open_ones.any(axis=0)):
        rest = (slice(None), *at)
        told = codes[rest][where[rest]]
        found[tuple(at)] = count([names.name(int(each)) for each in told])
    return found
