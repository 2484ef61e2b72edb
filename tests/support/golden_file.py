"""Golden pages: Markdown that a lawyer can read and the tests hold the engine to.

A page is prose around fences. `regler` is a rulebook of the page's own; without one the project's
rulebooks are used. Pages of cases are read by the engine itself (`hjemmel.expectations`), as
`ntr test` does. A page of diagnostics has `funn`, the expectation written by hand, and `tekst`.
Only `tekst` is rewritten.
"""

import re
from pathlib import Path

from attrs import field, frozen

from hjemmel.expectations import page as cases
from hjemmel.expectations.page import Expected, Fence, Trial
from hjemmel.expectations.reading import parse_page
from hjemmel.expectations.rewriting import rewritten

__all__ = ["Expected", "Fence", "Finding", "Page", "Trial", "pages", "read", "rewrite"]

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
_FINDING = re.compile(r"(?P<code>NTR\d{3}) ((?P<file>\S+) )?(?P<line>\d+):(?P<first>\d+)-"
                      r"(?P<last>\d+)( (?P<words>.+))?$")  # fmt: skip


@frozen
class Finding:
    """One diagnostic expected: the code, and the words it underlines. Columns are inclusive."""

    code: str
    file: str
    line: int
    first: int
    last: int
    words: str


@frozen
class Page:
    """A golden page."""

    path: Path
    read: cases.Page = field(repr=False)

    @property
    def name(self) -> str:
        """The file's name without its end."""
        return self.path.stem

    @property
    def rules(self) -> dict[str, str]:
        """The page's own rule files by name; the first is the rulebook.

        A sign that nobody can see is written by its number: «‹U+202E›».
        """
        return {_signed(each.title or "regler"): _signed(each.text) for each in self.read.rules}

    @property
    def fences(self) -> tuple[Fence, ...]:
        """All its fences."""
        return self.read.fences

    @property
    def trials(self) -> tuple[Trial, ...]:
        """The cases, in the order of the page."""
        return self.read.trials

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The diagnostics expected."""
        found = [each for each in self.fences if each.kind == "funn"]
        return tuple(_finding(line) for each in found for line in each.text.splitlines())

    @property
    def text(self) -> Fence:
        """The last fence of printed text."""
        return [each for each in self.fences if each.kind == "tekst"][-1]


def pages(folder: str) -> tuple[Page, ...]:
    """All golden pages of a folder."""
    return tuple(read(path) for path in sorted((GOLDEN / folder).glob("*.md")))


def read(path: Path) -> Page:
    """A golden page, which must be well written."""
    parsed = parse_page(path.name, path.read_text(encoding="utf-8"))
    assert not parsed.faults, [f"{e.page}:{e.line}: {e.reason} ({e.help})" for e in parsed.faults]
    return Page(path, parsed.page)


def rewrite(page: Page, texts: dict[int, str]) -> None:
    """Put in new printed texts, by the first line of their fence. Nothing else is touched."""
    text = page.path.read_text(encoding="utf-8")
    page.path.write_text(rewritten(page.read, text, texts), encoding="utf-8")


def _signed(text: str) -> str:
    return re.sub(r"‹U\+([0-9A-F]{4,6})›", lambda found: chr(int(found[1], 16)), text)


def _finding(line: str) -> Finding:
    found = _FINDING.fullmatch(line)
    assert found, f"forstår ikke funnet «{line}»"
    return Finding(found["code"], _signed(found["file"] or "regler"), int(found["line"]),
                   int(found["first"]), int(found["last"]), found["words"] or "")  # fmt: skip
