"""How large the report of a portfolio is, and how long it takes to put together and to open.

`python bench/report.py` judges some services made from the real ones (see `stream.py`), repeats
them under new names until there are as many as asked for, and prints the size of the page and the
CPU-seconds it took, and the same of the workbook. Then it opens the page in Chromium, and prints
how many seconds pass before it can be used; where there is no Chromium, it says so. `--antall 49
5000` says how many, and `--vurdert 200` how many of them are judged. `--ut` keeps the last page.

Its gates: a page of 49 services at most 1 MB, and of more at most 1 kB each, open in 2 seconds; a
workbook at most 15 MB. Exit code 1 where one is missed.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import monotonic, process_time

from attrs import evolve
from gate import Gate
from stream import DAY, ROOT, services

sys.path.insert(0, str(ROOT / "engine"))

from hjemmel.cli.cases import Intake, judged
from hjemmel.cli.loading import program_on
from hjemmel.cli.report import report
from hjemmel.cli.workbook_sheets import Sheets
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.facts.reading import place_of
from hjemmel.facts.source_file import unheeded
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.rulebooks.shelf import shelf

FEW, MOST_OF_FEW, MOST_OF_EACH = 49, 1_000_000, 1_000
MOST_OF_WORKBOOK, MOST_SECONDS, OPENINGS = 15_000_000, 2.0, 5
READY = "() => document.getElementById('antall').textContent"
"""What is true of a page when the rows can be sorted and searched in."""


def verdicts(program: Program, count: int) -> Iterator[CaseVerdicts]:
    """So many services with their verdicts."""
    judge = Judge.of(program)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "saker.jsonl"
        file.write_text("".join(services(count)), "utf-8")
        for each in Intake([place_of(file)], program, unheeded):
            found = judged(each, judge, date.fromisoformat(DAY)).verdicts
            yield CaseVerdicts(each.id, each.title, found)


def repeated(cases: Sequence[CaseVerdicts], count: int) -> Iterator[CaseVerdicts]:
    """So many, each by a name of its own."""
    for number, each in enumerate(islice(cycle(cases), count)):
        yield evolve(each, id=f"T-{number}", title=f"Tjeneste nr. {number}")


def workbook(program: Program, cases: Iterator[CaseVerdicts]) -> bytes:
    """The same as Excel."""
    sheets = Sheets(program, "", "")
    for each in cases:
        sheets.add(each, date.fromisoformat(DAY))
    return sheets.content()


def seconds_to_open(page: str) -> float | None:
    """The median of some openings, in a browser that is started already; nothing without one."""
    found = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not all have it
    except ImportError:
        found = None
    if found is None:
        return None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as library:
        file = Path(folder) / "rapport.html"
        file.write_text(page, "utf-8")
        browser = library.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        times = []
        for _ in range(OPENINGS):
            tab = browser.new_page()
            start = monotonic()
            tab.goto(file.as_uri())
            tab.wait_for_function(READY)
            times.append(monotonic() - start)
            tab.close()
        browser.close()
    return median(times)


def measured(program: Program, cases: Sequence[CaseVerdicts], count: int) -> tuple[str, list[Gate]]:
    """The page of so many, and its gates."""
    start = process_time()
    page = "".join(report(program, repeated(cases, count), ""))
    size, used = len(page.encode()), process_time() - start
    start = process_time()
    book = len(workbook(program, repeated(cases, count)))
    book_used = process_time() - start
    opened = seconds_to_open(page)
    told = "IKKE MÅLT" if opened is None else f"{opened:.2f} s"
    print(f"{count:>8} tjenester{size / 1e6:>8.2f} MB{used:>8.1f} s, åpnet {told:<10}"
          f"arbeidsbok{book / 1e6:>8.2f} MB{book_used:>8.1f} s", flush=True)  # fmt: skip
    limit = max(MOST_OF_FEW, MOST_OF_EACH * count)
    gates = [
        Gate(f"{count} tjenester: størrelse mot {limit / 1e6:.0f} MB", size / limit, 1),
        Gate(f"{count} tjenester: arbeidsbok mot 15 MB", book / MOST_OF_WORKBOOK, 1),
    ]
    if opened is not None:
        gates.append(Gate(f"{count} tjenester: åpnet mot 2 s", opened / MOST_SECONDS, 1))
    return page, gates


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
        page, more = measured(program, cases, count)
        gates += more
        if chosen.ut:
            chosen.ut.write_text(page, "utf-8")
    print(*gates, sep="\n")
    return int(not all(each.is_met for each in gates))


if __name__ == "__main__":
    sys.exit(main())
