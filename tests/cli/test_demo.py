"""The demonstration: what `make demo` prints is what the front page shows, on one screen."""

import re
import shlex

import pytest
from click.testing import CliRunner

from hjemmel.cli import main, terminal
from support.docs_page import ROOT, pages

HEIGHT, WIDTH = 30, 100
"""A terminal, in lines and columns."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the command of `make demo` prints; the portfolio is judged once for all tests."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "data").symlink_to(ROOT / "data")
    (folder / "build").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.setattr(terminal, "width", lambda _: WIDTH)
        made = CliRunner().invoke(main, _command())
    assert made.exit_code == 0, made.output
    assert (folder / "build" / "portefolje.html").exists()
    return made.stdout


def test_it_fits_one_screen(told: str) -> None:
    """Also with the line that gave the command."""
    lines = told.splitlines()
    assert len(lines) + 1 <= HEIGHT
    assert max(map(len, lines)) <= WIDTH


def test_the_front_page_begins_with_it(told: str) -> None:
    """The first thing shown is what it prints, as it prints it."""
    first = next(iter(pages()[0].fences[1:]))
    assert (first.kind, first.text) == ("text", told)


def test_it_shows_every_kind_of_answer(told: str) -> None:
    """Met, departed from, broken and open, a span of days, and who must tell what is missing."""
    words = {line.strip().split("  ")[0] for line in told.splitlines()}
    assert {"oppfylt", "FRAVEKET", "BRUTT", "uavklart"} <= words
    assert "tolkning" in told
    assert "mangler (hos ansvarlig regionalt helseforetak): tjenestens" in told
    assert re.search(r"\d+ saker, \d+ svar: \d+ avgjort, \d+ uavklart", told)


def _command() -> list[str]:
    """The words after `ntr` in the recipe."""
    text = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    day = re.search(r"^DEMO_DAY := (\S+)$", text, re.MULTILINE)
    recipe = re.search(r"^\t@\$\(BIN\)/ntr (omvisning .*)$", text, re.MULTILINE)
    assert day is not None
    assert recipe is not None
    return shlex.split(recipe[1].replace("$(DEMO_DAY)", day[1]))
