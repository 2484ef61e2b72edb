"""`ntr arbeidsbenk`: the rules of a folder on a bench in the browser, or in one file."""

import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel import resources
from hjemmel.cli.bench_given import Bench, on_bench
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.options import FILE, OPTIONS, Day
from hjemmel.cli.output import require_place, write_file
from hjemmel.cli.telling import say
from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused

if TYPE_CHECKING:
    from hjemmel.server.bench.serving import Server

_MAKE = "kjør «make arbeidsbenk» der prosjektet er hentet ned"


@click.command("arbeidsbenk", options_metavar=OPTIONS)
@click.argument("mappe", metavar="[MAPPE]", required=False, type=FILE)
@click.option("--portefolje", "portfolio", metavar="FIL", type=FILE,
              help="sakene på benken (ellers «portefolje.*» i mappen)")  # fmt: skip
@click.option("--mot", "against", metavar="GAMMEL",
              help="det endringene holdes mot: en mappe, en fil eller en revisjon i git (ellers "
              "reglene slik de er når benken åpnes)")  # fmt: skip
@click.option("--per", "day", metavar="DATO", type=Day(), help="dagen sakene vurderes per")
@click.option("--til", "to", metavar="FIL", type=FILE,
              help="lag én fil med reglene og sakene i, som åpnes i nettleseren uten "
              "programmet")  # fmt: skip
@click.option("--side", "page", metavar="FIL", type=FILE,
              help="siden som filen lages av (ellers den som er bygget her)")  # fmt: skip
@click.option("--port", metavar="TALL", type=click.IntRange(0, 65535), default=0,
              help="porten det lyttes på (ellers en som er ledig)")  # fmt: skip
@click.option("--uten-nettleser", "quiet", is_flag=True,
              help="si bare hvor benken er, og la nettleseren være")  # fmt: skip
def command(  # noqa: PLR0917 - one for each option
    mappe: Path | None,
    portfolio: Path | None,
    against: str | None,
    day: date | None,
    to: Path | None,
    page: Path | None,
    port: int,
    quiet: bool,
) -> None:
    """Åpne reglene på en arbeidsbenk i nettleseren: endre, og se straks hva det fører til.

    MAPPE er mappen med reglene, ellers den du står i. Har den ingen regler, åpnes de som følger
    med. Benken svarer bare nettleseren på denne maskinen, og lagrer bare i mappen.

    Med --til lages i stedet én fil som kan sendes til andre. Den trenger bare en nettleser.
    """
    bench = on_bench(mappe or Path(), portfolio, against, day)
    if to is not None:
        require_place(to, bench.inputs)
        _write_one_file(bench, page, to)
        return
    server = _server(bench, port)
    gc.enable()  # it lives for as long as somebody works
    say(f"Arbeidsbenken er åpen på {server.address}")
    say("Lukk den med Ctrl+C.")
    if not quiet:
        click.launch(server.address)
    try:
        server.serve()
    except KeyboardInterrupt:
        say("Arbeidsbenken er lukket.")


def _server(bench: Bench, port: int) -> "Server":
    from secrets import token_urlsafe

    from hjemmel.server.bench.desk import Desk
    from hjemmel.server.bench.serving import Server
    from hjemmel.workbench.protocol import Session

    page = _page(resources.built("arbeidsbenk.html"), "siden som viser arbeidsbenken")
    desk = Desk(Session.start(bench.given), bench.kept)
    try:
        return Server(desk, page, token_urlsafe(24), port)
    except OSError as wrong:
        stop(f"kan ikke lytte på port {port}: {wrong.strerror}", "velg en annen med --port")


def _write_one_file(bench: Bench, page: Path | None, to: Path) -> None:
    from hjemmel.server.bench.one_file import NoPageError, filled

    found = page or resources.one_file()
    text = _page(found, "siden som filen lages av").decode("utf-8", "replace")
    try:
        made = filled(text, bench.given)
    except NoPageError:
        stop(f"{found} er ikke siden til arbeidsbenken", _MAKE)
    write_file(made.encode(), to)
    say(f"Arbeidsbenken ligger i {to}. Åpne den i en nettleser.")


def _page(found: Path | None, what: str) -> bytes:
    if found is None:
        stop(f"{what}, er ikke bygget her", _MAKE)
    content = read(found, 10 * MOST_TEXT)
    if isinstance(content, Refused):
        stop(f"{found}: {content.reason}", content.help)
    return content
