"""Two versions of the project's rulebook against each other: what is proved, and at what cost.

`python bench/proof.py` prints CPU-seconds, the solver's own count of work, and what came of it:

- the rulebook against itself, and against itself written otherwise all the way down
- one change at a time, each with a case that shows it
- random pairs of a rulebook and facts, fixed in the solver and held against the oracle
- all that `ntr sammenlign` tells, with the services of the portfolio: one word, a presumption that
  is gone, and the whole rulebook written otherwise
- all that `ntr bevis` asks of the rulebook, and of one norm of it

`--alle-ledd` also asks the solver what the terms alone already say.
"""

import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from time import process_time
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "tests"))

from hjemmel.analysis.comparison.comparing import comparison
from hjemmel.analysis.comparison.comparison import Version
from hjemmel.analysis.differences.answers import Changed, Unchanged
from hjemmel.analysis.differences.comparing import differences
from hjemmel.analysis.proofs.finding import Finding
from hjemmel.analysis.proofs.looking import findings
from hjemmel.backends.symbolic import prover
from hjemmel.backends.symbolic.declarations import Sight
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.solving import Solver
from hjemmel.cli.compared import portfolio_of
from hjemmel.core.program import Program
from oracle import judge
from random_programs.comparison import expected_view, told_view
from random_programs.pairs import pairs
from support.edited_rules import edited, unchanged
from support.rewrites import CHANGES
from support.rewritten import rewritten
from support.seeded_faults import FAULTS
from support.symbolic_facts import Fixed

PAIRS = 200
PORTFOLIO = Path(__file__).resolve().parent.parent / "data" / "portefolje.jsonl"


class Counting(Solver):
    """A solver whose work is counted together with that of others."""

    work = 0

    def _spend(self, solver: object) -> None:
        before = self.spent
        super()._spend(solver)
        Counting.work += self.spent - before


def told(name: str, old: Program, new: Program) -> None:
    """One line: what came of it, how long it took, and how much the solver did."""
    Counting.work, begun = 0, process_time()
    with patch.object(prover, "Solver", Counting):
        answers = list(differences(old, new))
    seconds = process_time() - begun
    found = Counter(
        each.basis.value if isinstance(each, Unchanged) else "endret" for each in answers
    )
    cases = [each for each in answers if isinstance(each, Changed)]
    smallest = sum(each.is_smallest for each in cases)
    print(f"{name:<34}{seconds:>7.2f} s{Counting.work:>13,} arbeid  "
          f"{dict(found)}, {smallest} av {len(cases)} bevist minst")  # fmt: skip


def alone(name: str, of: Program, norms: Collection[str] | None) -> None:
    """One line: what is found in one version by itself, and how long it took."""
    begun = process_time()
    results = list(findings(of, norms))
    found = Counter(each.code for each in results if isinstance(each, Finding))
    left = len(results) - found.total()
    print(f"{name:<34}{process_time() - begun:>7.2f} s  {dict(found)}, {left} ikke avgjort")


def compared(name: str, old: Program, new: Program) -> None:
    """One line: a whole comparison with a portfolio, both versions and the services being read."""
    portfolio = portfolio_of([old, new], [PORTFOLIO], None)
    begun = process_time()
    found = comparison(Version("før", old), Version("nå", new), portfolio)
    seconds = process_time() - begun
    sorts = Counter(each.sort.value for each in (*found.norms, *found.unchanged))
    turned = len(found.services.turned) if found.services else 0
    print(f"{name:<34}{seconds:>7.2f} s  {dict(sorts)}, {turned} tjenester")


def agreement() -> None:
    """Seconds for each pair of a random rulebook and facts."""
    tables, begun, unlike = Tables(), process_time(), 0
    for pair in pairs(1, PAIRS):
        judged = judge(pair.program, expected_view(pair), told_view(pair)).judged
        fixed = Fixed.of(pair.program, pair.situation)
        unlike += fixed.disagreement(tables, judged) is not None
    each = (process_time() - begun) / PAIRS
    print(f"{PAIRS} tilfeldige par: {1000 * each:.0f} ms hver, {unlike} ulike")


def main() -> None:
    """Measure and print."""
    old = unchanged("rules")
    told("samme regelverk", old, old)
    told("hele regelverket skrevet om", old, rewritten(old))
    if "--alle-ledd" in sys.argv:
        with patch.object(prover, "sight", lambda *_: Sight.OTHERWISE):
            told("skrevet om, alt spurt løseren", old, rewritten(old))
    for name, (book, edits, _) in CHANGES.items():
        told(f"{name} ({book})", unchanged(book), edited(book, *edits))
    one_word = ("forskrift_kap4", "i nøyaktig to helseregioner", "i minst to helseregioner")
    compared("ett ord, med porteføljen", old, edited("rules", one_word))
    gone = next(each for each in FAULTS if each.name == "a lost assumption")
    lost = edited("rules", (gone.file, gone.old, gone.new))
    compared("en formodning borte", old, lost)
    compared("alt skrevet om, med porteføljen", old, rewritten(old))
    agreement()
    alone("bevis av hele regelverket", old, None)
    alone("bevis av én norm", old, ["4-2/to-helseregioner"])


if __name__ == "__main__":
    main()
