"""`ntr formater`: the one canonical layout."""

import sys
from pathlib import Path

import click

from hjemmel import resources
from hjemmel.cli.ending import FINDINGS, WRONG_USE, stop
from hjemmel.cli.library import Files, source_at
from hjemmel.cli.loading import show_diagnostics
from hjemmel.cli.options import FILE, OPTIONS
from hjemmel.cli.rulebooks import grammar
from hjemmel.cli.screen import write_bytes


@click.command("formater", options_metavar=OPTIONS)
@click.argument("filer", metavar="[FIL.ntr…]", nargs=-1, type=FILE)
@click.option("--sjekk", "check", is_flag=True, help="si bare fra om filer som ville bli endret")
def command(filer: tuple[Path, ...], check: bool) -> None:
    """Skriv regelfiler på den ene faste måten.

    Innholdet endres ikke. Uten FIL formateres de regelverkene som følger med.
    """
    from hjemmel.syntax.show import format_text

    changed, broken = 0, 0
    for path in filer or sorted(resources.folder("rules").glob("*.ntr")):
        if not path.exists():
            stop(f"filen {path} finnes ikke", "skriv navnet på en regelfil")
        source = source_at(path)
        formatted = format_text(source, grammar())
        if not formatted.ok:
            show_diagnostics(formatted.diagnostics, Files({}, {source.name: source}))
            broken += 1
        elif formatted.value != path.read_bytes().decode("utf-8-sig"):
            changed += 1
            click.echo(f"{source.name}: {'ville bli endret' if check else 'endret'}")
            if not check:
                write_bytes(formatted.value.encode(), path)
    if broken:
        sys.exit(WRONG_USE)
    if changed and check:
        sys.exit(FINDINGS)
