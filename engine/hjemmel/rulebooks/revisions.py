"""Rulebooks as they were at a revision in git: files are read out of it, and none is written."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from attrs import frozen

from hjemmel import resources
from hjemmel.files.reading import Once, as_on_disk, composed
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.shelf import FOLDER, Shelf, may_have_norms, rule_files
from hjemmel.rulebooks.unusable import NOT_FOUND, UnusableError

_USUAL = "rules"
_FORM = "skriv REVISJON:STI, for eksempel HEAD~1:regler eller v1.0:regler/forskrift.ntr"


@frozen
class Revision:
    """A revision in a git work tree, and a path from its top."""

    top: Path
    name: str
    commit: str
    path: str

    @property
    def label(self) -> str:
        """As somebody would write it."""
        return f"{self.name}:{self.path}" if self.path else self.name


def revision(given: str, beside: str = "") -> Revision | None:
    """The revision that is meant; None where what is given does not look like one.

    «REVISJON:STI», with the path from the working folder; or a revision alone, which means the
    rules there: what is named `beside` it, else the folder «rules», else the working folder.
    UnusableError where it is meant as one, and there is none.
    """
    name, colon, path = given.partition(":")
    if not colon:
        return _alone(given, beside)
    if not name or not path:
        raise UnusableError(NOT_FOUND, f"«{given}» er ingen revisjon med en sti", _FORM)
    at = _placed(path)
    commit = _commit(at.top, name)
    if commit is None:
        raise UnusableError(NOT_FOUND, f"git kjenner ingen revisjon «{name}»",
                            "«git log» og «git tag» viser dem som finnes")  # fmt: skip
    found = Revision(at.top, name, commit, at.path)
    if not _git(at.top, "ls-tree", commit, "--", at.path or ".").strip():
        raise UnusableError(NOT_FOUND, f"«{path}» finnes ikke i revisjonen «{name}»",
                            "stien skrives fra mappen du står i")  # fmt: skip
    return found


def _alone(given: str, beside: str) -> Revision | None:
    if given.startswith("-") or not shutil.which("git"):
        return None
    top = _top(Path.cwd())
    commit = _commit(top, given) if top else None
    if top is None or commit is None:
        return None
    for path in filter(None, (beside, _USUAL, ".")):
        place = _within(top, Path(path))
        if place is not None and _git(top, "ls-tree", commit, "--", place or ".").strip():
            return Revision(top, given, commit, place)
    raise UnusableError(NOT_FOUND, f"fant ingen regler i revisjonen «{given}»", _FORM)


@frozen
class _Place:
    top: Path
    path: str


def _placed(path: str) -> _Place:
    if not shutil.which("git"):
        raise UnusableError(NOT_FOUND, f"git er ikke installert, og uten det kan «{path}» ikke "
                            "leses fra en revisjon", "installer git, eller legg de to utgavene i "
                            "hver sin mappe")  # fmt: skip
    at = Path(path)
    folder = next(each for each in (at, *at.absolute().parents) if each.is_dir())
    top = _top(folder)
    inside = _within(top, at) if top else None
    if top is None or inside is None:
        raise UnusableError(NOT_FOUND, f"«{path}» ligger ikke i et prosjekt som git kjenner",
                            "stå i mappen der prosjektet er, eller legg de to utgavene i hver sin "
                            "mappe")  # fmt: skip
    return _Place(top, inside)


def _within(top: Path, path: Path) -> str | None:
    """The path from the top of the work tree; None where it is outside."""
    try:
        found = as_on_disk(path).absolute().resolve().relative_to(top.resolve())
    except ValueError:
        return None
    return "" if found == Path() else found.as_posix()


def shelf_at(of: Revision) -> Shelf:
    """The rulebook of a path as it was at the revision, with the account that stood beside it.

    A file sees those of its folder, and then those that come along, as a file on disk does.
    """
    single = of.path.endswith(".ntr")
    folder = str(PurePosixPath(of.path).parent) if single else of.path
    kept = dict(_contents(of, "" if folder == "." else folder))
    found = {
        composed(path.stem): path
        for path in kept
        if path.suffix == ".ntr" and path.parent.name != FOLDER
    }
    if not found:
        raise UnusableError(NOT_FOUND, f"{of.label} har ingen regelfiler",
                            "en regelfil har «.ntr» til slutt i navnet")  # fmt: skip
    if single:
        names = [composed(PurePosixPath(of.path).stem)]
    else:
        names = [name for name, path in found.items() if _has_norms(kept[path])] or [*found]
    shipped = rule_files(resources.folder("rules"))
    return Shelf(shipped | found, tuple(names), {}, Once(kept=kept))


def _has_norms(content: bytes | Refused) -> bool:
    return isinstance(content, bytes) and may_have_norms(content.decode("utf-8-sig", "replace"))


def _contents(of: Revision, folder: str) -> Iterator[tuple[Path, bytes | Refused]]:
    """The rule files of a folder and its account, by the paths that messages give them."""
    listed = _git(of.top, "ls-tree", "-r", "-z", of.commit, "--", folder or ".")
    for line in filter(None, listed.split("\0")):
        name = line.partition("\t")[2]
        path = PurePosixPath(name)
        within = path.relative_to(folder) if folder else path
        is_rule = path.suffix == ".ntr" and len(within.parts) == 1
        is_account = path.suffix == ".tsv" and within.parts[:-1] == (FOLDER,)
        if is_rule or is_account:
            content = _run(of.top, "show", f"{of.commit}:{name}").stdout
            yield Path(f"{of.name}:{name}"), content


def _top(at: Path) -> Path | None:
    found = _run(at, "rev-parse", "--show-toplevel")
    return Path(found.stdout.decode().strip()) if found.returncode == 0 else None


def _commit(top: Path, name: str) -> str | None:
    found = _run(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.stdout.decode().strip() if found.returncode == 0 else None


def _git(top: Path, *arguments: str) -> str:
    found = _run(top, *arguments)
    if found.returncode:
        told = found.stderr.decode(errors="replace").strip().splitlines()
        raise UnusableError(NOT_FOUND, f"git svarte: {told[-1] if told else 'ingenting'}", _FORM)
    return found.stdout.decode(errors="replace")


def _run(at: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """What git says; it is asked in the work tree, and never for anything that changes it."""
    command = ["git", "-C", str(at), "-c", "core.quotepath=off", *arguments]
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603
