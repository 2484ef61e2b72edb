"""Pages of cases: finding them, reading them, and the rules that each is tried against."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

from hjemmel import resources
from hjemmel.analysis.page_results import PageResult, try_page
from hjemmel.cases.page import Fault, Page
from hjemmel.cases.reading import has_cases, parse_page
from hjemmel.cli.ending import stop
from hjemmel.cli.library import Files
from hjemmel.cli.loading import load_program, sentences_of, sources
from hjemmel.cli.rulebooks import grammar, shelf
from hjemmel.core.program import Program
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.pipeline import compile_rules
from hjemmel.source.sentences import Sentences
from hjemmel.source.source import read_text

PAGES = Path("tests", "golden", "vurder")
"""Where the pages of a checkout are."""


@frozen
class PageFile:
    """A file with a page of cases, and its text."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """As people will look for it."""
        try:
            return self.path.resolve().relative_to(Path.cwd()).as_posix()
        except ValueError:
            return self.path.as_posix()


def found(paths: tuple[Path, ...]) -> tuple[PageFile, ...]:
    """The pages under the paths; in a checkout its own, where none are given."""
    files = tuple(dict.fromkeys(each for path in paths or (_ours(),) for each in _under(path)))
    if not files:
        told = ", ".join(map(str, paths or (PAGES,)))
        stop(f"fant ingen sider med saker under {told}",
             "en side er en fil med «.md» til slutt, med minst ett gjerde ```sak")  # fmt: skip
    return files


def _ours() -> Path:
    place = resources.folder("rules").parent / PAGES
    if not place.is_dir():
        stop("hvilke saker skal prøves?", "skriv mappen eller sidene, for eksempel: ntr test saker")
    return place


def _under(path: Path) -> Iterator[PageFile]:
    if path.is_dir():
        for each in sorted(path.rglob("*.md")):
            page = PageFile(each, _text(each))
            if has_cases(page.text):
                yield page
    else:
        page = PageFile(path, _text(path))
        if not has_cases(page.text):
            stop(f"siden {page.name} har ingen saker", "skriv en sak i et gjerde ```sak")
        yield page


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        stop(f"{path} kan ikke åpnes", "sjekk navnet, og at du har tilgang")
    except UnicodeDecodeError:
        stop(f"siden {path} er ikke i UTF-8", "lagre den som ren tekst i UTF-8")


@cache
def shared_program(books: tuple[str, ...]) -> Program:
    """The program of the pages without rules of their own."""
    return load_program(books)


def judged(file: PageFile, books: tuple[str, ...]) -> PageResult:
    """What came of a page."""
    parsed = parse_page(file.name, file.text)
    if parsed.faults:
        return PageResult(parsed.page, parsed.faults)
    if not parsed.page.rules:
        return try_page(parsed.page, shared_program(books))
    compiled = _own_program(parsed.page, books)
    if isinstance(compiled, Program):
        return try_page(parsed.page, compiled)
    return PageResult(parsed.page, compiled)


def _own_program(page: Page, books: tuple[str, ...]) -> Program | tuple[Fault, ...]:
    """The program of a page's own rules, which see those that are shipped; or their errors."""
    library, sentences = _surroundings(books)
    texts = {each.title or "regler": each.placed for each in page.rules}
    own = {name: read_text(f"{name}.ntr", text) for name, text in texts.items()}
    first = next(iter(own))  # the rulebook that the page tries
    checked = compile_rules((first,), library.with_texts(own), grammar(), sentences)
    if checked.ok:
        return checked.value
    names = {each.name for each in own.values()}
    return tuple(_fault(page, each, names) for each in checked.diagnostics if each.is_error)


@cache
def _surroundings(books: tuple[str, ...]) -> tuple[Files, Sentences | None]:
    on = shelf(books)
    return sources(on), sentences_of(on)


def _fault(page: Page, found: Diagnostic, own: set[str]) -> Fault:
    line = found.span.line if found.span.file in own else page.rules[0].line
    return Fault(page.name, line, f"[{found.code}] {found.message}", found.help)
