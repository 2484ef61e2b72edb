"""One run over the workload: every contestant in turn, again and again; medians, ratios first.

`python bench/run.py` also makes the data if it is not there, and first checks that every
contestant gives the same 260 000 results.
"""

import gc
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from statistics import median
from time import perf_counter

from attrs import define, field
from gate import number
from workload import hand
from workload.common import DATA, Service, digest, load
from workload.contestant import Contestant

PORTFOLIO = 10_000
MEASURED = 1_000  # services in each repetition, the same for all, and others the next time
REPETITIONS = 9
CHUNK = 1_000  # services at a time when results are compared, so that traces need not all fit
KEPT = 100  # results at a time while measuring: they are let go of, as when they are written
EXPECTED = "131627c809ec17f6"
OUTCOME, REASON = "hjemmel (utfall)", "hjemmel (hele grunnen)"
PEERS = ("peers.cel", "peers.zen", "peers.cedar")


@define
class Timed:
    """One contestant and its times, in microseconds a service."""

    contestant: Contestant
    digest: str = ""
    encoding: list[float] = field(factory=list)
    deciding: list[float] = field(factory=list)

    @property
    def encode(self) -> float:
        """Median time to encode one service."""
        return median(self.encoding)

    @property
    def decide(self) -> float:
        """Median time to decide one service."""
        return median(self.deciding)


def ours() -> tuple[Contestant, ...]:
    """Our engine: the outcome alone, and the whole reason."""
    module = import_module("ours")
    return (
        Contestant(OUTCOME, module.decide_all, row=module.results_of_outcomes),
        Contestant(REASON, module.explain_all, row=module.results_of),
    )


def peers(module: str) -> tuple[Contestant, ...]:
    """One peer, in the ways it is measured."""
    return import_module(module).CONTESTANTS


def contestants() -> Iterator[Contestant]:
    """The baseline, and those that can be imported; the others are named, and why."""
    yield from hand.CONTESTANTS
    for name, find in {"ours": ours, **{peer: partial(peers, peer) for peer in PEERS}}.items():
        try:
            yield from find()
        except ImportError as problem:
            print(f"MANGLER {name}: ikke målt, for {problem}")


def services() -> list[Service]:
    """The portfolio, made if it is not there."""
    if not (DATA / f"p{PORTFOLIO}.jsonl").exists():
        try:
            import_module("workload.gen").write(PORTFOLIO)
        except ImportError as problem:
            raise SystemExit(f"ingen data: {problem}; se bench/requirements.txt") from problem
    return load(PORTFOLIO)


def results(contestant: Contestant, rows: list[Service]) -> Iterator[Sequence[int]]:
    """The 26 results of each service."""
    for start in range(0, len(rows), CHUNK):
        cases = contestant.encode(rows[start : start + CHUNK])
        yield from map(contestant.row, contestant.decide(cases))


def measure(timed: Timed, rows: list[Service]) -> None:
    """Add one repetition; what exists beforehand is no work for the garbage collector."""
    per_service = 1e6 / len(rows)
    gc.collect()
    gc.freeze()
    start = perf_counter()
    groups = [rows[first : first + KEPT] for first in range(0, len(rows), KEPT)]
    cases = list(map(timed.contestant.encode, groups))
    encoded = perf_counter()
    gc.freeze()
    ready = perf_counter()
    for group in cases:
        timed.contestant.decide(group)
    done = perf_counter()
    gc.unfreeze()
    timed.encoding.append((encoded - start) * per_service)
    timed.deciding.append((done - ready) * per_service)


def line(timed: Timed, baseline: Timed) -> str:
    """One contestant: ratios, speed, and whether the results are equal."""
    ratio = timed.decide / baseline.decide
    encoded = (timed.decide + timed.encode) / (baseline.decide + baseline.encode)
    equal = "like" if timed.digest == EXPECTED else f"ULIKE ({timed.digest})"
    return (
        f"{timed.contestant.name:<28}{number(ratio, 2):>7} × håndskrevet"
        f"{number(1e6 / timed.decide, 0):>10} tjenester/s{number(timed.decide, 1):>8} µs"
        f"   med innkoding {number(encoded, 2):>6} × ({number(timed.encode, 1)} µs)"
        f"   resultater {equal}"
    )


def measured() -> list[Timed]:
    """All of them compared and measured, the baseline first."""
    rows = services()
    entries = [Timed(contestant) for contestant in contestants()]
    for entry in entries:
        entry.digest = digest(results(entry.contestant, rows))
    for turn in range(REPETITIONS):
        for entry in entries:
            measure(entry, rows[turn * MEASURED : (turn + 1) * MEASURED])
    return entries


def show(entries: Sequence[Timed]) -> None:
    """A line for each."""
    print(f"25 vilkår og konjunksjonen, {MEASURED} tjenester, median av {REPETITIONS} runder")
    for entry in entries:
        print(line(entry, entries[0]))


def main() -> int:
    """Compare, measure, print."""
    entries = measured()
    show(entries)
    return int(any(entry.digest != EXPECTED for entry in entries))


if __name__ == "__main__":
    sys.exit(main())
