"""Wrong versions of a question about a last day."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from attrs import evolve

from hjemmel.core import semantics
from hjemmel.core.nodes import Apply, Op

FOLD = semantics._meaning
_DEADLINES = (Op.IN_TIME, Op.LAST_DAY)


def _is_of_days(node: Any) -> bool:
    """Whether all that must agree are deadlines."""
    return (
        isinstance(node, Apply)
        and node.operator is Op.AGREED
        and {each.operator for each in node.arguments if isinstance(each, Apply)} <= {*_DEADLINES}
        and all(isinstance(each, Apply) for each in node.arguments)
    )


def by_the_first_day(node: Any, *rest: Any) -> Any:
    """Every reading by the last day of the first."""
    first = node.arguments[0] if _is_of_days(node) else None
    changed = evolve(node, arguments=(first,)) if first else node
    return FOLD(changed, *rest)


def as_written(node: Any, *rest: Any) -> Any:
    """Whatever the reading, the last day that is written."""
    if isinstance(node, Apply) and node.operator is Op.READ_AS:
        written = node.arguments[2]
        if isinstance(written, Apply) and written.operator in _DEADLINES:
            return FOLD(written, *rest)
    return FOLD(node, *rest)


FAULTS: tuple[tuple[str, Callable[[], AbstractContextManager[Any]]], ...] = (
    (
        "all readings of a last day are the first",
        lambda: patch.object(semantics, "_meaning", by_the_first_day),
    ),
    (
        "a reading of a last day changes nothing",
        lambda: patch.object(semantics, "_meaning", as_written),
    ),
)


def gone_by_at_once(alg: Any, last: Any, today: Any) -> Any:
    """Fails on the last day itself."""
    return alg.constant(False), alg.at_most(last[1], today[0])
