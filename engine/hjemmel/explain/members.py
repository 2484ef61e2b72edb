"""The findings of the entries of a list."""

from collections.abc import Callable

from hjemmel.core.nodes import Each, Fact, Literal, Quantifier
from hjemmel.core.sought import is_list_in_list
from hjemmel.explain.entries import Run, entry_of, run_of
from hjemmel.explain.facts import operand
from hjemmel.explain.finding import Finding, Notice, Result
from hjemmel.explain.lists import counted
from hjemmel.explain.seen import Empty, Uncounted
from hjemmel.explain.site import RESULTS, Site, Tell, Telling
from hjemmel.explain.steps import Clause, Counted, Step
from hjemmel.provenance.list_run import NEITHER, list_run
from hjemmel.provenance.lookup import MANY, few
from hjemmel.provenance.situation import Here
from hjemmel.words.phrases import is_always

Members = Callable[[Telling, Here, bool], list[Finding]]
TellEntry = Callable[[Telling, Here, tuple[bool, bool]], Finding]
"""Tells of an entry: given whether it decides that it belongs to the list, and what is asked."""
_UNCOUNTED = Uncounted()


def quantifier(node: Each, site: Site) -> Tell:
    """The finding of a list of which something is asked."""
    step, truth, decides = site.step(node), site.truth(node), site.decides(node)
    seen, found = counted(node, site), members(node, site.below(1))

    def tell(told: Telling, here: Here, given: bool) -> Finding:
        value = seen(told, here)
        notes = (Notice.EMPTY,) if isinstance(value, Empty) else ()
        because = tuple(found(told, here, given))
        return Finding(
            step, RESULTS[truth(told.row)], value, decides(told, here, given), because, notes
        )

    return tell


def members(node: Each, site: Site) -> Members:
    """What gives the findings of the entries, each with the entry it is about."""
    run, tell = run_of(node, site), _member(node, site.inside(node))
    chosen = _telling(node, site, run)
    deciding = list_run(node, site.reading, site.depth)

    def found(told: Telling, here: Here, given: bool) -> list[Finding]:
        whole, row, findings = deciding.whole(told.row), told.row, []
        for entry in run.through(told, chosen(told, here)):
            decide = deciding.decides(whole, row) if given else NEITHER
            finding = tell(told, entry, decide)
            findings.append(Finding(*finding[:-1], entry_of(told, node, entry)))
        return findings

    return found


def _telling(node: Each, site: Site, run: Run) -> Callable[[Telling, Here], list[Here]]:
    """The entries of a list; where it is held against another, those that tell something."""
    if not run.may_look and not is_list_in_list(node):
        return run.entries
    truth, in_list = site.reading.truth(node), is_list_in_list(node)

    def chosen(told: Telling, here: Here) -> list[Here]:
        looked = run.looked_up(told, here)
        if looked is not None:
            return few(node, here, looked)
        entries = run.entries(told, here)
        if not in_list:
            return entries
        if truth(told.row)[0]:  # there is no difference to tell
            return entries[:MANY]
        return [each for each in run.through(told, entries) if not run.is_well(told.row)]

    return chosen


def _member(node: Each, site: Site) -> TellEntry:
    if is_always(node.where):
        only = _body(node, site)
        return lambda told, here, given: only(told, here, given[1])
    where, body = site.planned(node.where, site.below(1)), _body(node, site.below(2))
    step = Step(site.place, Counted(), Clause(node.body, site.names), domain=site.domain)

    def tell(told: Telling, here: Here, given: tuple[bool, bool]) -> Finding:
        first = where(told, here, given[0])
        second = body(told, here, given[1])
        decisive = first.decisive or second.decisive
        if first.result is Result.FAILS:
            return Finding(step, Result.FAILS, _UNCOUNTED, decisive, (first,))
        result = _both(first.result, second.result)
        return Finding(step, result, second.seen, decisive, (first, second))

    return tell


def _both(first: Result, second: Result) -> Result:
    results = (first, second)
    if Result.FAILS in results:
        return Result.FAILS
    return Result.UNDECIDED if Result.UNDECIDED in results else Result.HOLDS


def _body(node: Each, site: Site) -> Tell:
    match node.body:
        case Fact() as fact if node.quantifier is Quantifier.DISTINCT:
            return operand(fact, site)
        case Literal() as value if node.quantifier is Quantifier.DISTINCT:
            step = Step(site.place, site.role, Clause(value, site.names), domain=site.domain)
            finding = Finding(step, Result.HOLDS, None, decisive=False)
            return lambda _told, _here, _given: finding
        case _:
            return site.planned(node.body, site)
