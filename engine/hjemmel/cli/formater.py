"""`ntr formater`: the one canonical layout."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE, stop
from hjemmel.cli.loading import show_diagnostics
from hjemmel.cli.options import FILE, OPTIONS
from hjemmel.cli.output import rewrite_file
from hjemmel.cli.telling import say, tell
from hjemmel.files.reading import Once, as_on_disk
from hjemmel.files.refused import Refused
from hjemmel.files.text_form import form_of
from hjemmel.rulebooks.library import Files, source_at
from hjemmel.rulebooks.shelf import Shelf, given_files, grammar, shelf
from hjemmel.source.source import Source

if TYPE_CHECKING:
    from hjemmel.editing.renewing.left import Left


@click.command("formater", options_metavar=OPTIONS)
@click.argument("filer", metavar="[FIL.ntr|MAPPE]…", nargs=-1, type=FILE)
@click.option("--sjekk", "check", is_flag=True, help="si bare fra om filer som ville bli endret")
@click.option(
    "--nye-former",
    "renew",
    is_flag=True,
    help="skriv leddene i de nye setningsformene der det betyr det samme",
)
def command(filer: tuple[Path, ...], check: bool, renew: bool) -> None:
    """Skriv regelfiler på den ene faste måten.

    Innholdet endres ikke, og filen beholder linjeskiftene og tegnsettmerket sitt. En mappe er
    alle regelfilene i den. Uten FIL formateres de regelverkene som følger med.

    Med --nye-former blir eldre ledd skrevet som setninger, der regelverket da betyr nøyaktig det
    samme. Ledd som står som før, blir nevnt med hvorfor.
    """
    changed, broken, read = 0, 0, Once()
    for path in given_files(filer):
        source, before = _usable(path, read)
        new = _renewed(path, source, before, read) if renew else _laid_out(source, before, read)
        after = new.content
        if after is None:
            broken += 1
        elif after != before:
            changed += 1
            if not check:
                rewrite_file(after, as_on_disk(path), before)
            say(f"{source.name}: {'ville bli endret' if check else 'endret'}")
        for each in new.left:
            line = each.line if check else each.line_in(new.text)
            say(f"{source.name}:{line}: «{each.words}» står som før:")
            say(f"  {each.why}")
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


@frozen
class _New:
    """What a file will hold, and its lines that stay as they were; nothing where it is faulty."""

    content: bytes | None
    text: str = ""
    left: "tuple[Left, ...]" = ()


def _laid_out(source: Source, before: bytes, read: Once) -> _New:
    """The file in the one layout; nothing where it has errors, which are told."""
    from hjemmel.syntax.show import format_text

    formatted = format_text(source, grammar(read))
    if formatted.ok:
        return _New(form_of(before).of(formatted.value), formatted.value)
    show_diagnostics(formatted.diagnostics, Files(Shelf({}, ()), {source.name: source}))
    return _New(None)


def _renewed(path: Path, source: Source, before: bytes, read: Once) -> _New:
    """The same, with its clauses in the newer forms; nothing where its rulebook has errors."""
    from hjemmel.editing.renewing.renewal import renewal

    on = shelf((str(path),))
    files = Files(on)
    renewed = renewal(on.names[0], files, grammar(read))
    if renewed.ok:
        new = renewed.value
        return _New(form_of(before).of(new.text), new.text, new.left)
    show_diagnostics(renewed.diagnostics, files)
    tell(f"{source.name} er ikke endret.")
    return _New(None)
