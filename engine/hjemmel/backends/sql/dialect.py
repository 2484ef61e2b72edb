"""What is written differently in different databases.

In each text, `{0}` and so on stand for the parts, `ENTRY` for the name of an entry of a list, and
`ENTRIES` for the list with the names and types of what stands in its entries.
"""

from collections.abc import Callable, Sequence

from attrs import frozen

from hjemmel.backends.sql.leaves import What
from hjemmel.backends.terms.term import Sort

Field = tuple[str, What, Sort]
"""The name of what stands in an entry, what it is, and the sort of a size."""


@frozen
class Dialect:
    """How one kind of database is spoken to."""

    some: str
    """Of a list and what is asked of an entry: TRUE for one of them at least."""
    every: str
    """The same, TRUE for each of them; what is asked is never NULL."""
    count: str
    least: str
    """Of a list, which entries count, and their names: how many different there are at least."""
    most: str
    least_of_several: str
    """The same, and besides the names that a name is one of."""
    most_of_several: str
    answer: str
    """What a function, by its number FUNCTION, answers to a value."""
    times: str
    """A multiple, exact whatever its size."""
    is_within: str
    """Whether all of one list of numbers are in another."""
    is_apart: str
    """Whether none is."""
    numbers: Callable[[Sequence[str]], str]
    """A list of numbers."""
    entries: Callable[[str, Sequence[Field]], str]
    """The entries of a list as rows, under a name."""
    level: str
    """What is worked out of what was worked out before."""
    outcome: str
    """A small number."""
    answers: str
    """What is set beside the table of cases, so that functions can be asked."""
    answers_of: Callable[[int], Sequence[str]]
    """The columns of it for one function."""


_KEPT = "list_filter({0}, lambda ENTRY: {1})"
_NAMES = f"list_transform({_KEPT}, lambda ENTRY: {{2}})"
_KNOWN = f"list_distinct({_NAMES})"
_OPEN = "list_transform(list_filter({0}, lambda ENTRY: ({1}) AND {2} IS NULL), lambda ENTRY: {3})"
_APART = f"CASE WHEN o IS NULL THEN len({_KNOWN}) = 0 ELSE NOT list_has_any(o, {_KNOWN}) END"
_AT_MOST = (
    f"(len({_KNOWN}) + len(list_filter({_OPEN}, "
    f"lambda o: o IS NULL OR NOT list_has_all({_KNOWN}, o))))"
)
_UNION = f"len(list_distinct(flatten(list_append({_OPEN}, {_KNOWN}))))"

DUCKDB = Dialect(
    some="coalesce(list_bool_or(list_transform({0}, lambda ENTRY: {1})), FALSE)",
    every="coalesce(list_bool_and(list_transform({0}, lambda ENTRY: {1})), TRUE)",
    count=f"len({_KEPT})",
    least=f"greatest(list_unique({_NAMES}), least(len({_KEPT}), 1))",
    most=f"(list_unique({_NAMES}) + len(list_filter({_NAMES}, lambda o: o IS NULL)))",
    least_of_several=(f"(len({_KNOWN}) + least(len(list_filter({_OPEN}, lambda o: {_APART})), 1))"),
    most_of_several=(
        f"(CASE WHEN len(list_filter({_OPEN}, lambda o: o IS NULL)) > 0 THEN {_AT_MOST} "
        f"ELSE least({_AT_MOST}, {_UNION}) END)"
    ),
    answer="fFUNCTION[greatest({0} - fFUNCTION_first + 1, 0)]",
    times="({0} * CAST({1} AS DECIMAL(18, 0)))",
    is_within="list_has_all({1}, {0})",
    is_apart="(NOT list_has_any({0}, {1}))",
    numbers=lambda some: f"[{', '.join(some)}]",
    entries=lambda *_: "",  # lists are gone through by functions
    level="({0})",
    outcome="CAST({0} AS UTINYINT)",
    answers=", answers",
    answers_of=lambda number: (f"f{number}", f"f{number}_first"),
)
