"""`ntr formater`: the one canonical layout."""

import sys
from pathlib import Path

import click

from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE, stop
from hjemmel.cli.loading import show_diagnostics
from hjemmel.cli.options import FILE, OPTIONS
from hjemmel.cli.output import rewrite_file
from hjemmel.cli.telling import say
from hjemmel.files.reading import Once, as_on_disk
from hjemmel.files.refused import Refused
from hjemmel.files.text_form import form_of
from hjemmel.rulebooks.library import Files, source_at
from hjemmel.rulebooks.shelf import Shelf, given_files, grammar
from hjemmel.source.source import Source


@click.command("formater", options_metavar=OPTIONS)
@click.argument("filer", metavar="[FIL.ntr|MAPPE]…", nargs=-1, type=FILE)
@click.option("--sjekk", "check", is_flag=True, help="si bare fra om filer som ville bli endret")
def command(filer: tuple[Path, ...], check: bool) -> None:
    """Skriv regelfiler på den ene faste måten.

    Innholdet endres ikke, og filen beholder linjeskiftene og tegnsettmerket sitt. En mappe er
    alle regelfilene i den. Uten FIL formateres de regelverkene som følger med.
    """
    changed, broken, read = 0, 0, Once()
    for path in given_files(filer):
        source, before = _usable(path, read)
        after = _laid_out(source, before, read)
        if after is None:
            broken += 1
        elif after != before:
            changed += 1
            if not check:
                rewrite_file(after, as_on_disk(path), before)
            say(f"{source.name}: {'ville bli endret' if check else 'endret'}")
    if broken:
        sys.exit(WRONG_USE)
    if changed and check:
        sys.exit(FINDINGS)


def _usable(path: Path, read: Once) -> tuple[Source, bytes]:
    """The text of a file, and the bytes it is made from; ends the command where it has none."""
    source, content = source_at(path, read), read(path)
    for each in (source, content):
        if isinstance(each, Refused):
            stop(f"{path}: {each.reason}", each.help)
    assert isinstance(source, Source)
    assert isinstance(content, bytes)
    return source, content


def _laid_out(source: Source, before: bytes, read: Once) -> bytes | None:
    """The file in the one layout; nothing where it has errors, which are told."""
    from hjemmel.syntax.show import format_text

    formatted = format_text(source, grammar(read))
    if formatted.ok:
        return form_of(before).of(formatted.value)
    show_diagnostics(formatted.diagnostics, Files(Shelf({}, ()), {source.name: source}))
    return None
