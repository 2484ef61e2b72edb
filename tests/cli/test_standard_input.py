"""Cases that are piped to the command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hjemmel.cli import main
from support.command_line import CASE, ENGINE, Ntr

ONE = ("--norm", "4-2/to-helseregioner")
ROWS = (
    "sak;vurderingsdato;tjeneste.type;tjeneste.godkjent;tjeneste.steder.helseregion\n"
    'R-1;2024-05-01;flerregional behandlingstjeneste;ja;"Helse Vest; Helse Vest"\n'
)
YAML = "- sak: Y-1\n  vurderingsdato: 2024-05-01\n  tjeneste: {}\n"
LINES = [json.dumps(CASE | {"sak": f"S-{each}"}, ensure_ascii=False) for each in (1, 2)]


def piped(content: str | bytes, *arguments: str) -> Result:
    """Run a command with this piped to it."""
    return CliRunner().invoke(main, arguments, input=content, prog_name="ntr")


@pytest.mark.parametrize(
    ("form", "content", "names"),
    [
        ([], "\n".join(LINES), ["S-1", "S-2"]),
        (["--inn", "jsonl"], "\ufeff" + "\r\n".join(LINES), ["S-1", "S-2"]),
        (["--inn", "json"], json.dumps(CASE, indent=1), ["L-OUS-21"]),
        (["--inn", "csv"], ROWS, ["R-1"]),
        (["--inn", "yaml"], YAML, ["Y-1"]),
    ],
)
def test_each_format(form: list[str], content: str, names: list[str]) -> None:
    """Lines of JSON, where nothing else is said."""
    done = piped(content, "vurder", "-", *form, "--format", "jsonl", *ONE)
    assert [json.loads(each)["sak"] for each in done.stdout.splitlines()] == names
    assert done.exit_code in (0, 1)


def test_it_is_as_a_file(ntr: Ntr, folder: Path) -> None:
    """The same answers, messages and code; only the name is another."""
    bad = "\n".join([LINES[0], "{", '{"sak": "B", "tjenste": {}}', LINES[0]])
    (folder / "saker.jsonl").write_text(bad, "utf-8")
    named, came = ntr("vurder", "saker.jsonl", *ONE), piped(bad, "vurder", "-", *ONE)
    assert (came.exit_code, came.stdout) == (named.exit_code, named.stdout) == (2, named.stdout)
    assert came.stderr == named.stderr.replace("saker.jsonl", "standard inn")
    assert "feil[NTR502]: standard inn, linje 2" in came.stderr


def test_a_case_without_a_name_has_one() -> None:
    """As in a file, it is that of the place and its number."""
    nameless = json.dumps({key: each for key, each in CASE.items() if key != "sak"})
    done = piped(f"{nameless}\n", "vurder", "-", "--format", "jsonl", *ONE)
    assert json.loads(done.stdout)["sak"] == "inn-1"


def test_beside_files(ntr: Ntr) -> None:
    """In the order that they are named."""
    del ntr
    done = piped(LINES[0], "vurder", "oppfylt.json", "-", "--format", "jsonl", *ONE)
    assert [json.loads(each)["sak"] for each in done.stdout.splitlines()] == ["M-1", "S-1"]


def test_a_reason() -> None:
    """Also of what is piped."""
    done = piped(LINES[0], "forklar", "-", *ONE)
    assert "krav: fraveket" in done.stdout
    assert piped(ROWS, "forklar", "-", "--inn", "csv", *ONE).stdout.count("krav: fraveket") == 1


@pytest.mark.parametrize(
    ("arguments", "content", "said"),
    [
        (["-", "-"], "", "standard inn kan bare leses én gang"),
        (["sak.json", "--inn", "csv"], "", "--inn csv gjelder bare standard inn"),
        (["-"], "", "standard inn: filen er tom"),
        (["-"], "{    \x00}", "standard inn: linje 1 har et nulltegn"),
        (["-", "--inn", "csv"], "sak;tull\nA;1\n", "standard inn, linje 1"),
    ],
)
def test_what_cannot_be_read(arguments: list[str], content: str, said: str) -> None:
    """It is told by its name, and the code is that of wrong use."""
    done = piped(content, "vurder", *arguments, *ONE)
    assert done.exit_code == 2
    assert said in done.stderr


def test_each_line_is_answered_when_it_comes() -> None:
    """Whoever writes to it need not end first; a flaw costs what follows."""
    with subprocess.Popen(
        [sys.executable, "-m", "hjemmel", "vurder", "-", "--format", "jsonl", *ONE],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        for line in LINES:
            child.stdin.write(line.encode() + b"\n")
            child.stdin.flush()
            if line is LINES[1]:  # the first waits, to see whether it is the only one
                assert json.loads(child.stdout.readline())["sak"] == "S-1"
        child.stdin.write("blåbær\n".encode("latin-1"))
        child.stdin.close()
        assert json.loads(child.stdout.readline())["sak"] == "S-2"
        assert (
            "standard inn: filen er ikke lagret som UTF-8; linje 3" in child.stderr.read().decode()
        )
        assert child.wait() == 2


def test_a_file_that_is_piped_is_no_output(folder: Path) -> None:
    """What is read is never written to, by whatever name."""
    (folder / "saker.jsonl").write_text(LINES[0], "utf-8")
    command = f"{sys.executable} -m hjemmel vurder - --ut saker.jsonl < saker.jsonl"
    done = subprocess.run(
        ["bash", "-c", command], env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "det er også en fil som leses" in done.stderr
    assert (folder / "saker.jsonl").read_text("utf-8") == LINES[0]


def test_nothing_is_connected() -> None:
    """A closed stream is told of."""
    command = f"{sys.executable} -m hjemmel vurder - <&-"
    done = subprocess.run(
        ["bash", "-c", command], env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard inn: ingenting er koblet til" in done.stderr
