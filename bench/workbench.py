"""How large the workbench is, and how quick it is in a browser.

`python bench/workbench.py` opens `build/arbeidsbenk.html` (built by `make arbeidsbenk`) from disk
in Chromium with no network, three times, and prints what passes before the rules can be edited and
before the verdicts are there. Then one word is changed some times, and it prints what passes from
the last key until the mistakes are shown and until all is judged. `--side` is another file.

Its gates: a file of at most 20 MB, verdicts at most 6 seconds after it is opened, mistakes at most
200 ms and verdicts at most 1 second after typing has stopped. Exit code 1 where one is missed.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from attrs import frozen
from gate import Gate

ROOT = Path(__file__).resolve().parents[1]
MOST_BYTES, MOST_UNTIL_VERDICTS = 20_000_000, 6.0
MOST_UNTIL_MISTAKES, MOST_UNTIL_JUDGED = 0.2, 1.0
OPENINGS, EDITS, PATIENCE = 3, 8, 120_000
WORD = "tjenesten har steder i nøyaktig to helseregioner"
NUMBERS = ("tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
READY = "() => document.documentElement.dataset.ready === 'ja'"
AT_REST = "() => !document.getElementById('app').classList.contains('working')"
MARKED = "name => performance.getEntriesByName(name).at(-1).startTime / 1000"
MEASURED = "name => performance.getEntriesByName(name).at(-1).duration / 1000"


@frozen
class Times:
    """Seconds, the median of several."""

    editable: float
    verdicts: float
    mistakes: float
    judged: float


def measured(file: Path) -> Times | None:
    """What passes in a browser; None where there is none."""
    found = shutil.which("chromium")
    if found is None:
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not all have it

    with sync_playwright() as library:
        browser = library.chromium.launch(executable_path=found, args=list(OPTIONS))
        openings = [_opened(browser, file) for _ in range(OPENINGS)]
        edits = _edited(browser, file)
        browser.close()
    return Times(*map(median, zip(*openings, strict=True)), *map(median, zip(*edits, strict=True)))


def _page(browser: Any, file: Path) -> Any:
    page = browser.new_context(offline=True).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(file.as_uri())
    page.wait_for_function(READY)
    return page


def _opened(browser: Any, file: Path) -> tuple[float, float]:
    page = _page(browser, file)
    times = tuple(page.evaluate(MARKED, name) for name in ("editable", "verdicts"))
    page.context.close()
    return times


def _edited(browser: Any, file: Path) -> Sequence[tuple[float, float]]:
    """One number of a norm that every service raises, written over and over."""
    page = _page(browser, file)
    keys, found = page.keyboard, []
    page.locator(".cm-content").focus()
    keys.press("Control+f")
    keys.type(WORD)
    keys.press("Enter")
    keys.press("Escape")
    keys.press("ArrowRight")
    keys.press("Control+ArrowLeft")
    keys.press("ArrowLeft")
    for number in NUMBERS[:EDITS]:
        keys.press("Control+Shift+ArrowLeft")
        keys.insert_text(number)
        page.wait_for_timeout(300)
        page.wait_for_function(AT_REST)
        found.append(tuple(page.evaluate(MEASURED, name) for name in ("diagnosed", "judged")))
    page.context.close()
    return found


def main() -> int:
    """Measure, and tell of the gates."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--side", type=Path, default=ROOT / "build" / "arbeidsbenk.html")
    file = asked.parse_args().side.resolve()
    if not file.exists():
        print(f"{file.name} er ikke bygd: kjør «make arbeidsbenk»")
        return 0
    size = file.stat().st_size
    print(f"{size / 1e6:.1f} MB")
    gates = [Gate("størrelse mot 20 MB", size / MOST_BYTES, 1)]
    times = measured(file)
    if times is None:
        print("tidene er IKKE MÅLT: Chromium finnes ikke")
    else:
        print(f"kan rettes i etter {times.editable:.2f} s, verdikter etter {times.verdicts:.2f} s")
        print(f"fra siste tast: feil {times.mistakes:.2f} s, verdikter {times.judged:.2f} s")
        gates += [
            Gate("verdikter mot 6 s", times.verdicts / MOST_UNTIL_VERDICTS, 1),
            Gate("feil etter siste tast mot 0,2 s", times.mistakes / MOST_UNTIL_MISTAKES, 1),
            Gate("verdikter etter siste tast mot 1 s", times.judged / MOST_UNTIL_JUDGED, 1),
        ]
    print(*gates, sep="\n")
    return int(not all(each.is_met for each in gates))


if __name__ == "__main__":
    sys.exit(main())
