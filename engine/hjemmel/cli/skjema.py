"""`ntr skjema`: the facts a rulebook asks for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel import __version__
from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import WRONG_USE, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, OPTIONS, TO
from hjemmel.cli.output import require_place
from hjemmel.cli.telling import tell
from hjemmel.rulebooks.shelf import shelf
from hjemmel.source.shown import json_text

if TYPE_CHECKING:
    from hjemmel.facts.template import TemplateBasis


@click.command("skjema", options_metavar=OPTIONS)
@BOOKS
@click.option(
    "--format",
    "form",
    type=click.Choice(("json-schema", "xlsx", "csv")),
    default="json-schema",
    show_default=True,
    help="hva slags mal",
)
@click.option("--verdikt", "verdict", is_flag=True, help="skjemaet for verdikter, ikke for saker")
@click.option(
    "--sammenligning", "comparison", is_flag=True, help="skjemaet for en sammenligning av to dager"
)
@TO
def command(
    books: tuple[str, ...], form: str, verdict: bool, comparison: bool, to: Path | None
) -> None:
    """Vis hvilke opplysninger regelverket spør etter, som en mal å fylle ut."""
    on = shelf(books)
    require_place(to, on.files.values())
    if verdict or comparison:
        _published("verdict" if verdict else "comparison", to)
        return
    from hjemmel.facts.template import TemplateBasis, csv_template, json_schema
    from hjemmel.words.predicates import predicate

    if form == "xlsx" and to is None:
        stop("Excel kan ikke skrives til skjermen", "si hvor med --ut mal.xlsx")
    basis = TemplateBasis(program_on(on), __version__, predicate)
    if form == "xlsx" and to is not None:
        _write_workbook(basis, to)
    elif form == "csv":
        terminal.write(csv_template(basis), to)
    else:
        schema = json_schema(basis.program.schema)
        terminal.write(json_text(schema, 1) + "\n", to)


def _published(name: str, to: Path | None) -> None:
    from importlib.resources import files

    text = files("hjemmel.render").joinpath(f"{name}.schema.json").read_text("utf-8")
    terminal.write(text, to)


def _write_workbook(basis: "TemplateBasis", to: Path) -> None:
    from hjemmel.facts.template import xlsx_template

    failed = xlsx_template(basis, to)
    if failed is not None:
        tell(f"feil[{failed.code}]: {failed.file}: {failed.reason}")
        tell(f"  = hjelp: {failed.help}")
        sys.exit(WRONG_USE)
