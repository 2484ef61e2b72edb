"""A change of the rules gone through: mistakes, effects, and the cases that go with it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from hjemmel.analysis.comparison.comparison import Comparison
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.coverage import coverage
from hjemmel.analysis.differences.answers import Changed
from hjemmel.analysis.page_results import PageResult
from hjemmel.analysis.proofs.finding import Finding
from hjemmel.analysis.proposals import by_norm, of_changes, of_gaps, of_wordings
from hjemmel.analysis.uncovered import gaps
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.expectations.unfilled import Proposed
from hjemmel.provenance.book import Book


@frozen(eq=False)
class Mistake:
    """A diagnostic, with the line of the file that it is about; empty where it is about none."""

    told: Diagnostic
    line: str = ""


def mistakes_of(
    found: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]]
) -> tuple[Mistake, ...]:
    """Diagnostics, each with its line; `lines` are those of the files by their names."""
    return tuple(
        Mistake(each, _line(lines.get(each.span.file, ()), each.span.line)) for each in found
    )


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""


@frozen(eq=False)
class Review:
    """What was gone through, and what came of it.

    `rules` and `against` are what the two versions are called. With mistakes that keep the rules
    from being used, nothing else is known.
    """

    rules: str
    against: str = ""
    mistakes: tuple[Mistake, ...] = ()
    comparison: Comparison | None = None
    results: tuple[PageResult, ...] = ()
    proposed: tuple[Proposed, ...] = ()
    findings: tuple[Finding, ...] = ()
    undecided: int = 0

    @property
    def is_stopped(self) -> bool:
        """Whether the rules cannot be used as they are."""
        return any(each.told.is_error for each in self.mistakes)

    @property
    def unheld(self) -> int:
        """How many expectations of pages do not hold."""
        return sum(each.unheld for each in self.results)

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to see to: no mistake, finding, broken page or missing case."""
        faults = any(each.faults for each in self.results)
        found = self.mistakes or self.findings or self.proposed or self.undecided
        return not (found or self.unheld or faults)


def touched(found: Comparison) -> tuple[str, ...]:
    """The ids of the norms that are new or are written otherwise, as they are now."""
    every = (*found.norms, *found.unchanged)
    return tuple(each.id for each in every if each.new is not None and each.own)


def proposed(book: Book, found: Comparison, results: Sequence[PageResult]) -> tuple[Proposed, ...]:
    """The cases that go with a change: what turns where no page notices, and what is new."""
    noticed = {one.expected.norm for each in results for one in each.broken}
    turned = [each.answer for each in found.sorted(Sort.CHANGED)
              if each.id not in noticed and isinstance(each.answer, Changed)]  # fmt: skip
    new = frozenset(each.id for each in found.sorted(Sort.ADDED))
    every = by_norm((*of_changes(turned), *_of_new(book, new, results)))
    return tuple(one for several in every.values() for one in several)


def _of_new(book: Book, new: Collection[str], results: Sequence[PageResult]) -> Iterator[Proposed]:
    if not new:
        return
    ours = [each for each in results if not each.page.rules]
    cases = [one.asked for each in ours for one in each.tried]
    covered = coverage(book.program, cases, frozenset(new))
    yield from of_wordings(book.program, covered)
    yield from of_gaps(book, gaps(book.program, covered))
