"""Findings of comparisons: what was held against what."""

from hjemmel.core.nodes import Apply, Each, Fact
from hjemmel.core.schema import CASE
from hjemmel.explain.facts import operand, sourced
from hjemmel.explain.finding import Finding, Notice
from hjemmel.explain.members import members
from hjemmel.explain.operands import operands
from hjemmel.explain.seen import Empty, Seen, Several
from hjemmel.explain.site import Site, Tell, Telling
from hjemmel.provenance.decisive import leaves
from hjemmel.provenance.situation import TOP, Here


def comparison(node: Apply, site: Site) -> Tell:
    """The finding of a comparison, and of the facts and lists that it compares."""
    found = [part for each in node.arguments for part, _ in leaves(each, TOP)]
    asked = [each for each in found if isinstance(each, Fact) and each.subject != CASE]
    if len(found) == 1 and asked:
        return sourced(_alone(node, site), asked[0])
    return _resting(node, site, asked, [each for each in found if isinstance(each, Each)])


def _alone(node: Apply, site: Site) -> Tell:
    """All that is compared is one fact, which needs no finding of its own."""
    step, result, decides = site.step(node), site.result(node), site.decides(node)
    seen = operands(node, site)

    def tell(told: Telling, here: Here) -> Finding:
        value = seen(told, here) if seen else None
        return Finding(step, result(told.row), value, decides(told, here))

    return tell


def _resting(node: Apply, site: Site, asked: list[Fact], lists: list[Each]) -> Tell:
    step, result, decides = site.step(node), site.result(node), site.decides(node)
    seen = operands(node, site)
    parts = [operand(each, site.below(number)) for number, each in enumerate(asked, 1)]
    runs = [members(each, site.below(number)) for number, each in enumerate(lists, len(parts) + 1)]

    def tell(told: Telling, here: Here) -> Finding:
        value = seen(told, here) if seen else None
        because = [part(told, here) for part in parts]
        for run in runs:
            because += run(told, here)
        notes = (Notice.EMPTY,) if _is_empty(value) else ()
        decisive = decides(told, here)
        return Finding(step, result(told.row), value, decisive, tuple(because), notes)

    return tell


def _is_empty(seen: Seen | None) -> bool:
    if isinstance(seen, Several):
        return any(map(_is_empty, seen.parts))
    return isinstance(seen, Empty)
