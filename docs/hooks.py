"""What the site does besides turning pages into pages.

- A folder's pages stand in the menu in the order in which its index links to them.
- The golden pages are shown under «Eksempler», just as the tests read them.
- Rules are coloured: line words, names in «…», and what they cite.
"""

import re
import sys
from pathlib import Path
from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pygments import lexers
from pygments.lexer import RegexLexer
from pygments.token import Comment, Keyword, Name, String, Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "engine"))  # a checkout with nothing of ours installed

from hjemmel.resources import text  # noqa: E402 - found only now
from hjemmel.syntax.lexicon import line_words  # noqa: E402

_LINK = re.compile(r"\]\(([^)#:]+?\.md)\)")
_TITLE = re.compile(r"# (.+)")
_FOLDERS = {
    "vurder": "Saker som blir vurdert",
    "kontroller": "Regelfiler med feil",
}
_TITLES = {
    "språk": "Språket",
    "feil": "Feil og advarsler",
    "beslutninger": "Beslutninger",
    "eksempler": "Eksempler",
    **_FOLDERS,
}
_INDEX = """\
# Eksempler

Hver side her er også en prøve. Reglene, saken og svaret som er ventet, er skrevet for hånd ut fra
kildene. Alle måtene motoren regner på, må gi det svaret.
"""

Menu = list["str | dict[str, Menu]"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the golden pages, and make the menu."""
    _add_examples(files, config)
    uris = [each.src_uri for each in files.documentation_pages()]
    config.nav = _menu("", uris, _order(files))
    return files


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
        index = f"{uri}index.md" if uri.endswith("/") else uri
        return uri != f"{folder}index.md", order.get(index, len(order)), uri

    return [
        {_TITLES[each.split("/")[-2]]: _menu(each, uris, order)} if each in folders else each
        for each in sorted(pages | folders, key=place)
    ]


def _add_examples(files: Files, config: MkDocsConfig) -> None:
    index = _INDEX
    for folder, heading in _FOLDERS.items():
        found = sorted((ROOT / "tests" / "golden" / folder).glob("*.md"))
        index += f"\n## {heading}\n\n" if found else ""
        for path in found:
            page = path.read_text(encoding="utf-8")
            title = _TITLE.match(page)
            place = f"{folder}/{path.name}"
            index += f"- [{title[1] if title else path.stem}]({place})\n"
            files.append(File.generated(config, f"eksempler/{place}", content=page))
    files.append(File.generated(config, "eksempler/index.md", content=index))


class RuleLexer(RegexLexer):
    """The colours of a rule file, from the grammar's own line words."""

    name = "ntr"
    flags = re.MULTILINE | re.IGNORECASE
    _WORDS = "|".join(
        each.pattern.pattern
        for each in line_words(text("grammar", "bokmaal.lark"))
        if each.terminal not in ("STED", "PARAGRAF", "AVSNITT", "MERKNAD", "STREK")
    )
    tokens: ClassVar = {
        "root": [
            (r"^ *merknad\b.*$", Comment),
            (r"^ *(med egne ord|antatt|forutsatt|betyr(?! at))\b.*$", Comment),
            (r"^(§|avsnitt\b).*$", Name.Class),
            (rf"^ *({_WORDS})", Keyword),
            (r"^ *[–-](?= )", Keyword),
            (r"«[^«»\n]*»", String),
            (r", etter (?=forskrift|veileder|nettside)[^:\n]*", Name.Decorator),
            (r"[^«,\n]+|[«,]", Text),
            (r"\n", Text),
        ]
    }


lexers.LEXERS["RuleLexer"] = ("docs.hooks", "ntr", ("ntr", "linjer", "regler"), (), ())
lexers._lexer_cache["ntr"] = RuleLexer  # noqa: SLF001 - the only way to add one without a package
