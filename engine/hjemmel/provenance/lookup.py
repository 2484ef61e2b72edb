"""Lists held against lists: which entries of the other list a value is among, without every pair.

A list of names may be as long as anybody likes, and be held against one as long. So the entries
that matter are found in a table of the other list, made once in a case: those that have the
value, and those that may have it. Of many that have it, a few are told.
"""

from collections.abc import Sequence

from attrs import field, frozen

from hjemmel.case.observation import Path, members_in
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.core.nodes import Each, Fact, Literal
from hjemmel.core.sought import Sought, sought
from hjemmel.provenance.situation import Here, Situation, path_of, value_at

FEW, MANY = 3, 20
"""So many entries that have one value, and so many that are all in the other list, are told."""


@frozen(eq=False)
class Looked:
    """A value looked up in a list: the entries that have it, and those whose own is unknown."""

    where: Sought
    value: object
    items: int
    having: Sequence[int]
    unknown: Sequence[int]


@frozen(eq=False)
class Column:
    """Where each value of a field stands in a list."""

    size: int
    places: dict[object, list[int]] = field(factory=dict)


def looked_up(case: Situation, node: Each, here: Here) -> Looked | None:
    """What a value was found to be among; None where the entries are gone through one by one.

    That is where the value stands in the rule, or is unknown or one of several, and where there are
    intervals.
    """
    wanted = sought(node)
    if wanted is None or isinstance(wanted.value, Literal):
        return None
    column = _column(case, node, wanted.column, here)
    if column is None:
        return None
    # The same at every entry, so what it came to at the first is asked for.
    value = case.value(wanted.value, here.entering(node.variable, 0, path_of(node.domain, here)))
    if isinstance(value, tuple):
        value = value[0] if value[0] == value[1] else None
    if value is None or isinstance(value, (OneOf, NoneOf)):
        return None
    having, unknown = column.places.get(value, ()), column.places.get(None, ())
    return Looked(wanted, value, column.size, having, unknown)


def few(node: Each, here: Here, found: Looked) -> list[Here]:
    """The entries worth telling of: the first that have the value, and all that may have it."""
    path = path_of(node.domain, here)
    return [here.entering(node.variable, each, path)
            for each in sorted((*found.having[:FEW], *found.unknown))]  # fmt: skip


def _column(case: Situation, node: Each, column: Fact, here: Here) -> Column | None:
    path = path_of(node.domain, here)
    key: Path = (*path, column.name)
    if key not in case.columns:
        case.columns[key] = _made(case, path, column.name)
    found: Column | None = case.columns[key]
    return found


def _made(case: Situation, path: Path, name: str) -> Column | None:
    items = value_at(case.observation.view, path)
    if not items or members_in(items) < len(items):
        return None
    made = Column(len(items))
    for index in range(len(items)):
        value = value_at(case.observation.view, (*path, index, name))
        if isinstance(value, (tuple, OneOf, NoneOf)):
            return None
        made.places.setdefault(value, []).append(index)
    return made
