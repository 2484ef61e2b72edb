"""Bits as bitmaps: eight rows in a byte, along the last axis.

What is the same in every row has a last axis of length one, whatever the number of rows. Bits
beyond the last row say nothing.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Bitmap = npt.NDArray[np.uint8]
Rows = npt.NDArray[Any]

EMPTY, FULL = np.zeros(1, np.uint8), np.full(1, 255, np.uint8)


def width(rows: int) -> int:
    """How many bytes so many rows take."""
    return (rows + 7) >> 3


def packed(truths: Rows) -> Bitmap:
    """Truths, one for each row or one for them all, as a bitmap."""
    if truths.shape[-1] == 1:
        return np.where(truths, np.uint8(255), np.uint8(0))
    return np.packbits(truths, axis=-1, bitorder="little")


def within(buffer: Any, first: int, rows: int) -> Bitmap:
    """So many rows of the bits in a buffer, from one on."""
    begins = first >> 3
    bits = np.frombuffer(buffer, np.uint8, width(first + rows) - begins, begins)
    if skipped := first & 7:
        return packed(np.unpackbits(bits, bitorder="little")[skipped : skipped + rows])
    return bits


def unpacked(bits: Bitmap, rows: int) -> Bitmap:
    """0 or 1 for each row, or one for them all."""
    alone = bits.shape[-1] == 1 != width(rows)
    return np.unpackbits(bits, axis=-1, count=1 if alone else rows, bitorder="little")


def truths(bits: Bitmap, rows: int) -> npt.NDArray[np.bool_]:
    """The same as truths."""
    return unpacked(bits, rows).view(np.bool_)
