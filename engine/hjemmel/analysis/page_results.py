"""What came of pages of cases."""

from collections.abc import Sequence

from attrs import field, frozen

from hjemmel.analysis.norm_list import Deviation, deviations
from hjemmel.analysis.trials import Broken, Tried, broken, levels_of, printed, tried, words_of
from hjemmel.core.program import Program
from hjemmel.expectations.checking import check_page
from hjemmel.expectations.page import Fault, Page
from hjemmel.explain.judge import Judge


@frozen
class PageResult:
    """What came of one page. With faults nothing of it is tried.

    `stale` are the texts to be printed now, by the line of the fence that has another.
    """

    page: Page
    faults: tuple[Fault, ...] = ()
    tried: tuple[Tried, ...] = field(default=(), repr=False)
    broken: tuple[Broken, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    stale: dict[int, str] = field(factory=dict)

    @property
    def expected(self) -> int:
        """How many expectations were tried, each line of a list of norms among them."""
        return sum(len(each.trial.expected) for each in self.tried) + len(self.page.listed)

    @property
    def unheld(self) -> int:
        """How many of them do not hold."""
        return len(self.broken) + len(self.deviations)


@frozen
class Totals:
    """The sums over pages."""

    pages: int
    cases: int
    expected: int
    broken: int
    stale: int
    set_aside: int

    @property
    def held(self) -> int:
        """How many expectations hold."""
        return self.expected - self.broken


def try_page(page: Page, judge: Judge) -> PageResult:
    """Every case of a page against the program that is judged by."""
    program = judge.program
    faults = list(check_page(page, words_of(program), levels_of(program)))
    found = []
    for each in page.trials:
        outcome = tried(page, each, judge)
        if isinstance(outcome, Tried):
            found.append(outcome)
        else:
            faults += outcome
    if faults:
        return PageResult(page, tuple(sorted(faults, key=lambda each: each.line)))
    unheld = tuple(one for each in found for one in broken(page, each))
    unlike = deviations(program, page.listed)
    return PageResult(page, (), tuple(found), unheld, unlike, _stale(program, found))


def _stale(program: Program, found: Sequence[Tried]) -> dict[int, str]:
    shown = [(each.trial.text, each) for each in found]
    texts = {text: printed(program, each) for text, each in shown if text is not None}
    return {text.line: now for text, now in texts.items() if text.text != now}


def totals(results: Sequence[PageResult]) -> Totals:
    """The sums."""
    return Totals(
        len(results),
        sum(len(each.tried) for each in results),
        sum(each.expected for each in results),
        sum(each.unheld for each in results),
        sum(len(each.stale) for each in results),
        sum(bool(each.faults) for each in results),
    )
