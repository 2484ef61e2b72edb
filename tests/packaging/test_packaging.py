"""However the project is started or installed, it is the same program."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("engine", "grammar", "rules", "data", "pyproject.toml", "cli.py", "README.md")
COMMANDS = (
    ("vurder", "{data}/portefolje.jsonl", "--per", "2024-06-01"),
    ("vurder", "{data}/eksempel-soknad.json", "--per", "2024-06-01", "--format", "json"),
    ("kontroller",),
    ("skjema", "--format", "csv"),
)
WITHOUT_US = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
Answers = list[tuple[int, str, str]]


def run(*command: str | Path, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a program with nothing of ours on the path but what is said."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=WITHOUT_US | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def built(*command: str | Path, cwd: Path) -> None:
    """Run a step that must succeed, without the network."""
    done = run(*command, cwd=cwd, PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is packed, so that building leaves nothing in the checkout."""
    to = tmp_path_factory.mktemp("source")
    leave = shutil.ignore_patterns("__pycache__")
    for part in filter(lambda part: (ROOT / part).exists(), PARTS):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, to / part, ignore=leave)
        else:
            shutil.copy(ROOT / part, to / part)
    return to


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has nothing of ours."""
    return tmp_path_factory.mktemp("away")


@pytest.fixture(scope="module")
def ask(away: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Answers]:
    """What a way of starting the program answers to every command, with a cache of its own."""

    def answers(*start: str | Path, **environment: str) -> Answers:
        settings = {"HJEMMEL_CACHE": str(tmp_path_factory.mktemp("cache"))} | environment
        found = []
        for command in COMMANDS:
            words = [word.format(data=ROOT / "data") for word in command]
            done = run(*start, *words, cwd=away, **settings)
            found.append((done.returncode, done.stdout, done.stderr))
        return found

    return answers


@pytest.fixture(scope="module")
def expected(ask: Callable[..., Answers]) -> Answers:
    """What the checkout answers."""
    found = ask(sys.executable, "-m", "hjemmel", PYTHONPATH=str(ROOT / "engine"))
    assert all(code in (0, 1) for code, _, _ in found), found
    assert [code for code, _, _ in found[2:]] == [0, 0]
    assert all(said for _, said, _ in found)
    return found


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sources."""
    to = tmp_path_factory.mktemp("wheel")
    built(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", to, cwd=source)
    (found,) = to.glob("*.whl")
    return found


def installed(wheel: Path, to: Path) -> dict[str, str]:
    """Install a wheel alone in a folder, and give what makes Python find it."""
    built(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", to, wheel,
          cwd=to.parent)  # fmt: skip
    return {"PYTHONPATH": str(to)}


def where(start: dict[str, str], away: Path) -> Path:
    """The folder that the package is imported from."""
    done = run(sys.executable, "-c", "import hjemmel; print(hjemmel.__file__)", cwd=away, **start)
    return Path(done.stdout.strip()).parent


# --- the ways --------------------------------------------------------------------------------


def test_the_file_at_the_top(ask: Callable[..., Answers], expected: Answers) -> None:
    """`python cli.py`, from wherever one stands, with nothing installed of ours."""
    assert ask(sys.executable, ROOT / "cli.py") == expected


def test_a_wheel(
    ask: Callable[..., Answers], expected: Answers, wheel: Path, away: Path, tmp_path: Path
) -> None:
    """With the rules, the grammar and the portfolio inside."""
    start = installed(wheel, tmp_path / "here")
    assert where(start, away).is_relative_to(tmp_path)
    assert ask(sys.executable, "-m", "hjemmel", **start) == expected
    script = tmp_path / "here" / "bin" / "ntr"
    if script.exists():
        assert ask(sys.executable, script, **start) == expected


@pytest.mark.grundig
def test_a_wheel_from_the_source_archive(
    ask: Callable[..., Answers], expected: Answers, source: Path, wheel: Path, tmp_path: Path
) -> None:
    """The archive holds all that is needed to build the same wheel."""
    built(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path,
          cwd=source)  # fmt: skip
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    built(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path,
          cwd=unpacked)  # fmt: skip
    (again,) = tmp_path.glob("*.whl")
    assert contents(again) == contents(wheel)
    start = installed(again, tmp_path / "here")
    assert ask(sys.executable, "-m", "hjemmel", **start) == expected


@pytest.mark.grundig
def test_an_editable_install(
    ask: Callable[..., Answers], expected: Answers, source: Path, away: Path, tmp_path: Path
) -> None:
    """A path to the sources, which are used as they stand."""
    to = tmp_path / "here"
    built(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
          "--target", to, "--editable", source, cwd=tmp_path)  # fmt: skip
    (pointer,) = to.glob("*.pth")
    start = {"PYTHONPATH": pointer.read_text("utf-8").strip()}
    assert where(start, away) == source / "engine" / "hjemmel"
    assert ask(sys.executable, "-m", "hjemmel", **start) == expected


PROGRAM = """\
import hjemmel

book = hjemmel.load("forskrift_kap4")
judgement = book.judge({"tjeneste": {"type": "annen tjeneste"}}, day="2024-06-01")
for verdict in judgement:
    print(verdict.norm, verdict.word, verdict.effect.value, *verdict.citations)
    lacks: list[str] = [each.holder for each in verdict.missing]
found: tuple[hjemmel.Diagnostic, ...] = hjemmel.check_texts({"egen": "regelverk egen"})
if any(each.is_error for each in found):
    raise SystemExit(found[0].range.in_utf16("regelverk egen").start_column)
"""
WRONG = PROGRAM.replace("each.holder for", "each.holders for")


def test_a_program_against_a_wheel(wheel: Path, away: Path, tmp_path: Path) -> None:
    """It runs, and strict type checking knows every name of it, and one that is not there."""
    start = installed(wheel, tmp_path / "here")
    for name, text, code in (("program.py", PROGRAM, 0), ("wrong.py", WRONG, 1)):
        (tmp_path / name).write_text(text, "utf-8")
        arguments = ["--strict", "--no-incremental", "--cache-dir", tmp_path / "types"]
        checked = run(sys.executable, "-m", "mypy", *arguments, tmp_path / name, cwd=away,
                      MYPYPATH="", **start)  # fmt: skip
        assert checked.returncode == code, checked.stdout + checked.stderr
        assert ("holders" in checked.stdout) == (code == 1)
    done = run(sys.executable, tmp_path / "program.py", cwd=away, **start)
    assert done.returncode == 0, done.stderr
    assert "4-2/to-helseregioner ikke aktuell" in done.stdout


def test_what_a_wheel_holds(wheel: Path) -> None:
    """Everything that is read as it runs, the Norwegian texts of click too, and no tests."""
    names = set(contents(wheel))
    for needed in (
        "hjemmel/_resources/grammar/ntr.lark",
        "hjemmel/_resources/rules/forskrift_kap4.ntr",
        "hjemmel/_resources/rules/kilder/setninger.tsv",
        "hjemmel/_resources/data/portefolje.jsonl",
        "hjemmel/cli/locale/nb/LC_MESSAGES/click.mo",
        "hjemmel/render/verdict.schema.json",
        "hjemmel/py.typed",
    ):
        assert needed in names
    stray = {name for name in names if "tests/" in name or "test_" in name or "__pycache__" in name}
    assert not stray


def contents(wheel: Path) -> dict[str, bytes]:
    """Every file of a wheel."""
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
