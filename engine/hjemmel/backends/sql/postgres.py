"""How PostgreSQL is spoken to: a list is `jsonb`, and its entries are gone through as rows."""

from collections.abc import Sequence

from hjemmel.backends.sql.dialect import Dialect, Field
from hjemmel.backends.sql.leaves import What
from hjemmel.backends.terms.term import Sort

TYPES = {
    What.PRESENT: "boolean",
    What.TRUTH: "boolean",
    What.MEMBER: "boolean",
    What.BOUNDED: "boolean",
    What.NAME: "integer",
    What.AMONG: "integer[]",
    What.BARRED: "integer[]",
    What.LIST: "jsonb",
}
SIZES = {Sort.DAY: "integer", Sort.NUMBER: "numeric"}


def type_of(what: What, sort: Sort) -> str:
    """The type of a column, or of a field of an entry."""
    return SIZES[sort] if what in (What.LOW, What.HIGH) else TYPES[what]


def _entries(name: str, fields: Sequence[Field]) -> str:
    some = ", ".join(f"{each} {type_of(what, sort)}" for each, what, sort in fields)
    return f"jsonb_to_recordset({{0}}) AS {name}({some or 'tom boolean'})"


# What is gathered must be of the innermost rows, or it would be gathered of those around them.
_ASKED = "(SELECT {1} AS x FROM ENTRIES) asked"
_NAMES = "(SELECT {2} AS x FROM ENTRIES WHERE {1}) names"
_SEVERAL = "(SELECT {2} AS x, {3} AS o FROM ENTRIES WHERE {1}) names"
_SURE = "ARRAY(SELECT DISTINCT {2} FROM ENTRIES WHERE ({1}) AND {2} IS NOT NULL)"
_KNOWN = f"(SELECT {_SURE} AS k) known"
_APART = (
    "CASE WHEN x IS NOT NULL THEN 0 WHEN o IS NULL THEN (cardinality(k) = 0)::integer "
    "ELSE (NOT o && k)::integer END"
)
_NEW = "CASE WHEN x IS NULL AND (o IS NULL OR NOT o <@ k) THEN 1 ELSE 0 END"
_UNION = f"(SELECT count(DISTINCT u) FROM {_SEVERAL}, unnest(o) u)"
_AT_MOST = f"cardinality(k) + sum({_NEW})"

POSTGRES = Dialect(
    some=f"coalesce((SELECT bool_or(x) FROM {_ASKED}), FALSE)",
    every=f"coalesce((SELECT bool_and(x) FROM {_ASKED}), TRUE)",
    count="(SELECT count(*) FROM ENTRIES WHERE {1})",
    least=f"(SELECT greatest(count(DISTINCT x), least(count(*), 1)) FROM {_NAMES})",
    most=f"(SELECT count(DISTINCT x) + count(*) - count(x) FROM {_NAMES})",
    least_of_several=(
        f"coalesce((SELECT cardinality(k) + max({_APART}) FROM {_SEVERAL}, {_KNOWN} GROUP BY k), 0)"
    ),
    most_of_several=(
        f"coalesce((SELECT CASE WHEN bool_or(o IS NULL) THEN {_AT_MOST} "
        f"ELSE least({_AT_MOST}, {_UNION}) END FROM {_SEVERAL}, {_KNOWN} GROUP BY k), 0)"
    ),
    answer="(SELECT fFUNCTION.y FROM fFUNCTION WHERE fFUNCTION.x = {0})",
    times="({0}::numeric * {1})",
    is_within="({0} <@ {1})",
    is_apart="(NOT {0} && {1})",
    numbers=lambda some: f"ARRAY[{', '.join(some)}]::integer[]",
    entries=_entries,
    level="MATERIALIZED ({0})",  # else each level is written into the next, time and again
    outcome="({0})::smallint",
    answers="",
    answers_of=lambda _: (),
)
