"""Why facts are unknown in a row, where that does not follow from what they are.

A fact that nobody has told of is missing, or is somebody's to assess. Where sources differ, where
one waits for what is to come, or where an assessment does not count, only the row can say so.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from hjemmel.case.observation import Observation, Path, Unknown
from hjemmel.core.schema import Schema
from hjemmel.core.types import Assessed
from hjemmel.explain.unknown_facts import located, path_text

Doubts = tuple[tuple[str, str], ...]
"""The way to each fact in the case, and what kind of unknown it is."""
FACT, KIND = "opplysning", "slag"
_TYPE = pa.list_(pa.struct([(FACT, pa.string()), (KIND, pa.string())]))


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


def column(rows: Sequence[int], doubts: Mapping[int, Doubts]) -> Any:
    """Those of each row, by its number; nothing where it has none."""
    told = [[dict(zip((FACT, KIND), each, strict=True)) for each in doubts.get(row, ())] or None
            for row in rows]  # fmt: skip
    return pa.array(told, _TYPE) if doubts else pa.nulls(len(rows), _TYPE)
