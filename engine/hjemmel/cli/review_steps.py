"""What a change of the rules is gone through for, step by step."""

from collections.abc import Collection, Sequence
from pathlib import Path

from hjemmel.analysis.differences.means import has_prover
from hjemmel.analysis.page_results import PageResult
from hjemmel.analysis.proofs.finding import Finding
from hjemmel.analysis.proofs.looking import findings
from hjemmel.analysis.review.review import Mistake, mistakes_of
from hjemmel.cli import pages
from hjemmel.cli.reviews import reviews_of
from hjemmel.cli.versions import Given
from hjemmel.explain.judge import Judge
from hjemmel.rulebooks.compiling import compiled, in_files
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import SHIPPED, Shelf


def mistakes(on: Shelf) -> tuple[Mistake, ...]:
    """The diagnostics of the rules, each with its line."""
    files = Files(on)
    found = in_files(compiled(on).diagnostics, files)
    about = frozenset(each.span.file for each in found)
    lines = {source.name: source.raw_lines for source in files.read_as(about)}
    return mistakes_of(found, lines)


def tried(
    of: Given, given: Sequence[Path], norms: Collection[str]
) -> tuple[Judge, tuple[PageResult, ...]]:
    """The pages that say something of the norms, tried; all that are given."""
    rulebook = pages.Rulebook(of.on)
    files = pages.found(tuple(given)) if given else _pages_of(of)
    about = [each for each in files if given or any(norm in each.text for norm in norms)]
    return rulebook.judge, tuple(pages.judged(each, rulebook) for each in about)


def _pages_of(of: Given) -> tuple[pages.PageFile, ...]:
    """The pages beside the rules; of rules that are shipped, those of the checkout."""
    folders = dict.fromkeys(of.on.files[each].parent for each in of.on.names)
    beside = pages.under(tuple(folders))
    if beside or not set(of.on.names) <= set(SHIPPED):
        return beside
    return pages.of_the_checkout()


def findings_in(of: Given, norms: Collection[str]) -> tuple[tuple[Finding, ...], int]:
    """What the norms say without meaning it, and nobody has read; and how much is undecided.

    Without a solver nothing is looked for: that takes minutes, and is what `ntr bevis` is for.
    """
    if not norms or not has_prover():
        return (), 0
    read = reviews_of(of.on).marks
    results = list(findings(pages.Rulebook(of.on).program, norms))
    found = [each for each in results if isinstance(each, Finding)]
    new = tuple(each for each in found if each.mark not in read)
    return new, len(results) - len(found)
