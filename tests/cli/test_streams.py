"""An exit code means what it says, whatever the streams are and whenever one is interrupted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hjemmel.cli import vurder
from support.command_line import ENGINE, Ntr, Process

FULL = pytest.param(">/dev/full", 2, "det er ikke plass", id="full")
CLOSED = pytest.param(">&-", 2, "utgangen er lukket", id="closed")
COMMANDS = {
    "findings": "vurder sak.json",
    "nothing found": "vurder oppfylt.json --norm 4-2/to-helseregioner",
    "json": "vurder mange.jsonl --format json",
    "reason": "forklar sak.json --norm 4-2/to-helseregioner",
    "page": "forklar NTR204",
    "check": "kontroller",
    "template": "skjema",
    "account": "dekning",
    "help": "--hjelp",
    "help of one": "vurder --hjelp",
    "version": "--versjon",
}


def shell(command: str, **environment: str) -> "tuple[int, str, str]":
    """Run `ntr` as a shell does; the exit code is its own, whatever stands after it."""
    ours = command.replace("ntr", f"{sys.executable} -m hjemmel", 1)
    done = subprocess.run(
        ["bash", "-c", f"{ours}; exit ${{PIPESTATUS[0]}}"],
        env=os.environ | {"PYTHONPATH": str(ENGINE)} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(("stream", "code", "said"), [FULL, CLOSED])
def test_an_answer_that_cannot_be_written(command: str, stream: str, code: int, said: str) -> None:
    """It is told, and is neither a finding nor a fault in the program."""
    found = shell(f"ntr {command} {stream}")
    assert found[0] == code
    assert said in found[2]
    assert "svaret kunne ikke skrives ut" in found[2]
    assert "Feil i programmet" not in found[2]
    assert "Traceback" not in found[2]
    assert "Exception ignored" not in found[2]


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["--hjelp", "vurder sak.json", "vurder --hjelp"])
def test_a_reader_that_has_gone(command: str, unbuffered: str) -> None:
    """Nobody reads, so nothing is said; the code is not that of a finding."""
    script = f"ntr {command} 2>feil | sleep 0"
    for _ in range(3):
        code, _, _ = shell(script, PYTHONUNBUFFERED=unbuffered)
        assert code in ({141, 1} if command == "vurder sak.json" else {141, 0})
        assert Path("feil").read_text("utf-8") == ""


def test_a_pipe_that_nobody_reads(folder: Path) -> None:
    """From the beginning, so that the code is sure, for each way that text is written."""
    for arguments in (["--hjelp"], ["--versjon"], ["vurder", "sak.json"], ["forklar", "NTR204"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "hjemmel", *arguments],
            env=os.environ | {"PYTHONPATH": str(ENGINE)},
            cwd=folder,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-", "2> >(true)"])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("vurder sak.json", 1),
        ("vurder oppfylt.json --norm 4-2/to-helseregioner", 0),
        ("vurder borte.json", 2),
        ("vurder oppfylt.json borte.json", 2),
        ("kontroller feil.ntr", 1),
    ],
)
def test_messages_that_nobody_hears(stream: str, command: str, code: int) -> None:
    """The answer is the same, whole, and so is its code."""
    Path("feil.ntr").write_text("regelverk prøve\nkrav tull\n", "utf-8")
    found = shell(f"ntr {command} {stream}")
    assert found[:2] == (code, shell(f"ntr {command}")[1])


def test_a_file_as_output_needs_no_stream() -> None:
    """What is written elsewhere is not lost."""
    assert shell("ntr vurder sak.json --ut svar.txt >&-")[0] == 1
    assert "FRAVEKET" in Path("svar.txt").read_text("utf-8")
    assert shell("ntr vurder sak.json --ut svar.txt >&- 2>&-")[0] == 1


def test_interrupted_while_it_is_imported(folder: Path) -> None:
    """No trace of the program, and the code of what was told to stop."""
    (folder / "for").mkdir()
    (folder / "for" / "click.py").write_text("raise KeyboardInterrupt")
    paths = os.pathsep.join((str(folder / "for"), str(ENGINE)))
    assert shell("ntr vurder sak.json", PYTHONPATH=paths) == (130, "", "")


def test_interrupted_while_it_works(ntr: Ntr, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vurder, "judged", interrupted)
    done = ntr("vurder", "sak.json")
    assert (done.exit_code, done.stdout, done.stderr.strip()) == (130, "", "Avbrutt.")


def test_pages_and_help_survive_without_docstrings(process: Process) -> None:
    """Python may be told to leave them out; what people read does not change."""
    for arguments in (["forklar", "NTR204"], ["forklar", "NTR501"], ["vurder", "--hjelp"],
                      ["--hjelp"]):  # fmt: skip
        without = process(*arguments, PYTHONOPTIMIZE="2")
        assert (without.returncode, without.stderr) == (0, "")
        assert without.stdout == process(*arguments).stdout
        assert len(without.stdout) > 300
