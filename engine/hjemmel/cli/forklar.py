"""`ntr forklar`: the whole reason for a norm, or the page of a diagnostic."""

import re
import sys
from datetime import date
from itertools import chain
from pathlib import Path

import click

from hjemmel.cli import inputs, terminal, translations
from hjemmel.cli.cases import Intake, chosen_norms, judged
from hjemmel.cli.exit_codes import WRONG_USE, stop
from hjemmel.cli.loading import load_program
from hjemmel.cli.options import BOOKS, DAY, NORMS, NOTHING_PRESUMED, OPTIONS
from hjemmel.cli.telling import say
from hjemmel.explain.judge import Judge
from hjemmel.facts.source_file import unheeded


@click.command("forklar", options_metavar=OPTIONS)
@click.argument("hva", metavar="FIL|KODE")
@NORMS
@BOOKS
@DAY
@NOTHING_PRESUMED
@inputs.FORM
@translations.OPTION
def command(  # noqa: PLR0917 - click names them all
    hva: str,
    norms: tuple[str, ...],
    books: tuple[str, ...],
    day: date | None,
    told_only: bool,
    piped: str | None,
    columns: Path | None,
) -> None:
    """Forklar et verdikt eller en feilkode.

    «ntr forklar sak.json --norm 4-2/to-helseregioner» gir hele begrunnelsen. FIL kan være «-» for
    standard inn.

    «ntr forklar NTR204» forklarer feilkoden.
    """
    if re.fullmatch(r"NTR\d{3}", hva, re.IGNORECASE):
        terminal.write(_page(hva.upper()), None)
        return
    if not norms:
        stop("hvilken norm skal forklares?", "si det med --norm, for eksempel --norm "
             "4-2/ett-helseforetak")  # fmt: skip
    from hjemmel.render.reason_text import page

    places = inputs.places([Path(hva)], piped)
    said = translations.translation(columns, places)
    program = load_program(books)
    program = program.without_presumptions if told_only else program
    judge = Judge.among(program, chosen_norms(program, norms))
    intake = Intake(places, program, unheeded, said, day)
    coming = iter(intake)
    first, second = next(coming, None), next(coming, None)
    for number, case in enumerate(filter(None, chain((first, second), coming))):
        found = judged(case, judge, day)
        if second is not None:
            if number:
                say()
            say(f"── {case.title or case.id}")
            say()
        for place, verdict in enumerate(found.verdicts):
            if place:
                say()
            terminal.show(page(verdict, terminal.width(None)), None)
    if not intake.is_whole:
        sys.exit(WRONG_USE)


def _page(code: str) -> str:
    from hjemmel.cli.problems import all_problems
    from hjemmel.diagnostics.pages import page

    found = all_problems().get(code)
    if found is None:
        stop(f"feilkoden {code} finnes ikke", "feilkodene står i dokumentasjonen under «feil»")
    return page(found)
