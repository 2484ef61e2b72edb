"""The places of cases with those of their lists: as somebody has said, or by the names of files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.said_places import said_lists
from hjemmel.cli.telling import tell
from hjemmel.facts.reading import place_of
from hjemmel.facts.source_file import TABLE, Place
from hjemmel.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from hjemmel.cli.inputs import Given
    from hjemmel.core.program import Program
    from hjemmel.facts.cell_locations import At


def with_lists(files: Sequence[Place], given: "Given", program: "Program") -> list[Place]:
    """The files and what is in the database, each with its lists."""
    if not given.asks_database and not given.lists and not any(each.path for each in files):
        return list(files)
    vocabulary = Vocabulary.of(program.schema)
    found = _by_names(files, vocabulary)
    if given.asks_database:
        from hjemmel.cli.database import place_in

        return [*found, place_in(given, vocabulary)]
    if not given.lists:
        _tell_beside(found, vocabulary)
        return found
    return _as_said(found, given.lists, vocabulary)


def _as_said(places: list[Place], lists: Sequence[str], vocabulary: Vocabulary) -> list[Place]:
    """One file of cases, with lists in files that have any names."""
    said = said_lists(lists, vocabulary)
    paths = {Path(where) for _, where in said}
    mains = [each for each in places if each.path not in paths]
    if len(mains) != 1 or mains[0].path is None:
        stop("--liste gjelder én fil med saker", "gi bare den filen listene hører til")
    elsewhere = {at: place_of(Path(where)) for at, where in said}
    return [evolve(mains[0], lists={**mains[0].lists, **elsewhere})]


def _by_names(places: Sequence[Place], vocabulary: Vocabulary) -> list[Place]:
    """The places of cases; a file that is called as the list of another is that."""
    from hjemmel.facts.related_files import related

    paths = [each.path for each in places if each.path is not None]
    found = list(related(paths, vocabulary)) if len(paths) > 1 else []
    lists: dict[Path, dict[At, Place]] = {}
    for each in found:
        own = lists.setdefault(each.main, {})
        if each.at in own:
            stop(f"{own[each.at].name} og {each.file} gjelder samme liste, «{'.'.join(each.at)}»",
                 "samle radene i én fil")  # fmt: skip
        own[each.at] = place_of(each.file)
    taken = {each.file for each in found}
    return [evolve(each, lists=lists.get(each.path, {}) if each.path else {})
            for each in places if each.path not in taken]  # fmt: skip


def _tell_beside(places: Sequence[Place], vocabulary: Vocabulary) -> None:
    """Of files that lie beside and are called as lists, that they are not read."""
    from hjemmel.facts.related_files import beside

    for each in places:
        if each.path is not None and each.form != TABLE:
            read = {place.path for place in each.lists.values()}
            for file in beside(each.path, vocabulary):
                if file not in read:
                    tell(f"merk: {file} er ikke lest; gi den også, hvis den har en liste til "
                         f"sakene i {each.name}")  # fmt: skip
