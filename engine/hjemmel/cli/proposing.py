"""`ntr test --foresla`: pages with cases that no page has, for a person to fill in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hjemmel.analysis.coverage import NormCoverage
from hjemmel.analysis.proposals import by_norm, of_gaps, of_mutants, of_wordings, titles
from hjemmel.cli.output import write_file
from hjemmel.cli.telling import tell
from hjemmel.core.program import Program
from hjemmel.expectations.unfilled import Proposed, file_name, proposed_page
from hjemmel.explain.judge import Judge

if TYPE_CHECKING:
    from hjemmel.cli.thorough import Gaps, Mutation


def propose(
    judge: Judge,
    covered: tuple[NormCoverage, ...],
    gaps: "Gaps | None",
    mutation: "Mutation | None",
    folder: Path,
) -> None:
    """Write a page for each norm that lacks cases."""
    write_proposals(judge.program, tuple(_proposed(judge, covered, gaps, mutation)), folder)


def write_proposals(program: Program, proposed: Sequence[Proposed], folder: Path) -> None:
    """A page for each norm; one that is there already is left alone, and that is told."""
    found = by_norm(proposed)
    called = titles(program, tuple(found))
    for norm, several in found.items():
        to = folder / file_name(norm)
        if to.exists():
            tell(f"merk: {to} finnes fra før, og er ikke skrevet; flytt den, og kjør på nytt")
            continue
        folder.mkdir(parents=True, exist_ok=True)
        write_file(proposed_page(norm, called[norm], several).encode(), to)
        tell(f"{to}: {len(several)} {'sak' if len(several) == 1 else 'saker'} å fylle ut")
    if not found:
        tell("ingen saker å foreslå")


def _proposed(
    judge: Judge,
    covered: tuple[NormCoverage, ...],
    gaps: "Gaps | None",
    mutation: "Mutation | None",
) -> Iterator[Proposed]:
    yield from of_wordings(judge.program, covered)
    if gaps is not None:
        yield from of_gaps(judge.book, gaps.found)
    if mutation is not None:
        yield from of_mutants(judge.program, mutation.found)
