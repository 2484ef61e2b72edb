"""`ntr ny`: a small rulebook to begin with, and cases that try it."""

import re
from pathlib import Path

import click

from hjemmel import resources
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.options import FILE, OPTIONS
from hjemmel.cli.output import write_file
from hjemmel.cli.telling import say
from hjemmel.files.reading import as_on_disk, composed
from hjemmel.rulebooks.shelf import rule_files

_MADE = {"ny/regler.txt": "{navn}.ntr", "ny/saker.txt": "saker.md"}
"""What is copied, and what it is called in the new folder."""
_NAME = re.compile(r"[^\W\d_][\w-]*")


@click.command("ny", options_metavar=OPTIONS)
@click.argument("mappe", metavar="NAVN", type=FILE)
def command(mappe: Path) -> None:
    """Lag et lite regelverk å begynne med, i en ny mappe.

    NAVN er navnet på mappen, som også blir navnet på regelverket. I den kommer en regelfil med en
    oppdiktet kilde, og en side med saker som reglene svarer rett på. Bytt dem ut med dine egne.
    """
    folder = as_on_disk(mappe)
    name = _usable(composed(folder.name))
    _require_new(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        stop(f"kan ikke lage mappen {folder}: {cause.strerror}", "velg et annet sted")
    for template, called in _MADE.items():
        place = folder / called.replace("{navn}", name)
        text = resources.text("data", template)
        text = text.replace("{navn}", name).replace("{mappe}", mappe.as_posix())
        write_file(text.encode(), place)
        say(f"laget {mappe.as_posix()}/{place.name}")
    say(f"prøv det med: ntr test {mappe.as_posix()}")


def _usable(name: str) -> str:
    """The name, if it can be that of a rulebook, and is not that of one that comes along."""
    if not _NAME.fullmatch(name):
        stop(f"«{name}» kan ikke være navnet på et regelverk",
             "bruk bokstaver, tall, «_» og «-», og begynn med en bokstav")  # fmt: skip
    if name in rule_files(resources.folder("rules")):
        stop(f"«{name}» er navnet på et regelverk som følger med", "velg et annet navn")
    return name


def _require_new(folder: Path) -> None:
    if folder.is_file():
        stop(f"{folder} finnes alt, og er en fil", "velg et annet navn")
    if folder.is_dir() and any(folder.iterdir()):
        stop(f"mappen {folder} finnes alt, og er ikke tom",
             "velg et annet navn; ingenting er endret")  # fmt: skip
