"""Rule files as somebody has them open: the texts of an editor before those on disk."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import evolve, frozen

from hjemmel.files.reading import composed
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.library import Files, reached, shown_path
from hjemmel.rulebooks.shelf import Shelf, account, shelf

SUFFIX = ".ntr"
_MOST_FILES = 2_000
_NOT_OURS = ("node_modules", "__pycache__", "build", "dist", "site")

OpenTexts = Mapping[Path, str]
"""What is open, by path; the paths are absolute."""


@frozen
class Beside:
    """A file with those beside it and those that come along, by the names that rules know.

    `paths` are where they are, and `own` those of the file's own folder. `sentences` is the list of
    source sentences that they are held against, with what it holds, where there is one that can be
    read. What cannot be read is left out.
    """

    name: str
    texts: Mapping[str, str]
    paths: Mapping[str, Path]
    own: frozenset[str]
    sentences: Path | None
    account: str | None


def shelf_with(path: Path, opened: OpenTexts) -> Shelf:
    """The rulebook of a file, as `--regelverk` would have it, with the open texts as its files.

    A file that is open is there, whether or not it is on disk.
    """
    on = shelf((str(path),))
    here = {each: text for each, text in opened.items() if each.parent == path.parent}
    own = {composed(each.stem): each for each in here}
    on = evolve(on, files={**on.files, **own, composed(path.stem): path})
    for each, text in opened.items():
        on.read.kept[each] = text.encode("utf-8", "surrogatepass")
    return on


def paths_by_shown_name(on: Shelf) -> dict[str, Path]:
    """Where the files of a shelf are, by what messages call them."""
    return {shown_path(path): path for path in on.files.values()}


def beside(path: Path, opened: OpenTexts) -> Beside:
    """The texts that a file is seen together with: those of its folder, and what they build on."""
    on = shelf_with(path, opened)
    own = tuple(name for name, each in on.files.items() if each.parent == path.parent)
    files, texts = Files(on), dict[str, str]()
    for name in reached(evolve(on, names=own)):
        found = files.found(name)
        if not isinstance(found, Refused):
            texts[name] = found.raw
    known = {name: on.files[name] for name in texts}
    return Beside(composed(path.stem), texts, known, frozenset(own), *_account(on))


def _account(on: Shelf) -> tuple[Path, str] | tuple[None, None]:
    """The list of source sentences that a rulebook is held against, and its text."""
    from hjemmel.traceability.reading import Unreadable, read_sentences

    place = account(on)
    content = on.read(place) if place else None
    if place is None or not isinstance(content, bytes):
        return None, None
    if isinstance(read_sentences(place, on.read), Unreadable):
        return None, None
    return place, content.decode("utf-8-sig").replace("\r\n", "\n")


def rule_files_below(folder: Path) -> Iterator[Path]:
    """The rule files of a folder and of those within it that are not hidden; not without end."""
    waiting, count = [folder], 0
    while waiting:
        at = waiting.pop()
        try:
            inside = sorted(at.iterdir())
        except OSError:
            continue  # what cannot be looked into has nothing to show
        for each in inside:
            if each.suffix.lower() == SUFFIX and not each.is_dir():
                yield each
                count += 1
                if count == _MOST_FILES:
                    return
            elif (
                not each.name.startswith(".")
                and each.name not in _NOT_OURS
                and (each.is_dir() and not each.is_symlink())
            ):
                waiting.append(each)
