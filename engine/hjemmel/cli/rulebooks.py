"""Finding rulebooks, and what they are read with."""

from pathlib import Path

from attrs import frozen

from hjemmel import resources

GRAMMAR_FILES = ("ntr.lark", "bokmaal.lark", "literals.lark")
SHIPPED = ("forskrift_kap4", "erne")
FOLDER = "kilder"
SENTENCES = f"{FOLDER}/setninger.tsv"


@frozen
class Shelf:
    """Rule files at hand, and which of them to use."""

    files: dict[str, Path]
    names: tuple[str, ...]


def shelf(wanted: tuple[str, ...]) -> Shelf:
    """The rulebooks asked for, by name or by path; all that are shipped when none are.

    A rule file given by path sees the other files of its folder, and then those shipped.
    """
    files = _files(resources.folder("rules"))
    if not wanted:
        return Shelf(files, tuple(name for name in files if name in SHIPPED))
    names = []
    for each in wanted:
        path = Path(each)
        if path.suffix == ".ntr" or path.is_file():
            files |= _files(path.parent)
            files[path.stem] = path
            names.append(path.stem)
        else:
            names.append(each)
    return Shelf(files, tuple(dict.fromkeys(names)))


def _files(folder: Path) -> dict[str, Path]:
    """The rule files of a folder by name; a folder within it is none, whatever it is called."""
    return {each.stem: each for each in sorted(folder.glob("*.ntr")) if each.is_file()}


def grammar() -> str:
    """The text of the grammar."""
    return "\n".join(resources.text("grammar", name) for name in GRAMMAR_FILES)


def account(on: Shelf) -> Path | None:
    """The account of the source sentences that a rulebook's citations are checked against.

    One that stands beside the rule file goes first; that of the shipped rules is
    for them, and for copies of them.
    """
    shipped = resources.folder("rules")
    for name in on.names:
        beside = on.files[name].parent / SENTENCES if name in on.files else shipped
        if beside.is_file():
            return beside
    ours = {path.stem for path in shipped.glob("*.ntr")}
    return shipped / SENTENCES if ours & set(on.names) else None
