"""What may be counted on of how norms stand, besides the answer: a column each.

Which wording is in force, and its level; whether one of its days is assumed; and whether the answer
rests on what is only presumed. A norm has such a column where it may be one or the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from attrs import frozen

from hjemmel.archive.reasons import IN_FORCE, PRESUMED, Key, Words, bit_of
from hjemmel.core.program import Norm, Wording, is_presumed
from hjemmel.explain.standing import is_assumed, lowest
from hjemmel.source.citation import Level
from hjemmel.source.moment import period_in_words

WORDING, LEVEL, IS_ASSUMED, IS_PRESUMED = "ordlyd", "nivå", "antatt", "forutsatt"
_OR = " eller "


@frozen(eq=False)
class ByWording:
    """A column with a value for each set of wordings that may be in force, as bits."""

    name: str
    bits: Sequence[int]
    values: Sequence[str | None]

    def column(self, words: Words) -> Any:
        """The column of some rows."""
        told = list(dict.fromkeys(filter(None, self.values)))
        number = np.array([told.index(each) if each else -1 for each in self.values], np.int8)
        found = _of_sets(number, words, self.bits)
        return pa.DictionaryArray.from_arrays(pa.array(found, mask=found < 0), pa.array(told))


@frozen(eq=False)
class Either:
    """A column of truths: by the wordings that may be in force, or where one of some bits is so."""

    name: str
    bits: Sequence[int]
    truths: npt.NDArray[np.bool_]
    any_of: Sequence[int]

    def column(self, words: Words) -> Any:
        """The column of some rows."""
        found = _of_sets(self.truths, words, self.bits)
        for each in self.any_of:
            found |= bit_of(words, each)
        return pa.array(found)


Column = ByWording | Either


def columns_of(norms: Iterable[Norm], key: Key, *, why: bool) -> Iterator[Column]:
    """The columns of some norms. Without reasons, nothing is told of what is taken as given."""
    for norm in norms:
        yield from _of_wordings(norm, key.bits(norm.id, IN_FORCE))
        if why:
            yield from _of_presumptions(norm, key)


def _of_wordings(norm: Norm, bits: Sequence[int]) -> Iterator[Column]:
    sets = list(_sets(norm))
    if len(sets) > 1:
        periods = [_OR.join(period_in_words(each.start, each.end) for each in some) or None
                   for some in sets]  # fmt: skip
        yield ByWording(f"{norm.id}.{WORDING}", bits, periods)
    levels = [_level(norm, some).value for some in sets]
    if len(set(levels)) > 1:
        yield ByWording(f"{norm.id}.{LEVEL}", bits, levels)
    assumed = [len(some) == 1 and is_assumed(some[0]) for some in sets]
    if any(assumed):
        yield Either(f"{norm.id}.{IS_ASSUMED}", bits, np.array(assumed), ())


def _of_presumptions(norm: Norm, key: Key) -> Iterator[Column]:
    """A duty that the source only presumes, or what is taken as given of a case."""
    only = [is_presumed(some or norm.wordings, _level(norm, some)) for some in _sets(norm)]
    facts = key.bits(norm.id, PRESUMED)
    if any(only) or facts:
        bits = key.bits(norm.id, IN_FORCE)
        yield Either(f"{norm.id}.{IS_PRESUMED}", bits, np.array(only), facts)


def _sets(norm: Norm) -> Iterator[tuple[Wording, ...]]:
    """The sets of wordings that may be in force; one where there is but one to choose."""
    if len(norm.wordings) == 1:
        yield norm.wordings
        return
    for number in range(2 ** len(norm.wordings)):
        yield tuple(compress(norm.wordings, (number >> at & 1 for at in range(len(norm.wordings)))))


def _of_sets(values: npt.NDArray[Any], words: Words, bits: Sequence[int]) -> npt.NDArray[Any]:
    """For each row the value of its set of wordings, which the bits are the number of."""
    if not bits:
        return np.repeat(values, words.shape[-1])
    found = np.zeros(words.shape[-1], np.int16)
    for at, each in enumerate(bits):
        found += bit_of(words, each) * np.int16(1 << at)
    return values[found.astype(np.intp)]


def _level(norm: Norm, wordings: tuple[Wording, ...]) -> Level:
    return lowest(wordings) if wordings else norm.highest_level
