"""`ntr skjema`: the facts a rulebook asks for."""

import json
import sys
from pathlib import Path

import click

from hjemmel.cli import screen
from hjemmel.cli.ending import WRONG_USE, stop
from hjemmel.cli.loading import load_program
from hjemmel.cli.options import BOOKS, OPTIONS, TO
from hjemmel.core.schema import Schema


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
@TO
def command(books: tuple[str, ...], form: str, verdict: bool, to: Path | None) -> None:
    """Vis hvilke opplysninger regelverket spør etter, som en mal å fylle ut."""
    if verdict:
        from importlib.resources import files

        text = files("hjemmel.explain").joinpath("verdict.schema.json").read_text("utf-8")
        screen.write(text, to)
        return
    from hjemmel.facts.template import csv_template, json_schema

    schema = load_program(books).schema
    if form == "xlsx":
        _write_workbook(schema, to)
    elif form == "csv":
        screen.write(csv_template(schema), to)
    else:
        screen.write(json.dumps(json_schema(schema), ensure_ascii=False, indent=1) + "\n", to)


def _write_workbook(schema: Schema, to: Path | None) -> None:
    from hjemmel.facts.template import xlsx_template

    if to is None:
        stop("Excel kan ikke skrives til skjermen", "si hvor med --ut mal.xlsx")
    failed = xlsx_template(schema, to)
    if failed is not None:
        click.echo(f"feil[{failed.code}]: {failed.file}: {failed.reason}", err=True)
        click.echo(f"  = hjelp: {failed.help}", err=True)
        sys.exit(WRONG_USE)
