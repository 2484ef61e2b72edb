"""The workbench of `ntr arbeidsbenk` in Chromium, with a folder of rules that it saves in.

Run by `make test-motorer`. That it lets nobody else in, is tried in `tests/workbench`.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from motorer.benched import PATIENCE, ROOT, Bench, the_file
from motorer.opened import browser

MEMBERS = "nettverket har minst ti medlemmer"

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """One browser for all."""
    with browser() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The rules and the cases, as somebody has them in a folder of their own."""
    the_file()  # built together with the page that is served
    made = tmp_path / "regler"
    made.mkdir()
    for each in (*(ROOT / "rules").glob("*.ntr"), ROOT / "data" / "portefolje.jsonl"):
        shutil.copy(each, made)
    return made


@pytest.fixture
def bench(started: Browser, folder: Path) -> Iterator[Bench]:
    """The page of the folder, ready for use."""
    command = [sys.executable, "-m", "hjemmel", "arbeidsbenk", str(folder), "--uten-nettleser"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env=env) as serving:  # fmt: skip
        assert serving.stdout
        told = (re.search(r"http\S+", line) for line in serving.stdout)
        address = next(found[0] for found in told if found)
        page = started.new_page()
        page.set_default_timeout(PATIENCE)
        made = Bench(page)
        page.on("pageerror", lambda error: made.complaints.append(str(error)))
        page.on("console", lambda said: made.complaints.append(said.text))
        page.goto(address)
        made.ready()
        yield made
        assert made.complaints == []
        page.close()
        serving.terminate()


def test_what_is_written_is_judged_and_saved_in_the_folder(bench: Bench, folder: Path) -> None:
    """Held against the rules as they were; on disk only when it is saved."""
    file = folder / "erne.ntr"
    bench.open("erne")
    bench.write(MEMBERS, MEMBERS.replace("ti", "elleve"))
    expect(bench.side).to_contain_text("krav om minst ti medlemmer")
    assert MEMBERS in file.read_text("utf-8")
    bench.page.keyboard.press("Control+s")
    expect(bench.page.locator(".notice")).to_contain_text("lagret i mappen")
    assert MEMBERS.replace("ti", "elleve") in file.read_text("utf-8")
    assert bench.told == "Ingen endringer"
    expect(bench.side).to_contain_text("krav om minst ti medlemmer")


def test_what_others_write_on_disk_is_seen(bench: Bench, folder: Path) -> None:
    """It comes where nothing is written here; else both are kept, and one chooses."""
    bench.open("register")
    with (folder / "register.ntr").open("a", encoding="utf-8") as file:
        file.write("\nmerknad Skrevet av en annen.\n")
    bench.page.wait_for_function(
        "() => document.querySelector('.cm-content').cmTile.view.state.doc.toString()"
        ".includes('Skrevet av en annen')"
    )
    bench.open("erne")
    bench.write(MEMBERS, MEMBERS.replace("ti", "elleve"))
    with (folder / "erne.ntr").open("a", encoding="utf-8") as file:
        file.write("\nmerknad Også skrevet av en annen.\n")
    expect(bench.page.locator(".notice")).to_contain_text("endret på disken også")
    assert MEMBERS.replace("ti", "elleve") in bench.text
    bench.page.locator("#notice-act").click()
    bench.settled()
    assert "Også skrevet av en annen" in bench.text
