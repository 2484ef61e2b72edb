"""A page in Chromium with no network to ask: what it asks for, and what it complains of."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import field, frozen
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

DESK, WIDE, PHONE = (1366, 768), (1920, 1080), (390, 844)


@frozen(eq=False)
class Watched:
    """A page, all that it asked for, and what it complained of."""

    page: Page
    asked: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)


@contextmanager
def watched(
    started: Browser, patience: int, *, size: tuple[int, int] = DESK, scheme: Any = "light"
) -> Iterator[Watched]:
    """An empty page in a window of this size; nothing may take longer than `patience` (ms)."""
    width, height = size
    context = started.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, offline=True
    )
    context.set_default_timeout(patience)
    made = Watched(context.new_page())
    made.page.on("request", lambda request: made.asked.append(request.url))
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    made.page.on("console", lambda told: made.complaints.append(told.text))
    yield made
    context.close()


def faults(page: Page) -> Sequence[str]:
    """What axe finds, a line each."""
    found: Mapping[str, Any] = Axe().run(page).response
    return [
        f"{each['id']}: {node['target']}" for each in found["violations"] for node in each["nodes"]
    ]
