"""One entry less: what would turn a verdict by being taken out of a list, tried one by one."""

from collections.abc import Iterator

from hjemmel.analysis.settling.answers import Change, Step, Way, Ways
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.weights import REMOVED
from hjemmel.case.statements import Entries
from hjemmel.core.outcome import Outcome


def with_removals(judging: Judging, ways: Ways, most: int) -> Ways:
    """The ways, and those of one entry less, the cheapest first."""
    found = sorted((*ways.found, *_removals(judging)), key=lambda each: each.cost)
    is_cut = len(found) > most
    return Ways(ways.outcome, tuple(found[:most]), ways.is_all and not is_cut)


def _removals(judging: Judging) -> Iterator[Way]:
    for step in _steps(judging):
        found = judging.after((step,))
        if found.outcome is Outcome.MET and judging.still_applies(found):
            yield Way((step,), REMOVED, found)


def _steps(judging: Judging) -> Iterator[Step]:
    for record, facts in judging.case.records.items():
        for name, said in facts.items():
            content = said[0].content if len(said) == 1 else None
            if isinstance(content, Entries):
                for number in range(len(content.members)):
                    yield Step(Change.REMOVE, (record, name, number))
