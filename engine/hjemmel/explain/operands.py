"""What is seen of what a comparison compares; what is written in the rule is left out."""

from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.schema import CASE
from hjemmel.explain.computed import computed, figure
from hjemmel.explain.facts import SeenOf, seen_of
from hjemmel.explain.lists import counted
from hjemmel.explain.seen import Label, LastDay, Named, Seen, Several
from hjemmel.explain.site import Site, Telling
from hjemmel.explain.spans import spanned
from hjemmel.explain.steps import Clause, OwnName
from hjemmel.provenance.situation import Here


def operands(node: Apply, site: Site) -> SeenOf | None:
    """What is seen of all the operands; None where none of them is worth telling of."""
    if sense(node) is Sense.LAST_DAY:
        return _last_day(node.arguments[0], site)
    if sense(node) is Sense.COVERS_SPAN:
        return spanned(node, site)
    found = [_operand(node, index, site) for index in range(len(node.arguments))]
    parts = tuple(each for each in found if each)
    if len(parts) < 2:
        return parts[0] if parts else None
    return lambda told, here: Several(tuple([each(told, here) for each in parts]))


def named(name: Label, seen: SeenOf) -> SeenOf:
    """What is seen of one thing, with its name."""
    return lambda told, here: Named(name, seen(told, here))


def _operand(node: Apply, index: int, site: Site) -> SeenOf | None:
    each = node.arguments[index]
    match each:
        case Fact() if each.subject != CASE:
            return named(OwnName(each, site.names), seen_of(each, site))
        case Each():
            return counted(each, site)
        case Apply():
            is_last = (sense(node), index) == (Sense.IN_TIME, 1)
            label = LastDay() if is_last else Clause(each, site.names)
            return named(label, computed(each, site))
        case _:
            return None


def _last_day(node: Node, site: Site) -> SeenOf:
    """The day itself, whether a fact, worked out, or written in the rule."""
    if isinstance(node, Apply):
        return named(LastDay(), computed(node, site))
    if not isinstance(node, Fact):
        day = Named(LastDay(), figure(node.value if isinstance(node, Literal) else None, None))
        return lambda _told, _here: day
    seen = named(OwnName(node, site.names), seen_of(node, site))

    def known_or_not(told: Telling, here: Here) -> Seen:
        if not told.case.settled(node, here):
            return seen(told, here)
        return Named(LastDay(), figure(told.case.value(node, here), None))

    return known_or_not
