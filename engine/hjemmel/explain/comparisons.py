"""Findings of comparisons: what was held against what."""

from hjemmel.core.nodes import Apply, Each, Fact
from hjemmel.core.schema import CASE
from hjemmel.explain.by_calendar import with_calendar
from hjemmel.explain.chosen_holders import with_holder
from hjemmel.explain.facts import noted, operand
from hjemmel.explain.finding import Finding, Notice
from hjemmel.explain.members import members
from hjemmel.explain.operands import operands
from hjemmel.explain.seen import Empty, Seen, Several
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.situation import Here, path_of


def comparison(node: Apply, site: Site) -> Tell:
    """The finding of a comparison, and of the facts and lists that it compares."""
    found = list(enumerate(part for each in node.arguments for part in leaves_of(each)))
    asked = [(at, each) for at, each in found if isinstance(each, Fact) and each.subject != CASE]
    if len(found) == 1 and asked:
        return with_holder(node, with_calendar(node, _alone(node, site, asked[0][1])))
    lists = [(at, each) for at, each in found if isinstance(each, Each)]
    return with_holder(node, with_calendar(node, _resting(node, site, asked, lists)))


def _alone(node: Apply, site: Site, fact: Fact) -> Tell:
    """All that is compared is one fact, which needs no finding of its own."""
    step, truth, decides = site.step(node), site.truth(node), site.decides(node)
    seen = operands(node, site)

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        value = seen(told, here) if seen else None
        found = Finding(step, RESULTS[truth(told.row)], value, decides(told, here, given))
        return found if told.is_bare else noted(found, told.case, path_of(fact, here))

    return tell


def _resting(
    node: Apply, site: Site, asked: list[tuple[int, Fact]], lists: list[tuple[int, Each]]
) -> Tell:
    step, truth, decides = site.step(node), site.truth(node), site.decides(node)
    seen, marks = operands(node, site), site.marks(node)
    parts = tuple((at, operand(each, site.below(number)))
                  for number, (at, each) in enumerate(asked, 1))  # fmt: skip
    runs = [(at, members(each, site.below(number)))
            for number, (at, each) in enumerate(lists, len(parts) + 1)]  # fmt: skip

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        value, decide = seen(told, here) if seen else None, marks(told, here, given)
        because = [tell(told, here, decide[at]) for at, tell in parts]
        for at, run in runs:
            because += run(told, here, decide[at])
        notes = (Notice.EMPTY,) if _is_empty(value) else ()
        decisive = decides(told, here, given)
        return Finding(step, RESULTS[truth(told.row)], value, decisive, tuple(because), notes)

    return tell


def _is_empty(seen: Seen | None) -> bool:
    if isinstance(seen, Several):
        return any(map(_is_empty, seen.parts))
    return isinstance(seen, Empty)
