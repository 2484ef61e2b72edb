"""Pipes, terminals, locales: Norwegian arrives whole, and only a terminal colours and wraps."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import ENGINE, Process

pty = pytest.importorskip("pty", reason="needs a terminal that the tests can hold")
ESCAPE = "\x1b["
LOCALES = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C.UTF-8"},
]


COMMAND = ("-m", "hjemmel")
AT_ONCE = (
    "-c",
    """from hjemmel.cli import progress
progress._FIRST = progress._NEXT = 0.0
from hjemmel.__main__ import run
run()""",
)
"""The command, telling how far it is without waiting to see whether that takes long."""


def on_terminal(
    *arguments: str, columns: int = 100, command: tuple[str, ...] = COMMAND, **environment: str
) -> str:
    """Run a command with a terminal of some width for its output, and give what came."""
    ours, theirs = pty.openpty()
    without = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    settings = {"PYTHONPATH": str(ENGINE), "COLUMNS": str(columns), "TERM": "xterm"}
    child = subprocess.Popen(
        [sys.executable, *command, *arguments],
        env=without | settings | environment,
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
    child.wait()
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def bare(text: str) -> str:
    """The text without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_letter_arrives_whatever_the_locale(process: Process, locale: dict[str, str]) -> None:
    """«§», «◀» and «Sør-Øst» in UTF-8, on stdout and stderr."""
    done = process("vurder", "sak.json", "borte_å.json", "--norm", "4-2/to-helseregioner", **locale)
    assert "ansvarlig regionalt helseforetak; forutsatt [1]; ulest [2] ◀ avgjørende" in done.stdout
    assert "filen finnes ikke" in done.stderr
    assert done.returncode == 2


def test_a_pipe_has_neither_colours_nor_broken_lines(process: Process) -> None:
    """However wide the terminal is that nobody looks at."""
    narrow = process("vurder", "sak.json", COLUMNS="40", FORCE_COLOR="1")
    assert ESCAPE not in narrow.stdout + narrow.stderr
    assert narrow.stdout == process("vurder", "sak.json", COLUMNS="200").stdout
    (line,) = [each for each in narrow.stdout.splitlines() if "FRAVEKET" in each]
    duty = "plikt: ansvarlig regionalt helseforetak"
    assert line.endswith(f"Sør-Øst; {duty}; forutsatt [2]; ulest [1] ◀ avgjørende")


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("name", ["sak.json", "mange.jsonl"])
def test_a_terminal_gets_lines_that_fit(columns: int, name: str) -> None:
    """With colours, and no word lost."""
    seen = on_terminal("vurder", name, columns=columns)
    assert ESCAPE in seen
    assert max(map(len, bare(seen).splitlines())) <= columns
    assert "helseregioner" in bare(seen)


@pytest.mark.parametrize("quiet", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colours(quiet: dict[str, str]) -> None:
    """Where the user or the terminal wants none; an empty NO_COLOR is no wish."""
    seen = on_terminal("vurder", "sak.json", **quiet)
    assert ESCAPE not in seen
    assert seen == bare(on_terminal("vurder", "sak.json", NO_COLOR=""))


def test_a_reader_that_goes_away_is_no_fault(folder: Path) -> None:
    """As `head` does: no message, and the exit code of a program that nobody reads."""
    command = f"{sys.executable} -m hjemmel vurder sak.json --format json"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {{ {command}; echo $? >kode; }} | head -c 1"],
        env=os.environ | {"PYTHONPATH": str(ENGINE), "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("{", "")
    assert (folder / "kode").read_text().strip() in {"1", "141"}


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    """Nobody reads from the beginning: nothing is said of it."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "hjemmel", "vurder", "sak.json", "--format", "json"],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        cwd=folder,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_long_work_tells_how_far_it_is_on_a_terminal_only(tmp_path: Path, process: Process) -> None:
    """And takes the line away when it is done."""
    rules, page = tmp_path / "r.ntr", tmp_path / "s.md"
    rules.write_text(
        "regelverk r\n\nopplysninger om ting, tingen, tingens\n"
        "  opplysning åpen er ja eller nei, oppgis av eieren\n\n§ 4-2 Prøve\n\n"
        "krav drift, etter forskrift § 4-2\n  oppfylt når tingen er åpen\n",
        "utf-8",
    )
    page.write_text(
        '```sak\n{"vurderingsdato": "2024-06-01", "ting": {"åpen": true}}\n```\n'
        "```verdikt\n4-2/drift: oppfylt\n```\n",
        "utf-8",
    )
    asked = ("test", str(page), "--regelverk", str(rules), "--grundig")
    told = on_terminal(*asked)
    assert "\rleter etter saker: 1 av " in told
    assert "\r\x1b[K" in told
    piped = process(*asked)
    assert "leter etter saker" not in piped.stdout + piped.stderr


@pytest.mark.parametrize("quiet", [{}, {"NO_COLOR": "1"}])
@pytest.mark.parametrize("columns", [24, 100])
def test_a_long_reading_tells_how_far_it_is(
    folder: Path, columns: int, quiet: dict[str, str]
) -> None:
    """In a line of its own that is gone before each message and at the end."""
    line = (folder / "sak.json").read_text("utf-8")
    cases = [line.replace('"L-OUS-21"', f'"S-{each}"') + "\n" for each in range(80)]
    (folder / "alle.jsonl").write_text("".join([*cases, "{\n"]), "utf-8")
    asked = ("vurder", "alle.jsonl", "--format", "csv", "--ut", "svar")
    seen = on_terminal(*asked, columns=columns, command=AT_ONCE, **quiet)
    assert " saker · " in seen
    assert " % lest" in seen
    assert ESCAPE not in seen
    shown: list[str] = []
    for each in seen.split("\n"):
        parts = each.split("\r")
        assert max(map(len, parts[:-1]), default=0) < columns
        shown.append(parts[-1])
    assert shown[0].startswith("feil[NTR502]: alle.jsonl, linje 81")
    assert shown[-2:] == ["1 satt til side, 80 saker lest", ""]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_answers_that_are_seen_to_come_need_no_progress(folder: Path, form: str) -> None:
    """They are not mixed with it; nor is anything told of it where a terminal cannot erase."""
    line = (folder / "sak.json").read_text("utf-8")
    cases = [line.replace('"L-OUS-21"', f'"S-{each}"') + "\n" for each in range(40)]
    (folder / "alle.jsonl").write_text("".join(cases), "utf-8")
    asked = ("vurder", "alle.jsonl", "--format", form, "--norm", "4-2/to-helseregioner")
    assert "\r" not in on_terminal(*asked, command=AT_ONCE)
    assert on_terminal(*asked, "--ut", "svar", command=AT_ONCE, TERM="dumb") == ""
