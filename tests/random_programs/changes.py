"""Other facts for the same rulebook: unknowns filled in, lists in another order."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from hjemmel.case.observation import PartialList, View, members_in
from hjemmel.case.one_of import OneOf
from hjemmel.core.schema import CASE, RecordDeclaration, Schema
from hjemmel.core.types import Listed, Row, Scalar, Type, is_ordered
from random_programs.choices import Choices, chance, pick, shuffled
from random_programs.contested import marked
from random_programs.values import pool


def filled(choices: Choices, schema: Schema, view: View) -> View:
    """The view with some of its unknown facts known.

    Presence, lists that are absent and lists that may have more are left as they are: to
    change those is not to fill.
    """
    filling = _Filling(choices, schema)
    fuller = {
        key: record if key == CASE or record is None else filling.record(record, key)
        for key, record in view.items()
    }
    return marked(fuller)


@frozen
class _Filling:
    """The filling of one view."""

    choices: Choices
    schema: Schema

    def record(self, record: Mapping[str, Any], name: str) -> dict[str, Any]:
        declared = self.schema.record(name)
        assert isinstance(declared, RecordDeclaration)
        return {each.key: self.fact(record.get(each.key), each.type) for each in declared.fields}

    def fact(self, value: Any, kind: Type) -> Any:
        if not isinstance(kind, Listed):
            return self.scalar(value, kind)
        if value is None:
            return None
        told = members_in(value)
        if isinstance(kind.element, Row):
            fuller = [self.record(each, kind.element.name) for each in value[:told]]
        else:
            fuller = [self.scalar(each, kind.element) for each in value[:told]]
        # What any further member may be is no member, and so is not filled in.
        return like(value, [*fuller, *value[told:]])

    def scalar(self, value: Any, kind: Scalar) -> Any:
        unknown = value is None or isinstance(value, (tuple, OneOf))
        if not unknown or not chance(self.choices, 60):
            return value
        if isinstance(value, OneOf):
            return pick(self.choices, sorted(value))
        least, most = value if value is not None else (None, None)
        fitting = [
            each
            for each in pool(kind)
            if (least is None or each >= least) and (most is None or each <= most)
        ]
        assert not isinstance(value, tuple) or is_ordered(kind)
        return pick(self.choices, fitting) if fitting else value


def like(some: list[Any], items: list[Any]) -> list[Any]:
    """The items as a list that is known as far as another."""
    return PartialList(items, some.further) if isinstance(some, PartialList) else items


def reordered(choices: Choices, view: Any) -> Any:
    """The same facts with the members of every list in another order."""
    match view:
        case list():
            told = members_in(view)
            parts = shuffled(choices, view[:told]), shuffled(choices, view[told:])
            return like(view, [reordered(choices, each) for part in parts for each in part])
        case Mapping():
            return type(view)((key, reordered(choices, each)) for key, each in view.items())
        case _:
            return view
