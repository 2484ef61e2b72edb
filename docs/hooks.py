"""What the site does besides turning pages into pages.

- Pages of a folder stand in the menu in the order in which the folder's index links to them.
- The golden pages are shown under «Eksempler», just as the tests read them.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
_LINK = re.compile(r"\]\(([^)#:]+?\.md)\)")
_TITLE = re.compile(r"# (.+)")
_FOLDERS = {
    "vurder": "Saker som blir vurdert",
    "kontroller": "Regelfiler med feil",
}
_INDEX = """\
# Eksempler

Hver side her er også en prøve. Reglene, saken og svaret som er ventet, er skrevet for hånd ut fra
kildene. Alle måtene motoren regner på, må gi det svaret.
"""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the golden pages, and put every folder in the order of its index."""
    _add_examples(files, config)
    order = {
        f"{_folder(index)}{link}": place
        for index in files
        if index.src_uri.endswith("index.md")
        for place, link in enumerate(_LINK.findall(index.content_string), 1)
    }
    return Files(sorted(files, key=lambda each: _place(each.src_uri, order)))


def _place(uri: str, order: dict[str, int]) -> tuple[tuple[int, str], ...]:
    """Where a page stands: at each level by its place in the index, and then by name."""
    parts = uri.split("/")
    places = []
    for depth, part in enumerate(parts, 1):
        below = "/".join(parts[:depth])
        own = order.get(below) or order.get(f"{below}/index.md", len(order) + 1)
        places.append((0 if part == "index.md" else own, part))
    return tuple(places)


def _folder(file: File) -> str:
    return file.src_uri.removesuffix("index.md")


def _add_examples(files: Files, config: MkDocsConfig) -> None:
    index = _INDEX
    for folder, heading in _FOLDERS.items():
        found = sorted((GOLDEN / folder).glob("*.md"))
        index += f"\n## {heading}\n\n" if found else ""
        for path in found:
            page = path.read_text(encoding="utf-8")
            title = _TITLE.match(page)
            place = f"{folder}/{path.name}"
            index += f"- [{title[1] if title else path.stem}]({place})\n"
            files.append(File.generated(config, f"eksempler/{place}", content=page))
    files.append(File.generated(config, "eksempler/index.md", content=index))
