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
