"""How much memory and time many cases take, judged as a process and written as CSV and JSONL.

`python bench/stream.py` makes services from the real ones, with varied facts, and prints the peak
of memory and the services a CPU-second for each number of them. `--mot STI` runs another checkout
beside it, in turn. `--antall 1000 20000 100000` says how many; `--norm 4-2` asks for some norms
only, which is quicker.

Its gates: against the other checkout at least 3 times the services a CPU-second, and the peak at
the most services at most 1.2 times that at the fewest, and 250 MB. Exit code 1 where one is missed.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from attrs import frozen
from gate import Gate

ROOT = Path(__file__).resolve().parent.parent
DAY = "2024-06-01"
SEED = 20240601
FORMATS = ("csv", "jsonl")
ACCEPTED = (0, 1)
"""Exit codes of verdicts that were given."""
LEFT_OUT = 0.15
"""So large a share of the facts of a service are left out, each by chance."""


@frozen
class Used:
    """What a process used."""

    peak: int
    seconds: float


def services(count: int) -> Iterator[str]:
    """So many services as lines of JSON, no two the same."""
    portfolio = (ROOT / "data" / "portefolje.jsonl").read_text("utf-8")
    real = [json.loads(line) for line in portfolio.splitlines() if line.strip()]
    random = Random(SEED)
    for number in range(count):
        case = random.choice(real)
        facts = {
            name: varied(part, random) if isinstance(part, dict) else part
            for name, part in case.items()
        }
        named = facts | {"sak": f"T-{number}", "tittel": f"Tjeneste nr. {number}"}
        yield json.dumps(named, ensure_ascii=False) + "\n"


def varied(facts: dict[str, object], random: Random) -> dict[str, object]:
    """The facts of a part of a case, with some left out and truths turned."""
    return {
        name: not fact if isinstance(fact, bool) and random.random() < LEFT_OUT else fact
        for name, fact in facts.items()
        if random.random() >= LEFT_OUT
    }


def run(checkout: Path, arguments: Sequence[str], folder: Path) -> Used:
    """Judge them in a process of its own, whose peak is asked of the system when it has ended."""
    command = ["-c", "from hjemmel.cli import main; main(prog_name='ntr')", "vurder", *arguments]
    place = {"PYTHONPATH": str(checkout / "engine"), "HJEMMEL_CACHE": str(folder / checkout.name)}
    child = os.fork()
    if not child:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.execve(sys.executable, [sys.executable, *command], os.environ | place)  # noqa: S606
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in ACCEPTED:
        raise SystemExit(f"{checkout}: ntr vurder {' '.join(arguments)} gikk ikke")
    return Used(used.ru_maxrss * PAGE, used.ru_utime + used.ru_stime)


PAGE = 1 if sys.platform == "darwin" else 1024
"""What the system counts the peak in, in bytes."""


SPEED_LIMIT, PEAK_LIMIT, PEAK_MEGABYTES = 3.0, 1.2, 250.0


def gates(form: str, ours: Sequence[Used], theirs: Sequence[Used]) -> Iterator[Gate]:
    """Those of a format, from what each number of services used, the fewest first."""
    if theirs:
        speed = theirs[-1].seconds / ours[-1].seconds
        yield Gate(f"{form}: flere tjenester per CPU-sekund", speed, SPEED_LIMIT, at_least=True)
    if len(ours) > 1:
        yield Gate(f"{form}: høyeste minne ved flest mot færrest", ours[-1].peak / ours[0].peak,
                   PEAK_LIMIT)  # fmt: skip
    yield Gate(f"{form}: høyeste minne mot 250 MB", ours[-1].peak / 1e6 / PEAK_MEGABYTES, 1.0)


def main() -> int:
    """Run each number and format, in each checkout in turn, and print what they used."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--antall", type=int, nargs="+", default=[1_000, 20_000])
    asked.add_argument("--format", nargs="+", choices=FORMATS, default=FORMATS)
    asked.add_argument("--norm", action="append", default=[])
    asked.add_argument("--mot", type=Path)
    chosen = asked.parse_args()
    other = chosen.mot and chosen.mot.resolve()
    checkouts = [ROOT, *([other] if other else [])]
    found: dict[tuple[str, Path], list[Used]] = {}
    chosen_norms = [part for norm in chosen.norm for part in ("--norm", norm)]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm(checkouts, folder)
        for count in chosen.antall:
            cases = folder / "saker.jsonl"
            with cases.open("w", encoding="utf-8") as file:
                file.writelines(services(count))
            for form in chosen.format:
                to = ["--per", DAY, "--format", form, "--ut", str(folder / "svar"), *chosen_norms]
                for checkout in checkouts:
                    used = run(checkout, [str(cases), *to], folder)
                    found.setdefault((form, checkout), []).append(used)
                    show(checkout, count, form, used)
    told = [
        gate
        for form in chosen.format
        for gate in gates(form, *(found.get((form, each), []) for each in (ROOT, other)))
    ]
    print(*told, sep="\n")
    return int(not all(each.is_met for each in told))


def warm(checkouts: Sequence[Path], folder: Path) -> None:
    """Compile the rulebook first, so that no peak is that of the compiler."""
    case = folder / "en.jsonl"
    case.write_text(next(services(1)), "utf-8")
    for checkout in checkouts:
        run(checkout, [str(case), "--per", DAY], folder)


def show(checkout: Path, count: int, form: str, used: Used) -> None:
    """A line for each run."""
    where = "" if checkout == ROOT else f"  {checkout.name}"
    peak, speed = used.peak / 1_000_000, count / used.seconds
    print(f"{count:>8} {form:<6}{peak:>7.0f} MB{speed:>9.0f} tjenester/CPU-s{where}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
