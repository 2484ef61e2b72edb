"""Nothing that people have is lost by a command that writes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel import resources
from hjemmel.cli import output, vurder
from hjemmel.cli.answers import ANSWERS
from support.command_line import ENGINE, Ntr

OLD = "det som var her fra før\n"
PAGE = """\
# En sak\f

```sak
{"vurderingsdato": "2024-06-01", "tjeneste": {"type": "flerregional behandlingstjeneste",
  "godkjent": true, "opprettet": true, "deler_fagområdet_med_andre_helseforetak": true}}
```
```verdikt
4-2/enerett: uavklart (skjønn)
```
```tekst
gammelt
```
Slutt  \u2028
"""
KILLED = """
import os, sys
def killed(*_): os._exit(9)
os.fsync = killed
from hjemmel.cli import main
main(sys.argv[1:], prog_name="ntr")
"""
WRITES = {
    **{form: f"vurder mange.jsonl --format {form} --ut svar" for form in ANSWERS},
    "two days": "vurder sak.json --per 2021-01-01 --per 2024-01-01 --ut svar",
    "json-schema": "skjema --ut svar",
    "csv template": "skjema --format csv --ut svar",
    "xlsx template": "skjema --format xlsx --ut svar",
    "published": "skjema --verdikt --ut svar",
    "junit": "test side.md --junit svar",
    "oppdater": "test side.md --oppdater",
    "formater": "formater regel.ntr",
    "nye former": "formater --nye-former regel.ntr",
}


@pytest.fixture(autouse=True)
def files(folder: Path) -> Path:
    """What the commands write to, and a rule file in another layout."""
    (folder / "svar").write_text(OLD, "utf-8")
    (folder / "side.md").write_bytes(PAGE.encode())
    (folder / "regel.ntr").write_text("regelverk    prøve\nbygger  på ord_kap4\n", "utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """Every file, those beside included."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.parametrize("command", WRITES.values(), ids=WRITES)
