"""What is seen of a list: how many of how many, the different values, or what is lacking."""

from collections.abc import Callable
from typing import Any

from hjemmel.case.observation import members_in
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Quantifier
from hjemmel.core.sought import is_list_in_list, sought
from hjemmel.explain.computed import computed
from hjemmel.explain.entries import Run, run_of
from hjemmel.explain.facts import SeenOf, seen_of, unknown, value_of
from hjemmel.explain.seen import (
    Difference,
    Different,
    Empty,
    FirstOf,
    Known,
    Named,
    Seen,
    Several,
    Tally,
)
from hjemmel.explain.site import Site, Telling
from hjemmel.explain.steps import Clause, OwnName
from hjemmel.provenance.list_run import list_run
from hjemmel.provenance.lookup import Looked
from hjemmel.provenance.situation import UNDECIDED, Here, closed, path_of

_NAMED = 20
"""So many values are given of those that are lacking; of more, how many more."""
_EMPTY = Empty()

SeenOfItems = Callable[[Telling, Here, list[Any]], Seen]
Rest = Callable[[Telling, Here, list[Any]], tuple[bool, str]]
"""Whether any further member matters, and what is told of such where that is why none does."""


def counted(node: Each, site: Site) -> SeenOf:
    """What is seen of the list of a quantifier."""
    read, name, run = (
        value_of(node.domain, site),
        OwnName(node.domain, site.names),
        run_of(node, site),
    )
    looked, gone_through = _looked(node, site), _gone_through(node, site, run)

    def seen(told: Telling, here: Here) -> Seen:
        items = read(told, here)
        if items is None:
            return Named(name, unknown(told.case, path_of(node.domain, here)))
        found = run.looked_up(told, here)
        if found is not None:
            return looked(told, here, found, closed(items))
        if not items and closed(items):
            return _EMPTY
        return gone_through(told, here, items)

    return seen


def _gone_through(node: Each, site: Site, run: Run) -> SeenOfItems:
    if node.quantifier is Quantifier.DISTINCT:
        return _different(node, site, run)
    rest = _rest(node, site)
    return _difference(node, site, run) if is_list_in_list(node) else _tally(run, rest)


def _rest(node: Each, site: Site) -> Rest:
    """What is told of those members of a list that are not known."""
    run = list_run(node, site.reading, site.depth)

    def rest(told: Telling, here: Here, items: list[Any]) -> tuple[bool, str]:
        if not run.is_bounded(told.case, told.row, here):
            return closed(items), ""
        return True, told.case.observation.notes.get(path_of(node.domain, here), "")

    return rest


def _looked(node: Each, site: Site) -> Callable[[Telling, Here, Looked, bool], Seen]:
    """What is told of a value that was looked up; first the value, where it was worked out."""
    wanted = sought(node)
    value = wanted.value if wanted else None
    worked_out = computed(value, site) if isinstance(value, Apply) else None
    name = Clause(value, site.names) if value else None

    def seen(told: Telling, here: Here, found: Looked, complete: bool) -> Seen:
        most = len(found.having) + len(found.unknown)
        tally = Tally(len(found.having), most, found.items, complete)
        if worked_out is None or name is None:
            return tally
        return Several((Named(name, worked_out(told, here)), tally))

    return seen


def _tally(run: Run, rest: Rest) -> SeenOfItems:
    belongs, body = run.belongs, run.body

    def seen(told: Telling, here: Here, items: list[Any]) -> Seen:
        sure = possible = members = 0
        for row in run.rows(told, members_in(items)):
            holds, fails = belongs(row)
            if fails:
                continue
            so, not_so = body(row)
            members += 1
            sure += bool(holds and so)
            possible += not not_so
        return Tally(sure, possible, members, *rest(told, here, items))

    return seen


def _different(node: Each, site: Site, run: Run) -> SeenOfItems:
    inner = site.inside(node)
    name = OwnName(node.body, inner.names) if isinstance(node.body, Fact) else None
    value, rest = _one_value(node.body, inner), _rest(node, site)

    def seen(told: Telling, here: Here, items: list[Any]) -> Seen:
        entries = run.through(told, run.entries(told, here))
        values = [value(told, each) for each in entries if not run.belongs(told.row)[1]]
        return Different(name, tuple(values), *rest(told, here, items))

    return seen


def _one_value(node: Node, site: Site) -> SeenOf:
    match node:
        case Fact():
            return seen_of(node, site)
        case Literal():
            known = Known(node.value, None)
            return lambda _told, _here: known
        case _:
            read = site.reading.value(node)
            return lambda told, _: Known(read(told.row), None)


def _difference(node: Each, site: Site, run: Run) -> SeenOfItems:
    """How many of the one list are in the other, and which are not."""
    assert isinstance(node.body, Each)
    inner, rest = site.inside(node), _rest(node, site)
    other, value = Clause(node.body.domain, site.names), _sought_value(node.body, inner)

    def seen(told: Telling, here: Here, items: list[Any]) -> Seen:
        entries = run.through(told, run.entries(told, here))
        found = [(each, run.body(told.row)) for each in entries if not run.belongs(told.row)[1]]
        sure, possible = (sum(t[0] for _, t in found), sum(not t[1] for _, t in found))
        tally = Tally(sure, possible, len(found), *rest(told, here, items))
        lacking = [each for each, truth in found if truth[1]]
        unsure = [each for each, truth in found if truth == UNDECIDED]
        return Difference(tally, other, first_of(told, lacking), first_of(told, unsure))

    def first_of(told: Telling, entries: list[Here]) -> FirstOf:
        first = [value(told, each) for each in entries[:_NAMED]]
        return FirstOf(tuple(first), len(entries))

    return seen


def _sought_value(looks: Each, site: Site) -> SeenOf:
    """What gives the value that an entry is looked for by."""
    wanted = sought(looks)
    assert wanted is not None and isinstance(wanted.value, Fact)
    return seen_of(wanted.value, site)
