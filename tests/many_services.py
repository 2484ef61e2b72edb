"""Columns or SQL against the evaluator on very many services, by the project's own rulebook.

    python tests/many_services.py 20000 [--seed N] [--sql]

Every norm must come out the same, and be decided at the same stage. Exit code 1 when one is not.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

from attrs import field, frozen

from hjemmel.backends.columns.evaluator import columns
from hjemmel.backends.sql.evaluator import sql
from hjemmel.backends.terms.standings import STANDINGS, Standing
from hjemmel.case.observation import View
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Program
from support.evaluation import evaluate
from support.golden_run import program_of
from support.real_cases import golden_observations
from support.varied_services import Services

DAYS = (date(2012, 6, 1), date(2021, 6, 1), date(2022, 1, 1), date(2024, 6, 1), date(2026, 10, 1))
BATCH = 4_000


@frozen
class Compared:
    """How many of each standing there were, and what differs: the norm, and what either says."""

    counted: Counter[Standing] = field(factory=Counter)
    differences: list[str] = field(factory=list)


def services(program: Program, count: int, seed: int) -> list[View]:
    """Varied from the cases of the golden pages."""
    real = [each.view for each in golden_observations()]
    return list(Services(program, real, DAYS, Random(seed)).views(count))


def compared(
    program: Program, views: Sequence[View], at_once: Callable[..., Any] = columns
) -> Compared:
    """All norms in all cases by both."""
    ready, found = at_once(program, [norm.id for norm in program.norms]), Compared()
    for start in range(0, len(views), BATCH):
        some = views[start : start + BATCH]
        standings = ready.standings(ready.batch(some))
        for at, view in enumerate(some):
            norms = evaluate(program, view).norms
            for number, norm in zip(standings[:, at], ready.norms, strict=True):
                expected = outcome(norms[norm])
                found.counted[expected] += 1
                if STANDINGS[number] != expected:
                    told = f"sak {start + at}, {norm}: {STANDINGS[number]}, ikke {expected}"
                    found.differences.append(told)
    return found


def lines(found: Compared) -> Iterator[str]:
    """How often each, and what differs."""
    total = sum(found.counted.values())
    for (result, stage), count in found.counted.most_common():
        yield f"{100 * count / total:6.1f} %  {result.value}, ved {stage.value}"
    yield from found.differences[:20]
    yield f"{total} verdikter, {len(found.differences)} ulike"


def main() -> int:
    """Compare and tell."""
    asked = argparse.ArgumentParser(description="Holder kolonnene, eller spørringen, mot motoren.")
    asked.add_argument("tjenester", type=int, nargs="?", default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--sql", action="store_true", help="spørringen, ikke kolonnene")
    options = asked.parse_args()
    program = program_of({})
    at_once = sql if options.sql else columns
    found = compared(program, services(program, options.tjenester, options.seed), at_once)
    sys.stdout.write("\n".join(lines(found)) + "\n")
    return 1 if found.differences else 0


if __name__ == "__main__":
    sys.exit(main())
