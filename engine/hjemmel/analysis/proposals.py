"""Cases that are worth writing down: what no case shows, each with a case that would.

The outcome is left to a person: a case whose outcome is what the program says, tries nothing.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from hjemmel.analysis.boundaries.facts import as_json, written
from hjemmel.analysis.boundaries.search import View
from hjemmel.analysis.coverage import NormCoverage
from hjemmel.analysis.differences.answers import Changed
from hjemmel.analysis.mutation.fates import Alive, Fate
from hjemmel.analysis.mutation.mutant import NormMutant
from hjemmel.analysis.render_gaps import about
from hjemmel.analysis.uncovered import Gap, wording_case
from hjemmel.core.program import Program
from hjemmel.expectations.unfilled import Proposed
from hjemmel.provenance.book import Book
from hjemmel.words.periods import period


def of_gaps(book: Book, found: Iterable[Gap]) -> Iterator[Proposed]:
    """Of outcomes that no case gets, and conditions that none shows to decide."""
    for each in found:
        if each.witness is not None:
            shows = f"ikke vist av noen sak: {about(book, each)}"
            yield Proposed(each.norm.id, shows, _case(book.program, each.witness))


def of_wordings(program: Program, covered: Iterable[NormCoverage]) -> Iterator[Proposed]:
    """Of wordings that no case is judged by."""
    for each in covered:
        for wording in each.unseen_wordings:
            found = wording_case(program, each.norm, wording)
            if found is not None:
                shows = f"ingen sak er vurdert etter ordlyden {period(wording)}"
                yield Proposed(each.norm.id, shows, _case(program, found))


def of_mutants(program: Program, found: Iterable[Fate]) -> Iterator[Proposed]:
    """Of changes of the rules that no case notices."""
    for each in found:
        if isinstance(each, Alive) and each.witness is not None:
            mutant = each.mutant
            assert isinstance(mutant, NormMutant)  # only of those is a case looked for
            shows = f"ingen sak merker om reglene sier {mutant.told}"
            yield Proposed(mutant.norm.id, shows, _case(program, each.witness))


def of_changes(found: Iterable[Changed]) -> Iterator[Proposed]:
    """Of norms that come out otherwise in another version of the rules."""
    for each in found:
        before, after = each.before[0].value, each.after[0].value
        shows = f"den gamle utgaven av reglene sier «{before}» her, og den nye «{after}»"
        yield Proposed(each.norm, shows, each.case)


def by_norm(found: Iterable[Proposed]) -> dict[str, list[Proposed]]:
    """The proposals of each norm; a case that shows several things stands once, with all."""
    norms: dict[str, dict[str, Proposed]] = {}
    for each in found:
        cases = norms.setdefault(each.norm, {})
        before = cases.get(each.case)
        shows = each.shows if before is None else f"{before.shows}, og {each.shows}"
        cases[each.case] = Proposed(each.norm, shows, each.case)
    return {norm: list(cases.values()) for norm, cases in norms.items()}


def _case(program: Program, witness: View) -> str:
    """The case without a name: who writes it down gives it one."""
    raw: dict[str, Any] = json.loads(written(witness, program.schema), parse_float=Decimal)
    return as_json({key: value for key, value in raw.items() if key != "sak"})


def titles(program: Program, norms: Sequence[str]) -> dict[str, str]:
    """What each norm is called, with its id."""
    return {each: f"{program.by_id[each].title} ({each})" for each in norms}
