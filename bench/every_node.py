"""What every node of the project's rulebook comes to, case after case, in one checkout or two.

`python bench/every_node.py` prints microseconds a case, for the cases of the portfolio and all
norms. `--mot STI` runs another checkout beside it, in turn; one from before the rulebook was folded
once into steps walks the nodes of every case anew.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "data" / "portefolje.jsonl"
DAY = date(2024, 6, 1)
TURNS = 5
REPETITIONS = 5
ALONE = "--denne"


def measured(checkouts: list[Path]) -> list[float]:
    """Microseconds a case in each checkout: median over turns of each in a process of its own."""
    taken: list[list[float]] = [[] for _ in checkouts]
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(TURNS):
            for checkout, found in zip(checkouts, taken, strict=True):
                found.append(_in_process(checkout, Path(folder)))
    return [median(each) for each in taken]


def _in_process(checkout: Path, folder: Path) -> float:
    place = {"PYTHONPATH": str(checkout / "engine"), "HJEMMEL_CACHE": str(folder / checkout.name)}
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, __file__, ALONE],
        env=os.environ | place,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{checkout}: {done.stderr.strip()}")
    return float(done.stdout)


def alone() -> float:
    """Microseconds a case in the checkout that is on the path."""
    from hjemmel.cli.loading import load_program  # noqa: PLC0415 - which one, the path says
    from hjemmel.facts.reading import read_cases  # noqa: PLC0415

    program = load_program(())
    observe, evaluate = _ways(program)
    views = [observe(case) for case in read_cases(CASES, program.schema).cases]
    times = []
    for _ in range(REPETITIONS):
        start = perf_counter()
        for view in views:
            evaluate(view)
        times.append((perf_counter() - start) / len(views) * 1e6)
    return median(times)


def _ways(program: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """How a case is observed, and how all of its nodes are worked out."""
    try:
        from hjemmel.explain.judge import Judge  # noqa: PLC0415
    except ImportError:  # from before there were judges
        from hjemmel.backends.interpreter import evaluate  # noqa: PLC0415
        from hjemmel.core.observation import observe  # noqa: PLC0415

        return (
            lambda case: observe(case, program.schema, DAY).view,
            lambda view: evaluate(program, view),
        )
    judge = Judge.of(program)
    # The row of a case is filled in one go, once anything in it is asked for.
    first = program.norms[0].id
    return (
        lambda case: judge.situation(case, DAY).observation.view,
        lambda view: judge.staged.valuation(view).norms[first],
    )


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mot", type=Path)
    asked.add_argument(ALONE, action="store_true", dest="alone", help=argparse.SUPPRESS)
    chosen = asked.parse_args()
    if chosen.alone:
        print(alone())
        return
    checkouts = [ROOT, *([chosen.mot.resolve()] if chosen.mot else [])]
    found = measured(checkouts)
    for checkout, each in zip(checkouts, found, strict=True):
        ratio = f"{each / found[0]:.1f}".replace(".", ",")
        print(f"{each:>8.0f} µs en sak{ratio:>7} ×  {checkout.name}")


if __name__ == "__main__":
    main()
