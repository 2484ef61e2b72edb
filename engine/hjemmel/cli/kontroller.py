"""`ntr kontroller`: parse, names, types, periods, logic."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import FINDINGS, stop
from hjemmel.cli.loading import show_diagnostics
from hjemmel.cli.options import FILE, OPTIONS
from hjemmel.cli.telling import say, say_lines
from hjemmel.core.program import Program
from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.rulebooks.compiling import compiled, in_files
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import Shelf, given_files, shelf
from hjemmel.source.shown import shown


@click.command("kontroller", options_metavar=OPTIONS)
@click.argument("filer", metavar="[FIL.ntr|MAPPE]…", nargs=-1, type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(("tekst", "json", "sarif", "github")),
    default="tekst",
    show_default=True,
    help="hva funnene skrives som",
)
@click.option("--lest", "aloud", is_flag=True,
              help="les reglene tilbake slik programmet forstår dem")  # fmt: skip
@click.option("--andre-steder", "elsewhere", is_flag=True,
              help="vis hvor flere normer skriver den samme dagen, tiden, listen …")  # fmt: skip
@click.option("--norm", "wanted", metavar="ID", multiple=True,
              help="bare denne normen, eller en hel bestemmelse; sammen med --lest eller "
              "--andre-steder")  # fmt: skip
def command(
    filer: tuple[Path, ...], form: str, aloud: bool, elsewhere: bool, wanted: tuple[str, ...]
) -> None:
    """Kontroller regelfiler: form, navn, typer, perioder og logikk.

    En mappe er alle regelfilene i den. Uten FIL kontrolleres de regelverkene som følger med.
    """
    if elsewhere and form not in ("tekst", "json"):
        stop("--andre-steder skrives som tekst eller json", f"ta bort «--format {form}»")
    if wanted and not (elsewhere or aloud):
        stop("--norm hører til --lest og --andre-steder", "skriv en av dem også")
    on = shelf([os.fspath(each) for each in given_files(filer)])
    checked = compiled(on)
    if elsewhere and checked.ok:
        _elsewhere(checked, on, form, wanted)
        return
    if form == "tekst":
        show_diagnostics(checked.diagnostics, Files(on))
    else:
        terminal.write(_rendered(in_files(checked.diagnostics, Files(on)), form), None)
    if aloud and checked.ok:
        say_lines("\n".join(map(shown, _read_aloud(checked.value, wanted))).rstrip())
    elif form == "tekst" and not checked.diagnostics:
        count = len(checked.value.norms)
        say(f"{', '.join(on.names)}: ingen feil, {count} normer")
    if not checked.ok:
        sys.exit(FINDINGS)


def _read_aloud(program: Program, wanted: tuple[str, ...]) -> Iterator[str]:
    """The rulebook read back; or only some of its norms."""
    from hjemmel.analysis.read_back import aloud, declared, presumptions_read
    from hjemmel.cli.cases import chosen_norms

    if not wanted:
        yield from declared(program)
    yield from aloud(program, chosen_norms(program, wanted))
    if not wanted:
        yield from presumptions_read(program)


def _elsewhere(checked: Checked[Program], on: Shelf, form: str, wanted: tuple[str, ...]) -> None:
    """Where norms write the same."""
    from hjemmel.analysis.elsewhere import render_shared
    from hjemmel.analysis.elsewhere.shared import shared
    from hjemmel.cli.cases import chosen_norms

    program = checked.value
    found = shared(program, chosen_norms(program, wanted))
    if form == "json":
        terminal.write(json.dumps(render_shared.document(program, found), ensure_ascii=False,
                                indent=1) + "\n", None)  # fmt: skip
        return
    show_diagnostics(checked.diagnostics, Files(on))
    terminal.show([*render_shared.text(program, found, terminal.width(None))], None)


def _rendered(found: Sequence[Diagnostic], form: str) -> str:
    from hjemmel.cli.problems import all_problems
    from hjemmel.diagnostics import render_github, render_json, render_sarif

    match form:
        case "json":
            return render_json.render(found)
        case "sarif":
            return render_sarif.render(found, all_problems().values())
        case _:
            return render_github.render(found)
