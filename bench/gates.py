"""What the speed must be, in one run: each gate with its limit; exit code 1 where one is missed.

Aims are told of beside them.

`python bench/gates.py --mot STI` holds it against another checkout too: that of a version from
before the rulebook was folded once into steps. Without it that gate is left out, and it is said.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import every_node
import run
import startup
from gate import Aim, Gate

OUTCOME_LIMIT = 1.5
REASON_LIMIT = 6.0
NODES_LIMIT = 5.0
STARTUP_AIMS = {startup.COLD: 4.0, startup.WARM: 2.0}
REASON_AIM = 3.0
TRACE = "zen-engine, graf med spor"
OURS = (run.OUTCOME, run.REASON)


def of_workload(entries: Sequence[run.Timed]) -> Iterator[Gate | Aim]:
    """The outcome against all the others, and the reason against a trace."""
    times = {each.contestant.name: each.decide for each in entries}
    baseline = entries[0].decide
    yield Gate("utfallet mot håndskrevet", times[run.OUTCOME] / baseline, OUTCOME_LIMIT)
    for name in [each for each in times if each not in OURS][1:]:
        yield Gate(f"utfallet mot {name}", times[run.OUTCOME] / times[name], 1.0)
    if TRACE in times:
        yield Gate(f"hele grunnen mot {TRACE}", times[run.REASON] / times[TRACE], REASON_LIMIT)
        yield Aim(f"hele grunnen mot {TRACE}", times[run.REASON] / times[TRACE], REASON_AIM)


def of_startup(compared: Sequence[startup.Process]) -> Iterator[Aim]:
    """The first verdict as a process; warm is with the rulebook kept compiled."""
    for process in compared:
        if process.name in STARTUP_AIMS:
            ratio = process.median / compared[0].median
            yield Aim(f"{process.name}, mot importene", ratio, STARTUP_AIMS[process.name])


def of_nodes(other: Path) -> Iterator[Gate]:
    """All norms of the rulebook, every node, against the other checkout."""
    ours, theirs = every_node.measured([every_node.ROOT, other.resolve()])
    print(f"hver node i regelverket: {ours:.0f} µs en sak, {theirs:.0f} i {other.name}")
    yield Gate(f"hver node i regelverket, raskere enn {other.name}", theirs / ours, NODES_LIMIT,
               at_least=True)  # fmt: skip


def main() -> int:
    """Measure all, then tell of the gates."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mot", type=Path)
    other = asked.parse_args().mot
    entries = run.measured()
    run.show(entries)
    compared = startup.measured()
    startup.show(compared)
    gates: list[Gate | Aim] = [*of_workload(entries), *of_startup(compared)]
    if other is None:
        print("IKKE MÅLT: hver node i regelverket; gi en eldre utgave med --mot")
    else:
        gates += of_nodes(other)
    print(*gates, sep="\n")
    equal = all(each.digest == run.EXPECTED for each in entries)
    return int(not equal or not all(each.is_met for each in gates if isinstance(each, Gate)))


if __name__ == "__main__":
    sys.exit(main())
