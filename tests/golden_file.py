"""Golden pages: Markdown that a lawyer can read and the tests hold the engine to.

A page is prose around fences. `regler` is a rulebook of the page's own; without one the project's
rulebooks are used. In a page of verdicts every `sak` (facts as JSON) is followed by `verdikt`, the
expectation written by hand, and may be followed by `tekst`, the page as it is printed. A page of
diagnostics has `funn`, the expectation written by hand, and `tekst`. Only `tekst` is rewritten.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from attrs import field, frozen

GOLDEN = Path(__file__).parent / "golden"
_FENCE = re.compile(r'```(?P<kind>\w+)(?: title="(?P<title>[^"]+)\.ntr")?$')
_VERDICT = re.compile(r"(?P<norm>\S+): (?P<word>[^|]+?)(?P<rest>( \| [^|]+)*)$")
_FINDING = re.compile(r"(?P<code>NTR\d{3}) ((?P<file>\S+) )?(?P<line>\d+):(?P<first>\d+)-"
                      r"(?P<last>\d+)( (?P<words>.+))?$")  # fmt: skip


@frozen
class Fence:
    """One fence of a page: its kind, the name in its title, its text and its first line."""

    kind: str
    title: str
    text: str
    line: int


@frozen
class Expected:
    """What a page says of one norm: the word, and what it wants of the rest of the verdict.

    `lacks` are the kinds of unknown, each with the names it must have, if it gives any.
    """

    norm: str
    word: str
    lacks: tuple[tuple[str, tuple[str, ...]], ...] = ()
    citations: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    assumed: str | None = None
    level: str | None = None


@frozen
class Trial:
    """One case of a page, and what is expected of it."""

    facts: str
    expected: tuple[Expected, ...]
    text: Fence | None
    line: int


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
    rules: dict[str, str]
    fences: tuple[Fence, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """The file's name without its end."""
        return self.path.stem

    @property
    def trials(self) -> tuple[Trial, ...]:
        """The cases, in the order of the page."""
        return tuple(_trials(self.fences))

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
    """A golden page."""
    fences = tuple(_fences(path.read_text(encoding="utf-8").splitlines()))
    rules = {each.title or "regler": each.text for each in fences if each.kind == "regler"}
    return Page(path, rules, fences)


def rewrite(page: Page, texts: dict[int, str]) -> None:
    """Put in new printed texts, by the first line of their fence. Nothing else is touched."""
    lines = page.path.read_text(encoding="utf-8").splitlines()
    for fence in sorted(page.fences, key=lambda each: -each.line):
        if fence.line in texts:
            assert fence.kind == "tekst", "bare «tekst» skrives om"
            end = fence.line + len(fence.text.splitlines())
            lines[fence.line : end] = texts[fence.line].splitlines()
    page.path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _fences(lines: list[str]) -> Iterator[Fence]:
    rest = iter(enumerate(lines, 1))
    for number, line in rest:
        opened = _FENCE.fullmatch(line)
        if opened:
            inside = [text for _, text in takewhile(lambda each: each[1] != "```", rest)]
            text = "".join(f"{each}\n" for each in inside)
            yield Fence(opened["kind"], opened["title"] or "", text, number)
        else:
            assert not line.startswith("```"), f"linje {number}: ukjent gjerde {line}"


def _trials(fences: tuple[Fence, ...]) -> Iterator[Trial]:
    starts = [index for index, each in enumerate(fences) if each.kind == "sak"]
    for start, end in zip(starts, [*starts[1:], len(fences)], strict=True):
        group = fences[start:end]
        said = [line for each in group if each.kind == "verdikt" for line in each.text.splitlines()]
        text = next((each for each in group if each.kind == "tekst"), None)
        expected = tuple(_expected(line) for line in said)
        assert expected, f"linje {group[0].line}: saken har ingen «verdikt»"
        yield Trial(group[0].text, expected, text, group[0].line)


def _expected(line: str) -> Expected:
    found = _VERDICT.fullmatch(line)
    assert found, f"forstår ikke verdiktet «{line}»"
    notes = [part.strip() for part in found["rest"].split("|")[1:]]
    word, lacks = found["word"], ()
    undecided = re.fullmatch(r"uavklart \((.+)\)", word)
    if undecided:
        word, lacks = "uavklart", tuple(_lack(each) for each in undecided[1].split("; "))
    assert word != "uavklart" or lacks, f"«{line}» sier ikke hvorfor"
    return Expected(
        found["norm"], word, lacks, _listed(notes, "hjemmel"), _listed(notes, "nevner"),
        next((each.partition(":")[2].strip() for each in notes if each.startswith("antatt")), None),
        next(iter(_listed(notes, "nivå")), None),
    )  # fmt: skip


def _lack(text: str) -> tuple[str, tuple[str, ...]]:
    kind, _, names = text.partition(": ")
    return kind, tuple(each.strip() for each in names.split(", ") if each.strip())


def _listed(notes: list[str], key: str) -> tuple[str, ...]:
    found = next((each for each in notes if each.startswith(f"{key}: ")), "")
    return tuple(each.strip() for each in found.removeprefix(f"{key}: ").split(", ") if each)


def _finding(line: str) -> Finding:
    found = _FINDING.fullmatch(line)
    assert found, f"forstår ikke funnet «{line}»"
    return Finding(found["code"], found["file"] or "regler", int(found["line"]),
                   int(found["first"]), int(found["last"]), found["words"] or "")  # fmt: skip
