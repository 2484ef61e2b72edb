"""`ntr gjennomgang`: one page with all that who has changed the rules should see."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel.cli import comparison_pages, inputs, review_basis
from hjemmel.cli.compared import compared
from hjemmel.cli.exit_codes import FINDINGS, stop
from hjemmel.cli.options import FILE, OPTIONS, Day
from hjemmel.cli.output import require_place
from hjemmel.cli.shortcut import write_shortcut
from hjemmel.cli.telling import say
from hjemmel.cli.versions import Given

if TYPE_CHECKING:
    from hjemmel.analysis.review.review import Review

_PAGE = Path("gjennomgang.html")
_FORMATS = ("html", "tekst", "md")


@click.command("gjennomgang", options_metavar=OPTIONS)
@click.argument("mappe", metavar="[MAPPE]", required=False, type=FILE)
@click.option("--mot", "against", metavar="GAMMEL",
              help="det reglene holdes mot: en mappe, en fil eller en revisjon i git (ellers siste "
              "revisjon, eller de reglene som følger med)")  # fmt: skip
@click.option("--portefolje", "files", metavar="FIL", multiple=True, type=FILE,
              help="tjenester som vurderes etter begge (ellers «portefolje.*» i "
              "mappen)")  # fmt: skip
@click.option("--per", "day", metavar="DATO", type=Day(), help="dagen porteføljen vurderes per")
@click.option("--sider", "pages", metavar="STI", multiple=True, type=FILE,
              help="sider med saker (ellers dem i mappen)")  # fmt: skip
@click.option("--foresla", "proposing", metavar="MAPPE", type=FILE,
              help="skriv sider for sakene som bør skrives, uten svar")  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMATS), default="html", show_default=True,
              help="hva siden skrives som")  # fmt: skip
@click.option("--ut", "to", metavar="FIL", type=FILE,
              help="hvor siden skrives (ellers gjennomgang.html; tekst og md til "
              "skjermen)")  # fmt: skip
@click.option("--apne", "showing", is_flag=True, help="åpne siden i nettleseren")
@click.option("--snarvei", "shortcut", is_flag=True,
              help="lag en fil i mappen som gjør det samme når den dobbeltklikkes")  # fmt: skip
def command(  # noqa: PLR0917 - one for each option
    mappe: Path | None,
    against: str | None,
    files: tuple[Path, ...],
    day: date | None,
    pages: tuple[Path, ...],
    proposing: Path | None,
    form: str,
    to: Path | None,
    showing: bool,
    shortcut: bool,
) -> None:
    """Gå gjennom en endring av reglene, og få alt du bør se på én side.

    Feil ved ordet, hva som er endret i virkning, andre steder som kan være glemt, hvem som berøres,
    saker som ikke lenger stemmer, og saker du bør skrive. MAPPE er mappen med reglene, ellers den
    du står i.

    Sluttkoden er 0 når det ikke er noe å rette og ingen saker å skrive.
    """
    folder = mappe or Path()
    if shortcut:
        write_shortcut(folder)
        return
    if showing and form != "html":
        stop("--apne viser siden i nettleseren", f"ta bort «--format {form}»")
    target = to or (_PAGE if form == "html" else None)
    new, old = review_basis.versions(folder, against)
    services = inputs.files_in(files, inputs.NOTHING_GIVEN, ()) if files else _services(folder)
    require_place(target, (*services, *new.on.files.values()))
    found = _reviewed(new, old, services, day, pages)
    _show(found, form, target)
    if proposing is not None:
        _propose(found, proposing)
    if target is not None:
        say(f"Gjennomgangen ligger i {target}.")
    if showing and target is not None:
        click.launch(str(target.resolve()))
    if not found.is_clean:
        sys.exit(FINDINGS)


def _services(folder: Path) -> tuple[Path, ...]:
    """The portfolio beside the rules, where there is one."""
    return tuple(sorted(each for each in folder.glob("portefolje.*") if each.is_file()))


def _reviewed(
    new: Given, old: Given | None, services: Sequence[Path], day: date | None,
    pages: Sequence[Path],
) -> "Review":  # fmt: skip
    from hjemmel.analysis.review.review import Review, proposed, touched
    from hjemmel.cli.review_steps import findings_in, mistakes, tried

    wrong = mistakes(new.on)
    label = old.label if old else ""
    if any(each.told.is_error for each in wrong):
        return Review(new.label, label, wrong)
    comparison, _ = compared(old or new, new, services, day)
    judge, results = tried(new, pages, {each.id for each in comparison.norms})
    findings, undecided = findings_in(new, touched(comparison))
    return Review(
        new.label, label, wrong, comparison, results, proposed(judge.book, comparison, results),
        findings, undecided,
    )  # fmt: skip


def _show(found: "Review", form: str, to: Path | None) -> None:
    from hjemmel.analysis.review.sections import page

    of = found.comparison
    prints = (of.old.program.fingerprint, of.new.program.fingerprint) if of else ()
    comparison_pages.show(page(found), form, to, tuple(dict.fromkeys(prints)))


def _propose(found: "Review", folder: Path) -> None:
    from hjemmel.cli.proposing import write_proposals

    assert found.comparison is not None or not found.proposed
    if found.comparison is not None:
        write_proposals(found.comparison.new.program, found.proposed, folder)
