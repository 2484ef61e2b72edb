"""A rulebook ready to use, or its diagnostics and the end."""

import gc
import sys
from typing import TYPE_CHECKING

import click

from hjemmel.cli.cache import keep, kept_program
from hjemmel.cli.ending import WRONG_USE, stop
from hjemmel.cli.library import Files
from hjemmel.cli.rulebooks import Shelf, account, grammar, shelf
from hjemmel.core.program import Program

if TYPE_CHECKING:
    from hjemmel.diagnostics.checked import Checked
    from hjemmel.diagnostics.diagnostic import Diagnostic


def load_program(wanted: tuple[str, ...]) -> Program:
    """The program of the rulebooks asked for. Ends the command where they have errors.

    What is there by then stays to the end, so the garbage collector need not look at it again.
    """
    program = _loaded(wanted)
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    return program


def _loaded(wanted: tuple[str, ...]) -> Program:
    on = shelf(wanted)
    kept = kept_program(on)
    if kept is not None:
        return kept
    checked = compiled(on)
    if not checked.ok:
        show_diagnostics(checked.diagnostics, sources(on))
        click.echo("Regelverket kan ikke brukes før feilene er rettet.", err=True)
        sys.exit(WRONG_USE)
    keep(on, checked.value)
    return checked.value


def compiled(on: Shelf) -> "Checked[Program]":
    """The rulebooks of a shelf compiled now."""
    from hjemmel.pipeline import compile_rules
    from hjemmel.source.sentences import parse_sentences

    library = sources(on)
    for name in on.names:
        if name not in library:
            stop(f"fant ikke regelverket «{name}»",
                 f"regelverkene er {', '.join(sorted(library))}; en egen fil skrives med "
                 "«.ntr» til slutt")  # fmt: skip
    place = account(on)
    sentences = parse_sentences(place.read_text(encoding="utf-8")) if place else None
    return compile_rules(on.names, library, grammar(), sentences)


def sources(on: Shelf) -> Files:
    """The texts of the rule files, each read when it is asked for."""
    return Files(on.files)


def show_diagnostics(found: tuple["Diagnostic", ...], files: Files) -> None:
    """Print diagnostics with the lines they are about, and how many there were."""
    from hjemmel.diagnostics.render_text import render, summary

    about = frozenset(each.span.file for each in found)
    lines = {source.name: source.lines for source in files.read_as(about)}
    for each in found:
        click.echo(render(each, lines.get(each.span.file, [])), err=True)
        click.echo(err=True)
    if found:
        click.echo(summary(found), err=True)
