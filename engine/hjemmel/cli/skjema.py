"""`ntr skjema`: the facts a rulebook asks for."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel import __version__
from hjemmel.cli import inputs, narrowing, terminal
from hjemmel.cli.exit_codes import WRONG_USE, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, FILE, OPTIONS, TO
from hjemmel.cli.output import require_place
from hjemmel.cli.said_places import address_of, is_database_told
from hjemmel.cli.telling import tell
from hjemmel.facts.faults import Rejected
from hjemmel.facts.reading import place_of
from hjemmel.facts.source_file import Place
from hjemmel.files.reading import as_on_disk
from hjemmel.rulebooks.shelf import shelf
from hjemmel.source.shown import json_text

if TYPE_CHECKING:
    from hjemmel.core.program import Program
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
@click.option(
    "--utgaver", "versions", is_flag=True, help="skjemaet for en sammenligning av to utgaver"
)
@click.option("--dager", "two_days", is_flag=True, help="skjemaet for to dager i ett regelverk")
@narrowing.options
@click.option(
    "--oversett", "table", metavar="ARK", type=FILE,
    help="foreslå hva kolonner uten kjente navn i et ark (CSV, Excel, Parquet) skal leses som, til "
    "bruk med «ntr vurder --kolonner»; med --database: en tabell eller spørring",
)  # fmt: skip
@inputs.DATABASE
@TO
def command(  # noqa: PLR0917 - click names them all
    books: tuple[str, ...],
    form: str,
    verdict: bool,
    comparison: bool,
    versions: bool,
    two_days: bool,
    norms: tuple[str, ...],
    given: tuple[str, ...],
    cases: Path | None,
    day: date | None,
    columns: Path | None,
    table: Path | None,
    database: str | None,
    to: Path | None,
) -> None:
    """Vis hvilke opplysninger regelverket spør etter, som en mal å fylle ut."""
    on = shelf(books)
    named = filter(None, (table, cases, columns))
    require_place(to, (*on.files.values(), *map(as_on_disk, named)))
    if table is not None:
        _propose(_table(table, database), str(table), program_on(on), to)
        return
    if database is not None:
        stop("--database gjelder bare --oversett", "skriv --oversett TABELL, eller ta den bort")
    published = {"verdict": verdict, "comparison": comparison, "versions": versions,
                 "days": two_days}  # fmt: skip
    if name := next((each for each, is_asked in published.items() if is_asked), ""):
        _published(name, to)
        return
    from hjemmel.facts.template import TemplateBasis, csv_template, json_schema
    from hjemmel.words.predicates import predicate

    if form == "xlsx" and to is None:
        stop("Excel kan ikke skrives til skjermen", "si hvor med --ut mal.xlsx")
    about = narrowing.Narrowing(norms, given, cases, day, columns)
    basis = TemplateBasis(about.of(program_on(on)), __version__, predicate)
    if form == "xlsx" and to is not None:
        _write_workbook(basis, to)
    elif form == "csv":
        terminal.write(csv_template(basis), to)
    else:
        schema = json_schema(basis.program.schema)
        terminal.write(json_text(schema, 1) + "\n", to)


def _table(table: Path, database: str | None) -> Place:
    """The file; or what is called so in the database that is given."""
    from hjemmel.facts.translating import TABLES

    if database is None and table.suffix.lower() in TABLES:
        return place_of(table)
    if database is None and not is_database_told():
        stop(f"{table}: bare CSV, Excel, Parquet og databaser har kolonner",
             "gi navnet på en slik fil, eller si hvilken database med --database")  # fmt: skip
    from hjemmel.cli.database import asked_for
    from hjemmel.facts.database.tables import place

    return place(address_of(database), asked_for(str(table)))


def _propose(place: Place, table: str, program: "Program", to: Path | None) -> None:
    """Write what the columns of a table may be read as, for somebody to read and put right."""
    from hjemmel.facts.translating import proposed, written

    found = proposed(place, program.schema)
    if isinstance(found, Rejected):
        stop(f"{found.file}: {found.reason}", found.help)
    if not found:
        tell(f"merk: alle kolonnene i {table} har kjente navn; det er ingenting å oversette")
        return
    terminal.write(written(found), to)
    if to is not None:
        command = f"ntr vurder {table}" if place.path else "ntr vurder --database …"
        tell(f"merk: les {to}, rett det som er feil, og skriv «{command} --kolonner {to}»")


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
