"""A run over very many services, killed again and again, and done with `--fortsett`.

    python tests/killed_midway.py 1000000 [--ganger N] [--seed N]

The run is killed with all its processes, as by `kill -9`, at random moments between its beginning
and its end. What `--fortsett` then makes of it must be what an undisturbed run gives: the same
files, the same rows, each once. Exit code 1 when it is not.
"""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import monotonic, sleep

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "engine"))  # needs no install

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from support.archives import plain_services
from support.tables import table

ENGINE = Path(__file__).resolve().parent.parent / "engine"
DAY, GROUP = "2026-10-01", 65_536
NOTHING_FOUND, FOUND = 0, 1


@frozen
class Trial:
    """When a run was killed, how many parts it had finished, and what is otherwise afterwards."""

    seconds: float
    parts: int
    unlike: tuple[str, ...]


def many(count: int, target: Path) -> Path:
    """A table of so many services, each with a name of its own."""
    some = pq.read_table(table(plain_services(), str(target.with_suffix(".noen.parquet"))))
    group = pa.concat_tables([some] * -(-min(count, GROUP) // len(some))).combine_chunks()
    at = some.schema.get_field_index("sak")
    with pq.ParquetWriter(target, some.schema) as out:
        for first in range(0, count, GROUP):
            part = group.slice(0, min(GROUP, count - first))
            names = pa.array([f"S-{number}" for number in range(first, first + len(part))])
            out.write_table(part.set_column(at, some.schema.field(at), names))
    return target


def command(source: Path, to: Path, *more: str) -> subprocess.Popen[bytes]:
    """The run, in processes of its own."""
    asked = [sys.executable, "-m", "hjemmel", "vurder", str(source), "--per", DAY,
             "--format", "parquet", "--ut", str(to), *more]  # fmt: skip
    environment = os.environ | {"PYTHONPATH": str(ENGINE)}
    return subprocess.Popen(
        asked, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


def done(running: subprocess.Popen[bytes]) -> None:
    """Wait for the run; what it says is said where it went wrong."""
    _, said = running.communicate()
    if running.returncode not in (NOTHING_FOUND, FOUND):
        raise SystemExit(said.decode())


def unlike(one: Path, other: Path) -> Iterator[str]:
    """What of two results is not the same."""
    names = [sorted(each.name for each in of.iterdir()) for of in (one, other)]
    if names[0] != names[1]:
        yield f"filene: {sorted(set(names[0]) ^ set(names[1]))}"
    for name in sorted(set(names[0]) & set(names[1])):
        if not _same(one / name, other / name):
            yield name


def _same(one: Path, other: Path) -> bool:
    if one.suffix == ".parquet":
        return bool(pq.read_table(one).equals(pq.read_table(other)))
    return one.read_bytes() == other.read_bytes()


def killed(source: Path, whole: Path, to: Path, seconds: float) -> Trial:
    """A run that is killed after so many seconds, and done afterwards."""
    rmtree(to, ignore_errors=True)
    running = command(source, to)
    sleep(seconds)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    parts = len(list(to.glob("del-*.parquet")))
    done(command(source, to, "--fortsett"))
    return Trial(seconds, parts, tuple(unlike(whole, to)))


def trials(count: int, times: int, seed: int) -> Iterator[Trial]:
    """So many runs over so many services."""
    choosing = Random(seed)
    with TemporaryDirectory() as folder:
        source = many(count, Path(folder, "tjenester.parquet"))
        whole, begun = Path(folder, "hel"), monotonic()
        done(command(source, whole))
        lasted = monotonic() - begun
        for _ in range(times):
            yield killed(source, whole, Path(folder, "ut"), choosing.uniform(0, lasted))


def main(asked: Sequence[str] | None = None) -> int:
    """Kill and tell."""
    parser = argparse.ArgumentParser(description="Dreper en kjøring, og gjør den ferdig.")
    parser.add_argument("tjenester", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--ganger", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(asked)
    wrong = 0
    for each in trials(options.tjenester, options.ganger, options.seed):
        wrong += bool(each.unlike)
        told = ", ".join(each.unlike) or "likt"
        print(f"drept etter {each.seconds:5.1f} s, {each.parts} deler ferdige: {told}", flush=True)
    print(f"{options.ganger} ganger, {wrong} ulike")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
