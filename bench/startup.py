"""The first verdict as a whole process, against importing what the core is built on.

`python bench/startup.py` prints medians of interleaved runs. Cold: the cache folder is emptied
before every run. Warm: the compiled rulebook is there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from attrs import define, field

BENCH = Path(__file__).resolve().parent
ENGINE = BENCH.parent / "engine"  # needs no install
CASE = BENCH.parent / "data" / "eksempel-soknad.json"
# What the installed command `ntr` runs.
VERDICT = ("-c", "from hjemmel.cli import main; main(prog_name='ntr')", "vurder", str(CASE),
           "--format", "json", "--per", "2024-06-01")  # fmt: skip
CACHE_VARIABLE = "HJEMMEL_CACHE"  # what tells the command where its cache is
ACCEPTED = (0, 1)  # exit codes of a verdict that was given; a crash is 1 too, but prints none
IMPORTS = ("-c", "import lark, attrs, click")
BARE = ("-c", "pass")
REPETITIONS = 15
COLD, WARM = "første vurdering, kald", "første vurdering, varm"


@define
class Process:
    """One command line, and how long it took each time."""

    name: str
    arguments: Sequence[str]
    accepted: tuple[int, ...] = (0,)
    answers: bool = False
    cold: bool = False
    seconds: list[float] = field(factory=list)

    @property
    def median(self) -> float:
        """Median time of one run, in seconds."""
        return median(self.seconds)

    def run(self, cache: Path) -> None:
        """Run it once more."""
        if self.cold:
            shutil.rmtree(cache, ignore_errors=True)
            cache.mkdir()
        start = perf_counter()
        done = subprocess.run(  # noqa: S603 - our own command lines
            [sys.executable, *self.arguments],
            env=environment(cache),
            capture_output=True,
            check=False,
        )
        self.seconds.append(perf_counter() - start)
        if done.returncode not in self.accepted or bool(done.stdout) is not self.answers:
            raise SystemExit(f"{self.name}: {done.stderr.decode(errors='replace').strip()}")


def environment(cache: Path) -> dict[str, str]:
    """Where the caches are: Python's own is kept from run to run, as where it is installed."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        CACHE_VARIABLE: str(cache),
        "PYTHONPATH": str(ENGINE),
        "PYTHONPYCACHEPREFIX": str(cache.with_name("python")),
    }


def processes() -> list[Process]:
    """What is compared; the verdict last, and warm right after cold."""
    return [
        Process("import lark, attrs, click", IMPORTS),
        Process("python -c pass", BARE),
        Process(COLD, VERDICT, ACCEPTED, answers=True, cold=True),
        Process(WARM, VERDICT, ACCEPTED, answers=True),
    ]


def measured() -> list[Process]:
    """All of them run in turn, again and again; the imports first."""
    compared = processes()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(REPETITIONS):
            for process in compared:
                process.run(Path(folder) / "cache")
    return compared


def show(compared: Sequence[Process]) -> None:
    """Medians, ratios first."""
    baseline = compared[0].median
    for process in compared:
        ratio = f"{process.median / baseline:.2f}".replace(".", ",")
        print(f"{process.name:<28}{ratio:>6} × importene{process.median * 1000:>8.0f} ms")


def main() -> None:
    """Measure and print."""
    show(measured())


if __name__ == "__main__":
    main()
