"""`ntr forklar`: the whole reason for a norm, or the page of a diagnostic."""

import re
import sys
from datetime import date
from itertools import chain
from pathlib import Path

import click

from hjemmel.cli import screen
from hjemmel.cli.cases import Intake, chosen_norms, judge
from hjemmel.cli.ending import WRONG_USE, stop
from hjemmel.cli.loading import load_program
from hjemmel.cli.options import BOOKS, DAY, OPTIONS
from hjemmel.cli.telling import say
from hjemmel.facts.reading import place_of


@click.command("forklar", options_metavar=OPTIONS)
@click.argument("hva", metavar="FIL|KODE")
@click.option("--norm", "norms", metavar="ID", multiple=True, help="normen som skal forklares")
@BOOKS
@DAY
def command(hva: str, norms: tuple[str, ...], books: tuple[str, ...], day: date | None) -> None:
    """Forklar et verdikt eller en feilkode.

    «ntr forklar sak.json --norm 4-2/to-helseregioner» gir hele begrunnelsen.
    «ntr forklar NTR204» forklarer feilkoden.
    """
    if re.fullmatch(r"NTR\d{3}", hva, re.IGNORECASE):
        screen.write(_page(hva.upper()), None)
        return
    if not norms:
        stop("hvilken norm skal forklares?", "si det med --norm, for eksempel --norm "
             "4-2/ett-helseforetak")  # fmt: skip
    from hjemmel.explain.render_reason import page

    program = load_program(books)
    wanted = chosen_norms(program, norms)
    intake = Intake([place_of(Path(hva))], program)
    coming = iter(intake)
    first, second = next(coming, None), next(coming, None)
    for number, case in enumerate(filter(None, chain((first, second), coming))):
        judged = judge(case, program, day, wanted)
        if second is not None:
            if number:
                say()
            say(f"── {case.title or case.id}")
            say()
        for place, verdict in enumerate(judged.verdicts):
            if place:
                say()
            screen.show(page(verdict, screen.width(None)), None)
    if not intake.is_whole:
        sys.exit(WRONG_USE)


def _page(code: str) -> str:
    from hjemmel.cli.problems import all_problems
    from hjemmel.diagnostics.pages import page

    found = all_problems().get(code)
    if found is None:
        stop(f"feilkoden {code} finnes ikke", "feilkodene står i dokumentasjonen under «feil»")
    return page(found)
