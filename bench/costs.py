"""What a command costs, in a process of its own."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from attrs import define, field, frozen

ROOT = Path(__file__).resolve().parent.parent
EVERY = 0.1
"""Seconds between each look at the memory."""


@frozen
class Cost:
    """CPU-seconds of a process and those it began, seconds by the clock, and megabytes at most.

    The megabytes are those of all the processes together; what they share is counted once.
    """

    cpu: float
    clock: float
    memory: float


def cost(command: list[str], cores: set[int]) -> Cost:
    """What a command costs on some cores."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT / "engine"), str(ROOT / "bench")]),
        "POLARS_MAX_THREADS": str(len(cores)),
    }
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), monotonic()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT, start_new_session=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),  # noqa: PLW1509 - before the threads
    )  # fmt: skip
    watch = _Watch(process.pid)
    code = process.wait()
    clock, memory = monotonic() - begun, watch.end()
    if code not in (0, 1):  # 1: there were findings
        raise SystemExit(f"{command[:3]} gikk galt: {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, clock, memory)


@define(eq=False)
class _Watch:
    """Looks again and again at what the processes of a session hold."""

    session: int
    most: float = 0
    ended: Event = field(factory=Event)
    thread: Thread = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.thread = Thread(target=self._look, daemon=True)
        self.thread.start()

    def end(self) -> float:
        """The most that was seen."""
        self.ended.set()
        self.thread.join()
        return self.most

    def _look(self) -> None:
        while not self.ended.wait(EVERY):
            self.most = max(self.most, sum(map(_held, self._processes())) / 1024)

    def _processes(self) -> Iterator[Path]:
        for each in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if os.getsid(int(each.name)) == self.session:
                    yield each


def _held(process: Path) -> int:
    """Kilobytes, where what several share is divided among them."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
