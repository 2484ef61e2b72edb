"""A rulebook ready to use, or its diagnostics and the end."""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hjemmel.cli.cache import entry_of, keep, kept_program
from hjemmel.cli.exit_codes import WRONG_USE
from hjemmel.cli.telling import tell, tell_lines
from hjemmel.core.program import Program
from hjemmel.rulebooks.compiling import compiled, in_files, require
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import Shelf, shelf

if TYPE_CHECKING:
    from hjemmel.diagnostics.diagnostic import Diagnostic


def load_program(wanted: Sequence[str]) -> Program:
    """The program of the rulebooks asked for. Ends the command where they have errors."""
    return program_on(shelf(wanted))


def program_on(on: Shelf) -> Program:
    """The program of the rulebooks of a shelf.

    What is there by then stays to the end, so the garbage collector need not look at it again.
    """
    program = _loaded(on)
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    return program


def _loaded(on: Shelf) -> Program:
    require(on)
    entry = entry_of(on)
    kept = kept_program(entry) if entry is not None else None
    if kept is not None:
        return kept
    checked = compiled(on)
    if not checked.ok:
        show_diagnostics(checked.diagnostics, Files(on))
        tell("Regelverket kan ikke brukes før feilene er rettet.")
        sys.exit(WRONG_USE)
    if entry is not None:
        keep(entry, on, checked.value)
    return checked.value


def show_diagnostics(found: tuple["Diagnostic", ...], files: Files) -> None:
    """Print diagnostics with the lines they are about, and how many there were."""
    from hjemmel.diagnostics.render_text import render, summary

    about = frozenset(each.span.file for each in found)
    lines = {source.name: source.raw_lines for source in files.read_as(about)}
    for each in in_files(found, files):
        tell_lines(render(each, lines.get(each.span.file, [])))
        tell()
    if found:
        tell(summary(found))
