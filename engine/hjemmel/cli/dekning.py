"""`ntr dekning`: every source sentence and every norm accounted for."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from hjemmel.cli import terminal
from hjemmel.cli.account_files import usable, whole
from hjemmel.cli.exit_codes import FINDINGS
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, FILE, OPTIONS
from hjemmel.cli.telling import say_lines
from hjemmel.core.program import Norm, Program
from hjemmel.rulebooks.shelf import shelf
from hjemmel.traceability.account import account as account_of
from hjemmel.traceability.account import changes
from hjemmel.traceability.fingerprints import compare
from hjemmel.traceability.ledger import Ledger
from hjemmel.traceability.reading import read_ledger, read_texts
from hjemmel.traceability.shown import Shown


@click.command("dekning", options_metavar=OPTIONS)
@BOOKS
@click.option("--kilde", "source", metavar="MAPPE|FIL", type=FILE,
              help="tekstene i kildene; sier fra om setninger som er endret, nye eller "
                   "borte")  # fmt: skip
@click.option("--vis", "side", is_flag=True, help="vis hver setning ved siden av reglene")
@click.option(
    "--format",
    "form",
    type=click.Choice(("tekst", "json")),
    default="tekst",
    show_default=True,
    help="hva redegjørelsen skrives som",
)
def command(books: tuple[str, ...], source: Path | None, side: bool, form: str) -> None:
    """Gjør rede for hver setning i kildene og hver norm i reglene.

    Regelverkene som redegjørelsen gjelder, regnes sammen, også når bare ett er nevnt.
    """
    on, folder = whole(shelf(books))
    ledger = usable(read_ledger(folder, on.read))
    texts = None if source is None else usable(read_texts(source))
    program = program_on(on)
    shown = Shown(texts or {}, _read_back(program)) if side else None
    if not _reported(program, ledger, texts, shown, form):
        sys.exit(FINDINGS)


def _reported(
    program: Program,
    ledger: Ledger,
    texts: Mapping[str, str] | None,
    shown: Shown | None,
    form: str,
) -> bool:
    """Write the account. True where nothing is wrong."""
    from hjemmel.traceability import render_json, render_text

    found = account_of(program, ledger)
    kept = {name: each.fingerprint for name, each in ledger.sentences.items() if each.is_current}
    comparison = None if texts is None else compare(kept, texts)
    changed = () if comparison is None else changes(found, comparison)
    if form == "json":
        terminal.write(render_json.render(found, changed, comparison, shown), None)
    else:
        width = terminal.width(None)
        if shown is not None:
            say_lines(render_text.side_by_side(found, shown, width) + "\n")
        say_lines(render_text.render(found, changed, comparison, width).removesuffix("\n"))
    return not found.findings and not changed


def _read_back(program: Program) -> Mapping[str, tuple[str, ...]]:
    """Each norm in the few sentences that say what it asks, and when."""
    from hjemmel.analysis.read_back import asked_read, beside_read

    read = asked_read(program) | beside_read(program)
    norms = {norm.id: (_named(norm), *read[norm.id]) for norm in program.norms}
    given = {each.norm.id: ("formodning", each.norm) for each in program.presumptions}
    given |= {each.norm.id: ("slutning", each.norm) for each in program.conclusions}
    named = {
        key: (f"{kind} «{norm.title}» ({key})", *read[key]) for key, (kind, norm) in given.items()
    }
    return norms | named


def _named(norm: Norm) -> str:
    return f"{norm.kind.value} «{norm.title}» ({norm.id})"
