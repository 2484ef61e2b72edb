"""Rule files on disk, some of them open in an editor: what is found of them, and what is beside.

This reads files; what is open is read from the texts given.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from hjemmel.engine.diagnostics import Diagnostic, diagnostics_of
from hjemmel.engine.errors import RulebookError
from hjemmel.rulebooks.compiling import compiled, in_files
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.open_texts import (
    Beside,
    OpenTexts,
    beside,
    paths_by_shown_name,
    rule_files_below,
    shelf_with,
)
from hjemmel.rulebooks.unusable import UnusableError

NOTHING_OPEN: OpenTexts = {}


@frozen
class CheckedFile:
    """All that is found of a file and of those that it builds on, as `ntr kontroller` finds it.

    `paths` are where the files are that the diagnostics name, and `texts` what they hold.
    """

    diagnostics: tuple[Diagnostic, ...]
    paths: Mapping[str, Path]
    texts: Mapping[str, str]


def check_file(path: Path, opened: OpenTexts = NOTHING_OPEN) -> CheckedFile:
    """Check a rule file as `ntr kontroller` does. RulebookError where it cannot be read."""
    try:
        on = shelf_with(path, opened)
        files = Files(on)
        found = diagnostics_of(in_files(compiled(on).diagnostics, files))
        named = {at for each in found for at in (each.file, *(note.file for note in each.notes))}
        texts = {source.name: source.raw for source in files.read_as(frozenset(named))}
    except UnusableError as wrong:
        raise RulebookError(wrong.code, wrong.reason, (), wrong.help) from None
    return CheckedFile(found, paths_by_shown_name(on), texts)


def files_beside(path: Path, opened: OpenTexts = NOTHING_OPEN) -> Beside:
    """The rule files that a file is seen together with, by the names that rules know them by."""
    return beside(path, opened)


def files_below(folder: Path) -> Iterator[Path]:
    """The rule files of a folder and of those within it."""
    return rule_files_below(folder)
