"""Ours against hand-written Python alone, turn by turn: needs nothing but the project and data.

`python bench/ours_alone.py [--source]` prints medians and ratios, or the emitted source.
"""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

import ours
from workload import hand
from workload.common import digest, load
from workload.contestant import Contestant

PORTFOLIO = 10_000
REPETITIONS = 15
CONTESTANTS = (
    *hand.CONTESTANTS,
    *ours.CONTESTANTS,
    Contestant("hjemmel (rader)", ours.decide_all),
)


def main() -> None:
    """Compare results, then measure."""
    if "--source" in sys.argv:
        print(ours.COMPILED.source)
        return
    services = load(PORTFOLIO)
    entries = [(each, each.encode(services)) for each in CONTESTANTS]
    digests = {digest(map(each.row, each.decide(cases))) for each, cases in entries}
    times: list[list[float]] = [[] for _ in entries]
    for _ in range(REPETITIONS):
        for taken, (each, cases) in zip(times, entries, strict=True):
            start = perf_counter()
            each.decide(cases)
            taken.append((perf_counter() - start) / PORTFOLIO * 1e6)
    print("resultater", *digests)
    for (each, _), taken in zip(entries, times, strict=True):
        ratio = median(one / base for one, base in zip(taken, times[0], strict=True))
        print(f"{each.name:<20}{median(taken):6.2f} µs{ratio:7.2f} × håndskrevet")


if __name__ == "__main__":
    main()
