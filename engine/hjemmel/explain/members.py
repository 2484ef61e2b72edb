"""The findings of the entries of a list."""

from collections.abc import Callable

from hjemmel.core.nodes import Each, Fact, Literal, Quantifier
from hjemmel.explain.entries import Run, entry_of, run_of
from hjemmel.explain.facts import operand
from hjemmel.explain.finding import Finding, Notice, Result
from hjemmel.explain.lists import counted
from hjemmel.explain.seen import Empty, Uncounted
from hjemmel.explain.site import Site, Tell, Telling
from hjemmel.explain.steps import Clause, Counted, Step
from hjemmel.provenance.lookup import MANY, few, is_list_in_list
from hjemmel.provenance.situation import Here
from hjemmel.words.phrases import is_always

Members = Callable[[Telling, Here], list[Finding]]
_UNCOUNTED = Uncounted()


def quantifier(node: Each, site: Site) -> Tell:
    """The finding of a list of which something is asked."""
    step, result, decides = site.step(node), site.result(node), site.decides(node)
    seen, found = counted(node, site), members(node, site.below(1))

    def tell(told: Telling, here: Here) -> Finding:
        value = seen(told, here)
        notes = (Notice.EMPTY,) if isinstance(value, Empty) else ()
        because = tuple(found(told, here))
        return Finding(step, result(told.row), value, decides(told, here), because, notes)

    return tell


def members(node: Each, site: Site) -> Members:
    """What gives the findings of the entries, each with the entry it is about."""
    run, tell = run_of(node, site), _member(node, site.inside(node))
    chosen = _telling(node, site, run)

    def found(told: Telling, here: Here) -> list[Finding]:
        entries = run.through(told, chosen(told, here))
        return [_about(tell(told, each), told, node, each) for each in entries]

    return found


def _about(finding: Finding, told: Telling, node: Each, here: Here) -> Finding:
    return Finding(
        finding.step, finding.result, finding.seen, finding.decisive, finding.because,
        finding.notes, finding.source, entry_of(told, node, here),
    )  # fmt: skip


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


def _member(node: Each, site: Site) -> Tell:
    if is_always(node.where):
        return _body(node, site)
    where, body = site.planned(node.where, site.below(1)), _body(node, site.below(2))
    step = Step(site.place, Counted(), Clause(node.body, site.names), domain=site.domain)

    def tell(told: Telling, here: Here) -> Finding:
        first = where(told, here)
        second = body(told, here)
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
            return lambda _told, _here: finding
        case _:
            return site.planned(node.body, site)
