"""The cache of compiled rulebooks: quick when it is there, and never wrong or in the way."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from hjemmel import pipeline, resources
from hjemmel.cli import cache as kept
from hjemmel.cli import loading
from hjemmel.cli.loading import load_program
from hjemmel.core.program import Program
from hjemmel.rulebooks.shelf import shelf
from support.command_line import ENGINE, Ntr


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own."""
    monkeypatch.setenv("HJEMMEL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was compiled, each time it was."""
    seen: list[str] = []
    compiled = loading.compiled

    def counted(on):  # type: ignore[no-untyped-def]
        seen.append(", ".join(on.names))
        return compiled(on)

    monkeypatch.setattr(loading, "compiled", counted)
    return seen


def entry(place: Path) -> Path:
    """The one entry."""
    (found,) = place.iterdir()
    return found


def test_the_second_time_nothing_is_compiled(place: Path, compilations: list[str]) -> None:
    """And the program is the same, down to its outline."""
    first, second = load_program(()), load_program(())
    assert len(compilations) == 1
    assert second == first
    assert second.outline == first.outline
    assert entry(place).suffix == ".program"


DAMAGES = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-100]),
    "one byte changed": lambda path: path.write_bytes(path.read_bytes()[:-9] + b"~" * 9),
    "without a digest": lambda path: path.write_bytes(path.read_bytes().split(b"\n", 1)[1]),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "another format": lambda path: path.write_bytes(sealed(b'{"format": "annet"}')),
    "no program": lambda path: path.write_bytes(sealed(b"[1, 2, 3]")),
    "nested too deep": lambda path: path.write_bytes(sealed(b"[" * 100_000)),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


def sealed(payload: bytes) -> bytes:
    """An entry with a digest that fits."""
    return sha256(payload).hexdigest().encode() + b"\n" + payload


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_compiled_anew(
    place: Path, compilations: list[str], damage: str
) -> None:
    """Whatever has happened to it; and the next time it is whole again, where it can be."""
    whole = load_program(())
    DAMAGES[damage](entry(place))
    assert load_program(()) == whole
    assert load_program(()) == whole
    assert len(compilations) == (3 if damage == "a folder" else 2)


def test_a_tampered_rulebook_does_not_pass_for_the_real_one(place: Path, ntr: Ntr) -> None:
    """A changed word in the entry breaks its digest."""
    before = ntr("vurder", "sak.json", "--format", "json").stdout
    path = entry(place)
    content = path.read_bytes()
    assert b"to helseregioner" in content
    path.write_bytes(content.replace(b"to helseregioner", b"ti helseregioner"))
    assert ntr("vurder", "sak.json", "--format", "json").stdout == before


@pytest.mark.parametrize("what", ["version", "python", "rules", "engine"])
def test_another_version_or_a_changed_file_is_another_entry(
    place: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    """Nothing is read that other files, another engine or another Python made."""
    rules = tmp_path / "egen.ntr"
    rules.write_text("regelverk     prøve\nbygger på     ord_kap4\n", "utf-8")
    load_program((str(rules),))
    match what:
        case "version":
            monkeypatch.setattr(kept, "__version__", "9")
        case "python":
            monkeypatch.setattr(sys, "version", "9")
        case "rules":
            rules.write_text("regelverk     prøve to\nbygger på     ord_kap4\n", "utf-8")
        case _:
            monkeypatch.setattr(kept, "_engine_files", lambda: iter(["core/nodes.py 1 1\n"]))
    load_program((str(rules),))
    assert len(compilations) == 2
    assert len(list(place.iterdir())) == 2


def test_an_engine_file_that_is_edited_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its time and size: the version says too little while a checkout is worked on."""
    assert any(line.startswith("core/nodes.py ") for line in kept._engine_files())
    assert any(line.startswith("/pipeline.py ") for line in kept._engine_files())


def test_a_folder_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compilations: list[str]
) -> None:
    """A file stands where the folder should be: nothing is kept, nothing is said."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HJEMMEL_CACHE", str(tmp_path / "file" / "cache"))
    assert load_program(()) == load_program(())
    assert len(compilations) == 2


