"""What cases are grouped by: facts with a short list of possible values, told in most cases.

A rulebook needs to say nothing of it: in one, it is the kind of service and the region.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from hjemmel.case.observation import Path, View, members_in
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.core.types import Enumerated, Listed, Registered, Row, Type
from hjemmel.explain.unknown_facts import name_of

MOST_VALUES = 12
"""A figure has room for so many bars that can still be told apart."""
MOST_GROUPS = 3
TOLD_IN = 0.5
"""A fact that is told in a smaller share of the cases says little of them all."""
NOT_TOLD = "ikke fortalt"


@frozen
class Group:
    """A fact that cases can be grouped by; in a list of records, by that of any entry."""

    name: str
    path: Path
    order: tuple[str, ...]

    def values_in(self, view: View) -> tuple[str, ...]:
        """What is told of it in a case, each once, in the order of the list of values."""
        record = view.get(str(self.path[0]))
        found = set(_told(record, self.path[1:])) if record else set()
        return tuple(each for each in self.order if each in found)


def groups_of(schema: Schema) -> tuple[Group, ...]:
    """All that cases may be grouped by, in the order in which they are declared."""
    return tuple(
        group for record in schema.records if not record.entry for group in _of(schema, record)
    )


def _of(schema: Schema, record: RecordDeclaration) -> Iterator[Group]:
    for path, kind in _facts(schema, record):
        order = _values(schema, kind)
        if 1 < len(order) <= MOST_VALUES:
            yield Group(name_of(schema, path), path, order)


def _facts(schema: Schema, record: RecordDeclaration) -> Iterator[tuple[Path, Type]]:
    """The facts of a record, and those of the entries of its lists."""
    for each in record.fields:
        kind = each.type.element if isinstance(each.type, Listed) else each.type
        if not isinstance(kind, Row):
            yield (record.key, each.key), kind
        elif entry := schema.record(kind.name):
            yield from (((record.key, each.key, one.key), one.type) for one in entry.fields)


def _values(schema: Schema, kind: Type) -> tuple[str, ...]:
    match kind:
        case Enumerated():
            return schema.enumeration(kind.name).values
        case Registered():
            return tuple(each.name for each in schema.register(kind.name).entries)
        case _:
            return ()


def _told(value: object, path: Sequence[str | int]) -> Iterator[str]:
    """The known names at a path; of a list those of its members."""
    if isinstance(value, list):
        for each in value[: members_in(value)]:
            yield from _told(each, path)
    elif path and isinstance(value, dict):
        yield from _told(value.get(path[0]), path[1:])
    elif not path and isinstance(value, str):
        yield value


@define(eq=False)
class Grouped:
    """What is told of each group in the cases so far, by the number of the case."""

    groups: tuple[Group, ...]
    told: list[dict[Path, tuple[str, ...]]] = field(factory=list)

    def add(self, view: View | None) -> None:
        """One case more; of one without verdicts nothing was seen."""
        found = {each.path: each.values_in(view) for each in self.groups} if view else {}
        self.told.append({path: values for path, values in found.items() if values})

    def chosen(self) -> tuple[Group, ...]:
        """The groups that are told in enough of the cases, and that tell them apart."""
        count = Counter(path for each in self.told for path in each)
        least = max(1, TOLD_IN * len(self.told))
        told_often = (each for each in self.groups if count[each.path] >= least)
        return tuple(each for each in told_often if self._differs(each))[:MOST_GROUPS]

    def _differs(self, group: Group) -> bool:
        return len(set(filter(None, self.values(group)))) > 1

    def values(self, group: Group) -> Iterable[tuple[str, ...]]:
        """What each case is told to be, in their order."""
        return (each.get(group.path, ()) for each in self.told)
