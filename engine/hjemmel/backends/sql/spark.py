"""How Spark is spoken to: lists are gone through by functions, and look-ups are variables."""

from collections.abc import Mapping, Sequence

import pyarrow as pa

from hjemmel.backends.sql.dialect import Dialect
from hjemmel.backends.sql.functions import Answers
from hjemmel.backends.sql.leaves import Leaves, What
from hjemmel.backends.sql.observed import WIDEST
from hjemmel.backends.terms.term import Path, Sort

_KEPT = "filter({0}, ENTRY -> {1})"
_NAMES = f"transform({_KEPT}, ENTRY -> {{2}})"
_KNOWN = f"array_compact(array_distinct({_NAMES}))"
_OPEN = "transform(filter({0}, ENTRY -> ({1}) AND {2} IS NULL), ENTRY -> {3})"
_APART = f"CASE WHEN o IS NULL THEN size({_KNOWN}) = 0 ELSE NOT arrays_overlap(o, {_KNOWN}) END"
_AT_MOST = (
    f"(size({_KNOWN}) + size(filter({_OPEN}, "
    f"o -> o IS NULL OR size(array_except(o, {_KNOWN})) > 0)))"
)
_UNION = f"size(array_union(flatten({_OPEN}), {_KNOWN}))"
_LIST = "CAST({{{0}}} AS ARRAY<INT>)"  # nothing else says what kind of list NULL is
_ONE, _OTHER = _LIST.format(0), _LIST.format(1)

SPARK = Dialect(
    some="coalesce(exists({0}, ENTRY -> {1}), FALSE)",
    every="forall({0}, ENTRY -> {1})",
    count=f"size({_KEPT})",
    least=f"greatest(size({_KNOWN}), least(size({_KEPT}), 1))",
    most=f"(size({_KNOWN}) + size(filter({_NAMES}, o -> o IS NULL)))",
    least_of_several=f"(size({_KNOWN}) + least(size(filter({_OPEN}, o -> {_APART})), 1))",
    most_of_several=(
        f"(CASE WHEN size(filter({_OPEN}, o -> o IS NULL)) > 0 THEN {_AT_MOST} "
        f"ELSE least({_AT_MOST}, {_UNION}) END)"
    ),
    answer="get(fFUNCTION, try_cast({0} - fFUNCTION_first AS INT))",
    times="({0} * CAST({1} AS DECIMAL(18, 0)))",
    is_within=f"(size(array_except({_ONE}, {_OTHER})) = 0)",
    is_apart=f"(NOT arrays_overlap({_ONE}, {_OTHER}))",
    numbers=lambda some: f"array({', '.join(some)})",
    entries=lambda *_: "",
    level="({0})",
    outcome="CAST({0} AS TINYINT)",
    answers="",
    answers_of=lambda _: (),
)
SETTINGS = {
    "spark.sql.ansi.enabled": "true",  # what overflows is a fault, and the size of NULL is NULL
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",  # nothing is rounded
}
"""What a session must be set to, for the query to mean what it says."""
WHOLE = -1
"""Of numbers that are all whole; of others, the most digits that any has behind the point."""


def variables(asked: Sequence[Answers]) -> list[str]:
    """What makes the variables in which functions are looked up."""
    found = []
    for number, answers in enumerate(asked):
        first, last = min(answers, default=0), max(answers, default=0)
        listed = ",".join(_written(answers.get(value)) for value in range(first, last + 1))
        told = f"from_json('[{listed}]', 'ARRAY<INT>')"
        found += [
            f"DECLARE OR REPLACE VARIABLE f{number} ARRAY<INT> = {told}",
            f"DECLARE OR REPLACE VARIABLE f{number}_first BIGINT = {first}",
        ]
    return found


def _written(answer: object) -> str:
    return "null" if answer is None else str(answer)


def schema(leaves: Leaves, places: Mapping[Path, int]) -> list[tuple[str, pa.DataType]]:
    """The columns of the table that a query reads."""
    return _fields(leaves, None, places)


def _fields(
    leaves: Leaves, around: Path | None, places: Mapping[Path, int]
) -> list[tuple[str, pa.DataType]]:
    return [(name, _type(leaves, what, path, places))
            for (what, path), name in leaves.inside(around)]  # fmt: skip


def _type(leaves: Leaves, what: What, path: Path, places: Mapping[Path, int]) -> pa.DataType:
    match what:
        case What.LOW | What.HIGH:
            return size(leaves.sorts[path], places.get(path, WHOLE))
        case What.NAME:
            return pa.int32()
        case What.AMONG | What.BARRED:
            return pa.list_(pa.int32())
        case What.LIST:
            return pa.list_(pa.struct(_fields(leaves, path, places) or [("tom", pa.bool_())]))
        case _:  # a truth
            return pa.bool_()


def size(sort: Sort, places: int) -> pa.DataType:
    """The type of sizes of a sort."""
    if sort is Sort.DAY:
        return pa.int32()
    return pa.int64() if places == WHOLE else pa.decimal128(WIDEST, places)
