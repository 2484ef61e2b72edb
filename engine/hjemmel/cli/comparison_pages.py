"""A comparison written for somebody to read: as text, in Markdown, or as a page."""

from pathlib import Path
from typing import TYPE_CHECKING

from hjemmel import __version__
from hjemmel.cli import terminal

if TYPE_CHECKING:
    from hjemmel.analysis.render_comparison.blocks import Page


def show(page: "Page", form: str, to: Path | None, prints: tuple[str, ...]) -> None:
    """Write it in a form, on the screen or to a file."""
    match form:
        case "md":
            from hjemmel.analysis.render_comparison.markdown import markdown

            terminal.write(markdown(page), to)
        case "html":
            from hjemmel.analysis.render_comparison.html import html

            terminal.pour(html(page, __version__, prints), to)
        case _:  # text
            from hjemmel.analysis.render_comparison.text import text

            terminal.show(text(page, terminal.width(to)), to)
