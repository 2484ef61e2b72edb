"""The documentation site as a browser shows it from a folder, with no network.

Run by `make test-motorer`; it fails where there is no browser.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from motorer.benched import the_file
from motorer.opened import PATIENCE, browser
from motorer.watched import DESK, PHONE, Watched, faults, watched

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [
    "index.html", "fra-ingenting.html", "arkitektur.html", "ordliste.html", "språk/index.html",
    "språk/tabeller.html", "språk/unntak.html", "regelbok/4-1.html", "regelbok/opplysninger.html",
    "feil/index.html", "beslutninger/index.html", "eksempler/index.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """It is built anew, with the workbench in it."""
    the_file()
    folder = tmp_path_factory.mktemp("nettsted")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """One browser for all."""
    with browser() as found:
        yield found


@contextmanager
def opened(
    started: Browser, file: Path, *, size: tuple[int, int] = DESK, scheme: str = "light"
) -> Iterator[Watched]:
    """A page of the site in a window of this size."""
    with watched(started, PATIENCE, size=size, scheme=scheme) as found:
        found.page.goto(file.as_uri())
        yield found


def test_it_is_searched_from_a_folder(started: Browser, site: Path) -> None:
    """By what stands in the pages, in Norwegian, and nothing is asked of any host."""
    with opened(started, site / "språk" / "index.html") as found:
        page, began = found.page, found.page.url
        page.locator("input.md-search__input").click()
        page.keyboard.type("tolkninger")
        first = page.locator(".md-search-result__link").first
        first.wait_for()
        assert "olkning" in first.inner_text()
        first.click()
        page.wait_for_url(lambda each: each.partition("?")[0] != began)
        assert all(each.startswith(("file:", "data:", "about:")) for each in found.asked)


def test_rules_are_tried_where_they_are_taught(started: Browser, site: Path) -> None:
    """The case of the page is judged by its rules, and again when they are changed."""
    with opened(started, site / "språk" / "unntak.html") as found:
        page = found.page
        page.locator(".prov summary").click()
        bench = page.frame_locator(".prov iframe")
        bench.locator("html[data-ready=ja]").wait_for(state="attached")
        bench.get_by_role("tab", name="Saker").click()
        bench.get_by_text("Flerregional behandlingstjeneste").first.wait_for()
        assert bench.locator(".cm-lintRange-error").count() == 0
        bench.locator(".cm-line", has_text="med mindre").click()
        for each in ("End", "Backspace", "5"):
            page.keyboard.press(each)
        bench.get_by_role("tab", name="Virkning").click()
        bench.locator("#side", has_text="felles kvalitetsmål").wait_for()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_held_by_a_phone(started: Browser, site: Path, name: str) -> None:
    """Tables and diagrams roll by themselves; the page does not."""
    with opened(started, site / name, size=PHONE) as found:
        wide = "() => document.scrollingElement.scrollWidth - window.innerWidth"
        assert found.page.evaluate(wide) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(started: Browser, site: Path, name: str, scheme: str) -> None:
    """In either palette."""
    with opened(started, site / name, scheme=scheme) as found:
        found.page.wait_for_load_state("networkidle")
        assert faults(found.page) == []