def test_a_home_that_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compilations: list[str]
) -> None:
    """As for a service account: the folder cannot be made, whoever asks."""

    def refused(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "read-only", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    monkeypatch.setenv("HJEMMEL_CACHE", str(tmp_path / "cache"))
    load_program(())
    load_program(())
    assert len(compilations) == 2


def test_a_disk_that_is_full_leaves_nothing_behind(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half an entry is no entry."""

    whole = os.write

    def full(file: int, content: bytes) -> int:
        whole(file, content[:4])
        raise OSError(28, "full")

    monkeypatch.setattr(os, "write", full)
    assert isinstance(load_program(()), Program)
    assert list(place.iterdir()) == []


def test_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch, compilations: list[str]) -> None:
    """Nowhere to keep anything."""

    def homeless(_: type[Path]) -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("HJEMMEL_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", classmethod(homeless))
    assert load_program(()) == load_program(())
    assert len(compilations) == 2


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """One's own first, then the desktop's custom."""
    monkeypatch.setenv("HJEMMEL_CACHE", "a")
    monkeypatch.setenv("XDG_CACHE_HOME", "b")
    assert kept.cache_folder() == Path("a")
    monkeypatch.delenv("HJEMMEL_CACHE")
    assert kept.cache_folder() == Path("b/hjemmel")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert kept.cache_folder() == Path.home() / ".cache" / "hjemmel"


def test_old_entries_are_dropped(place: Path) -> None:
    """Every change of a rulebook leaves one; the newest stay."""
    place.mkdir()
    for number in range(30):
        path = place / f"{number:02}.program"
        path.write_bytes(b"")
        os.utime(path, (number, number))
    load_program(())
    left = {path.name for path in place.iterdir()}
    assert len(left) == 20
    assert left >= {f"{number:02}.program" for number in range(11, 30)}


def test_many_at_once(folder: Path, place: Path) -> None:
    """Processes that start together with nothing kept all give the same, and leave one entry."""
    command = [sys.executable, "-m", "hjemmel", "vurder", "sak.json", "--format", "json"]
    environment = os.environ | {"PYTHONPATH": str(ENGINE)}
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, cwd=folder)
               for _ in range(4)]  # fmt: skip
    answers = {each.communicate()[0] for each in running}
    assert len(answers) == 1
    assert json.loads(answers.pop())["sak"] == "L-OUS-21"
    assert {each.returncode for each in running} == {1}
    assert entry(place).suffix == ".program"


def test_the_shelf_holds_each_rulebook_once() -> None:
    """However often it is asked for."""
    assert shelf(("erne", "erne")).names == ("erne",)


# --- the race --------------------------------------------------------------------------------

OLD = "regelverk prøve\nbygger på ord_kap4\n"
NEW = f"{OLD}bygger på register\n"
NORM = """
§ 4-2 Nasjonale tjenester

andre ledd
krav minst ett sted, etter forskrift § 4-2 andre ledd
  gjelder for   tjenesten
  oppfylt når   antall ulike helseforetak blant tjenestens steder er minst 1
"""


def saved_during(monkeypatch: pytest.MonkeyPatch, saving: Callable[[], object], when: str) -> None:
    """Let something be saved just before, or just after, the rules are compiled."""
    compile_rules = pipeline.compile_rules

    def slow(*arguments: Any) -> Any:
        if when == "before":
            saving()
        found = compile_rules(*arguments)
        if when == "after":
            saving()
        return found

    monkeypatch.setattr(pipeline, "compile_rules", slow)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_file_saved_while_it_is_compiled(
    place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, when: str
) -> None:
    """The old program is never kept for the new text, nor the new for the old."""
    rules = tmp_path / "egen.ntr"
    kept_as = {}
    for text in (OLD, NEW):
        rules.write_text(text, "utf-8")
        kept_as[text] = load_program(("egen.ntr",)).fingerprint
    shutil.rmtree(place)
    rules.write_text(OLD, "utf-8")
    with monkeypatch.context() as patched:
        saved_during(patched, lambda: rules.write_text(NEW, "utf-8"), when)
        assert load_program(("egen.ntr",)).fingerprint == kept_as[OLD]
    assert load_program(("egen.ntr",)).fingerprint == kept_as[NEW]
    rules.write_text(OLD, "utf-8")
    assert load_program(("egen.ntr",)).fingerprint == kept_as[OLD]


def test_an_account_saved_while_the_rules_are_compiled(
    place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It decides whether the citations hold, so it counts as the rules do."""
    rules = tmp_path / "rules"
    shutil.copytree(resources.folder("rules"), rules)
    sentences = rules / "kilder" / "setninger.tsv"
    whole = sentences.read_text("utf-8")
    with monkeypatch.context() as patched:
        saved_during(patched, lambda: sentences.write_text(whole[:2000], "utf-8"), "after")
        load_program(("rules/erne.ntr",))
    assert len(list(place.iterdir())) == 1
    with pytest.raises(SystemExit):  # citations without a sentence
        load_program(("rules/erne.ntr",))


def test_a_diagnostic_shows_the_line_that_was_checked(
    ntr: Ntr, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not the one that has come to stand there meanwhile."""
    rules = tmp_path / "egen.ntr"
    rules.write_text("regelverk prøve\nkrav tull\n", "utf-8")
    saved_during(monkeypatch, lambda: rules.write_text("regelverk prøve\nnoe annet\n"), "after")
    assert "│ krav tull" in ntr("kontroller", "egen.ntr").stderr


def test_an_entry_in_the_place_of_another_is_not_used(
    place: Path, compilations: list[str], tmp_path: Path
) -> None:
    """However whole it is: it says which texts it is of."""
    rules = tmp_path / "egen.ntr"
    rules.write_text(OLD, "utf-8")
    load_program(("egen.ntr",))
    first = entry(place)
    content = first.read_bytes()
    rules.write_text(NEW, "utf-8")
    new = load_program(("egen.ntr",))
    (second,) = set(place.iterdir()) - {first}
    second.write_bytes(content)
    assert load_program(("egen.ntr",)) == new
    assert len(compilations) == 3


def test_a_file_that_the_key_overlooks(
    place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Then the program is not kept: another text of that file would have the same key."""
    (tmp_path / "egen.ntr").write_text(OLD, "utf-8")
    monkeypatch.setattr(kept, "reached", lambda on: on.names)
    load_program(("egen.ntr",))
    assert not place.exists()


def test_what_nobody_sees_counts(place: Path, ntr: Ntr, tmp_path: Path) -> None:
    """A sign that is not in the text as it is read is an error all the same."""
    rules = tmp_path / "egen.ntr"
    rules.write_text(OLD, "utf-8")
    load_program(("egen.ntr",))
    assert entry(place)
    rules.write_text(OLD.replace("prøve", "pr\u200bøve"), "utf-8")
    assert ntr("vurder", "sak.json", "--regelverk", "egen.ntr").exit_code == 2


def test_another_folder_tells_of_other_places(
    place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Files are named as they are found from where one stands, and the program holds the names."""
    (tmp_path / "regler").mkdir()
    rules = tmp_path / "regler" / "egen.ntr"
    rules.write_text(f"{OLD}{NORM}", "utf-8")
    assert load_program((str(rules),)).norms[-1].span.file == "regler/egen.ntr"
    monkeypatch.chdir(tmp_path / "regler")
    assert load_program((str(rules),)).norms[-1].span.file == "egen.ntr"


def test_what_killed_runs_left_is_swept(place: Path) -> None:
    """But not what may belong to one that still runs."""
    place.mkdir()
    old, new = place / ".ntr-0123456789ab.tmp", place / ".ntr-ba9876543210.tmp"
    for each in (old, new):
        each.write_bytes(b"halv")
    os.utime(old, (0, 0))
    load_program(())
    assert not old.exists()
    assert new.exists()
