"""A rulebook ready to use, or its diagnostics and the end."""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from hjemmel.cli.cache import entry_of, keep, kept_program
from hjemmel.cli.ending import WRONG_USE, stop
from hjemmel.cli.library import Files
from hjemmel.cli.rulebooks import Shelf, account, grammar, shelf
from hjemmel.cli.telling import tell, tell_lines
from hjemmel.core.program import Program
from hjemmel.files.refused import Refused

if TYPE_CHECKING:
    from hjemmel.diagnostics.checked import Checked
    from hjemmel.diagnostics.diagnostic import Diagnostic
    from hjemmel.source.sentences import Sentences
    from hjemmel.source.span import Span


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


def compiled(on: Shelf) -> "Checked[Program]":
    """The rulebooks of a shelf compiled now."""
    from hjemmel.pipeline import compile_rules

    require(on)
    return compile_rules(on.names, Files(on), grammar(on.read), sentences_of(on))


def require(on: Shelf) -> None:
    """End the command where a rulebook asked for is not on the shelf, or cannot be read."""
    for name in on.names:
        if name not in on.files:
            stop(f"fant ikke regelverket «{name}»",
                 f"regelverkene er {', '.join(sorted(on.files))}; en egen fil skrives med "
                 "«.ntr» til slutt")  # fmt: skip
        content = on.read(on.files[name])
        if isinstance(content, Refused):
            stop(f"{on.files[name]}: {content.reason}", content.help)


def sentences_of(on: Shelf) -> "Sentences | None":
    """The sentences that the citations of a rulebook are checked against, if it has any."""
    from hjemmel.sources.reading import Unreadable, read_sentences

    place = account(on)
    found = read_sentences(place, on.read) if place else None
    if isinstance(found, Unreadable):
        stop(found.reason, found.help)
    return found


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


def in_files(found: tuple["Diagnostic", ...], files: Files) -> tuple["Diagnostic", ...]:
    """Diagnostics by the columns of the files as they stand, and not of the text as it is read."""
    about = {span.file for each in found for span in _spans(each)}
    by_name = {source.name: source for source in files.read_as(frozenset(about))}

    def moved(span: "Span") -> "Span":
        return by_name[span.file].in_file(span) if span.file in by_name else span

    return tuple(
        evolve(each, span=moved(each.span),
               notes=tuple(evolve(note, span=moved(note.span)) for note in each.notes))
        for each in found
    )  # fmt: skip


def _spans(of: "Diagnostic") -> "tuple[Span, ...]":
    return (of.span, *(each.span for each in of.notes))
