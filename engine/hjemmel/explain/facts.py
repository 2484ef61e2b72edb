"""Findings of facts: what is seen of one, where it was read, and what was noted of it."""

from collections.abc import Callable
from typing import Any

from hjemmel.case.observation import Doubt, PartialList, Path, Unknown, members_in
from hjemmel.core.kleene import negation
from hjemmel.core.nodes import Fact, Node
from hjemmel.core.schema import PRESENCE
from hjemmel.core.types import Date, Listed, Type
from hjemmel.explain.finding import Finding, Remark, Result
from hjemmel.explain.seen import Known, Length, Narrowed, NotDone, Seen, Unsettled
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.explain.steps import Step
from hjemmel.explain.unknown_facts import doubt_of
from hjemmel.provenance.situation import Here, Pair, Situation, closed, path_of, value_at

ValueOf = Callable[[Telling, Here], Any]
SeenOf = Callable[[Telling, Here], Seen]
NOT_DONE = NotDone()


def value_of(fact: Fact, site: Site) -> ValueOf:
    """What reads the value of a fact as the case has it: None where it is unknown."""
    if fact.subject in site.names:
        return lambda told, here: value_at(told.view, path_of(fact, here))
    subject, name = fact.subject, fact.name

    def read(told: Telling, here: Here) -> Any:
        del here
        record = told.view.get(subject)
        return None if record is None else record.get(name)

    return read


def seen_of(fact: Fact, site: Site) -> SeenOf:
    """What gives a fact's value, or why it is unknown."""
    read, kind = value_of(fact, site), fact.type

    def seen(told: Telling, here: Here) -> Seen:
        value = read(told, here)
        if value is None:
            return unknown(told.case, path_of(fact, here))
        if isinstance(kind, Listed):
            return Length(members_in(value), not isinstance(value, PartialList))
        if closed(value):
            return Known(value, kind)
        doubt = told.case.doubt(path_of(fact, here))
        if doubt and doubt.kind is Unknown.CONFLICT:
            return Narrowed(value, kind, doubt.kind)
        return NOT_DONE if _is_not_done(value, kind) else Known(value, kind)

    return seen


def _is_not_done(value: Any, kind: Type) -> bool:
    """Whether it is a day that has a first, and no last."""
    return (
        isinstance(value, tuple)
        and isinstance(kind, Date)
        and value[0] is not None
        and value[1] is None
    )


def unknown(case: Situation, path: Path) -> Unsettled:
    """The kind of doubt about a fact, or about what it stands in."""
    return Unsettled(doubt_of(case, path)[1].kind)


def fact(node: Fact, site: Site) -> Tell:
    """The finding of a fact that has a truth."""
    step = site.step(node)
    if node.name == PRESENCE:
        return bare(node, step, site)
    truth, decides, seen = site.truth(node), site.decides(node), seen_of(node, site)
    bare_ones = {
        (bits, decisive): Finding(step, RESULTS[bits], _known(node, site, bits), decisive)
        for bits in ((True, False), (False, True))
        for decisive in (True, False)
    }

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        decisive, bits = decides(told, here, given), truth(told.row)
        found = bare_ones.get((bits, decisive))
        if found is None:
            found = Finding(step, Result.UNDECIDED, seen(told, here), decisive)
        return found if told.is_bare else noted(found, told.case, path_of(node, here))

    return tell


def _known(node: Fact, site: Site, bits: Pair) -> Known:
    """What was seen of a fact where its truth, or that of what denies it, is settled."""
    holds, _ = negation(bits) if site.denied and site.denied.turns else bits
    return Known(holds, node.type)


def bare(node: Node, step: Step, site: Site) -> Tell:
    """The finding of what has a truth and no value."""
    truth, decides = site.truth(node), site.decides(node)

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        return Finding(step, RESULTS[truth(told.row)], None, decides(told, here, given))

    return tell


def operand(node: Fact, site: Site) -> Tell:
    """The finding of a fact that is held against others: that it is known, or not."""
    step, decides, seen = site.step(node), site.decides(node), seen_of(node, site)

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        value = seen(told, here)
        unknown = isinstance(value, (Unsettled, Narrowed))
        result = Result.UNDECIDED if unknown else Result.HOLDS
        found = Finding(step, result, value, decides(told, here, given))
        return found if told.is_bare else noted(found, told.case, path_of(node, here))

    return tell


def noted(found: Finding, case: Situation, path: Path) -> Finding:
    """The finding with where the fact at the path was read, and what was noted of it."""
    source, notes = case.observation.sources.get(path, ""), remarks(case, path)
    return found._replace(notes=notes, source=source) if source or notes else found


def remarks(case: Situation, path: Path) -> tuple[Remark, ...]:
    """What is worth noting about a fact: its grounds, or the words of the doubt about it."""
    found = []
    if note := case.observation.notes.get(path):
        found.append(Remark(note))
    doubt = case.doubt(path)
    if doubt and doubt.words and _is_worth_telling(doubt, value_at(case.observation.view, path)):
        found.append(Remark(doubt.words))
    return tuple(found)


def _is_worth_telling(doubt: Doubt, seen: Any) -> bool:
    """Where nothing is known; and always what sources that differ say, whatever it leaves open."""
    return seen is None or doubt.kind is Unknown.CONFLICT
