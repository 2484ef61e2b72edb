"""`ntr kilder`: a new text of a source, what differs, and what it means for the rules."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from hjemmel.cli import terminal
from hjemmel.cli.account_files import usable, whole
from hjemmel.cli.exit_codes import FINDINGS, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, FILE, OPTIONS, TO, Day
from hjemmel.cli.output import require_place
from hjemmel.cli.source_texts import document, old_texts
from hjemmel.rulebooks.shelf import Shelf, shelf
from hjemmel.traceability.account import names_of
from hjemmel.traceability.editions.comparing import Asked, Edition, compare_edition
from hjemmel.traceability.ledger import Ledger
from hjemmel.traceability.reading import read_ledger

if TYPE_CHECKING:
    from hjemmel.analysis.new_text.told import Told
    from hjemmel.expectations.page import Page

_FORMS = ("tekst", "json", "markdown", "html")


@click.command("kilder", options_metavar=OPTIONS)
@click.argument("ny", metavar="NY", type=FILE)
@BOOKS
@click.option("--gammel", "old", metavar="FIL", type=FILE,
              help="den gamle teksten, i en av de samme formene, eller en setninger.tsv med "
                   "«id» og «tekst»")  # fmt: skip
@click.option("--kilde", "source", metavar="NAVN",
              help="hvilken kilde NY er en tekst av (ellers den setningene er kjent igjen fra)"
              )  # fmt: skip
@click.option("--utdrag", "extract", is_flag=True,
              help="NY er bare en del av kilden: bestemmelser som ikke står der, er ikke borte"
              )  # fmt: skip
@click.option("--saker", "pages", metavar="STI", type=FILE, multiple=True,
              help="sider med saker, eller mapper (ellers de som hører til regelverket)"
              )  # fmt: skip
@click.option("--fra", "since", metavar="DATO", type=Day(),
              help="dagen den nye teksten gjelder fra")  # fmt: skip
@click.option("--skriv", "write", is_flag=True,
              help="før de nye setningene inn i redegjørelsen, med --fra; viser linjene som blir "
                   "annerledes")  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMS), default="tekst", show_default=True,
              help="hva svaret skrives som")  # fmt: skip
@TO
def command(  # noqa: PLR0917 - one for each option
    ny: Path,
    books: tuple[str, ...],
    old: Path | None,
    source: str | None,
    extract: bool,
    pages: tuple[Path, ...],
    since: date | None,
    write: bool,
    form: str,
    to: Path | None,
) -> None:
    """Hold en ny tekst av en kilde mot redegjørelsen for setningene.

    NY er forskriften, veilederen eller nettsiden slik den lyder nå, som txt, html, docx eller pdf.
    Svaret sier hva som er uendret, endret, nytt, borte, flyttet og omnummerert, hvilke normer og
    saker det gjelder, og hva som skal gjøres, i rekkefølge.
    """
    if write and since is None:
        stop("--skriv må vite hvilken dag teksten gjelder fra", "skriv den med --fra 2029-01-01")
    if write and form != _FORMS[0] and to is None:
        stop(f"--skriv sier på skjermen hva den skriver, og {form} ville stått der også",
             "skriv svaret til en fil med --ut")  # fmt: skip
    require_place(to, (ny, *((old,) if old else ())))
    from hjemmel.analysis.new_text.told import Told
    from hjemmel.analysis.new_text.work import tasks

    on, folder = whole(shelf(books))
    ledger = usable(read_ledger(folder, on.read))
    _require_source(source, ledger)
    program = program_on(on)
    asked = Asked(ledger.sentences, {}, source or "", names_of(program), is_extract=extract)
    if old is not None:
        asked = evolve(asked, texts=old_texts(old, asked))
    edition = _edition(ny, asked)
    work = tasks(program, ledger, edition, _pages(pages, on), since)
    told = Told(ny.name, edition, work, asked.names)
    _write(told, form, to)
    if write and since is not None:
        from hjemmel.cli.account_writing import enter

        enter(edition, ledger, folder, since)
    if edition.differs:
        sys.exit(FINDINGS)


def _require_source(source: str | None, ledger: Ledger) -> None:
    known = tuple(dict.fromkeys(each.source for each in ledger.sentences.values()))
    if source and source not in known:
        stop(f"redegjørelsen har ingen kilde som heter «{source}»",
             f"kildene er {', '.join(known)}")  # fmt: skip


def _edition(new: Path, asked: Asked) -> Edition:
    found = compare_edition(document(new), asked)
    if found is None:
        known = ", ".join(dict.fromkeys(each.source for each in asked.entries.values()))
        stop(f"ingen setning i {new} er kjent igjen, så det er ikke til å si hvilken kilde den er",
             f"skriv hvilken med --kilde: {known}")  # fmt: skip
    return found


def _pages(given: tuple[Path, ...], on: Shelf) -> "list[Page]":
    """The pages of cases: those given, else those beside the rules, else a checkout's own."""
    from hjemmel import resources
    from hjemmel.cli.pages import PAGES, found
    from hjemmel.expectations.reading import parse_page

    folder = on.files[on.names[0]].parent
    places = given or (folder,)
    if not given and folder.samefile(resources.folder("rules")):
        places = (resources.folder("rules").parent / PAGES,)
    if not given and not any(True for place in places for _ in place.glob("*.md")):
        return []
    return [parse_page(each.name, each.text).page for each in found(places)]


def _write(told: "Told", form: str, to: Path | None) -> None:
    match form:
        case "json":
            from hjemmel.analysis.new_text.render_json import render

            terminal.write(render(told), to)
        case "markdown":
            from hjemmel.analysis.new_text import render_markdown

            terminal.write(render_markdown.render(told), to)
        case "html":
            from hjemmel.analysis.new_text import render_html

            terminal.write(render_html.render(told), to)
        case _:  # text
            from hjemmel.analysis.new_text.render_text import text

            terminal.show(text(told, terminal.width(to)), to)
