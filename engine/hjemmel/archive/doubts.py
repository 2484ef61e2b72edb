"""Why facts are unknown in a row, where that does not follow from what they are.

A fact that nobody has told of is missing, or is somebody's to assess. Where sources differ, where
one waits for what is to come, or where an assessment does not count, only the row can say so.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hjemmel.backends.columns.bits import Rows, truths
from hjemmel.backends.columns.observing import Seen
from hjemmel.case.observation import Observation, Path, Unknown
from hjemmel.core.schema import Schema
from hjemmel.core.types import Assessed
from hjemmel.explain.unknown_facts import located, path_text

Doubts = tuple[tuple[str, str], ...]
"""The way to each fact in the case, and what kind of unknown it is."""
FACT, KIND = "opplysning", "slag"
TYPE = pa.list_(pa.struct([(FACT, pa.string()), (KIND, pa.string())]))


def kind_of(schema: Schema, path: Path) -> Unknown:
    """Why a fact is unknown that nobody has told of."""
    _, declared, _ = located(schema, path)
    is_assessed = declared is not None and isinstance(declared.type, Assessed)
    return Unknown.DISCRETION if is_assessed else Unknown.MISSING


def doubts_of(seen: Observation, schema: Schema) -> Doubts:
    """Those of a case."""
    return tuple(
        (path_text(seen.as_told(path)), doubt.kind.value)
        for path, doubt in seen.doubts.items()
        if doubt.kind is not kind_of(schema, path)
    )


def contested(seen: Seen, first: int, odd: Rows) -> dict[int, Doubts]:
    """Those of rows that are not odd, by their numbers from the first: what registers know, or what
    follows, is not what is told."""
    found: dict[int, Doubts] = {}
    for path, bits in seen.contested.items():
        told = (path_text(path), Unknown.CONFLICT.value)
        for at in np.flatnonzero(truths(bits, seen.rows) & ~odd).tolist() if bits.any() else ():
            found[first + at] = (*found.get(first + at, ()), told)
    return found


def column(rows: npt.NDArray[np.int64], doubts: Mapping[int, Doubts]) -> Any:
    """Those of each row, by its number; nothing where it has none."""
    if not doubts:
        return pa.nulls(len(rows), TYPE)
    numbered = sorted(doubts)
    counts = np.zeros(len(rows), np.int32)
    counts[np.searchsorted(rows, numbered)] = [len(doubts[each]) for each in numbered]
    ends = np.concatenate([np.zeros(1, np.int32), np.cumsum(counts, dtype=np.int32)])
    facts, kinds = zip(*(each for row in numbered for each in doubts[row]), strict=True)
    told = pa.StructArray.from_arrays([pa.array(facts), pa.array(kinds)], [FACT, KIND])
    return pa.ListArray.from_arrays(pa.array(ends), told, mask=pa.array(counts == 0))


def by_row(rows: Any, column: Any) -> dict[int, Doubts]:
    """The same as doubts by the numbers of rows again."""
    return {
        row: tuple((each[FACT], each[KIND]) for each in told)
        for row, told in zip(rows.to_pylist(), column.to_pylist(), strict=True)
        if told
    }
