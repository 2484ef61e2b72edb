"""What is no file is refused in a moment, and a file is found however its name is put together."""

import os
import unicodedata
from pathlib import Path

import pytest

from hjemmel.files import reading
from hjemmel.files.reading import Once, as_on_disk, read
from hjemmel.files.refused import Refused


def reason(found: bytes | Refused) -> str:
    """Why there was nothing to read."""
    assert isinstance(found, Refused)
    assert found.help
    return found.reason


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe that nobody writes to, a device without an end, a folder, nothing at all."""
    os.mkfifo(tmp_path / "rør")
    (tmp_path / "lenke").symlink_to("/dev/zero")
    assert reason(read(tmp_path / "rør", 10)) == "dette er ikke en vanlig fil"
    assert reason(read(tmp_path / "lenke", 10)) == "dette er ikke en vanlig fil"
    assert reason(read(tmp_path, 10)) == "dette er en mappe"
    assert reason(read(tmp_path / "borte", 10)) == "filen finnes ikke"
    assert reason(read(tmp_path / "a\0b", 10)) == "filen kan ikke åpnes"
    assert reason(read(tmp_path / ("x" * 300), 10)) == "navnet er for langt"


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the disk says so, or it only turns out so."""
    path = tmp_path / "fil"
    path.write_bytes(b"x" * 11)
    assert reason(read(path, 10)) == "filen er for stor"
    assert read(path, 11) == b"x" * 11
    monkeypatch.setattr(reading, "_unusual", lambda *_: None)  # as for a file that says it is empty
    assert reason(read(path, 10)) == "filen er for stor"


def test_a_file_that_has_become_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the opening: nobody is waited for."""
    os.mkfifo(tmp_path / "rør")
    (tmp_path / "fil").write_bytes(b"")
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _, *rest: opened(tmp_path / "rør", *rest))
    assert reason(read(tmp_path / "fil", 10)) == "dette er ikke en vanlig fil"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """Whoever asks later sees what the first saw, also that it was not there."""
    read_once = Once()
    path = tmp_path / "fil"
    assert isinstance(read_once(path), Refused)
    path.write_bytes(b"ny")
    assert isinstance(read_once(path), Refused)
    assert Once()(path) == b"ny"


@pytest.mark.parametrize(("disk", "asked"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_in_another_form(tmp_path: Path, disk: str, asked: str) -> None:
    """The letters are the same, in folders too; what is spelt right goes first."""

    def spelt(form: str) -> Path:
        name = unicodedata.normalize(form, "prøve på å")  # type: ignore[arg-type]
        return tmp_path / name / f"{name}.ntr"

    spelt(disk).parent.mkdir()
    spelt(disk).write_bytes(b"en")
    assert as_on_disk(spelt(asked)) == spelt(disk)
    assert read(spelt(asked), 10) == b"en"
    spelt(asked).parent.mkdir(exist_ok=True)
    spelt(asked).write_bytes(b"to")
    assert read(spelt(asked), 10) == b"to"
    assert as_on_disk(tmp_path / "finnes ikke å") == tmp_path / "finnes ikke å"
