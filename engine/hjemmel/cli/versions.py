"""Two versions of a rulebook as people name them: files, folders, names, revisions in git."""

from pathlib import Path

from attrs import frozen

from hjemmel.cli.exit_codes import stop
from hjemmel.files.reading import as_on_disk
from hjemmel.rulebooks.revisions import revision, shelf_at
from hjemmel.rulebooks.shelf import SHIPPED, Shelf, shelf

_ENDING = ".ntr"


@frozen(eq=False)
class Given:
    """A version: what it is called, and its rule files."""

    label: str
    on: Shelf


def two_versions(old: str, new: str) -> tuple[Given, Given]:
    """The two; a revision alone means the rules that the other names, as they were then."""
    return version(old, new), version(new, old)


def version(given: str, other: str = "") -> Given:
    """One version. The command ends where there is none such."""
    if _is_here(given):
        return Given(given, shelf([given]))
    beside = other if _is_path(other) else ""
    found = revision(given, beside)
    if found is None:
        stop(f"«{given}» er verken en fil, en mappe, et regelverk eller en revisjon i git",
             "skriv en regelfil med «.ntr» til slutt, en mappe, eller REVISJON:STI, for eksempel "
             "HEAD~1:regler")  # fmt: skip
    return Given(found.label, shelf_at(found))


def _is_here(given: str) -> bool:
    """Whether it is a rulebook by name, or a path: what a rule file is called, is meant as one."""
    is_file = given.endswith(_ENDING) and ":" not in given
    return given in SHIPPED or is_file or _is_path(given)


def _is_path(given: str) -> bool:
    return bool(given) and as_on_disk(Path(given)).exists()
