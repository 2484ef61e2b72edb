"""Pages of cases: finding them, reading them, and the rules that each is tried against."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from attrs import frozen

from hjemmel import resources
from hjemmel.analysis.page_results import PageResult, try_page
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.loading import program_on
from hjemmel.core.program import Program
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.expectations.page import Fault, Page
from hjemmel.expectations.reading import has_cases, parse_page
from hjemmel.explain.judge import Judge
from hjemmel.files.reading import MOST_TEXT, Once, as_on_disk, read
from hjemmel.files.refused import Refused
from hjemmel.pipeline import compile_rules
from hjemmel.rulebooks.compiling import sentences_of
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import Shelf, grammar, has_norms_of_its_own
from hjemmel.source.sentences import Sentences
from hjemmel.source.source import read_text

PAGES = Path("tests", "golden", "vurder")
"""Where the pages of a checkout are."""


@frozen
class PageFile:
    """A file with a page of cases, and its text."""

    path: Path
    data: bytes
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
    files = under(paths or (_ours(),))
    if not files:
        told = ", ".join(map(str, paths or (PAGES,)))
        stop(f"fant ingen sider med saker under {told}",
             "en side er en fil med «.md» til slutt, med minst ett gjerde ```sak")  # fmt: skip
    return files


def under(paths: tuple[Path, ...]) -> tuple[PageFile, ...]:
    """The pages under the paths, each once; there may be none."""
    return tuple(dict.fromkeys(each for path in paths for each in _under(path)))


def of_the_checkout() -> tuple[PageFile, ...]:
    """Our own pages, where we stand in a checkout."""
    place = resources.folder("rules").parent / PAGES
    return under((place,)) if place.is_dir() else ()


def own_rules(paths: tuple[Path, ...]) -> tuple[str, ...]:
    """The folder of the pages, where it has rules: then those are the rulebook they try.

    Nothing where the folders differ: then nobody can tell which rulebook is meant.
    """
    places = map(as_on_disk, paths or (Path(),))
    folders = {each if each.is_dir() else each.parent for each in places}
    (folder,) = folders if len(folders) == 1 else (None,)
    if folder is None or not folder.is_dir() or not has_norms_of_its_own(folder, Once()):
        return ()
    return (f"{folder}/",)


def _ours() -> Path:
    place = resources.folder("rules").parent / PAGES
    if not place.is_dir():
        stop("hvilke saker skal prøves?", "skriv mappen eller sidene, for eksempel: ntr test saker")
    return place


def _under(path: Path) -> Iterator[PageFile]:
    path = as_on_disk(path)
    if path.is_dir():
        found = (_page(each) for each in sorted(path.rglob("*.md")) if not each.is_dir())
        yield from (each for each in found if has_cases(each.text))
    else:
        page = _page(path)
        if not has_cases(page.text):
            stop(f"siden {page.name} har ingen saker", "skriv en sak i et gjerde ```sak")
        yield page


def _page(path: Path) -> PageFile:
    data = read(path, MOST_TEXT)
    if isinstance(data, Refused):
        stop(f"{path}: {data.reason}", data.help)
    try:
        return PageFile(path, data, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        stop(f"siden {path} er ikke i UTF-8", "lagre den som ren tekst i UTF-8")


@frozen(eq=False)
class Rulebook:
    """What pages are tried against, read, compiled and made ready once."""

    on: Shelf

    @cached_property
    def program(self) -> Program:
        """The program of the pages without rules of their own."""
        return program_on(self.on)

    @cached_property
    def judge(self) -> Judge:
        """The program made ready for cases."""
        return Judge.of(self.program)

    @cached_property
    def sentences(self) -> Sentences | None:
        """What the citations of a page's own rules are checked against."""
        return sentences_of(self.on)


def judged(file: PageFile, rulebook: Rulebook) -> PageResult:
    """What came of a page."""
    parsed = parse_page(file.name, file.text)
    if parsed.faults:
        return PageResult(parsed.page, parsed.faults)
    if not parsed.page.rules:
        return try_page(parsed.page, rulebook.judge)
    compiled = _own_program(parsed.page, rulebook)
    if isinstance(compiled, Program):
        return try_page(parsed.page, Judge.of(compiled))
    return PageResult(parsed.page, compiled)


def _own_program(page: Page, rulebook: Rulebook) -> Program | tuple[Fault, ...]:
    """The program of a page's own rules, which see those that are shipped; or their errors."""
    texts = {each.title or "regler": each.placed for each in page.rules}
    own = {name: read_text(f"{name}.ntr", text) for name, text in texts.items()}
    first = next(iter(own))  # the rulebook that the page tries
    library = Files(rulebook.on, own)
    checked = compile_rules((first,), library, grammar(rulebook.on.read), rulebook.sentences)
    if checked.ok:
        return checked.value
    names = {each.name for each in own.values()}
    return tuple(_fault(page, each, names) for each in checked.diagnostics if each.is_error)


def _fault(page: Page, found: Diagnostic, own: set[str]) -> Fault:
    line = found.span.line if found.span.file in own else page.rules[0].line
    return Fault(page.name, line, f"[{found.code}] {found.message}", found.help)
