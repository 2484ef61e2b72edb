"""The way to the first verdict: nothing is imported that it does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import ENGINE, Ntr

PROBE = """
import sys
from hjemmel.cli import main
try:
    main(prog_name="ntr")
finally:
    print(*sys.modules, file=sys.stderr)
"""


def imported(*arguments: str) -> set[str]:
    """The modules that a command of its own ends up with."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


def test_a_warm_verdict_needs_no_parser(ntr: Ntr) -> None:
    """Nor what writes other formats, reads other files or explains mistakes."""
    ntr("vurder", "sak.json")  # fills the cache
    modules = imported("vurder", "sak.json", "--format", "json")
    rooms = {name for name in modules if name.startswith("hjemmel.")}
    for absent in ("lark", "csv", "zipfile", "difflib", "textwrap", "ruamel", "xlsxwriter",
                   "python_calamine", "calendar"):  # fmt: skip
        assert absent not in modules
    for room in ("syntax", "check", "lowering", "analysis", "diagnostics", "pipeline"):
        assert not {name for name in rooms if name.startswith(f"hjemmel.{room}")}
    for absent in ("explain.render_html", "explain.portfolio", "explain.render_text",
                   "facts.csv_file", "facts.excel_file", "facts.yaml_file",
                   "backends.compiled"):  # fmt: skip
        assert f"hjemmel.{absent}" not in rooms


def test_help_needs_no_rulebook() -> None:
    """The list of commands is written without importing them."""
    modules = imported("--hjelp")
    assert not {name for name in modules if name.startswith(("hjemmel.core", "hjemmel.cli.vurder"))}
    assert "lark" not in modules


@pytest.mark.parametrize("form", ["tekst", "html", "jsonl"])
def test_no_format_needs_the_parser(folder: Path, ntr: Ntr, form: str) -> None:
    """Once the rulebook is kept."""
    ntr("vurder", "sak.json")
    assert "lark" not in imported("vurder", "mange.jsonl", "--format", form)
    assert folder.is_dir()
