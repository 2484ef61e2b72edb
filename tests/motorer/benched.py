"""The workbench as it stands opened from a folder in Chromium, with no network to ask."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field, frozen
from playwright.sync_api import Browser, Locator, Page, expect

from motorer.watched import DESK, faults, watched

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "arbeidsbenk.html"
PATIENCE = 240_000
"""Milliseconds that anything may take. How quick it is, is measured by `bench/workbench.py`."""


def the_file() -> Path:
    """The built file; it is built where it is not there."""
    if not BUILT.exists():
        assert shutil.which("npm"), "arbeidsbenken er ikke bygd, og npm til å bygge den finnes ikke"
        subprocess.run(["make", "arbeidsbenk"], cwd=ROOT, check=True)
    return BUILT


@frozen(eq=False)
class Bench:
    """The page, all that it asked for, and what it complained of."""

    page: Page
    asked: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    # ---- waiting

    def ready(self) -> None:
        """Until all is there, and nobody waits for anything."""
        self.page.wait_for_function("() => document.documentElement.dataset.ready === 'ja'")

    def settled(self) -> None:
        """Until what is written, is judged."""
        self.page.wait_for_timeout(200)
        self.page.wait_for_function(
            "() => !document.getElementById('app').classList.contains('working')"
        )
        self.page.wait_for_timeout(200)

    def point_at(self, what: Locator) -> None:
        """Move the pointer to it, and a little within it, as a hand does."""
        what.hover()
        box = what.bounding_box()
        assert box is not None
        middle = box["x"] + box["width"] / 2
        self.page.mouse.move(middle + 3, box["y"] + box["height"] / 2, steps=3)

    # ---- what stands there

    @property
    def told(self) -> str:
        """What the line at the top says."""
        return self.page.locator("#told").inner_text()

    @property
    def side(self) -> Locator:
        """The side where verdicts are."""
        return self.page.locator("#side")

    @property
    def text(self) -> str:
        """The file that is open, as it is written now."""
        found: str = self.page.evaluate(
            "() => document.querySelector('.cm-content').cmTile.view.state.doc.toString()"
        )
        return found

    @property
    def underlined(self) -> str:
        """What is underlined as wrong; an edit within may have made several pieces of it."""
        pieces = self.page.locator(".cm-lintRange-error")
        expect(pieces.first).to_be_visible()
        return "".join(pieces.all_text_contents())

    @property
    def focused(self) -> str:
        """What the keyboard is at."""
        found: str = self.page.evaluate(
            "() => document.activeElement.id || document.activeElement.textContent"
        )
        return found

    def milliseconds(self, name: str) -> float:
        """How long the last of something took, as the page itself has measured it."""
        found: float = self.page.evaluate(
            "name => performance.getEntriesByName(name).at(-1).duration", name
        )
        return found

    def faults(self) -> Sequence[str]:
        """What axe finds, a line each."""
        return faults(self.page)

    # ---- what one does

    def open(self, file: str) -> None:
        """A rule file, with the cursor at its top."""
        self.page.locator("#file").select_option(file)
        self.page.locator(".cm-content").focus()
        self.page.keyboard.press("Control+Home")

    def go(self, name: str) -> None:
        """To a norm, by the outline."""
        self.page.locator("#find").fill(name)
        self.page.locator("#outline button", has_text=name).last.click()
        self.page.locator("#find").fill("")

    def select(self, text: str) -> None:
        """Mark a text, the first that stands below the cursor, as one searches."""
        self._search(text)
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")

    def write(self, text: str, instead: str) -> None:
        """Write something in the place of a text, the first below the cursor."""
        self.select(text)
        self.page.keyboard.insert_text(instead)
        self.settled()

    def replace(self, text: str, instead: str) -> None:
        """Put something in the place of a text wherever it stands in the file."""
        self._search(text)
        self.page.keyboard.press("Tab")
        self.page.locator(".cm-search input[name=replace]").focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(instead)
        self.page.locator(".cm-search [name=replaceAll]").click()
        self.page.keyboard.press("Escape")
        self.settled()

    def _search(self, text: str) -> None:
        keys = self.page.keyboard
        self.page.locator(".cm-content").focus()
        keys.press("Control+f")
        keys.press("Control+a")
        keys.type(text)

    def tab(self, name: str) -> None:
        """To one of the views."""
        self.page.get_by_role("tab", name=name).click()

    def bring(self, *files: Path | Mapping[str, Any]) -> None:
        """Bring files, as if they were chosen."""
        self.tab("Saker")
        self.page.locator("#files").set_input_files(files)  # type: ignore[arg-type]
        self.settled()

    def take(self, button: str) -> bytes:
        """What a button gives to keep."""
        with self.page.expect_download() as waited:
            self.page.locator(button).click()
        return Path(waited.value.path()).read_bytes()

    def reset(self) -> None:
        """As it was when it was opened first, as one would do it oneself."""
        if self.page.locator("#undo").is_enabled():
            self.page.locator("#undo").click()
            self.settled()
        self.tab("Saker")
        self.page.wait_for_selector("#find-case")
        while (own := self.side.locator(".cases li", has_text="egen").first).count():
            own.get_by_role("button").click()
            self.page.locator("#remove-case").click()
            self.page.wait_for_selector("#find-case")
            self.settled()
        self.tab("Fyll ut sak")
        self.page.get_by_role("button", name="Begynn på nytt").click()
        self.tab("Virkning")


@contextmanager
def benched(
    started: Browser,
    *,
    size: tuple[int, int] = DESK,
    scheme: Any = "light",
    file: Path | None = None,
) -> Iterator[Bench]:
    """The bench in a window of this size, ready for use."""
    with watched(started, PATIENCE, size=size, scheme=scheme) as found:
        made = Bench(found.page, found.asked, found.complaints)
        made.page.goto((file or the_file()).as_uri())
        made.ready()
        yield made
