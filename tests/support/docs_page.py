"""The pages of the documentation, with what stands in their fences.

The convention (`CONTRIBUTING.md` tells it to those who write):

- `ntr`: rules. All of a page are one rule file, `eksempel.ntr`.
- `ntr title="rules/….ntr"`: an excerpt; each of its blocks stands in that file.
- `ntr title="gir NTR204"`: rules with a mistake, which give that code and no other.
- `linjer`: lines of a norm, without its head.
- any fence with the name of a file as its title: that file, for the commands of the page.
- `python`: a program. All of a page are run in order, in one go, among its files.
- `utskrift`: what the program above it prints.
- `konsoll`: commands after `$`, each with what it prints. A line `…` stands for any lines.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r'```(?P<kind>[\w-]*)(?: title="(?P<title>[^"]*)")?$')
_FILE = re.compile(r"[\w.-]+\.(json|jsonl|yaml|csv|tsv|ntr)$")
_MISTAKE = re.compile(r"gir (NTR\d{3})$")


@frozen
class Fence:
    """One fence: its kind, its title, its text, and the line it begins on."""

    kind: str
    title: str
    text: str
    line: int


@frozen
class Command:
    """A command, and the lines that it is said to print."""

    line: str
    printed: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        """True where some of what it prints is left out."""
        return "…" in self.printed


@frozen
class DocPage:
    """A page and its fences."""

    path: Path
    fences: tuple[Fence, ...]

    @property
    def name(self) -> str:
        """The page as tests call it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def rules(self) -> str:
        """The page's own rule file."""
        own = [each.text for each in self.fences if each.kind == "ntr" and not each.title]
        lines = [each.text for each in self.fences if each.kind == "linjer"]
        norms = [
            f"krav linjer {number}, etter forskrift § 4-2 første ledd\n{text}"
            for number, text in enumerate(lines, 1)
        ]
        return "\n".join([*own, *(["§ 4-2 Linjer"] if norms else []), *norms])

    @property
    def mistakes(self) -> Iterator[tuple[str, str]]:
        """The code and the text of each example of a mistake."""
        for each in self.fences:
            found = _MISTAKE.match(each.title)
            if each.kind == "ntr" and found:
                yield found[1], each.text

    @property
    def excerpts(self) -> Iterator[tuple[Path, str]]:
        """Each block of each excerpt, and the file it is from."""
        for each in self.fences:
            if each.title.startswith("rules/"):
                for block in each.text.strip().split("\n\n"):
                    yield ROOT / each.title, block

    @property
    def files(self) -> dict[str, str]:
        """The files that the page's commands can read."""
        named = {each.title: each.text for each in self.fences if _FILE.match(each.title)}
        return {"eksempel.ntr": self.rules, **named}

    @property
    def consoles(self) -> Iterator[tuple[Fence, list[Command]]]:
        """The page's consoles: commands with what they print."""
        for each in self.fences:
            if each.kind == "konsoll":
                yield each, list(_commands(each.text))

    @property
    def programs(self) -> Iterator[tuple[Fence, Fence | None]]:
        """The page's programs in order, each with what it is said to print, if it prints."""
        following = (*self.fences[1:], None)[: len(self.fences)]
        for each, after in zip(self.fences, following, strict=True):
            if each.kind == "python":
                yield each, after if after and after.kind == "utskrift" else None


def rewrite(page: DocPage, texts: dict[int, str]) -> None:
    """Put in new text, by the line its fence began on when the page was read."""
    lines = page.path.read_text(encoding="utf-8").splitlines()
    stands = tuple(_fences(page.path))  # another test may have moved them since
    for fence, now in reversed(list(zip(page.fences, stands, strict=True))):
        if fence.line in texts:
            end = now.line + len(now.text.splitlines())
            lines[now.line : end] = texts[fence.line].splitlines()
    page.path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pages() -> list[DocPage]:
    """Every page that people read: the front page and all of `docs`."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [read_page(path) for path in found]


def read_page(path: Path) -> DocPage:
    """One page."""
    return DocPage(path, tuple(_fences(path)))


def _fences(path: Path) -> Iterator[Fence]:
    lines = iter(enumerate(path.read_text(encoding="utf-8").splitlines(), 1))
    for number, line in lines:
        opened = _FENCE.match(line)
        if opened:
            inside = [text for _, text in takewhile(lambda each: each[1] != "```", lines)]
            text = "".join(f"{each}\n" for each in inside)
            yield Fence(opened["kind"], opened["title"] or "", text, number)


def _commands(text: str) -> Iterator[Command]:
    first, *rest = text.split("$ ntr ")
    assert not first, "en konsoll begynner med en kommando"
    for each in rest:
        words, _, printed = each.partition("\n")
        yield Command(words, tuple(printed.rstrip("\n").splitlines()))
