"""`ntr test --mutasjon` and `--grundig`: are the cases themselves good enough?"""

from collections.abc import Sequence

from attrs import frozen

from hjemmel.analysis.coverage import NormCoverage
from hjemmel.analysis.mutation.fates import Alive, Fate, fates
from hjemmel.analysis.mutation.mutants import mutants
from hjemmel.analysis.mutation.trying import bench
from hjemmel.analysis.page_results import PageResult
from hjemmel.analysis.uncovered import Gap, gaps
from hjemmel.cli import terminal
from hjemmel.cli.telling import say_lines
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.render.lines import Line


@frozen
class Gaps:
    """What the cases do not show, and how much they show."""

    found: tuple[Gap, ...]
    shown: int

    @property
    def passed(self) -> bool:
        """Whether all that any case could show is shown."""
        return all(each.why is not None for each in self.found)


@frozen
class Mutation:
    """What became of the mutants."""

    found: tuple[Fate, ...]

    @property
    def passed(self) -> bool:
        """Whether every mutant that differs from the rule is noticed."""
        return not any(isinstance(each, Alive) for each in self.found)


def find_gaps(program: Program, covered: tuple[NormCoverage, ...]) -> Gaps:
    """What the cases do not show of the norms, each with whether any case could."""
    shown = sum(each.shown + len(each.possible) - len(each.unseen) for each in covered)
    missing = sum(len(each.unseen) + each.ways - each.shown for each in covered)
    found = terminal.counting(gaps(program, covered), missing, "leter etter saker")
    return Gaps(tuple(found), shown)


def mutate(judge: Judge, results: Sequence[PageResult], norms: frozenset[str]) -> Mutation:
    """Each small change of the norms, held against the pages that try them."""
    ours = [each for each in results if not each.page.rules]
    cases = [(each.page.name, one) for each in ours for one in each.tried]
    listed = tuple(one for each in ours for one in each.page.listed)
    at = bench(judge.program, cases, listed)
    changes = tuple(mutants(judge.book, norms))
    return Mutation(tuple(terminal.counting(fates(at, changes), len(changes), "prøver endringer")))


def show_gaps(judge: Judge, found: Gaps) -> None:
    """What is not shown, and the sums."""
    from hjemmel.analysis import render_gaps

    _show(render_gaps.text(judge.book, found.found, terminal.width(None)))
    say_lines(render_gaps.summary(found.found, found.shown))


def show_mutation(program: Program, found: Mutation) -> None:
    """Which mutants no case notices, which none could, and the sums."""
    from hjemmel.analysis.mutation import render

    _show(render.text(program, found.found, terminal.width(None)))
    say_lines(render.summary(found.found))


def _show(lines: Sequence[Line]) -> None:
    if lines:
        terminal.show(list(lines), None)