def test_a_full_disk(ntr: Ntr, files: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Every file is as it was, and what happened is told."""
    ntr("vurder", "sak.json")  # fills the cache, which is written too
    before = content(files)

    def full(*_: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        done = ntr(*command.split())
    assert done.exit_code == 2
    assert "det er ikke plass" in done.stderr
    assert "= hjelp: " in done.stderr
    assert content(files) == before
    assert ntr(*command.split()).exit_code in (0, 1)
    assert content(files) != before


@pytest.mark.parametrize("command", ["vurder sak.json --ut svar", "formater regel.ntr",
                                     "test side.md --oppdater"])  # fmt: skip
def test_killed_while_it_writes(files: Path, command: str, tmp_path: Path) -> None:
    """The files that people know are as they were."""
    before = content(files)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *command.split()],
        env=os.environ | {"PYTHONPATH": str(ENGINE), "HJEMMEL_CACHE": str(tmp_path / "ny")},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 9
    assert {name: each for name, each in content(files).items() if name in before} == before


def test_a_reader_of_the_output_that_leaves(ntr: Ntr, files: Path) -> None:
    """A pipe by its name: what could not be written is told, whatever the answer was."""
    os.mkfifo(files / "rør")
    reader = subprocess.Popen(["head", "-c", "1", files / "rør"], stdout=subprocess.DEVNULL)
    done = ntr("vurder", "sak.json", "--format", "json", "--ut", "rør")
    reader.wait()
    assert done.exit_code in (1, 2)
    if done.exit_code == 2:
        assert "ingen leser det som skrives" in done.stderr


ALIASES: dict[str, Callable[[Path], object]] = {
    "itself": lambda _: None,
    "another spelling": lambda _: None,
    "a link": lambda path: (path.parent / "lenke").symlink_to(path),
    "another name": lambda path: os.link(path, path.parent / "lenke"),
}


@pytest.mark.parametrize("alias", ALIASES)
@pytest.mark.parametrize(
    ("command", "taken"),
    [
        ("vurder mange.jsonl sak.json --ut", "sak.json"),
        ("vurder sak.json --regelverk regel.ntr --ut", "regel.ntr"),
        ("vurder sak.json --regelverk regel.ntr --ut", "ord.ntr"),
        ("skjema --regelverk regel.ntr --ut", "regel.ntr"),
        ("test side.md --junit", "side.md"),
    ],
)
def test_an_input_is_never_an_output(
    ntr: Ntr, files: Path, monkeypatch: pytest.MonkeyPatch, alias: str, command: str, taken: str
) -> None:
    """However it is named; told before anything is computed."""
    (files / "ord.ntr").write_text("regelverk ord\n", "utf-8")
    ALIASES[alias](files / taken)
    name = {"itself": taken, "another spelling": f"../{files.name}/{taken}"}.get(alias, "lenke")
    before = content(files)
    monkeypatch.setattr(vurder, "program_on", None)
    done = ntr(*command.split(), name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"kan ikke skrive til {name}: det er også en fil som leses" in done.stderr
    assert content(files) == before


@pytest.mark.parametrize("to", ["borte/svar", "mappe", "svar/under"])
def test_what_cannot_be_written_is_told_first(
    ntr: Ntr, files: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    """Before the long work."""
    (files / "mappe").mkdir()
    monkeypatch.setattr(vurder, "program_on", None)
    done = ntr("vurder", "sak.json", "--ut", to)
    assert done.exit_code == 2
    assert f"kan ikke skrive til {to}: " in done.stderr


def test_a_shipped_rule_file_is_no_output(ntr: Ntr, files: Path) -> None:
    """It is used, though nobody named it."""
    rules = files / "kopi"
    shutil.copytree(resources.folder("rules"), rules)
    (files / "lenke").symlink_to(rules / "register.ntr")
    done = ntr("vurder", "sak.json", "--regelverk", "kopi", "--ut", "lenke")
    assert done.exit_code == 2
    assert "register.ntr" in done.stderr


def test_the_same_verdicts_are_the_same_workbook(ntr: Ntr, files: Path) -> None:
    """Nothing in it says when it was made."""
    found = []
    for name in ("en.xlsx", "to.xlsx"):
        ntr("vurder", "mange.jsonl", "--format", "xlsx", "--ut", name)
        found.append((files / name).read_bytes())
        subprocess.run(["sleep", "1.1"], check=True)
    assert found[0] == found[1]


# --- what is rewritten -----------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_only_the_text_of_a_page_is_written(
    ntr: Ntr, files: Path, mark: bytes, ending: bytes
) -> None:
    """The mark, the line ends, blanks at the end of a line and form feeds are as they were."""
    page = mark + PAGE.encode().replace(b"\n", ending).removesuffix(ending)
    (files / "side.md").write_bytes(page)
    assert ntr("test", "side.md", "--oppdater").exit_code == 0
    before, _, after = (files / "side.md").read_bytes().partition(b"```tekst" + ending)
    old_before, _, old_after = page.partition(b"```tekst" + ending)
    assert before == old_before
    text, closing, rest = after.partition(b"```")
    assert closing + rest == old_after.removeprefix(b"gammelt" + ending)
    assert text.count(b"\n") == text.count(ending) > 3
    assert ntr("test", "side.md").exit_code == 0


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_the_formatter_keeps_what_belongs_to_the_file(
    ntr: Ntr, files: Path, mark: bytes, ending: bytes
) -> None:
    """Its mark and its line ends; a file that has them is in the one layout all the same."""
    path = files / "regel.ntr"
    path.write_bytes(mark + path.read_bytes().replace(b"\n", ending))
    path.chmod(0o640)
    assert ntr("formater", "regel.ntr").exit_code == 0
    laid_out = "regelverk prøve\nbygger på ord_kap4\n".encode()
    assert path.read_bytes() == mark + laid_out.replace(b"\n", ending)
    assert path.stat().st_mode & 0o777 == 0o640
    assert ntr("formater", "--sjekk", "regel.ntr").exit_code == 0


@pytest.mark.parametrize(("command", "name"), [("formater", "regel.ntr"), ("test", "side.md")])
def test_what_is_saved_meanwhile_is_kept(
    ntr: Ntr, files: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    """Between the reading and the writing: the newer text is not written over."""
    read = output.read

    def saved(path: Path, most: int) -> object:
        path.write_text("nyere\n", "utf-8")
        return read(path, most)

    monkeypatch.setattr(output, "read", saved)
    done = ntr(command, name, *(["--oppdater"] if command == "test" else []))
    assert done.exit_code == 2
    assert "endret imens" in done.stderr
    assert (files / name).read_text("utf-8") == "nyere\n"


def test_a_folder_is_laid_out_file_by_file(ntr: Ntr, files: Path) -> None:
    """Those that are right already are not touched."""
    shutil.copytree(resources.folder("rules"), files / "regler")
    (files / "regel.ntr").rename(files / "regler" / "regel.ntr")
    done = ntr("formater", "regler")
    assert (done.exit_code, done.stdout) == (0, "regler/regel.ntr: endret\n")
