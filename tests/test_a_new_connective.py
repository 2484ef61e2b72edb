"""A connective that is added to the core cannot be forgotten anywhere: the types see to it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE = "hjemmel/core/operators.py"
MUST_KNOW = {
    "hjemmel/core/operators.py",
    "hjemmel/provenance/causes.py",
    "hjemmel/provenance/weights.py",
    "hjemmel/explain/clauses.py",
    "hjemmel/analysis/spoken.py",
    "hjemmel/analysis/mutation/operators.py",
    "hjemmel/analysis/contradictions/looking.py",
}
"""What decides in a case and in columns of cases, how it is told, read back, changed, and what it
contradicts."""


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """Copy the engine."""
    folder = tmp_path / "engine"
    shutil.copytree(ROOT / "engine", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def refused(engine: Path) -> set[str]:
    """The files that the type checker finds fault with."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"),
         "--cache-dir", str(engine / "cache"), "hjemmel"],
        cwd=engine,
        env=os.environ | {"MYPYPATH": str(engine)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert "Found" in done.stdout or "Success" in done.stdout, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if " error: " in line]
    return {line.split(":")[0] for line in lines}


def changed(engine: Path, *edits: tuple[str, str]) -> None:
    """Change the text of the table."""
    table = engine / TABLE
    text = table.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    table.write_text(text, "utf-8")


@pytest.mark.grundig
def test_it_is_refused_until_all_who_must_know_it_do(engine: Path) -> None:
    """First in the table; and once it is a connective there, wherever they are told apart."""
    changed(
        engine,
        ('    NOT = "det holder ikke"', '    NOT = "det holder ikke"\n    XOR = "ett av to"'),
    )
    assert TABLE in refused(engine)
    changed(
        engine,
        ("Sense.ALL, Sense.ANY, Sense.NOT,", "Sense.ALL, Sense.ANY, Sense.XOR, Sense.NOT,"),
        ("Sense.ALL | Sense.ANY | Sense.NOT |", "Sense.ALL | Sense.ANY | Sense.XOR | Sense.NOT |"),
    )
    assert refused(engine) == MUST_KNOW - {TABLE}
