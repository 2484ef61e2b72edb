"""The backends and the oracle on random pairs of rulebook and facts.

    python tests/agreement.py 20000 [--seed N]

They must give the same four truths and the same outcome for every norm of every pair, and the
pairs must contain enough of everything. Exit code 1 when either is not so.
"""

import argparse
import sys
import time
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

from random_programs.backends import Backend, present
from random_programs.comparison import Failure, Run, run, smallest
from random_programs.coverage import LEAST, Coverage
from random_programs.describe import told_pair


def main() -> int:
    """Run, tell, and say whether all is well."""
    asked = argparse.ArgumentParser(description="Prøver at alle motorene er enige.")
    asked.add_argument("par", type=int, nargs="?", default=20_000, help="antall par")
    asked.add_argument("--seed", type=int, default=1, help="frø for tilfeldige valg")
    options = asked.parse_args()
    backends = present()
    begun = time.perf_counter()
    result = run(options.seed, options.par, backends)
    seconds = time.perf_counter() - begun
    if result.failure is None:
        say(table(result.coverage))
    say(summary(result, backends, seconds))
    if result.failure is not None:
        say(told_failure(smallest(result.failure, backends)))
        return 1
    rare = result.coverage.too_rare()
    for each in rare:
        say(f"FEIL: for sjelden: {each}")
    return 1 if rare else 0


def table(coverage: Coverage) -> str:
    """How many percent of the pairs each thing occurs in."""
    return "\n".join(
        f"{share:6.1f} %  {each}{'' if share >= LEAST else '   FOR SJELDEN'}"
        for each, share in coverage.shares()
    )


def summary(result: Run, backends: Mapping[str, Backend], seconds: float) -> str:
    """One line about the run."""
    names = ", ".join(backends)
    verdict = "UENIGE" if result.failure else "alle enige"
    return (
        f"\n{result.coverage.total} par av {result.rulebooks} regelverk og tilfeldige "
        f"opplysninger, {names} og orakel: {verdict} ({seconds:.0f} s)"
    )


def told_failure(failure: Failure) -> str:
    """The failure with the pair that shows it."""
    facts = failure.pair.situation
    lines = [f"\nPar {failure.pair.number}, forkortet; dagen er {facts.day}:"]
    lines.append(told_pair(failure.pair.program, facts.view))
    lines += [str(each) for each in failure.found]
    return "\n".join(lines)


def say(text: str) -> None:
    """To whoever runs the command."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
