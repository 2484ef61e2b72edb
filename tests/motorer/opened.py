"""A report as it stands opened in Chromium, with no network to ask."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field, frozen
from playwright.sync_api import Browser, Page, sync_playwright

from motorer.watched import DESK, faults, watched

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PATIENCE = 120_000
"""Milliseconds that anything may take. How quick it is, is measured by `bench/report.py`."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium; where it is not installed there is nothing to try in, and the tests fail."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "Chromium finnes ikke: installer chromium"
    with sync_playwright() as library:
        started = library.chromium.launch(
            executable_path=found, args=list(OPTIONS), env={**os.environ}
        )
        yield started
        started.close()


@frozen(eq=False)
class Opened:
    """A page, all that it asked for, and what it complained of."""

    page: Page
    asked: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    @property
    def rows(self) -> list[list[str]]:
        """The cells of the cases that are seen, from the top."""
        rows: list[list[str]] = self.page.evaluate(
            """() => [...document.querySelectorAll("#tabell > tbody > tr[id]")]
              .filter((row) => getComputedStyle(row).display !== "none")
              .map((row) => [...row.cells].map((cell) => cell.textContent))"""
        )
        return rows

    @property
    def heads(self) -> list[str]:
        """The names of the columns."""
        return self.page.locator("#tabell > thead th").all_inner_texts()

    @property
    def focused(self) -> str:
        """What the keyboard is at."""
        text: str = self.page.evaluate(
            "() => document.activeElement.id || document.activeElement.textContent"
        )
        return text

    def counts(self, *names: str) -> list[tuple[int, ...]]:
        """What the seen cases have in these columns."""
        at = [next(n for n, head in enumerate(self.heads) if head.startswith(name))
              for name in names]  # fmt: skip
        return [tuple(_number(row[each]) for each in at) for row in self.rows]

    def told(self, text: str) -> None:
        """Wait until it is said how many cases are seen."""
        wanted = text.replace(" ", "\u00a0")
        self.page.wait_for_function(
            "wanted => document.getElementById('antall').textContent"
            ".replaceAll(' ', '\u00a0') === wanted",
            arg=wanted,
        )

    def faults(self) -> Sequence[str]:
        """What axe finds, a line each."""
        return faults(self.page)


def _number(text: str) -> int:
    return int(text.replace("–", "0").replace("\u00a0", ""))


@contextmanager
def opened(
    started: Browser, file: Path, *, size: tuple[int, int] = DESK, scheme: Any = "light",
    at: str = "",
) -> Iterator[Opened]:  # fmt: skip
    """The page of a file in a window of this size, ready for use."""
    with watched(started, PATIENCE, size=size, scheme=scheme) as found:
        made = Opened(found.page, found.asked, found.complaints)
        made.page.goto(f"{file.as_uri()}{at}")
        made.page.wait_for_function("() => document.getElementById('antall').textContent")
        yield made
