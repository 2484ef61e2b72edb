"""Pages whose rules can be tried where they stand, in the workbench that the site carries.

The workbench is built by itself (`make arbeidsbenk`). Where that is not done, the site is built
without it, and says so.
"""

import json
import logging
import re
import shutil
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.pages import Page

from support.docs_page import ROOT, DocPage, read_page

BENCH = ROOT / "build" / "arbeidsbenk.html"
PLACE = "benk/arbeidsbenk.html"
LOG = logging.getLogger("mkdocs.levende")
_RULEBOOK = re.compile(r"^```ntr\nregelverk [\s\S]*?^```\n", re.MULTILINE)
_TRY = """
<details class="prov">
<summary>Prøv reglene her</summary>
<iframe title="Reglene på denne siden i arbeidsbenken" data-address="{address}"></iframe>
<p><a href="{address}" target="_blank">Åpne dem i et eget vindu</a></p>
</details>
"""


def is_built() -> bool:
    """Whether there is a workbench to carry; where there is none, that is said."""
    if not BENCH.is_file():
        LOG.info("arbeidsbenken er ikke bygd, så eksemplene kan ikke prøves: «make arbeidsbenk»")
    return BENCH.is_file()


def carried(site: Path) -> None:
    """Let the site have the workbench."""
    (site / PLACE).parent.mkdir(exist_ok=True)
    shutil.copyfile(BENCH, site / PLACE)


def with_trial(markdown: str, page: Page) -> str:
    """The page with a bench below its first rules, where they are a rulebook."""
    found = _RULEBOOK.search(markdown)
    if found is None:
        return markdown
    source = read_page(Path(page.file.abs_src_path or ""))
    address = f"{'../' * page.url.count('/')}{PLACE}#eksempel={_packed(source)}"
    end = found.end()
    return f"{markdown[:end]}{_TRY.format(address=address)}{markdown[end:]}"


def _packed(page: DocPage) -> str:
    example = {"name": "eksempel", "rules": page.rules, "cases": "".join(_cases(page))}
    return urlsafe_b64encode(json.dumps(example, ensure_ascii=False).encode()).decode().rstrip("=")


def _cases(page: DocPage) -> Iterator[str]:
    """The cases that the page's commands judge, a line each, by the names of their files."""
    for name, text in page.files.items():
        if name.endswith(".json"):
            told = json.loads(text)
            for each in told if isinstance(told, list) else [told]:
                named = {"sak": Path(name).stem, **each}
                yield json.dumps(named, ensure_ascii=False) + "\n"
