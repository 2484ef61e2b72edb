"""A PostgreSQL server of its own, in a folder that is gone afterwards."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

USER = "postgres"
"""Who runs it where the tests are run as root; the server itself will not be."""
PROGRAMS = ("/usr/lib/postgresql", "/usr/local/pgsql")


@contextmanager
def server() -> Iterator[str]:
    """The way to connect to a server that is started here, and stopped again."""
    folder = Path(mkdtemp(prefix="pg"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    data = folder / "data"
    try:
        _do("initdb", "--pgdata", data, "--username", USER, "--auth", "trust", "--no-sync",
            "--encoding", "UTF8", "--locale", "C")  # fmt: skip
        settings = f"-c listen_addresses='' -k {folder} -c fsync=off -c jit=off"
        _do("pg_ctl", "--pgdata", data, "--wait", "--log", folder / "log", "-o", settings, "start")
        try:
            yield f"host={folder} user={USER} dbname=postgres"
        finally:
            _do("pg_ctl", "--pgdata", data, "--wait", "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _do(name: str, *arguments: object) -> None:
    user = USER if os.geteuid() == 0 else None
    command = [_program(name), *map(str, arguments)]
    subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)


def _program(name: str) -> str:
    """Where it is; without it there is nothing to try against, and the tests fail."""
    for folder in PROGRAMS:
        for found in sorted(Path(folder).glob(f"**/bin/{name}"), reverse=True):
            return str(found)
    found = shutil.which(name)
    assert found, f"{name} finnes ikke: installer PostgreSQL"
    return found
