"""Where the grammar, the rule files and the portfolio are found.

A wheel carries copies of them inside the package, under ``_resources``. A checkout, and so an
editable install, has the originals at its top: two levels up. The copy is asked for first, because
a wheel has nothing of ours two levels up.
"""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parents[1])


def folder(name: Literal["grammar", "rules", "data"]) -> Path:
    """Give the folder of that name; that it is missing means a broken installation."""
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(f"hjemmel is installed without its folder «{name}»")


def text(name: Literal["grammar", "rules", "data"], file: str) -> str:
    """Give the text of one file of that folder."""
    return (folder(name) / file).read_text(encoding="utf-8")


def built(name: str) -> Path | None:
    """A file of the page that the local workbench shows, if it is built; a wheel has it."""
    found = _PACKAGE / "_resources" / "web" / name
    return found if found.is_file() else None


def one_file() -> Path | None:
    """The workbench as one file, if it is built in the checkout; no wheel has it."""
    found = _PACKAGE.parents[1] / "build" / "arbeidsbenk.html"
    return found if found.is_file() else None
