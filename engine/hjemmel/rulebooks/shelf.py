"""Finding rulebooks, and what they are read with."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

from hjemmel import resources
from hjemmel.core.program import Kind
from hjemmel.files.reading import Once, as_on_disk, composed
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.unusable import NOT_FOUND, UnusableError
from hjemmel.source.source import Source

GRAMMAR_FILES = ("ntr.lark", "bokmaal.lark", "literals.lark")
SHIPPED = ("forskrift_kap4", "erne")
FOLDER = "kilder"
SENTENCES = f"{FOLDER}/setninger.tsv"
_KINDS = "|".join((*(each.value for each in Kind), "formodning", "slutning"))
_A_NORM = rf"^\s*({_KINDS})\b"
_NEARLY = re.compile(r"\.ntr\.(txt|docx?|rtf|odt|md)$", re.IGNORECASE)
"""What a rule file is called where a program put its own ending to the name."""
_FLAGS = re.MULTILINE | re.IGNORECASE


@frozen(eq=False)
class Shelf:
    """Rule files at hand, which of them to use, and what has been read of them.

    `rivals` are files that have the name of another on the shelf, which nobody can tell it from.
    """

    files: Mapping[str, Path]
    names: tuple[str, ...]
    rivals: Mapping[str, Path] = {}
    read: Once = field(factory=Once)
    texts: dict[str, Source | Refused] = field(factory=dict)


def shelf(wanted: Sequence[str]) -> Shelf:
    """The rulebooks asked for, by name, file or folder; all that are shipped when none are.

    A rulebook is a rule file and all it builds on. A folder is one: its files that have norms.
    What is given by path sees the other files of its folder, and then those shipped.
    """
    shipped = rule_files(resources.folder("rules"))
    if not wanted:
        return Shelf(shipped, tuple(name for name in shipped if name in SHIPPED))
    read, names = Once(), []
    own: dict[str, Path] = {}
    rivals: dict[str, Path] = {}
    for each in wanted:
        path = as_on_disk(Path(each))
        if each in shipped or not (path.suffix == ".ntr" or path.exists()):
            names.append(composed(each))
            continue
        found = _given(path)
        names += _rulebooks(found, read) if path.is_dir() else [composed(path.stem)]
        rivals |= {name: at for name, at in found.items() if _other(own.get(name), at)}
        own = found | own
    return Shelf(shipped | own, tuple(dict.fromkeys(names)), rivals, read)


def rule_files(folder: Path) -> dict[str, Path]:
    """The rule files of a folder by name; a folder within it is none, whatever it is called."""
    found = sorted(each for each in folder.glob("*") if each.suffix.lower() == ".ntr")
    return {composed(each.stem): each for each in found if not each.is_dir()}


def given_files(given: Sequence[Path]) -> tuple[Path, ...]:
    """The rule files given, those of a folder one by one; all that are shipped when none are."""
    found: list[Path] = []
    for path in map(as_on_disk, given or (resources.folder("rules"),)):
        if not os.path.lexists(path):
            raise UnusableError(NOT_FOUND, f"filen {path} finnes ikke",
                                "skriv navnet på en regelfil, med «.ntr» til slutt")  # fmt: skip
        found += _in(path).values() if path.is_dir() else (path,)
    return tuple(found)


def _given(path: Path) -> dict[str, Path]:
    """The files that come with a path: the folder it is, or stands in; itself before them."""
    return _in(path) if path.is_dir() else rule_files(path.parent) | {composed(path.stem): path}


def _in(folder: Path) -> dict[str, Path]:
    found = rule_files(folder)
    if not found:
        raise UnusableError(NOT_FOUND, f"mappen {folder} har ingen regelfiler",
                            "en regelfil har «.ntr» til slutt i navnet")  # fmt: skip
    for each in sorted(folder.glob("[!.]*")):
        if _NEARLY.search(each.name):
            raise UnusableError(NOT_FOUND, f"filen {each} blir ikke lest som en regelfil",
                                "gi den et navn med «.ntr» til slutt, eller flytt den ut av mappen"
                                )  # fmt: skip
    return found


def _rulebooks(files: Mapping[str, Path], read: Once) -> list[str]:
    """Those of a folder's files that have norms; the others are what they build on."""
    return [name for name, path in files.items() if _has_norms(read(path))] or list(files)


def rulebooks_in(folder: Path, read: Once) -> tuple[str, ...]:
    """The rulebooks of a folder, by name."""
    return tuple(_rulebooks(rule_files(folder), read))


def has_norms_of_its_own(folder: Path, read: Once) -> bool:
    """Whether a rule file of a folder has norms, so that it is more than words for others."""
    return any(_has_norms(read(path)) for path in rule_files(folder).values())


def _has_norms(content: bytes | Refused) -> bool:
    """What cannot be read is used, and so told of, rather than left out in silence."""
    if isinstance(content, Refused):
        return True
    try:
        return may_have_norms(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return True


def may_have_norms(text: str) -> bool:
    """Whether some line of a rule file begins as a norm does."""
    return re.search(_A_NORM, composed(text), _FLAGS) is not None


def _other(one: Path | None, another: Path) -> bool:
    """Whether two paths are two files, as far as can be told."""
    try:
        return one is not None and not one.samefile(another)
    except OSError:
        return False


def grammar(read: Once) -> str:
    """The text of the grammar."""
    return "\n".join(_grammar_text(read(path)) for path in grammar_files())


def grammar_files() -> tuple[Path, ...]:
    """The files of the grammar, in their order."""
    folder = resources.folder("grammar")
    return tuple(folder / name for name in GRAMMAR_FILES)


def _grammar_text(found: bytes | Refused) -> str:
    if isinstance(found, Refused):
        raise FileNotFoundError(f"hjemmel is installed without its grammar: {found.reason}")
    return found.decode()


def account(on: Shelf) -> Path | None:
    """The account of the source sentences that a rulebook's citations are checked against.

    One that stands beside the rule file goes first; that of the shipped rules is
    for them, and for copies of them.
    """
    shipped = resources.folder("rules")
    for name in on.names:
        beside = on.files[name].parent / SENTENCES if name in on.files else shipped
        if beside in on.read.kept or beside.is_file():  # that of a revision is on no disk
            return beside
    ours = {path.stem for path in shipped.glob("*.ntr")}
    return shipped / SENTENCES if ours & set(on.names) else None
