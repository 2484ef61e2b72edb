"""What the site does besides turning pages into pages.

- A folder's pages stand in the menu in the order in which its index links to them.
- The golden pages are shown under «Eksempler», just as the tests read them.
- Rules are coloured by the lexer that comes with the program.
"""

import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from pygments import lexers
from pygments.lexers.data import JsonLexer

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
# A checkout with nothing of ours installed.
sys.path[:0] = [str(ROOT / each) for each in ("engine", "tests", "docs")]

import levende  # noqa: E402 - found only now

from hjemmel.editing.pygments_lexer import RuleLexer  # noqa: E402 - found only now

_LINK = re.compile(r"\]\(([^)#:]+?\.md)\)")
_TITLE = re.compile(r"# (.+)")
_FOLDERS = {
    "vurder": "Saker som blir vurdert",
    "kontroller": "Regelfiler med feil",
}
_TITLES = {
    "språk": "Språket",
    "regelbok": "Regelboken",
    "feil": "Feil og advarsler",
    "beslutninger": "Beslutninger",
    "eksempler": "Eksempler",
    **_FOLDERS,
}
Menu = list["str | dict[str, Menu]"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the golden pages, and make the menu."""
    _add_examples(files, config)
    uris = [each.src_uri for each in files.documentation_pages()]
    config.nav = _menu("", uris, _order(files))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The page of a message leads to an example of it, and rules can be tried."""
    if levende.BENCH.is_file():
        markdown = levende.with_trial(markdown, page)
    code = re.fullmatch(r"feil/(NTR\d{3})\.md", page.file.src_uri)
    found = sorted((GOLDEN / "kontroller").glob(f"{code[1]}*.md")) if code else []
    links = [f"[{_title(each)}](../eksempler/kontroller/{each.name})" for each in found]
    return f"{markdown}\n\nSe et eksempel: {' · '.join(links)}\n" if links else markdown


def on_post_build(config: MkDocsConfig) -> None:
    """The site carries the workbench, where it is built."""
    if levende.is_built():
        levende.carried(Path(config.site_dir))


def _order(files: Files) -> dict[str, int]:
    """For every page that an index links to, its place among them."""
    return {
        index.src_uri.removesuffix("index.md") + link: place
        for index in files.documentation_pages()
        if index.src_uri.endswith("index.md")
        for place, link in enumerate(_LINK.findall(index.content_string))
    }


def _menu(folder: str, uris: list[str], order: dict[str, int]) -> Menu:
    """The pages and folders of a folder: first its index, then by the index, then by name."""
    here = {uri for uri in uris if uri.startswith(folder)}
    pages = {uri for uri in here if "/" not in uri.removeprefix(folder)}
    folders = {f"{folder}{uri.removeprefix(folder).split('/')[0]}/" for uri in here - pages}

    def place(uri: str) -> tuple[bool, int, str]:
        inside = [order.get(each, len(order)) for each in here if each.startswith(uri)]
        mine = order.get(f"{uri}index.md", min(inside))
        return uri != f"{folder}index.md", mine, uri

    return [
        {_TITLES[each.split("/")[-2]]: _menu(each, uris, order)} if each in folders else each
        for each in sorted(pages | folders, key=place)
    ]


def _add_examples(files: Files, config: MkDocsConfig) -> None:
    """The golden pages by folder, and an index of them below what the index says."""
    written = files.src_uris["eksempler/index.md"]
    index = written.content_string
    for folder, heading in _FOLDERS.items():
        found = sorted((GOLDEN / folder).glob("*.md"))
        index += f"\n## {heading}\n\n" if found else ""
        for path in found:
            place = f"{folder}/{path.name}"
            index += f"- [{_title(path)}]({place})\n"
            content = path.read_text(encoding="utf-8")
            files.append(File.generated(config, f"eksempler/{place}", content=content))
    files.remove(written)
    files.append(File.generated(config, written.src_uri, content=index))


def _title(path: Path) -> str:
    found = _TITLE.match(path.read_text(encoding="utf-8"))
    return found[1] if found else path.stem


class CaseLexer(JsonLexer):
    """The facts of a golden page."""

    name = "sak"


for lexer, aliases in ((RuleLexer, ("ntr", "linjer", "regler")), (CaseLexer, ("sak",))):
    lexers.LEXERS[lexer.__name__] = (lexer.__module__, lexer.name, aliases, (), ())
    lexers._lexer_cache[lexer.name] = lexer  # noqa: SLF001 - else a lexer must be a package
