"""What is seen of a list that must have every year, quarter or month from one to another."""

from typing import Any

from hjemmel.core.nodes import Apply, Each, Fact, Node
from hjemmel.core.types import Type
from hjemmel.explain.computed import computed
from hjemmel.explain.facts import SeenOf
from hjemmel.explain.lists import counted
from hjemmel.explain.seen import Coverage, Different, Empty, Known, Named, Seen, Several
from hjemmel.explain.site import Site, Telling
from hjemmel.explain.steps import Clause, OwnName
from hjemmel.provenance.situation import Here

_MOST = 20
"""So many that are lacking are named."""


def spanned(node: Apply, site: Site) -> SeenOf:
    """The values that the list has within the ends, the ends where they are worked out, and which
    ones are lacking."""
    different, *ends = node.arguments
    assert isinstance(different, Each)
    kind = different.body.type if isinstance(different.body, Fact) else None
    name = OwnName(different.domain, site.names)
    there, told_ends = counted(different, site), [_end(each, site) for each in ends]

    def seen(told: Telling, here: Here) -> Seen:
        found = there(told, here)
        if isinstance(found, Empty):
            found = Different(name, (), complete=True)
        parts = [found, *(each(told, here) for each in told_ends if each)]
        first, last = (_single(told.case.value(each, here)) for each in ends)
        if first is not None and last is not None and isinstance(found, Different):
            lacking = _lacking(found, first, last, kind)
            parts.append(Coverage(*((), lacking) if _is_open(found) else (lacking, ())))
        return Several(tuple(parts))

    return seen


def _end(node: Node, site: Site) -> SeenOf | None:
    """An end that is worked out, by its own words."""
    if not isinstance(node, Apply):
        return None
    value, name = computed(node, site), Clause(node, site.names)
    return lambda told, here: Named(name, value(told, here))


def _single(value: Any) -> int | None:
    first, last = value if isinstance(value, tuple) else (value, value)
    return first if first is not None and first == last else None


def _is_open(found: Different) -> bool:
    """Whether the list may have more than what is known of it."""
    return not (found.complete and all(isinstance(each, Known) for each in found.values))


def _lacking(found: Different, first: int, last: int, kind: Type | None) -> tuple[Known, ...]:
    known = [each for each in found.values if isinstance(each, Known)]
    values = {each.value for each in known}
    missing = (each for each in range(first, last + 1) if each not in values)
    return tuple(Known(each, kind) for each, _ in zip(missing, range(_MOST), strict=False))
