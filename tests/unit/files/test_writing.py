"""Whatever happens while a file is written, it is the old one or the new one."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel.files import writing
from hjemmel.files.refused import Refused
from hjemmel.files.writing import hindrance, write
from support.command_line import ENGINE

OLD, NEW = b"gammelt\n" * 3000, b"nytt innhold\n" * 5000
STEPS = ("open", "write", "fchmod", "fsync", "replace")
STEPPED = """
import os, sys
from pathlib import Path
from hjemmel.files.writing import write
step, number, place = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
whole = getattr(os, step)
def killed(*arguments, **rest):
    if step == "write":
        whole(arguments[0], arguments[1][:1000])
    if number == 1:
        whole(*arguments, **rest)
    os._exit(9)
setattr(os, step, killed)
write(b"nytt innhold\\n" * 5000, place)
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A file that has something to lose."""
    (tmp_path / "fil").write_bytes(OLD)
    return tmp_path / "fil"


def failing(step: str, error: OSError) -> Callable[..., object]:
    """A step that does half its work, and then cannot."""
    whole = getattr(os, step)

    def half(*arguments: object, **rest: object) -> object:
        if step == "write":
            whole(arguments[0], arguments[1][:1000])  # type: ignore[index]
        elif step not in {"replace", "open"}:
            whole(*arguments, **rest)
        raise error

    return half


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("error", [OSError(28, "full"), OSError(5, "broken"), PermissionError(1)])
def test_a_step_that_fails(
    place: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError
) -> None:
    """The old file is whole, nothing lies beside it, and what to do is told."""
    with monkeypatch.context() as patched:
        patched.setattr(os, step, failing(step, error))
        found = write(NEW, place)
    assert isinstance(found, Refused)
    assert found.reason
    assert found.help
    assert place.read_bytes() == OLD
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_killed_at_a_step(place: Path, step: str, after: bool) -> None:
    """The file is the old one or the new one, never a part of either."""
    done = subprocess.run(
        [sys.executable, "-c", STEPPED, step, str(int(after)), str(place)],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        check=False,
    )
    assert done.returncode == 9
    assert place.read_bytes() == (NEW if (step, after) == ("replace", True) else OLD)


def test_interrupted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left behind either."""

    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write(NEW, place)
    assert place.read_bytes() == OLD
    assert list(place.parent.iterdir()) == [place]


def test_a_file_that_grows_too_large(place: Path) -> None:
    """A limit on size stops it where the disk would."""
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); "
        "from pathlib import Path; from hjemmel.files.writing import write; import sys; "
        f"print(write(b'x' * 90000, Path({str(place)!r})).reason)"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited],
        env=os.environ | {"PYTHONPATH": str(ENGINE)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == ("filen blir for stor\n", "")
    assert place.read_bytes() == OLD
    assert list(place.parent.iterdir()) == [place]


def test_mode_and_owner_are_kept(place: Path) -> None:
    """A file that only its owner may read stays so; a new one follows the user's mask."""
    place.chmod(0o640)
    assert write(NEW, place) is None
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        assert write(NEW, place.with_name("ny")) is None
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.with_name("ny").stat().st_mode) == 0o640


@pytest.mark.parametrize("target", ["fil", "finnes ikke ennå"])
def test_a_link_stays_a_link(place: Path, target: str) -> None:
    """What it shows to is written, though it is not there yet."""
    folder = place.parent / "annen"
    folder.mkdir()
    link = folder / "lenke"
    link.symlink_to(Path("..") / target)
    assert write(NEW, link) is None
    assert link.is_symlink()
    assert (place.parent / target).read_bytes() == NEW
    assert list(folder.iterdir()) == [link]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """It has no content to keep, and stays a pipe."""
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    assert write(b"svar\n", pipe) is None
    assert reader.communicate()[0] == b"svar\n"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_output_stream_by_its_name(tmp_path: Path) -> None:
    """A file that the shell has opened is written to through the stream, and is not replaced."""
    script = (
        "import sys; from pathlib import Path; from hjemmel.files.writing import write; "
        "print('før', flush=True); write(b'svar\\n', Path('/dev/stdout')); print('etter')"
    )
    with (tmp_path / "ut").open("wb") as out:
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONPATH": str(ENGINE), "PYTHONUTF8": "1"},
            stdout=out,
            check=True,
        )
    assert (tmp_path / "ut").read_text("utf-8") == "før\nsvar\netter\n"


UNUSABLE = {
    "mappe": "dette er en mappe",
    "borte/fil": "mappen finnes ikke",
    "fil/under": "mappen finnes ikke",
    "x" * 300: "navnet er for langt",
    "rundt": "lenken viser til seg selv",
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_cannot_be_written_is_seen_beforehand(place: Path, name: str) -> None:
    """And the writing itself says the same."""
    folder = place.parent
    (folder / "mappe").mkdir()
    (folder / "rundt").symlink_to("rundt")
    for found in (hindrance(folder / name, ()), write(NEW, folder / name)):
        assert found is not None
        assert found.reason == UNUSABLE[name]
    assert sorted(each.name for each in folder.iterdir()) == ["fil", "mappe", "rundt"]


def test_what_may_not_be_written(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is locked stays locked, though its folder is not; and the other way round."""
    for locked in (place, place.parent):
        monkeypatch.setattr(os, "access", lambda path, _, locked=locked: Path(path) != locked)
        found = hindrance(place, ())
        assert found is not None
        assert found.reason == "du har ikke tilgang"
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert write(NEW, place) is not None
    assert place.read_bytes() == OLD


def test_an_input_is_no_output(place: Path) -> None:
    """However it is named: another spelling, a link, another name of the same file."""
    folder = place.parent
    (folder / "lenke").symlink_to(place)
    os.link(place, folder / "navn")
    for each in ("fil", "../" + folder.name + "/fil", "lenke", "navn"):
        found = hindrance(folder / each, (folder / "borte", place))
        assert found is not None
        assert "også en fil som leses" in found.reason
    assert hindrance(folder / "ny", (place,)) is None


def test_what_killed_runs_left_is_swept(place: Path) -> None:
    """Once it is old enough to belong to nobody."""
    left = place.with_name(".ntr-aaaaaaaaaaaa.tmp")
    other = place.with_name(".ntr-notater.txt")
    for each in (left, other):
        each.write_bytes(b"halv")
        os.utime(each, (0, 0))
    assert write(NEW, place) is None
    assert not left.exists()
    assert other.exists()
    assert writing._AN_HOUR == 3600
