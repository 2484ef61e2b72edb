"""Which files have the lists of which, by their names, as sheets of a workbook have by theirs.

Beside «tjenester.csv», the list «tjeneste.steder» stands in «tjenester.tjeneste.steder.csv» or
«tjenester.steder.csv»; and beside «saker.csv», also in «tjeneste.steder.csv».
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from hjemmel.facts.names import composed, folded
from hjemmel.facts.source_file import LIST_FORMS
from hjemmel.facts.vocabulary import Vocabulary


@frozen
class Related:
    """A file with the entries of a list, and the file with the cases that they are of."""

    file: Path
    at: tuple[str, str]
    main: Path


def related(files: Sequence[Path], vocabulary: Vocabulary) -> Iterator[Related]:
    """Those of some files that have the lists of others of them."""
    for each in files:
        if each.suffix.lower() in LIST_FORMS:
            found = next(filter(None, (_of(each, main, vocabulary) for main in files)), None)
            if found is not None:
                yield found


def beside(main: Path, vocabulary: Vocabulary) -> list[Path]:
    """The files that lie beside one of cases and are called as its lists."""
    try:
        near = sorted(main.parent.iterdir())
    except OSError:
        return []
    seen = [each for each in near if not each.name.startswith(".")]
    return [each for each in seen
            if each.suffix.lower() in LIST_FORMS and _of(each, main, vocabulary)]  # fmt: skip


def _of(file: Path, main: Path, vocabulary: Vocabulary) -> Related | None:
    """How a file stands to another by its name."""
    if file == main or file.parent != main.parent:
        return None
    stem, start = composed(file.stem), f"{composed(main.stem)}."
    if "." not in stem:
        return None
    from hjemmel.facts.sheet_roles import CASES, list_of, names_whole  # seldom needed

    if stem.startswith(start):
        at = list_of(stem.removeprefix(start), vocabulary)
        return None if at is None else Related(file, at, main)
    if folded(main.stem) == CASES:
        at = list_of(stem, vocabulary)
        if at is not None and names_whole(stem, at, vocabulary):
            return Related(file, at, main)
    return None
