"""The command as people run it: in this process, or as one of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hjemmel.archive import work
from hjemmel.cli import cases, main
from support.archives import plain_services
from support.command_line import CASE, ENGINE, MET, Ntr, Process, write
from support.tables import Row


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all tests share, so that the rulebook is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a case, a case that is met and a portfolio."""
    monkeypatch.setenv("HJEMMEL_CACHE", str(cache))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cases, "_today", [])
    met = CASE | {"sak": "M-1", "tjeneste": MET}
    write(tmp_path / "sak.json", CASE)
    write(tmp_path / "oppfylt.json", met)
    lines = [json.dumps(each, ensure_ascii=False) for each in (CASE, met)]
    (tmp_path / "mange.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


@pytest.fixture
def ntr() -> Ntr:
    """Run a command in this process."""

    def run(*arguments: str, **environment: str) -> Result:
        return CliRunner(env=environment).invoke(main, arguments, prog_name="ntr")

    return run


@pytest.fixture
def process() -> Process:
    """Run a command as a process, with its output as bytes read as UTF-8."""

    def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "hjemmel", *arguments],
            env=os.environ | {"PYTHONPATH": str(ENGINE)} | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    """Varied services, told plainly."""
    return plain_services()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process, as on a machine with no room for more."""
    monkeypatch.setattr(work, "processes", lambda: 1)
