"""The rules that are gone through, and what they are held against where nobody says it."""

import os
from pathlib import Path

from hjemmel.cli.versions import Given, version
from hjemmel.files.reading import Once
from hjemmel.rulebooks.revisions import revision, shelf_at
from hjemmel.rulebooks.shelf import has_norms_of_its_own, shelf
from hjemmel.rulebooks.unusable import UnusableError

_LATEST = "HEAD"
SHIPPED = "reglene som følger med"


def versions(folder: Path, against: str | None) -> tuple[Given, Given | None]:
    """The rules, and what they are held against: what is given, the last revision, or what is
    shipped under the same names; nothing where there is none of these."""
    new = _rules(folder)
    if against is not None:
        return new, version(against, os.fspath(folder))
    return new, _last_revision(folder) or _shipped(new)


def _rules(folder: Path) -> Given:
    """Those of the folder; where the one we stand in has none, those that are shipped."""
    if folder == Path() and not has_norms_of_its_own(folder, Once()):
        return Given(SHIPPED, shelf([]))
    given = os.fspath(folder) if folder != Path() else "./"
    return Given(given, shelf([given]))


def _last_revision(folder: Path) -> Given | None:
    """As they were saved last, where they are kept in git and were there then."""
    try:
        found = revision(f"{_LATEST}:{os.fspath(folder)}")
    except UnusableError:
        return None
    return None if found is None else Given(f"siste revisjon i git ({found.label})",
                                            shelf_at(found))  # fmt: skip


def _shipped(new: Given) -> Given | None:
    shipped = shelf([])
    names = [each for each in new.on.names if each in shipped.files]
    is_same = all(new.on.files[each] == shipped.files[each] for each in names)
    return None if not names or is_same else Given(SHIPPED, shelf(names))
