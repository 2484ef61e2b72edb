"""`ntr sammenlign`: what differs between two versions of a rulebook, and for whom."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel import __version__
from hjemmel.cli import comparison_pages, days_compared, inputs, terminal
from hjemmel.cli.compared import compared
from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE, stop
from hjemmel.cli.options import FILE, OPTIONS, TO, Day
from hjemmel.cli.output import require_place, write_file
from hjemmel.cli.versions import Given, two_versions
from hjemmel.source.shown import json_text

if TYPE_CHECKING:
    from hjemmel.analysis.comparison.comparison import Comparison

_FORMATS = ("tekst", "json", "md", "xlsx", "html")


@click.command("sammenlign", options_metavar=OPTIONS)
@click.argument("utgaver", metavar="GAMMEL NY", nargs=-1)
@click.option("--portefolje", "files", metavar="FIL", multiple=True, type=FILE,
              help="tjenester som vurderes etter begge utgavene, i en fil eller mappe som «ntr "
              "vurder» leser; kan gis flere ganger")  # fmt: skip
@click.option("--per", "days", metavar="DATO", multiple=True, type=Day(),
              help="dagen porteføljen vurderes per; gitt to ganger med ett regelverk: hva som "
              "skiller de to dagene")  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMATS), default="tekst",
              show_default=True, help="hva svaret skrives som")  # fmt: skip
@TO
def command(
    utgaver: tuple[str, ...],
    files: tuple[Path, ...],
    days: tuple[date, ...],
    form: str,
    to: Path | None,
) -> None:
    """Vis hva som skiller to utgaver av et regelverk, og hvem det får følger for.

    GAMMEL og NY er en regelfil, en mappe, navnet på et regelverk, eller en revisjon i git:
    REVISJON:STI (HEAD~1:regler), eller bare REVISJON.

    Med ett regelverk og to --per: hva som skiller de to dagene.

    Sluttkoden er 0 når ingen verdikt kan bli et annet, og 1 når noen kan det, eller når det ikke er
    bevist at ingen kan det.
    """
    if form == "xlsx" and to is None:
        stop("Excel kan ikke skrives til skjermen", "si hvor med --ut forskjeller.xlsx")
    if len(utgaver) == 1 or len(days) > 1:
        days_compared.run(utgaver, days, files, form, to)
    old, new = _given(utgaver)
    filer = inputs.files_in(files, inputs.NOTHING_GIVEN, ()) if files else ()
    beside = (*old.on.files.values(), *new.on.files.values())
    require_place(to, (*inputs.read_by_name(filer), *beside))
    found, is_whole = compared(old, new, filer, next(iter(days), None))
    _show(found, form, to)
    if not is_whole:
        sys.exit(WRONG_USE)
    if found.may_turn:
        sys.exit(FINDINGS)


def _given(given: Sequence[str]) -> tuple[Given, Given]:
    if len(given) != 2:
        stop(f"sammenlign tar to utgaver, og fikk {len(given)}",
             "skriv ntr sammenlign GAMMEL NY, for eksempel «ntr sammenlign HEAD~1 "
             "regler»")  # fmt: skip
    return two_versions(*given)


def _show(found: "Comparison", form: str, to: Path | None) -> None:
    from hjemmel.analysis.render_comparison.document import document
    from hjemmel.analysis.render_comparison.sections import page

    prints = tuple(each.program.fingerprint for each in (found.old, found.new))
    match form:
        case "json":
            terminal.write(json_text(document(found, __version__), 1) + "\n", to)
        case "xlsx":
            assert to is not None
            write_file(_workbook(found), to)
        case _:  # for somebody to read
            comparison_pages.show(page(found), form, to, prints)


def _workbook(found: "Comparison") -> bytes:
    try:
        from hjemmel.cli.comparison_workbook import workbook

        return workbook(found)
    except ImportError:
        stop("Excel kan ikke skrives uten tillegget for Excel",
             'skriv pip install "hjemmel[excel]", eller bruk --format html')  # fmt: skip
