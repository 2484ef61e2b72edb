"""What is seen of a value that is worked out."""

from datetime import date
from typing import Any

from hjemmel.core.nodes import Apply, Fact
from hjemmel.core.operators import period_of
from hjemmel.core.types import Date, Listed, Type
from hjemmel.explain.facts import SeenOf, unknown
from hjemmel.explain.seen import Known, Seen, Unsettled
from hjemmel.explain.site import Site, Telling
from hjemmel.provenance.decisive import leaves
from hjemmel.provenance.situation import TOP, Here, path_of


def computed(node: Apply, site: Site) -> SeenOf:
    """A value worked out by a function: its type is that of the fact it grows from."""
    read, settled = site.reading.value(node), site.reading.settled(node)
    facts = [each for each, _ in leaves(node, TOP) if isinstance(each, Fact)]
    types = [each.type for each in facts if not isinstance(each.type, (Date, Listed))]
    kind = period_of(node) or (types[0] if types else None)

    def seen(told: Telling, here: Here) -> Seen:
        if settled(told.row):
            return figure(read(told.row), kind)
        for each in facts:
            if not told.case.settled(each, here):
                return unknown(told.case, path_of(each, here))
        return Unsettled(None)

    return seen


def figure(value: Any, kind: Type | None) -> Known:
    """A value that is settled: a day, or one of a type."""
    found = value[0] if isinstance(value, tuple) else value
    return Known(found, Date() if isinstance(found, date) else kind)
