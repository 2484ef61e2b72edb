"""How many different names the entries of a list have, at least and at most."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from hjemmel.backends.columns.alike import alike
from hjemmel.backends.columns.bits import Rows
from hjemmel.backends.columns.names import UNKNOWN, Codes, Names
from hjemmel.case.one_of import spread

BITS = 64
_SIZES = (1, 2, 4, 8)
"""How many bytes there may be bits in."""
WIDEST = 1 << 16
"""So great numbers of names have bits of their own."""


@frozen(eq=False)
class Apart:
    """Names made ready to be told apart, however often that is asked.

    `bits` has a bit of its own for each name that occurs; None where there are too many.
    """

    codes: Codes
    unknown: Rows
    several: Rows
    bits: npt.NDArray[np.unsignedinteger] | None
    is_open: bool


def apart(codes: Codes) -> Apart:
    """The names of entries made ready."""
    at = np.maximum(codes, UNKNOWN) + 1
    bits = _bits(at)
    gathered = None if bits is None else bits[at]
    several = codes < UNKNOWN
    return Apart(codes, codes == UNKNOWN, several, gathered, bool(several.any()))


def least(where: Rows, of: Apart, names: Names) -> Rows:
    """At least, where the truths say which entries surely are members."""
    known = _different(where, of)
    unknown = (where & of.unknown).any(axis=0)
    found = known + (unknown & (known == 0))
    return _several(found, where, of, names, lambda some: spread(some, [])[0])


def most(where: Rows, of: Apart, names: Names) -> Rows:
    """At most, where the truths say which entries may be members."""
    unknown = (where & of.unknown).sum(axis=0, dtype=np.int32)
    found = _different(where, of) + unknown
    return _several(found, where, of, names, lambda some: spread([], some)[1])


def _different(where: Rows, of: Apart) -> Rows:
    """How many different known names."""
    if of.bits is None:
        return _by_order(where, of.codes)
    where, bits = np.broadcast_arrays(where, of.bits)
    found = np.zeros(bits.shape[1:], bits.dtype)
    for here, each in zip(where, bits, strict=True):
        found |= each * here
    return np.bitwise_count(found).astype(np.int32)


def _bits(at: Codes) -> npt.NDArray[np.unsignedinteger] | None:
    """A bit for each number that occurs, but none for the first."""
    most = int(at.max(initial=0))
    if most > WIDEST:
        return None
    occurs = np.zeros(most + 1, np.bool_)
    occurs[at] = True
    known = np.flatnonzero(occurs[1:]) + 1
    if len(known) > BITS:
        return None
    kind = np.dtype(f"u{next(size for size in _SIZES if size * 8 >= len(known))}")
    found = np.zeros(most + 1, kind)
    found[known] = np.left_shift(kind.type(1), np.arange(len(known), dtype=kind))
    return found


def _by_order(where: Rows, codes: Codes) -> Rows:
    ordered = np.sort(np.where(where, codes, UNKNOWN), axis=0)
    new = (ordered[1:] != ordered[:-1]) & (ordered[1:] > UNKNOWN)
    found: Rows = new.sum(axis=0, dtype=np.int32) + (ordered[0] > UNKNOWN)
    return found


def _several(
    found: Rows, where: Rows, of: Apart, names: Names, count: Callable[[list[Any]], int]
) -> Rows:
    """The numbers, with those anew where some name is one of several."""
    if not of.is_open:
        return found
    where, codes = np.broadcast_arrays(where, of.codes)
    here = np.nonzero(np.logical_or.reduce(where & of.several, axis=0))
    if not here[0].size:
        return found
    # What is alike is counted once: sorted, and with one number for all that is left out.
    left_out = int(codes.min()) - 1
    entries: Any = (slice(None), *here)
    told = np.sort(np.where(where[entries], codes[entries], left_out), axis=0)
    first, which = alike(told)
    counted = [count([names.name(each) for each in row if each != left_out])
               for row in told[:, first].T.tolist()]  # fmt: skip
    found = found.copy()
    found[here] = np.array(counted, found.dtype)[which]
    return found
