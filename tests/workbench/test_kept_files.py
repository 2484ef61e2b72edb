"""The rule files of a folder: what is written there, and what is not."""

from pathlib import Path

import pytest

from hjemmel.files.refused import Refused
from hjemmel.rulebooks.kept_files import KeptFiles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one rule file, beside another that is not ours."""
    made = tmp_path / "regler"
    made.mkdir()
    (made / "a.ntr").write_text("regelverk a\n", "utf-8")
    (tmp_path / "annet.ntr").write_text("regelverk annet\n", "utf-8")
    return made


def test_a_file_is_written_as_it_was_written_before(folder: Path) -> None:
    """With its mark and its line ends, and the text that it is given."""
    (folder / "a.ntr").write_bytes(b"\xef\xbb\xbfregelverk a\r\n")
    kept = KeptFiles.of(folder)
    assert kept.seen == {"a": "regelverk a\n"}
    assert kept.save("a", "regelverk a\n\n§ 1 En\n") is None
    assert (folder / "a.ntr").read_bytes() == "\ufeffregelverk a\r\n\r\n§ 1 En\r\n".encode()
    assert kept.save("ny", "regelverk ny\n") is None
    assert (folder / "ny.ntr").read_text("utf-8") == "regelverk ny\n"
    assert kept.save("ny", None) is None
    assert not (folder / "ny.ntr").exists()


@pytest.mark.parametrize(
    "name",
    ["../annet", "..", ".", "", ".skjult", "a/b", "a\\b", "/etc/x", "a\0b", "a\nb", "x" * 200],
)
def test_a_name_with_a_way_out_of_the_folder_is_refused(folder: Path, name: str) -> None:
    """Nothing is written by it."""
    before = sorted(folder.parent.rglob("*"))
    assert isinstance(KeptFiles.of(folder).save(name, "regelverk x\n"), Refused)
    assert sorted(folder.parent.rglob("*")) == before


def test_a_link_out_of_the_folder_is_neither_read_nor_written(folder: Path) -> None:
    """What it leads to is as it was."""
    outside = folder.parent / "annet.ntr"
    (folder / "lenke.ntr").symlink_to(outside)
    kept = KeptFiles.of(folder)
    assert set(kept.seen) == {"a"}
    refused = kept.save("lenke", "regelverk borte\n")
    assert isinstance(refused, Refused)
    assert "utenfor" in refused.reason
    assert outside.read_text("utf-8") == "regelverk annet\n"
    assert isinstance(kept.save("lenke", None), Refused)
    assert outside.exists()


def test_a_folder_that_is_reached_by_a_link_is_the_folder(folder: Path) -> None:
    """It is the file's own place that counts."""
    link = folder.parent / "snarvei"
    link.symlink_to(folder)
    assert KeptFiles.of(link).save("a", "regelverk a2\n") is None
    assert (folder / "a.ntr").read_text("utf-8") == "regelverk a2\n"


def test_what_somebody_has_changed_meanwhile_is_not_written_over(folder: Path) -> None:
    """Until it has been seen."""
    kept = KeptFiles.of(folder)
    (folder / "a.ntr").write_text("regelverk a av en annen\n", "utf-8")
    refused = kept.save("a", "regelverk a av meg\n")
    assert isinstance(refused, Refused)
    assert "endret på disken" in refused.reason
    assert kept.changes() == {"a": "regelverk a av en annen\n"}
    assert kept.save("a", "regelverk a av meg\n") is None
    assert kept.changes() == {}


def test_changes_on_disk_are_seen_once(folder: Path) -> None:
    """New files, gone files, and those written anew."""
    kept = KeptFiles.of(folder)
    (folder / "b.ntr").write_text("regelverk b\n", "utf-8")
    (folder / "a.ntr").unlink()
    assert kept.changes() == {"a": None, "b": "regelverk b\n"}
    assert kept.changes() == {}
