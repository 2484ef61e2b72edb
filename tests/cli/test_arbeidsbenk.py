"""`ntr arbeidsbenk`: what the bench begins with, and the one file."""

import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from hjemmel import resources
from hjemmel.cli.bench_given import on_bench
from support.command_line import Ntr
from support.engine_texts import PARKING

PAGE = (
    '<!doctype html><title>x</title>\n<script type="application/json" id="part-given">{}</script>'
    '\n<script type="application/json" id="part-analysis">null</script>\n<script>1</script>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Rules and cases of one's own."""
    made = tmp_path / "regler"
    made.mkdir()
    (made / "parkering.ntr").write_text(PARKING, "utf-8")
    (made / "portefolje.jsonl").write_text('{"sak": "</script>", "plass": {}}\n', "utf-8")
    return made


def part(page: str, name: str) -> Any:
    """What stands in a part of a page."""
    found = re.search(rf'id="part-{name}">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_one_file_has_the_rules_and_the_cases(ntr: Ntr, folder: Path, tmp_path: Path) -> None:
    """Compiled, so that nothing is parsed when it is opened; and no case can end its element."""
    page, to = tmp_path / "bygget.html", tmp_path / "min.html"
    page.write_text(PAGE, "utf-8")
    found = ntr(
        "arbeidsbenk", *map(str, (folder, "--til", to, "--side", page, "--per", "2024-03-01"))
    )
    assert found.exit_code == 0, found.output
    given = part(to.read_text("utf-8"), "given")
    assert given["texts"] == {"parkering": PARKING}
    assert (given["day"], given["fixed"]) == ("2024-03-01", [])
    assert b"</script>" in b64decode(given["portfolio"]["base64"])
    assert given["program"]
    assert part(to.read_text("utf-8"), "analysis")["ok"]
    assert to.read_text("utf-8").count("</script>") == PAGE.count("</script>")


def test_a_page_that_is_not_built_is_told_of(
    ntr: Ntr, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that makes it."""
    monkeypatch.setattr(resources, "one_file", lambda: None)
    monkeypatch.setattr(resources, "built", lambda _: None)
    for more in (["--til", tmp_path / "min.html"], []):
        found = ntr("arbeidsbenk", *map(str, (folder, *more)))
        assert found.exit_code == 2
        assert "make arbeidsbenk" in found.output
    other = tmp_path / "annet.html"
    other.write_text("<p>", "utf-8")
    asked = (folder, "--til", tmp_path / "min.html", "--side", other)
    found = ntr("arbeidsbenk", *map(str, asked))
    assert "ikke siden til arbeidsbenken" in found.output
    assert not (tmp_path / "min.html").exists()


def test_a_rule_file_is_not_written_over(ntr: Ntr, folder: Path, tmp_path: Path) -> None:
    """The one file is another than those that are read."""
    page = tmp_path / "bygget.html"
    page.write_text(PAGE, "utf-8")
    asked = (folder, "--til", folder / "parkering.ntr", "--side", page)
    found = ntr("arbeidsbenk", *map(str, asked))
    assert found.exit_code == 2
    assert (folder / "parkering.ntr").read_text("utf-8") == PARKING


def test_an_older_version_is_what_changes_are_held_against(folder: Path, tmp_path: Path) -> None:
    """The files as they stand are the draft."""
    old = tmp_path / "før"
    old.mkdir()
    before = PARKING.replace("er høyst 1", "er høyst 3")
    (old / "parkering.ntr").write_text(before, "utf-8")
    given = on_bench(folder, None, str(old), None).given
    assert given["texts"] == {"parkering": before}
    assert given["draft"] == {"parkering": PARKING}


def test_what_lies_outside_the_folder_is_fixed(tmp_path: Path) -> None:
    """Rules that come along can be built on, and not written."""
    (tmp_path / "min.ntr").write_text("regelverk min\n\nbygger på kalender\n", "utf-8")
    given = on_bench(tmp_path, None, None, None).given
    assert given["fixed"] == ["kalender"]
    assert set(given["texts"]) == {"min", "kalender"}
