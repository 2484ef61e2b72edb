"""How large the report of a portfolio is, and how long it takes to put it together.

`python bench/report.py` judges some services made from the real ones (see `stream.py`), repeats
them under new names until there are as many as asked for, and prints the size of the page and the
CPU-seconds it took. `--antall 49 5000` says how many, and `--vurdert 200` how many of them are
judged. `--ut` keeps the last page, to be opened in a browser.

Its gates: 49 services at most 1 MB, and more at most 1 kB each. Exit code 1 where one is missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from attrs import evolve
from gate import Gate
from stream import DAY, ROOT, services

sys.path.insert(0, str(ROOT / "engine"))

from hjemmel.cli.cases import Intake, judged
from hjemmel.cli.inputs import places
from hjemmel.cli.loading import program_on
from hjemmel.cli.report import report
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.facts.source_file import unheeded
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.rulebooks.shelf import shelf

FEW, MOST_OF_FEW, MOST_OF_EACH = 49, 1_000_000, 1_000


def verdicts(program: Program, count: int) -> Iterator[CaseVerdicts]:
    """So many services with their verdicts."""
    judge = Judge.of(program)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "saker.jsonl"
        file.write_text("".join(services(count)), "utf-8")
        for each in Intake(places([file], None), program, unheeded):
            found = judged(each, judge, date.fromisoformat(DAY)).verdicts
            yield CaseVerdicts(each.id, each.title, found)


def repeated(cases: Sequence[CaseVerdicts], count: int) -> Iterator[CaseVerdicts]:
    """So many, each by a name of its own."""
    for number, each in enumerate(islice(cycle(cases), count)):
        yield evolve(each, id=f"T-{number}", title=f"Tjeneste nr. {number}")


def main() -> int:
    """Put each page together, and print how large it became."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--antall", type=int, nargs="+", default=[FEW, 5_000])
    asked.add_argument("--vurdert", type=int, default=200)
    asked.add_argument("--ut", type=Path)
    chosen = asked.parse_args()
    program = program_on(shelf(()))
    cases = list(verdicts(program, chosen.vurdert))
    gates = []
    for count in chosen.antall:
        start = process_time()
        page = "".join(report(program, repeated(cases, count), ""))
        size = len(page.encode())
        print(f"{count:>8} tjenester{size / 1e6:>8.2f} MB{process_time() - start:>8.1f} s")
        limit = max(MOST_OF_FEW, MOST_OF_EACH * count)
        what = f"{count} tjenester: størrelse mot {limit / 1e6:.0f} MB"
        gates.append(Gate(what, size / limit, 1))
        if chosen.ut:
            chosen.ut.write_text(page, "utf-8")
    print(*gates, sep="\n")
    return int(not all(each.is_met for each in gates))


if __name__ == "__main__":
    sys.exit(main())
