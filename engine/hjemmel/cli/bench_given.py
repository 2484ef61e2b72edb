"""What a workbench begins with: the rules of a folder, its cases, and where it may write."""

import os
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from hjemmel import resources
from hjemmel.cli.cases import today
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.versions import version
from hjemmel.facts.reading import FORMATS
from hjemmel.files.reading import MOST_TEXT, Once, as_on_disk, read
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.compiling import require
from hjemmel.rulebooks.kept_files import KeptFiles, own, text_of
from hjemmel.rulebooks.library import reached, shown_path
from hjemmel.rulebooks.shelf import Shelf, account, has_norms_of_its_own, rule_files, shelf

_MOST_CASES = 32_000_000
_SHIPPED_CASES = "portefolje.jsonl"


@frozen(eq=False)
class Bench:
    """What `Session.start` is given, the folder that may be written in, and the files read."""

    given: dict[str, Any]
    kept: KeptFiles | None
    inputs: tuple[Path, ...]


def on_bench(folder: Path, portfolio: Path | None, against: str | None, day: date | None) -> Bench:
    """The rules of a folder; those that are shipped, where the one we stand in has none."""
    on, home = _rules(folder)
    require(on)
    kept = KeptFiles.of(home) if home else None
    texts = {name: _text(on.files[name]) for name in _with_the_rest(on, home)}
    cases = portfolio or _portfolio(home)
    given: dict[str, Any] = {
        "texts": texts,
        "names": list(on.names),
        "fixed": sorted(set(texts) - own(kept, on.files, texts)) if kept else [],
        "day": (day or today()).isoformat(),
    }
    if sentences := account(on):
        given["sentences"] = _text(sentences)
    if cases is not None:
        given["portfolio"] = _cases(cases)
    if against is not None:
        given |= _against(against, folder, texts)
    files = (*(on.files[each] for each in texts), *([cases] if cases else []))
    return Bench(given, kept, files)


def _rules(folder: Path) -> tuple[Shelf, Path | None]:
    """The shelf, and the folder that is the user's own."""
    if folder == Path() and not has_norms_of_its_own(folder, Once()):
        return shelf([]), None
    at = as_on_disk(folder)
    given = os.fspath(folder) if folder != Path() else "./"
    return shelf([given]), at if at.is_dir() else at.parent


def _with_the_rest(on: Shelf, home: Path | None) -> tuple[str, ...]:
    """The rulebooks and what they build on, with whatever else lies in the folder."""
    beside = rule_files(home) if home else {}
    return tuple(dict.fromkeys((*on.names, *reached(on), *(e for e in beside if e in on.files))))


def _against(against: str, folder: Path, now: Mapping[str, str]) -> dict[str, Any]:
    """The older texts as what changes are held against, and how it is otherwise now."""
    old = version(against, os.fspath(folder)).on
    require(old)
    texts = {name: _of(old.read(old.files[name]), old.files[name])
             for name in dict.fromkeys((*old.names, *reached(old)))}  # fmt: skip
    draft: dict[str, str | None] = {k: v for k, v in now.items() if texts.get(k) != v}
    return {"texts": texts, "names": list(old.names),
            "draft": draft | dict.fromkeys(each for each in texts if each not in now)}  # fmt: skip


def _portfolio(home: Path | None) -> Path | None:
    """The cases beside the rules; those that are shipped, for rules that are."""
    if home is None:
        return resources.folder("data") / _SHIPPED_CASES
    beside = (each for each in sorted(home.glob("portefolje.*")) if each.suffix in FORMATS)
    return next((each for each in beside if each.is_file()), None)


def _cases(path: Path) -> dict[str, str]:
    if path.suffix.lower() not in FORMATS:
        stop(f"{path}: saker leses ikke fra slike filer",
             f"filer med saker slutter på {', '.join(FORMATS)}")  # fmt: skip
    content = read(path, _MOST_CASES)
    if isinstance(content, Refused):
        stop(f"{path}: {content.reason}", content.help)
    return {"name": path.name, "base64": b64encode(content).decode()}


def _text(path: Path) -> str:
    return _of(read(path, MOST_TEXT), path)


def _of(content: bytes | Refused, path: Path) -> str:
    found = content if isinstance(content, Refused) else text_of(content)
    if isinstance(found, Refused):
        stop(f"{shown_path(path)}: {found.reason}", found.help)
    return found
